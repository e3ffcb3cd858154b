/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-scene.h"
#include "widgets/jalon-tile-surfaces.h"

G_BEGIN_DECLS

/**
 * JalonTilePainter:
 * @surfaces: what is painted on
 * @zoom: application pixels for a canvas unit
 * @scale: pixels of the device for an application pixel
 * @paper: what is below all
 * @scene: what is shown, between begin and end
 * @seen: (element-type guint): indices of items, in the order of painting, between begin and end
 * @part: (nullable): the last part that tiles were mended with; %NULL if that is nothing but paper
 * @part_rect: where it is on the sheet; empty if there is none
 *
 * Paints parts of a scene. Places are in application pixels from the top left of the sheet.
 */
typedef struct
{
  JalonTileSurfaces *surfaces;
  double             zoom;
  int                scale;
  JalonColour        paper;

  JalonScene        *scene;
  const GArray      *seen;
  cairo_surface_t   *part;
  JalonRect          part_rect;
} JalonTilePainter;

void             jalon_tile_painter_get_ink    (const JalonTilePainter *self,
                                                JalonNode              *node,
                                                double                  x,
                                                double                  y,
                                                JalonRect              *rect);
void             jalon_tile_painter_begin      (JalonTilePainter       *self,
                                                JalonScene             *scene,
                                                const GArray           *seen);
void             jalon_tile_painter_end        (JalonTilePainter       *self);
cairo_surface_t *jalon_tile_painter_paint      (const JalonTilePainter *self,
                                                const JalonRect        *rect);
void             jalon_tile_painter_mend       (JalonTilePainter       *self,
                                                cairo_surface_t        *surface,
                                                const JalonPoint       *origin,
                                                const JalonRect        *rect,
                                                const JalonRect        *change);
void             jalon_tile_painter_show_paper (const JalonTilePainter *self,
                                                GtkSnapshot            *snapshot,
                                                const JalonRect        *view,
                                                cairo_region_t         *shown);

G_END_DECLS
