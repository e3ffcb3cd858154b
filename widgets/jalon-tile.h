/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-tile-painter.h"

G_BEGIN_DECLS

/**
 * JalonShown:
 * @node: a node
 * @x: where it is, in canvas units
 * @y: where it is
 *
 * What a tile shows, beside others.
 */
typedef struct
{
  JalonNode *node;
  double     x;
  double     y;
} JalonShown;

/**
 * JalonPatch:
 * @rect: a part of a tile, in application pixels
 * @node: shows it, from its top left on
 *
 * GSK draws again what nodes show that it has not seen before, and cannot know that there is
 * something else on a surface. So what is painted on a tile gets a node over that of the tile.
 */
typedef struct
{
  JalonRect      rect;
  GskRenderNode *node;
} JalonPatch;

/**
 * JalonTile:
 * @layer: to which it belongs
 * @column: its place in the layer
 * @row: its place in the layer
 * @shown: (element-type JalonShown): what is painted on it
 * @surface: (nullable): on what, with others; %NULL if that is nothing but paper
 * @x: its place on @surface, in application pixels
 * @y: its place on @surface
 * @node: (nullable): shows it
 * @patches: (element-type JalonPatch): over it, where something else has been painted since
 * @stamp: of the scene that it shows
 * @last_frame: that showed it
 *
 * A square picture of a part of a layer.
 */
typedef struct
{
  int              layer;
  int              column;
  int              row;

  GArray          *shown;
  cairo_surface_t *surface;
  int              x;
  int              y;
  GskRenderNode   *node;
  GArray          *patches;
  guint            stamp;
  guint            last_frame;
} JalonTile;

JalonTile *jalon_tile_new        (int              layer,
                                  int              column,
                                  int              row,
                                  GArray          *shown);
void       jalon_tile_free       (gpointer         data);
void       jalon_tile_set_surface (JalonTile       *self,
                                  cairo_surface_t *surface,
                                  int              x,
                                  int              y,
                                  int              size);
gboolean   jalon_tile_shows      (const JalonTile *self,
                                  const GArray    *shown);
gboolean   jalon_tile_mend       (JalonTile       *self,
                                  GArray          *shown,
                                  JalonTilePainter *painter,
                                  const JalonRect *place);

void       jalon_tile_snapshot   (const JalonTile *self,
                                  GtkSnapshot     *snapshot,
                                  double           x,
                                  double           y);

guint      jalon_tile_hash       (gconstpointer    tile);
gboolean   jalon_tile_equal      (gconstpointer    a,
                                  gconstpointer    b);

G_END_DECLS
