/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-tile.h"

G_BEGIN_DECLS

/**
 * JalonTileGrid:
 * @is_set: whether the tiles begin somewhere
 * @x: in whole application pixels
 * @y: in whole application pixels
 *
 * Where the tiles of a layer begin: where the view did when there were none. The fewer of them
 * reach out of it, the less has to be painted while people zoom.
 */
typedef struct
{
  gboolean is_set;
  double   x;
  double   y;
} JalonTileGrid;

/**
 * JalonTileBlock:
 * @grid: of the layer
 * @layer: which
 * @column: of its first tile
 * @row: of its first tile
 * @n_columns: how many there are beside each other
 * @n_rows: how many below each other
 * @shown: (array) (element-type GArray): what each should show, row by row, after
 *   jalon_tile_block_begin(); %NULL for what is on the tile already
 *
 * Some tiles side by side, and below each other.
 */
typedef struct
{
  const JalonTileGrid *grid;
  int                  layer;
  int                  column;
  int                  row;
  int                  n_columns;
  int                  n_rows;
  GArray             **shown;
} JalonTileBlock;

void jalon_tile_block_init      (JalonTileBlock       *self,
                                 const JalonTileGrid  *grid,
                                 int                   layer,
                                 const JalonRect      *rect);
void jalon_tile_block_get_rect  (const JalonTileBlock *self,
                                 JalonRect            *rect);
void jalon_tile_block_get_place (const JalonTileBlock *self,
                                 int                   i,
                                 JalonRect            *rect);
void jalon_tile_block_begin     (JalonTileBlock       *self);
void jalon_tile_block_note      (JalonTileBlock       *self,
                                 const JalonShown     *shown,
                                 const JalonRect      *ink);
void jalon_tile_block_find_part (const JalonTileBlock *self,
                                 int                   i,
                                 JalonTileBlock       *part);

G_END_DECLS
