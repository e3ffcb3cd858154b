/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tiles.h"

#include <math.h>

#include "drawing/jalon-painter.h"
#include "widgets/jalon-rect.h"
#include "widgets/jalon-stretch.h"
#include "widgets/jalon-tile-block.h"
#include "widgets/jalon-tile-painter.h"
#include "widgets/jalon-tile.h"

typedef struct
{
  JalonTileGrid grid;
  JalonRect shown;       /* what of the tiles of the last frame is right */
  guint stamp;           /* of the scene that they showed */
  JalonStretch *stretch; /* what is shown instead while people zoom */
} Layer;

struct _JalonTiles
{
  GHashTable *tiles; /* a set of JalonTile, by layer and place */
  Layer layers[JALON_TILES_N_LAYERS];
  guint stamp; /* of the scene that is shown */
  guint frame;
  guint n_seen; /* in this frame */
  JalonTilePainter painter;
};

/**
 * jalon_tiles_new:
 *
 * Returns: (transfer full): no tiles yet
 */
JalonTiles *
jalon_tiles_new (void)
{
  JalonTiles *self = g_new0 (JalonTiles, 1);

  self->tiles = g_hash_table_new_full (jalon_tile_hash, jalon_tile_equal, jalon_tile_free, NULL);
  self->painter.surfaces = jalon_tile_surfaces_new ();
  for (guint i = 0; i < JALON_TILES_N_LAYERS; i++)
    self->layers[i].stretch = jalon_stretch_new ();
  return self;
}

void
jalon_tiles_free (JalonTiles *self)
{
  for (guint i = 0; i < JALON_TILES_N_LAYERS; i++)
    jalon_stretch_free (self->layers[i].stretch);
  g_hash_table_unref (self->tiles);
  jalon_tile_surfaces_free (self->painter.surfaces);
  g_free (self);
}

static void
clear_stretches (JalonTiles *self)
{
  for (guint i = 0; i < JALON_TILES_N_LAYERS; i++)
    jalon_stretch_clear (self->layers[i].stretch);
}

/**
 * jalon_tiles_expire:
 * @self: tiles
 *
 * Says that there is another scene: what has changed is painted again.
 */
void
jalon_tiles_expire (JalonTiles *self)
{
  self->stamp++;
  clear_stretches (self);
}

/**
 * jalon_tiles_regroup:
 * @self: tiles
 * @kept: in canvas units
 *
 * Says that layers have others of the items of the scene, except that the first layer still shows
 * the same in @kept.
 */
void
jalon_tiles_regroup (JalonTiles *self, const JalonRect *kept)
{
  Layer *first = &self->layers[0];
  const double zoom = self->painter.zoom;
  const JalonRect limits = { kept->x * zoom, kept->y * zoom, kept->width * zoom,
                             kept->height * zoom };

  for (guint i = 1; i < JALON_TILES_N_LAYERS; i++)
    jalon_stretch_clear (self->layers[i].stretch);
  jalon_stretch_limit (first->stretch, zoom, &limits);
  jalon_rect_intersect (&first->shown, &limits, &first->shown);
  if (first->stamp == self->stamp)
    first->stamp++;
  self->stamp++;
}

static JalonTile *
find (JalonTiles *self, const JalonTileBlock *block, int i)
{
  const JalonTile key = { .layer = block->layer,
                          .column = block->column + i % block->n_columns,
                          .row = block->row + i / block->n_columns };

  return g_hash_table_lookup (self->tiles, &key);
}

/* The tiles in view, for which there is another zoom now, as what can be stretched. */
static void
stretch_tiles (JalonTiles *self, int layer)
{
  const Layer *it = &self->layers[layer];
  const double zoom = self->painter.zoom;
  JalonTileBlock block;

  if (!it->grid.is_set || it->stamp != self->stamp || it->shown.width <= 0 || it->shown.height <= 0)
    return;
  jalon_tile_block_init (&block, &it->grid, layer, &it->shown);
  for (int i = 0; i < block.n_columns * block.n_rows; i++)
    {
      const JalonTile *tile = find (self, &block, i);
      JalonRect rect;

      if (tile == NULL) /* forgotten in a frame that did not show this layer: a gap */
        return;
      jalon_tile_block_get_place (&block, i, &rect);
      if (tile->surface != NULL)
        jalon_stretch_add (it->stretch, zoom, &rect, tile->surface, tile->x, tile->y);
    }
  jalon_stretch_cover (it->stretch, zoom, &it->shown);
}

static void
forget_tiles (JalonTiles *self)
{
  g_hash_table_remove_all (self->tiles);
  for (guint i = 0; i < JALON_TILES_N_LAYERS; i++)
    self->layers[i].grid = (JalonTileGrid){ 0 };
}

