/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tile.h"

#include "widgets/jalon-tile-surfaces.h"

static void
shown_clear (gpointer data)
{
  JalonShown *shown = data;

  jalon_node_unref (shown->node);
}

/**
 * jalon_tile_new:
 * @layer: to which it belongs
 * @column: its place in the layer
 * @row: its place in the layer
 * @shown: (element-type JalonShown) (transfer full): what shall be painted on it, of nodes that
 *   nobody has counted yet
 *
 * Returns: (transfer full): a tile of which nothing but paper is seen
 */
JalonTile *
jalon_tile_new (int layer, int column, int row, GArray *shown)
{
  JalonTile *self = g_new0 (JalonTile, 1);

  self->layer = layer;
  self->column = column;
  self->row = row;
  self->shown = shown;
  for (guint i = 0; i < shown->len; i++)
    jalon_node_ref (g_array_index (shown, JalonShown, i).node);
  g_array_set_clear_func (shown, shown_clear);
  return self;
}

void
jalon_tile_free (gpointer data)
{
  JalonTile *self = data;

  g_array_unref (self->shown);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

/**
 * jalon_tile_set_surface:
 * @self: a tile
 * @surface: a surface on which it has been painted, and others
 * @x: where, in application pixels
 * @y: where
 * @size: its width and height, in application pixels
 *
 * Sets what is seen.
 */
void
jalon_tile_set_surface (JalonTile *self, cairo_surface_t *surface, int x, int y, int size)
{
  cairo_matrix_t matrix;

  cairo_matrix_init_translate (&matrix, x, y);
  self->surface = cairo_surface_reference (surface);
  self->x = x;
  self->y = y;
  self->node = jalon_tile_surfaces_show (surface, &matrix, size, size);
}

/**
 * jalon_tile_shows:
 * @self: a tile
 * @shown: (element-type JalonShown): what should be seen
 *
 * Returns: %TRUE if it looks the same
 */
gboolean
jalon_tile_shows (const JalonTile *self, const GArray *shown)
{
  if (self->shown->len != shown->len)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    {
      const JalonShown *a = &g_array_index (self->shown, JalonShown, i);
      const JalonShown *b = &g_array_index (shown, JalonShown, i);

      if (a->x != b->x || a->y != b->y || !jalon_node_equal_look (a->node, b->node))
        return FALSE;
    }
  return TRUE;
}

/* By their place. */
guint
jalon_tile_hash (gconstpointer tile)
{
  const JalonTile *self = tile;

  return ((guint) self->row * 8191u + (guint) self->column) * 4u + (guint) self->layer;
}

gboolean
jalon_tile_equal (gconstpointer a, gconstpointer b)
{
  const JalonTile *x = a;
  const JalonTile *y = b;

  return x->layer == y->layer && x->column == y->column && x->row == y->row;
}
