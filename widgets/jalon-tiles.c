/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tiles.h"

#include <math.h>

#include "drawing/jalon-painter.h"
#include "widgets/jalon-tile-surfaces.h"

/* Edges that are not smoothed may lie so far beyond, in application pixels. */
#define BLEED 1.0

/* Where the tiles of a layer begin, in whole application pixels: where the view did when there were
 * none. The fewer of them reach out of it, the less has to be painted while people zoom. */
typedef struct
{
  gboolean is_set;
  double x;
  double y;
} Grid;

struct _JalonTiles
{
  GHashTable *tiles; /* a set of Tile, by layer and place */
  Grid grids[JALON_TILES_N_LAYERS];
  guint stamp; /* of the scene that is shown */
  guint frame;
  guint n_seen; /* in this frame */
  double zoom;
  int scale;
  JalonColour paper;
  JalonTileSurfaces *surfaces;
};

typedef struct
{
  int layer;
  int column;
  int row;

  GArray *shown;       /* what is painted on it, of Shown */
  GskRenderNode *node; /* NULL if that is nothing but paper */
  guint stamp;
  guint last_frame;
} Tile;

/* A node and where it is, in canvas units */
typedef struct
{
  JalonNode *node;
  double x;
  double y;
} Shown;

/* Some tiles side by side, and below each other: a place for what each should show. */
typedef struct
{
  const Grid *grid;
  int layer;
  int column;
  int row;
  int n_columns;
  int n_rows;
  GArray **shown; /* NULL if that is on the tile already */
} Block;

static guint
tile_hash (gconstpointer data)
{
  const Tile *tile = data;

  return ((guint) tile->row * 8191u + (guint) tile->column) * 4u + (guint) tile->layer;
}

static gboolean
tile_equal (gconstpointer a, gconstpointer b)
{
  const Tile *x = a;
  const Tile *y = b;

  return x->layer == y->layer && x->column == y->column && x->row == y->row;
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_array_unref (tile->shown);
  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_free (tile);
}

/**
 * jalon_tiles_new:
 *
 * Returns: (transfer full): no tiles yet
 */
JalonTiles *
jalon_tiles_new (void)
{
  JalonTiles *self = g_new0 (JalonTiles, 1);

  self->tiles = g_hash_table_new_full (tile_hash, tile_equal, tile_free, NULL);
  self->surfaces = jalon_tile_surfaces_new ();
  return self;
}

void
jalon_tiles_free (JalonTiles *self)
{
  g_hash_table_unref (self->tiles);
  jalon_tile_surfaces_free (self->surfaces);
  g_free (self);
}

/**
 * jalon_tiles_expire:
 * @self: tiles
 *
 * Says that there is another scene, or that layers have others of its items: what has changed is
 * painted again.
 */
void
jalon_tiles_expire (JalonTiles *self)
{
  self->stamp++;
}

/**
 * jalon_tiles_begin:
 * @self: tiles
 * @zoom: application pixels for a canvas unit
 * @scale: pixels of the device for an application pixel
 * @paper: what is below all
 *
 * Begins a frame.
 */
void
jalon_tiles_begin (JalonTiles *self, double zoom, int scale, const JalonColour *paper)
{
  if (self->zoom != zoom || self->scale != scale ||
      memcmp (&self->paper, paper, sizeof *paper) != 0)
    {
      g_hash_table_remove_all (self->tiles);
      memset (self->grids, 0, sizeof self->grids);
    }
  self->zoom = zoom;
  self->scale = scale;
  self->paper = *paper;
  self->frame++;
  self->n_seen = 0;
}

static int
get_index (double place)
{
  return (int) floor (place / JALON_TILE_SIZE);
}

/* All the tiles of which something is in @rect. */
static void
block_init (Block *block, JalonTiles *self, int layer, const JalonRect *rect)
{
  const Grid *grid = &self->grids[layer];

  block->grid = grid;
  block->layer = layer;
  block->column = get_index (rect->x - grid->x);
  block->row = get_index (rect->y - grid->y);
  block->n_columns = get_index (ceil (rect->x + rect->width - grid->x) - 1) - block->column + 1;
  block->n_rows = get_index (ceil (rect->y + rect->height - grid->y) - 1) - block->row + 1;
}

static void
block_get_rect (const Block *block, JalonRect *rect)
{
  *rect = (JalonRect){ block->grid->x + block->column * JALON_TILE_SIZE,
                       block->grid->y + block->row * JALON_TILE_SIZE,
                       block->n_columns * JALON_TILE_SIZE, block->n_rows * JALON_TILE_SIZE };
}

