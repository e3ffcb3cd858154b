/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "drawing/jalon-layout-journey-curves-private.h"

#define NAME_GAP 14.0
#define NAME_WIDTH 120.0

/* The name of a curve, which wants to stand at @y */
typedef struct
{
  JalonParagraph *text;
  JalonColour colour;
  JalonRect rect;
} Name;

static void
clear_name (gpointer data)
{
  g_clear_pointer (&((Name *) data)->text, jalon_paragraph_unref);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  double x = ((const Name *) a)->rect.y;
  double y = ((const Name *) b)->rect.y;

  return x < y ? -1 : x > y;
}

/* Right of the mark at the end of a curve, and of those that have stepped aside there. */
static double
find_x (GArray *curves, const JalonCurvePoint *last)
{
  double x = last->x;

  for (guint i = 0; i < curves->len; i++)
    {
      GArray *points = g_array_index (curves, JalonCurve, i).points;

      for (guint j = 0; j < points->len; j++)
        {
          const JalonCurvePoint *point = &g_array_index (points, JalonCurvePoint, j);

          if (point->column == last->column && fabs (point->y - last->y) < JALON_POINT_SIZE / 2)
            x = MAX (x, point->x);
        }
    }
  return x + NAME_GAP;
}

/* @used is the height of the names that are there already. */
static void
add_name (JalonJourney *self,
          const JalonRow *row,
          GArray *curves,
          guint place,
          GArray *names,
          double *used)
{
  const JalonCurve *curve = &g_array_index (curves, JalonCurve, place);
  const JalonCurvePoint *last = &g_array_index (curve->points, JalonCurvePoint,
                                                curve->points->len - 1);
  double x = find_x (curves, last);
  double room = self->right + JALON_MARGIN - NAME_GAP - self->left - x;
  g_autofree char *words = jalon_curve_make_name (self->layout, curve);
  Name name = { .colour = curve->colour };
  double height;

  if (words[0] == '\0' || room < JALON_MARGIN || *used > row->height)
    return;
  name.text = jalon_layout_set_snug (self->layout, words, JALON_TEXT_SMALL_STRONG,
                                     MIN (room, NAME_WIDTH));
  height = jalon_paragraph_get_height (name.text);
  name.rect = (JalonRect){ x, last->y - height / 2, jalon_paragraph_get_width (name.text), height };
  *used += height;
  if (*used <= row->height)
    g_array_append_val (names, name);
  else
    clear_name (&name);
}

static gboolean
are_beside (const Name *a, const Name *b)
{
  return a->rect.x + a->rect.width < b->rect.x || b->rect.x + b->rect.width < a->rect.x;
}

/* Names that would meet move down, and all up again if the last one would leave the lane. */
static void
spread_names (GArray *names, double height)
{
  Name *name = (gpointer) names->data;

  for (guint i = 0; i < names->len; i++)
    {
      name[i].rect.y = MAX (name[i].rect.y, 0);
      for (guint j = 0; j < i; j++)
        if (!are_beside (&name[i], &name[j]))
          name[i].rect.y = MAX (name[i].rect.y, name[j].rect.y + name[j].rect.height);
    }
  for (guint i = names->len; i > 0; i--)
    {
      Name *upper = &name[i - 1];

      upper->rect.y = MIN (upper->rect.y, height - upper->rect.height);
      for (guint j = i; j < names->len; j++)
        if (!are_beside (upper, &name[j]))
          upper->rect.y = MIN (upper->rect.y, name[j].rect.y - upper->rect.height);
    }
}

/**
 * jalon_curves_add_names:
 * @self: a journey with its rows placed
 * @row: a lane of scores
 * @curves: (element-type JalonCurve): its curves
 *
 * Writes at the end of each curve whose it is, as far as there is room.
 */
void
jalon_curves_add_names (JalonJourney *self, const JalonRow *row, GArray *curves)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  const JalonTheme *theme = self->layout->theme;
  double used = 0;
  JalonNode *node;

  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < curves->len; i++)
    add_name (self, row, curves, i, names, &used);
  if (names->len == 0)
    return;
  g_array_sort (names, compare_names);
  spread_names (names, row->height);

  node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE,
                         self->right + JALON_MARGIN - self->left, row->height);
  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      JalonRect around = { name->rect.x - 3, name->rect.y, name->rect.width + 6,
                           name->rect.height };

      jalon_node_add_box (node, &around, 4, jalon_colour_with_alpha (theme->paper, 0.8));
      jalon_node_add_text (node, g_steal_pointer (&name->text), name->rect.x, name->rect.y,
                           name->colour);
    }
  jalon_block_add (row->curves->block, node, self->left, 0, JALON_LAYER_BODY, -1);
}
