/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tile-block.h"

#include <math.h>

#include "widgets/jalon-rect.h"
#include "widgets/jalon-tiles.h"

static int
get_index (double place)
{
  return (int) floor (place / JALON_TILE_SIZE);
}

/**
 * jalon_tile_block_init:
 * @self: (out caller-allocates): a block
 * @grid: of the layer, which must outlive @self
 * @layer: which
 * @rect: in application pixels
 *
 * Makes it all the tiles of which something is in @rect.
 */
void
jalon_tile_block_init (JalonTileBlock *self,
                       const JalonTileGrid *grid,
                       int layer,
                       const JalonRect *rect)
{
  *self = (JalonTileBlock){ .grid = grid,
                            .layer = layer,
                            .column = get_index (rect->x - grid->x),
                            .row = get_index (rect->y - grid->y) };
  self->n_columns = get_index (ceil (rect->x + rect->width - grid->x) - 1) - self->column + 1;
  self->n_rows = get_index (ceil (rect->y + rect->height - grid->y) - 1) - self->row + 1;
}

/**
 * jalon_tile_block_get_rect:
 * @self: a block
 * @rect: (out): where it is, in application pixels
 */
void
jalon_tile_block_get_rect (const JalonTileBlock *self, JalonRect *rect)
{
  *rect = (JalonRect){ self->grid->x + self->column * JALON_TILE_SIZE,
                       self->grid->y + self->row * JALON_TILE_SIZE,
                       self->n_columns * JALON_TILE_SIZE, self->n_rows * JALON_TILE_SIZE };
}

/**
 * jalon_tile_block_get_place:
 * @self: a block
 * @i: which of its tiles, row by row
 * @rect: (out): where that is, in application pixels
 */
void
jalon_tile_block_get_place (const JalonTileBlock *self, int i, JalonRect *rect)
{
  jalon_tile_block_get_rect (self, rect);
  rect->x += i % self->n_columns * JALON_TILE_SIZE;
  rect->y += i / self->n_columns * JALON_TILE_SIZE;
  rect->width = rect->height = JALON_TILE_SIZE;
}

/**
 * jalon_tile_block_begin:
 * @self: a block
 *
 * Makes place for what each tile should show. Whoever takes that leaves %NULL, and frees the place.
 */
void
jalon_tile_block_begin (JalonTileBlock *self)
{
  const int n_tiles = self->n_columns * self->n_rows;

  self->shown = g_new (GArray *, n_tiles);
  for (int i = 0; i < n_tiles; i++)
    self->shown[i] = g_array_new (FALSE, FALSE, sizeof (JalonShown));
}

/**
 * jalon_tile_block_note:
 * @self: a block that has begun
 * @shown: a node
 * @ink: all that it covers, in application pixels
 *
 * Notes a node at all the tiles that it touches.
 */
void
jalon_tile_block_note (JalonTileBlock *self, const JalonShown *shown, const JalonRect *ink)
{
  JalonRect rect;
  JalonTileBlock touched;

  jalon_tile_block_get_rect (self, &rect);
  if (!jalon_rect_intersect (ink, &rect, &rect))
    return;
  jalon_tile_block_init (&touched, self->grid, self->layer, &rect);
  for (int row = 0; row < touched.n_rows; row++)
    for (int column = 0; column < touched.n_columns; column++)
      {
        int i = (touched.row + row - self->row) * self->n_columns + touched.column + column -
                self->column;

        g_array_append_val (self->shown[i], *shown);
      }
}

/**
 * jalon_tile_block_find_part:
 * @self: a block that has begun
 * @i: a tile that shows something else than it should
 * @part: (out): as many such tiles as lie together from there on
 */
void
jalon_tile_block_find_part (const JalonTileBlock *self, int i, JalonTileBlock *part)
{
  const int column = i % self->n_columns;
  const int row = i / self->n_columns;

  *part = (JalonTileBlock){ .grid = self->grid,
                            .layer = self->layer,
                            .column = self->column + column,
                            .row = self->row + row,
                            .n_rows = 1,
                            .shown = self->shown + i };
  while (column + part->n_columns < self->n_columns && part->shown[part->n_columns] != NULL)
    part->n_columns++;
  for (; row + part->n_rows < self->n_rows; part->n_rows++)
    for (int k = 0; k < part->n_columns; k++)
      if (part->shown[part->n_rows * self->n_columns + k] == NULL)
        return;
}
