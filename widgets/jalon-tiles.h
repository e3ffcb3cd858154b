/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

/* A scene as square pictures side by side, each painted once and kept while what it shows stays the
 * same: to scroll is to put them elsewhere, and after a change only those that show it are painted
 * again. GSK compares them by address. Layers that move apart have pictures of their own. */

typedef struct _JalonTiles JalonTiles;

/**
 * JALON_TILE_SIZE:
 *
 * Width and height of a tile, in application pixels.
 */
#define JALON_TILE_SIZE 256

#define JALON_TILES_N_LAYERS 4

JalonTiles *jalon_tiles_new      (void);
void        jalon_tiles_free     (JalonTiles        *self);
void        jalon_tiles_expire   (JalonTiles        *self);
void        jalon_tiles_regroup  (JalonTiles        *self,
                                  const JalonRect   *kept);
void        jalon_tiles_begin    (JalonTiles        *self,
                                  double             zoom,
                                  int                scale,
                                  const JalonColour *paper,
                                  gboolean           is_zooming);
void        jalon_tiles_align    (JalonTiles        *self,
                                  int                layer,
                                  JalonRect         *rect);
void        jalon_tiles_snapshot (JalonTiles        *self,
                                  GtkSnapshot       *snapshot,
                                  int                layer,
                                  JalonScene        *scene,
                                  const GArray      *seen,
                                  const JalonRect   *view);
void        jalon_tiles_end      (JalonTiles        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonTiles, jalon_tiles_free)

G_END_DECLS
