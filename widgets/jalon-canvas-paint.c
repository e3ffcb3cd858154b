/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of the map: every visible item as a render node that is kept while it stays the
 * same. Headers that have been scrolled away from their place lie over the body, on paper. */

#include "widgets/jalon-canvas-private.h"

/* Shadow of the headers over the body, in application pixels. */
#define SHADOW 6.0

static GdkRGBA
to_rgba (JalonColour colour)
{
  return (GdkRGBA){ colour.red, colour.green, colour.blue, colour.alpha };
}

static gboolean
overlaps (const JalonRect *a, const JalonRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static void
paint_items (JalonCanvas *self, GtkSnapshot *snapshot, JalonZone zone)
{
  const JalonRect window = { -8, -8, gtk_widget_get_width (GTK_WIDGET (self)) + 16,
                             gtk_widget_get_height (GTK_WIDGET (self)) + 16 };
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self->scene, &n_items);
  JalonPoint origin, shift;

  jalon_canvas_get_origin (self, &origin);
  jalon_canvas_get_frozen (self, &shift);
  origin.x += (zone & JALON_ZONE_SIDE) != 0 ? shift.x : 0;
  origin.y += (zone & JALON_ZONE_TOP) != 0 ? shift.y : 0;
  for (guint i = 0; i < n_items; i++)
    {
      const JalonItem *item = &items[i];
      const JalonRect rect = { origin.x + item->x * self->zoom, origin.y + item->y * self->zoom,
                               jalon_node_get_width (item->node) * self->zoom,
                               jalon_node_get_height (item->node) * self->zoom };
      GskRenderNode *node;

      if (!overlaps (&rect, &window) || jalon_canvas_get_zone (self, item, &shift) != zone)
        continue;
      node = jalon_render_cache_get (self->cache, item->node);
      if (node != NULL)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.x, rect.y));
          gtk_snapshot_append_node (snapshot, node);
          gtk_snapshot_restore (snapshot);
        }
      if (jalon_node_get_role (item->node) == JALON_ROLE_SLOT)
        jalon_canvas_paint_slot_mark (self, snapshot, i);
    }
}

static void
paint_shadow (JalonCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, gboolean down)
{
  const GskColorStop stops[] = { { 0, { 0, 0, 0, 0.10 } }, { 1, { 0, 0, 0, 0 } } };
  graphene_point_t start = rect->origin;
  graphene_point_t end = start;

  if (down)
    end.y += SHADOW;
  else
    end.x += SHADOW;
  gtk_snapshot_append_linear_gradient (snapshot, rect, &start, &end, stops, G_N_ELEMENTS (stops));
}

/* Paper over @rect, what lies on it, and its marks. */
static void
paint_zone (JalonCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, JalonZone zone)
{
  const GdkRGBA paper = to_rgba (jalon_theme_get (self->theme)->paper);

  gtk_snapshot_push_clip (snapshot, rect);
  gtk_snapshot_append_color (snapshot, &paper, rect);
  paint_items (self, snapshot, zone);
  jalon_canvas_paint_marks (self, snapshot, zone);
  gtk_snapshot_pop (snapshot);
}

static void
paint_headers (JalonCanvas *self, GtkSnapshot *snapshot)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  JalonPoint shift;
  JalonRect body;

  jalon_canvas_get_frozen (self, &shift);
  jalon_canvas_get_body (self, &body);
  if (shift.y > 0)
    {
      paint_zone (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, width, body.y), JALON_ZONE_TOP);
      paint_shadow (self, snapshot, &GRAPHENE_RECT_INIT (0, body.y, width, SHADOW), TRUE);
    }
  if (shift.x > 0)
    {
      paint_zone (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, body.x, height), JALON_ZONE_SIDE);
      paint_shadow (self, snapshot, &GRAPHENE_RECT_INIT (body.x, 0, SHADOW, height), FALSE);
    }
  if (shift.x > 0 && shift.y > 0)
    paint_zone (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, body.x, body.y), JALON_ZONE_CORNER);
}

void
jalon_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  const GdkRGBA paper = to_rgba (jalon_theme_get (self->theme)->paper);

  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget)));
  if (jalon_canvas_get_scene (self) == NULL)
    return;

  jalon_render_cache_begin (self->cache, self->zoom);
  paint_items (self, snapshot, JALON_ZONE_BODY);
  jalon_canvas_paint_marks (self, snapshot, JALON_ZONE_BODY);
  paint_headers (self, snapshot);
  jalon_canvas_paint_drag (self, snapshot);
  jalon_render_cache_end (self->cache);

  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
}
