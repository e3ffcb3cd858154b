/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-grid.h"

#include <math.h>

/* Edges in line may differ by this much. */
#define TOLERANCE 2.0

struct _JalonGrid
{
  const JalonItem *items; /* of the scene */
  int origin;

  /* Owned: an item of each column and row, from left to right and from top to bottom */
  JalonScene *scene;
  GArray *columns;
  GArray *rows;
  GHashTable *slots; /* column and row, packed → item + 1 */
};

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < TOLERANCE;
}

static gboolean
is_in_column (const JalonItem *a, const JalonItem *b)
{
  return is_near (a->x, b->x) &&
         is_near (jalon_node_get_width (a->node), jalon_node_get_width (b->node));
}

static gboolean
is_in_row (const JalonItem *a, const JalonItem *b)
{
  return is_near (a->y, b->y) &&
         is_near (jalon_node_get_height (a->node), jalon_node_get_height (b->node));
}

static int
compare_x (gconstpointer a, gconstpointer b, gpointer data)
{
  const JalonItem *items = data;
  double distance = items[*(const int *) a].x - items[*(const int *) b].x;

  return distance < 0 ? -1 : distance > 0;
}

static int
compare_y (gconstpointer a, gconstpointer b, gpointer data)
{
  const JalonItem *items = data;
  double distance = items[*(const int *) a].y - items[*(const int *) b].y;

  return distance < 0 ? -1 : distance > 0;
}

/* Which of @line is in line with @item, −1 for none. */
static int
find_line (JalonGrid *self,
           GArray *line,
           const JalonItem *item,
           gboolean (*is_in) (const JalonItem *, const JalonItem *))
{
  for (guint i = 0; i < line->len; i++)
    if (is_in (&self->items[g_array_index (line, int, i)], item))
      return i;
  return -1;
}

static gpointer
pack (int column, int row)
{
  return GUINT_TO_POINTER ((guint) column << 16 | (guint) row);
}

static void
place (JalonGrid *self, int item)
{
  int column = find_line (self, self->columns, &self->items[item], is_in_column);
  int row = find_line (self, self->rows, &self->items[item], is_in_row);

  if (column >= 0 && row >= 0 && column <= G_MAXUINT16 && row <= G_MAXUINT16)
    g_hash_table_insert (self->slots, pack (column, row), GINT_TO_POINTER (item + 1));
}

static gboolean
is_slot (JalonGrid *self, int item)
{
  return jalon_node_get_slot (self->items[item].node) != NULL &&
         self->items[item].layer == self->items[self->origin].layer;
}

/**
 * jalon_grid_new:
 * @scene: a scene
 * @slot: an item with a slot, which is column 0 and row 0
 *
 * Returns: (transfer full): the slots around @slot
 */
JalonGrid *
jalon_grid_new (JalonScene *scene, int slot)
{
  JalonGrid *self = g_new0 (JalonGrid, 1);
  guint n_items;

  self->items = jalon_scene_get_items (scene, &n_items);
  self->origin = slot;
  self->scene = jalon_scene_ref (scene);
  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_array_new (FALSE, FALSE, sizeof (int));
  self->slots = g_hash_table_new (NULL, NULL);
  for (int i = 0; i < (int) n_items; i++)
    {
      if (is_slot (self, i) && is_in_row (&self->items[i], &self->items[slot]))
        g_array_append_val (self->columns, i);
      if (is_slot (self, i) && is_in_column (&self->items[i], &self->items[slot]))
        g_array_append_val (self->rows, i);
    }
  g_array_sort_with_data (self->columns, compare_x, (gpointer) self->items);
  g_array_sort_with_data (self->rows, compare_y, (gpointer) self->items);
  for (int i = 0; i < (int) n_items; i++)
    if (is_slot (self, i))
      place (self, i);
  return self;
}

void
jalon_grid_free (JalonGrid *self)
{
  jalon_scene_unref (self->scene);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_hash_table_unref (self->slots);
  g_free (self);
}

/**
 * jalon_grid_get:
 * @self: a grid
 * @column: how many columns to the right
 * @row: how many rows down
 *
 * Returns: the item with the slot there; −1 for none
 */
int
jalon_grid_get (JalonGrid *self, int column, int row)
{
  column += find_line (self, self->columns, &self->items[self->origin], is_in_column);
  row += find_line (self, self->rows, &self->items[self->origin], is_in_row);
  if (column < 0 || row < 0 || column >= (int) self->columns->len || row >= (int) self->rows->len)
    return -1;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->slots, pack (column, row))) - 1;
}

/**
 * jalon_grid_find:
 * @self: a grid
 * @slot: an item with a slot
 * @column: (out): how many columns to the right it is
 * @row: (out): how many rows down
 *
 * Returns: %TRUE if it is in the grid
 */
gboolean
jalon_grid_find (JalonGrid *self, int slot, int *column, int *row)
{
  const JalonItem *origin = &self->items[self->origin];
  const JalonItem *item = &self->items[slot];

  *column = find_line (self, self->columns, item, is_in_column) -
            find_line (self, self->columns, origin, is_in_column);
  *row = find_line (self, self->rows, item, is_in_row) -
         find_line (self, self->rows, origin, is_in_row);
  return jalon_grid_get (self, *column, *row) == slot;
}