/**
 * jalon_tiles_align:
 * @self: tiles, between begin and end
 * @layer: which
 * @rect: (inout): what is in view of the layer, in application pixels
 *
 * Extends @rect to all of the tiles in it.
 */
void
jalon_tiles_align (JalonTiles *self, int layer, JalonRect *rect)
{
  Block block;

  if (!self->grids[layer].is_set)
    self->grids[layer] = (Grid){ TRUE, floor (rect->x), floor (rect->y) };
  block_init (&block, self, layer, rect);
  block_get_rect (&block, rect);
}

/* Where an item leaves ink, in application pixels. */
static void
get_ink (JalonTiles *self, const JalonItem *item, JalonRect *rect)
{
  const JalonRect *ink = jalon_node_get_ink (item->node);

  *rect = (JalonRect){ (item->x + ink->x) * self->zoom - BLEED,
                       (item->y + ink->y) * self->zoom - BLEED, ink->width * self->zoom + 2 * BLEED,
                       ink->height * self->zoom + 2 * BLEED };
}

/* The part of @rect that lies in @limits; %FALSE if that is none, or @rect has no number. */
static gboolean
intersect (const JalonRect *rect, const JalonRect *limits, JalonRect *part)
{
  double right = MIN (rect->x + rect->width, limits->x + limits->width);
  double bottom = MIN (rect->y + rect->height, limits->y + limits->height);

  part->x = MAX (rect->x, limits->x);
  part->y = MAX (rect->y, limits->y);
  part->width = right - part->x;
  part->height = bottom - part->y;
  return part->width > 0 && part->height > 0;
}

/* Notes an item at all the tiles that it touches. */
static void
note (JalonTiles *self, Block *block, const JalonItem *item)
{
  const Shown shown = { item->node, item->x, item->y };
  JalonRect ink, limits;
  Block touched;

  get_ink (self, item, &ink);
  block_get_rect (block, &limits);
  if (!intersect (&ink, &limits, &ink))
    return;
  block_init (&touched, self, block->layer, &ink);
  for (int row = 0; row < touched.n_rows; row++)
    for (int column = 0; column < touched.n_columns; column++)
      {
        int i = (touched.row + row - block->row) * block->n_columns + touched.column + column -
                block->column;

        g_array_append_val (block->shown[i], shown);
      }
}

static Tile *
find (JalonTiles *self, const Block *block, int i)
{
  const Tile key = { .layer = block->layer,
                     .column = block->column + i % block->n_columns,
                     .row = block->row + i / block->n_columns };

  return g_hash_table_lookup (self->tiles, &key);
}

static gboolean
is_current (JalonTiles *self, const Block *block)
{
  for (int i = 0; i < block->n_columns * block->n_rows; i++)
    {
      const Tile *tile = find (self, block, i);

      if (tile == NULL || tile->stamp != self->stamp)
        return FALSE;
    }
  return TRUE;
}

static gboolean
shows (const Tile *tile, const GArray *shown)
{
  if (tile->shown->len != shown->len)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    {
      const Shown *a = &g_array_index (tile->shown, Shown, i);
      const Shown *b = &g_array_index (shown, Shown, i);

      if (a->x != b->x || a->y != b->y || !jalon_node_equal_look (a->node, b->node))
        return FALSE;
    }
  return TRUE;
}

static void
shown_clear (gpointer data)
{
  Shown *shown = data;

  jalon_node_unref (shown->node);
}

/* Makes a tile of what it should show, and @node. */
static void
put (JalonTiles *self, Block *block, int i, GskRenderNode *node)
{
  Tile *tile = g_new0 (Tile, 1);

  tile->layer = block->layer;
  tile->column = block->column + i % block->n_columns;
  tile->row = block->row + i / block->n_columns;
  tile->shown = g_steal_pointer (&block->shown[i]);
  for (guint k = 0; k < tile->shown->len; k++)
    jalon_node_ref (g_array_index (tile->shown, Shown, k).node);
  g_array_set_clear_func (tile->shown, shown_clear);
  tile->node = node;
  tile->stamp = self->stamp;
  g_hash_table_add (self->tiles, tile);
}

/* Keeps the tiles that show what they should. */
static void
keep (JalonTiles *self, Block *block)
{
  for (int i = 0; i < block->n_columns * block->n_rows; i++)
    {
      Tile *tile = find (self, block, i);

      if (tile != NULL && (tile->stamp == self->stamp || shows (tile, block->shown[i])))
        {
          tile->stamp = self->stamp;
          g_clear_pointer (&block->shown[i], g_array_unref);
        }
      else if (block->shown[i]->len == 0)
        put (self, block, i, NULL);
    }
}