/**
 * jalon_tiles_begin:
 * @self: tiles
 * @zoom: application pixels for a canvas unit
 * @scale: pixels of the device for an application pixel
 * @paper: what is below all
 * @is_zooming: whether another zoom is expected at once, so that what has been painted for the last
 *   ones will do
 *
 * Begins a frame.
 */
void
jalon_tiles_begin (JalonTiles *self,
                   double zoom,
                   int scale,
                   const JalonColour *paper,
                   gboolean is_zooming)
{
  JalonTilePainter *painter = &self->painter;
  gboolean is_other = painter->scale != scale ||
                      memcmp (&painter->paper, paper, sizeof *paper) != 0 ||
                      jalon_painter_get_detail (painter->zoom) != jalon_painter_get_detail (zoom);

  if (is_other || !is_zooming)
    clear_stretches (self);
  else if (painter->zoom != zoom)
    for (int i = 0; i < JALON_TILES_N_LAYERS; i++)
      stretch_tiles (self, i);
  if (is_other || painter->zoom != zoom)
    forget_tiles (self);
  painter->zoom = zoom;
  painter->scale = scale;
  painter->paper = *paper;
  self->frame++;
  self->n_seen = 0;
}

/**
 * jalon_tiles_align:
 * @self: tiles, between begin and end
 * @layer: which
 * @rect: (inout): what is in view of the layer, in application pixels
 *
 * Extends @rect to all that may be painted for it.
 */
void
jalon_tiles_align (JalonTiles *self, int layer, JalonRect *rect)
{
  Layer *it = &self->layers[layer];
  JalonTileBlock block;

  if (jalon_stretch_can_show (it->stretch, self->painter.zoom, rect))
    {
      *rect = jalon_rect_round_out (rect);
      return;
    }
  jalon_stretch_clear (it->stretch);
  if (!it->grid.is_set)
    it->grid = (JalonTileGrid){ TRUE, floor (rect->x), floor (rect->y) };
  jalon_tile_block_init (&block, &it->grid, layer, rect);
  jalon_tile_block_get_rect (&block, rect);
}

/* Notes an item at all the tiles that it touches. */
static void
note (JalonTiles *self, JalonTileBlock *block, const JalonItem *item)
{
  const JalonShown shown = { item->node, item->x, item->y };
  JalonRect ink;

  jalon_tile_painter_get_ink (&self->painter, item->node, item->x, item->y, &ink);
  jalon_tile_block_note (block, &shown, &ink);
}

static gboolean
is_current (JalonTiles *self, const JalonTileBlock *block)
{
  for (int i = 0; i < block->n_columns * block->n_rows; i++)
    {
      const JalonTile *tile = find (self, block, i);

      if (tile == NULL || tile->stamp != self->stamp)
        return FALSE;
    }
  return TRUE;
}

/* Makes a tile of what it should show. */
static JalonTile *
put (JalonTiles *self, JalonTileBlock *block, int i)
{
  JalonTile *tile = jalon_tile_new (block->layer, block->column + i % block->n_columns,
                                    block->row + i / block->n_columns,
                                    g_steal_pointer (&block->shown[i]));

  tile->stamp = self->stamp;
  g_hash_table_add (self->tiles, tile);
  return tile;
}

static void
mend (JalonTiles *self, JalonTileBlock *block, int i, JalonTile *tile)
{
  JalonRect place;

  jalon_tile_block_get_place (block, i, &place);
  if (!jalon_tile_mend (tile, block->shown[i], &self->painter, &place))
    return;
  block->shown[i] = NULL;
  tile->stamp = self->stamp;
}

/* Keeps the tiles that show what they should, or nearly. */
static void
keep (JalonTiles *self, JalonTileBlock *block)
{
  for (int i = 0; i < block->n_columns * block->n_rows; i++)
    {
      JalonTile *tile = find (self, block, i);

      if (tile != NULL && (tile->stamp == self->stamp || jalon_tile_shows (tile, block->shown[i])))
        {
          tile->stamp = self->stamp;
          g_clear_pointer (&block->shown[i], g_array_unref);
        }
      else if (block->shown[i]->len == 0)
        put (self, block, i);
      else if (tile != NULL)
        mend (self, block, i, tile);
    }
}

