/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

void  jalon_painter_trace        (cairo_t          *cr,
                                  const JalonPrimitive *primitive);
void  jalon_painter_paint_node   (cairo_t          *cr,
                                  JalonNode        *node);
void  jalon_painter_paint_plain  (cairo_t          *cr,
                                  JalonNode        *node);
void  jalon_painter_paint_zoomed (cairo_t          *cr,
                                  JalonNode        *node,
                                  double            zoom);
guint jalon_painter_get_detail   (double            zoom);
void  jalon_painter_paint_items  (cairo_surface_t  *surface,
                                  const JalonPoint *origin,
                                  double            zoom,
                                  const JalonItem  *items,
                                  const guint      *indices,
                                  guint             n_indices);
void  jalon_painter_paint_scene  (cairo_t          *cr,
                                  JalonScene       *scene,
                                  const JalonRect  *clip);

G_END_DECLS
