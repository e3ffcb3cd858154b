/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the sign that adds covers nothing that is written. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-rect.h"

/* In application pixels: how far apart the places are that are tried. */
#define STEP 3.0

static void
add_texts (GArray *texts, const JalonItem *item, const JalonRect *place, double zoom)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (item->node, &n);

  for (guint i = 0; i < n; i++)
    {
      const JalonRect *rect = &primitives[i].rect;
      const JalonRect text = { place->x + rect->x * zoom, place->y + rect->y * zoom,
                               rect->width * zoom, rect->height * zoom };

      if (primitives[i].type == JALON_PRIMITIVE_TEXT && primitives[i].angle == 0)
        g_array_append_val (texts, text);
    }
}

/* Headers move; of the rest most are told by their place alone. */
static gboolean
may_be_in (const JalonItem *item, const JalonRect *window)
{
  JalonRect place = { item->x, item->y, item->width, item->height };

  return item->layer != JALON_LAYER_BODY || jalon_rect_intersect (&place, window, &place);
}

/* What is written near @area, in the widget: all within @radius around it, and some more. */
static GArray *
find_texts (JalonCanvas *self, const JalonRect *area, double radius)
{
  const double margin = radius / self->zoom + JALON_OVERHANG;
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (JalonRect));
  JalonRect window;
  JalonPoint origin;
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);

  jalon_canvas_get_origin (self, &origin);
  window = (JalonRect){ (area->x - origin.x) / self->zoom - margin,
                        (area->y - origin.y) / self->zoom - margin,
                        area->width / self->zoom + 2 * margin,
                        area->height / self->zoom + 2 * margin };
  for (guint i = 0; i < n_items; i++)
    {
      JalonRect place;

      if (!may_be_in (&items[i], &window))
        continue;
      jalon_canvas_locate (self, (int) i, &place);
      add_texts (texts, &items[i], &place, self->zoom);
    }
  return texts;
}

static gboolean
is_free (const GArray *texts, double x, double y, double radius)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const JalonRect *text = &g_array_index (texts, JalonRect, i);

      if (hypot (x - CLAMP (x, text->x, text->x + text->width),
                 y - CLAMP (y, text->y, text->y + text->height)) < radius)
        return FALSE;
    }
  return TRUE;
}

/* Moves @at as little as possible, in @area, so that a circle of @radius there covers no text.
 * Returns whether there is such a place; all in the widget. */
gboolean
jalon_canvas_find_room (JalonCanvas *self, const JalonRect *area, double radius, JalonPoint *at)
{
  g_autoptr (GArray) texts = find_texts (self, area, radius);
  const JalonPoint wanted = *at;
  double least = INFINITY;

  if (is_free (texts, at->x, at->y, radius))
    return TRUE;
  for (double y = area->y; y <= area->y + area->height; y += STEP)
    for (double x = area->x; x <= area->x + area->width; x += STEP)
      {
        double way = hypot (x - wanted.x, y - wanted.y);

        if (way < least && is_free (texts, x, y, radius))
          {
            least = way;
            *at = (JalonPoint){ x, y };
          }
      }
  return isfinite (least);
}