static void
paint_from (JalonTiles *self, JalonTileBlock *block, int i)
{
  JalonTileBlock part;
  JalonRect rect;
  cairo_surface_t *surface;

  jalon_tile_block_find_part (block, i, &part);
  jalon_tile_block_get_rect (&part, &rect);
  surface = jalon_tile_painter_paint (&self->painter, &rect);
  for (int row = 0; row < part.n_rows; row++)
    for (int column = 0; column < part.n_columns; column++)
      jalon_tile_set_surface (put (self, block, i + row * block->n_columns + column), surface,
                              column * JALON_TILE_SIZE, row * JALON_TILE_SIZE, JALON_TILE_SIZE);
  cairo_surface_destroy (surface);
}

static void
update (JalonTiles *self, JalonTileBlock *block)
{
  const JalonTilePainter *painter = &self->painter;
  const int n_tiles = block->n_columns * block->n_rows;
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (painter->scene, &n_items);

  jalon_tile_block_begin (block);
  for (guint i = 0; i < painter->seen->len; i++)
    note (self, block, &items[g_array_index (painter->seen, guint, i)]);
  keep (self, block);
  for (int i = 0; i < n_tiles; i++)
    if (block->shown[i] != NULL)
      paint_from (self, block, i);
  g_clear_pointer (&block->shown, g_free);
}

/* What has been painted at other zooms, and what has not been at all. */
static void
snapshot_stretched (JalonTiles *self, GtkSnapshot *snapshot, int layer, const JalonRect *view)
{
  const double zoom = self->painter.zoom;
  JalonStretch *stretch = self->layers[layer].stretch;
  JalonRect gaps[JALON_STRETCH_MOST_GAPS];
  const guint n_gaps = jalon_stretch_find_gaps (stretch, zoom, view, gaps);
  cairo_region_t *shown = cairo_region_create ();

  for (guint i = 0; i < n_gaps; i++)
    {
      cairo_surface_t *surface = jalon_tile_painter_paint (&self->painter, &gaps[i]);

      if (surface != NULL)
        jalon_stretch_add (stretch, zoom, &gaps[i], surface, 0, 0);
      g_clear_pointer (&surface, cairo_surface_destroy);
    }
  jalon_stretch_add_shown (stretch, zoom, shown);
  jalon_tile_painter_show_paper (&self->painter, snapshot, view, shown);
  jalon_stretch_snapshot (stretch, snapshot, zoom, view);
}

static void
snapshot_tiles (JalonTiles *self, GtkSnapshot *snapshot, int layer, const JalonRect *view)
{
  Layer *it = &self->layers[layer];
  JalonTileBlock block;
  cairo_region_t *shown = cairo_region_create ();

  jalon_tile_block_init (&block, &it->grid, layer, view);
  jalon_tile_block_get_rect (&block, &it->shown);
  it->stamp = self->stamp;
  if (!is_current (self, &block))
    update (self, &block);
  for (int i = 0; i < block.n_columns * block.n_rows; i++)
    {
      JalonTile *tile = find (self, &block, i);
      JalonRect place;

      jalon_tile_block_get_place (&block, i, &place);
      tile->last_frame = self->frame;
      self->n_seen++;
      jalon_tile_snapshot (tile, snapshot, place.x, place.y);
      if (tile->node != NULL)
        jalon_rect_add_to_region (&place, shown);
    }
  jalon_tile_painter_show_paper (&self->painter, snapshot, view, shown);
}

/**
 * jalon_tiles_snapshot:
 * @self: tiles, between begin and end
 * @snapshot: where the origin is that of the sheet
 * @layer: which, after jalon_tiles_align()
 * @scene: what is shown
 * @seen: (element-type guint): indices of the items of @layer, at least of all those that leave
 *   their ink on the tiles in @view, in the order of painting
 * @view: the part that is in view, in application pixels
 *
 * Shows a layer, and paper where that shows nothing: nothing else needs to be below.
 */
void
jalon_tiles_snapshot (JalonTiles *self,
                      GtkSnapshot *snapshot,
                      int layer,
                      JalonScene *scene,
                      const GArray *seen,
                      const JalonRect *view)
{
  jalon_tile_painter_begin (&self->painter, scene, seen);
  if (self->layers[layer].grid.is_set)
    snapshot_tiles (self, snapshot, layer, view);
  else
    snapshot_stretched (self, snapshot, layer, view);
  jalon_tile_painter_end (&self->painter);
}

static gboolean
is_out_of_view (gpointer key, gpointer value, gpointer data)
{
  const JalonTile *tile = key;
  const JalonTiles *self = data;

  return tile->last_frame != self->frame;
}

/**
 * jalon_tiles_end:
 * @self: tiles
 *
 * Ends a frame. What is out of view is forgotten once that is as much as what is in view.
 */
void
jalon_tiles_end (JalonTiles *self)
{
  if (g_hash_table_size (self->tiles) > 2 * self->n_seen)
    g_hash_table_foreach_remove (self->tiles, is_out_of_view, self);
}