static void
paint_items (JalonTiles *self,
             cairo_t *cr,
             const JalonRect *rect,
             JalonScene *scene,
             const GArray *seen)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  for (guint i = 0; i < seen->len; i++)
    {
      const JalonItem *item = &items[g_array_index (seen, guint, i)];
      JalonRect ink;

      get_ink (self, item, &ink);
      if (!intersect (&ink, rect, &ink))
        continue;
      cairo_identity_matrix (cr);
      cairo_translate (cr, item->x * self->zoom - rect->x, item->y * self->zoom - rect->y);
      cairo_scale (cr, self->zoom, self->zoom);
      jalon_painter_paint_zoomed (cr, item->node, self->zoom);
    }
}

/* All of a block in one picture: what lies on several tiles is painted once. */
static cairo_surface_t *
paint_block (JalonTiles *self, const Block *block, JalonScene *scene, const GArray *seen)
{
  JalonRect rect;
  cairo_surface_t *surface;
  cairo_t *cr;

  block_get_rect (block, &rect);
  surface = jalon_tile_surfaces_take (self->surfaces, (int) rect.width, (int) rect.height,
                                      self->scale);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, self->paper.red, self->paper.green, self->paper.blue);
  cairo_rectangle (cr, 0, 0, rect.width, rect.height);
  cairo_fill (cr);
  paint_items (self, cr, &rect, scene, seen);
  cairo_destroy (cr);
  return surface;
}

/* As many tiles that have to be painted as lie together from the one at @i on. */
static void
find_part (const Block *block, int i, Block *part)
{
  const int column = i % block->n_columns;
  const int row = i / block->n_columns;

  *part = (Block){ .grid = block->grid,
                   .layer = block->layer,
                   .column = block->column + column,
                   .row = block->row + row,
                   .n_rows = 1,
                   .shown = block->shown + i };
  while (column + part->n_columns < block->n_columns && part->shown[part->n_columns] != NULL)
    part->n_columns++;
  for (; row + part->n_rows < block->n_rows; part->n_rows++)
    for (int k = 0; k < part->n_columns; k++)
      if (part->shown[part->n_rows * block->n_columns + k] == NULL)
        return;
}

static void
paint_from (JalonTiles *self, Block *block, int i, JalonScene *scene, const GArray *seen)
{
  Block part;
  cairo_surface_t *surface;

  find_part (block, i, &part);
  surface = paint_block (self, &part, scene, seen);
  for (int row = 0; row < part.n_rows; row++)
    for (int column = 0; column < part.n_columns; column++)
      put (self, block, i + row * block->n_columns + column,
           jalon_tile_surfaces_cut (surface, column * JALON_TILE_SIZE, row * JALON_TILE_SIZE,
                                    JALON_TILE_SIZE));
  cairo_surface_destroy (surface);
}

static void
update (JalonTiles *self, Block *block, JalonScene *scene, const GArray *seen)
{
  const int n_tiles = block->n_columns * block->n_rows;
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  block->shown = g_new (GArray *, n_tiles);
  for (int i = 0; i < n_tiles; i++)
    block->shown[i] = g_array_new (FALSE, FALSE, sizeof (Shown));
  for (guint i = 0; i < seen->len; i++)
    note (self, block, &items[g_array_index (seen, guint, i)]);
  keep (self, block);
  for (int i = 0; i < n_tiles; i++)
    if (block->shown[i] != NULL)
      paint_from (self, block, i, scene, seen);
  g_clear_pointer (&block->shown, g_free);
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
 * Shows a layer. What shows nothing is left out: it is paper.
 */
void
jalon_tiles_snapshot (JalonTiles *self,
                      GtkSnapshot *snapshot,
                      int layer,
                      JalonScene *scene,
                      const GArray *seen,
                      const JalonRect *view)
{
  Block block = { 0 };

  block_init (&block, self, layer, view);
  if (!is_current (self, &block))
    update (self, &block, scene, seen);
  for (int i = 0; i < block.n_columns * block.n_rows; i++)
    {
      Tile *tile = find (self, &block, i);

      tile->last_frame = self->frame;
      self->n_seen++;
      if (tile->node == NULL)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (block.grid->x + tile->column * JALON_TILE_SIZE,
                                                    block.grid->y + tile->row * JALON_TILE_SIZE));
      gtk_snapshot_append_node (snapshot, tile->node);
      gtk_snapshot_restore (snapshot);
    }
}

static gboolean
is_out_of_view (gpointer key, gpointer value, gpointer data)
{
  const Tile *tile = key;
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
