/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What tiles are painted on, many of them on one surface. One that is shown no more is used again
 * while people move: memory that was in use is there at once. */

typedef struct _JalonTileSurfaces JalonTileSurfaces;

JalonTileSurfaces *jalon_tile_surfaces_new  (void);
void               jalon_tile_surfaces_free (JalonTileSurfaces *self);
cairo_surface_t   *jalon_tile_surfaces_take (JalonTileSurfaces *self,
                                             int                width,
                                             int                height,
                                             int                scale);
cairo_surface_t   *jalon_tile_surfaces_cut  (cairo_surface_t   *surface,
                                             int                x,
                                             int                y,
                                             int                width,
                                             int                height);
GskRenderNode     *jalon_tile_surfaces_show (cairo_surface_t   *surface,
                                             const cairo_matrix_t *matrix,
                                             int                width,
                                             int                height);

G_END_DECLS
