/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tile.h"

#include "widgets/jalon-rect.h"

/* Where more of a tile than this share has changed, it is painted whole, with its neighbours. */
#define MOST_MENDED 0.5

/* With more patches, a tile is shown as a whole. */
#define MOST_PATCHES 4

static void
shown_clear (gpointer data)
{
  JalonShown *shown = data;

  jalon_node_unref (shown->node);
}

static void
patch_clear (gpointer data)
{
  JalonPatch *patch = data;

  gsk_render_node_unref (patch->node);
}

static void
set_shown (JalonTile *self, GArray *shown)
{
  for (guint i = 0; i < shown->len; i++)
    jalon_node_ref (g_array_index (shown, JalonShown, i).node);
  g_array_set_clear_func (shown, shown_clear);
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = shown;
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
  self->patches = g_array_new (FALSE, FALSE, sizeof (JalonPatch));
  g_array_set_clear_func (self->patches, patch_clear);
  set_shown (self, shown);
  return self;
}

void
jalon_tile_free (gpointer data)
{
  JalonTile *self = data;

  g_array_unref (self->shown);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_array_unref (self->patches);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

/* What is on the surface in @rect, from the top left of the tile. */
static GskRenderNode *
show_part (JalonTile *self, const JalonRect *rect)
{
  cairo_matrix_t matrix;

  cairo_matrix_init_translate (&matrix, self->x + rect->x, self->y + rect->y);
  return jalon_tile_surfaces_show (self->surface, &matrix, (int) rect->width, (int) rect->height);
}

static void
show_all (JalonTile *self, int size)
{
  g_array_set_size (self->patches, 0);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = show_part (self, &(JalonRect){ 0, 0, size, size });
}

/* The patches that are covered go: what has been seen of them is seen no more. */
static void
show_mended (JalonTile *self, const JalonRect *rect, int size)
{
  const JalonPatch patch = { *rect, show_part (self, rect) };

  for (guint i = self->patches->len; i > 0; i--)
    if (jalon_rect_contains (rect, &g_array_index (self->patches, JalonPatch, i - 1).rect))
      g_array_remove_index (self->patches, i - 1);
  g_array_append_val (self->patches, patch);
  if (self->patches->len > MOST_PATCHES)
    show_all (self, size);
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
  self->surface = cairo_surface_reference (surface);
  self->x = x;
  self->y = y;
  show_all (self, size);
}

static gboolean
equal_shown (const JalonShown *a, const JalonShown *b)
{
  return a->x == b->x && a->y == b->y && jalon_node_equal_look (a->node, b->node);
}

/* How many of @a, from its beginning or its end, are the same in @b. */
static guint
count_same (const GArray *a, const GArray *b, gboolean is_from_end)
{
  const guint least = MIN (a->len, b->len);
  guint n = 0;

  while (n < least &&
         equal_shown (&g_array_index (a, JalonShown, is_from_end ? a->len - 1 - n : n),
                      &g_array_index (b, JalonShown, is_from_end ? b->len - 1 - n : n)))
    n++;
  return n;
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
  return self->shown->len == shown->len && count_same (self->shown, shown, FALSE) == shown->len;
}

/* Adds where @shown leaves ink, but for the first and the last ones. */
static void
add_ink (const GArray *shown,
         guint n_first,
         guint n_last,
         const JalonTilePainter *painter,
         JalonRect *rect)
{
  for (guint i = n_first; i < shown->len - n_last; i++)
    {
      const JalonShown *it = &g_array_index (shown, JalonShown, i);
      JalonRect ink;

      jalon_tile_painter_get_ink (painter, it->node, it->x, it->y, &ink);
      *rect = rect->width > 0 ? jalon_rect_union (rect, &ink) : ink;
    }
}

/* Where a tile would have to be painted to show what it should. */
static void
find_change (const JalonTile *self,
             const GArray *shown,
             const JalonTilePainter *painter,
             JalonRect *change)
{
  const guint least = MIN (self->shown->len, shown->len);
  const guint n_first = count_same (self->shown, shown, FALSE);
  const guint n_last = MIN (count_same (self->shown, shown, TRUE), least - n_first);

  *change = (JalonRect){ 0 };
  add_ink (self->shown, n_first, n_last, painter, change);
  add_ink (shown, n_first, n_last, painter, change);
}

static double
get_area (const JalonRect *rect)
{
  return rect->width * rect->height;
}

/**
 * jalon_tile_mend:
 * @self: a tile
 * @shown: (element-type JalonShown) (transfer full): what should be seen, of nodes that nobody has
 *   counted yet
 * @painter: paints it
 * @place: the tile on the sheet, in application pixels
 *
 * Paints on a tile what it should show, if most of that is there.
 *
 * Returns: whether it did; else @shown is left to the caller
 */
gboolean
jalon_tile_mend (JalonTile *self, GArray *shown, JalonTilePainter *painter, const JalonRect *place)
{
  const JalonPoint origin = { place->x - self->x, place->y - self->y };
  JalonRect change, rect;

  if (self->surface == NULL)
    return FALSE;
  find_change (self, shown, painter, &change);
  change = jalon_rect_round_out (&change);
  if (!jalon_rect_intersect (&change, place, &rect) ||
      get_area (&rect) > MOST_MENDED * get_area (place))
    return FALSE;
  jalon_tile_painter_mend (painter, self->surface, &origin, &rect,
                           get_area (&change) > get_area (place) ? &rect : &change);
  set_shown (self, shown);
  rect.x -= place->x;
  rect.y -= place->y;
  show_mended (self, &rect, (int) place->width);
  return TRUE;
}

static void
append_at (GtkSnapshot *snapshot, GskRenderNode *node, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/**
 * jalon_tile_snapshot:
 * @self: a tile
 * @snapshot: where it is shown
 * @x: at which place, in application pixels
 * @y: at which place
 *
 * Shows a tile, if there is anything on it but paper.
 */
void
jalon_tile_snapshot (const JalonTile *self, GtkSnapshot *snapshot, double x, double y)
{
  if (self->node != NULL)
    append_at (snapshot, self->node, x, y);
  for (guint i = 0; i < self->patches->len; i++)
    {
      const JalonPatch *patch = &g_array_index (self->patches, JalonPatch, i);

      append_at (snapshot, patch->node, x + patch->rect.x, y + patch->rect.y);
    }
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
