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
 *
 * Paints parts of a scene. Places are in application pixels from the top left of the sheet.
 */
typedef struct
{
  JalonTileSurfaces *surfaces;
  double             zoom;
  int                scale;
  JalonColour        paper;
} JalonTilePainter;

void             jalon_tile_painter_get_ink    (const JalonTilePainter *self,
                                                JalonNode              *node,
                                                double                  x,
                                                double                  y,
                                                JalonRect              *rect);
cairo_surface_t *jalon_tile_painter_paint      (const JalonTilePainter *self,
                                                const JalonRect        *rect,
                                                JalonScene             *scene,
                                                const GArray           *seen);
void             jalon_tile_painter_mend       (const JalonTilePainter *self,
                                                cairo_surface_t        *surface,
                                                const JalonPoint       *origin,
                                                const JalonRect        *rect,
                                                JalonScene             *scene,
                                                const GArray           *seen);
void             jalon_tile_painter_show_paper (const JalonTilePainter *self,
                                                GtkSnapshot            *snapshot,
                                                const JalonRect        *view,
                                                const cairo_region_t   *shown);

G_END_DECLS
