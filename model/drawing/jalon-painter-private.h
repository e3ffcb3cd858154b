/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-painter.h"

G_BEGIN_DECLS

/* Cairo counts in 24.8 bits and draws nothing at all after a number beyond them. */
#define JALON_PAINTER_FAR 1e6

/* Also makes a number of what is none. */
static inline double
jalon_painter_clamp (double value)
{
  return value > -JALON_PAINTER_FAR ? MIN (value, JALON_PAINTER_FAR) : -JALON_PAINTER_FAR;
}

static inline void
jalon_painter_set_colour (cairo_t *cr, const JalonColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/* jalon-painter.c */
void jalon_painter_paint_outline (cairo_t              *cr,
                                  const JalonPrimitive *primitive);
void jalon_painter_paint_picture (cairo_t              *cr,
                                  const JalonPrimitive *primitive);

/* jalon-painter-plain.c */
gboolean jalon_painter_is_far        (double                zoom);
gboolean jalon_painter_is_hard       (double                radius,
                                      double                zoom);
gboolean jalon_painter_is_speck      (double                size,
                                      double                zoom);
gboolean jalon_painter_has_bars      (JalonNode            *node,
                                      double                zoom);
double   jalon_painter_get_sign_size (const JalonPrimitive *primitive);

/* jalon-painter-text.c */
void jalon_painter_paint_text    (cairo_t              *cr,
                                  const JalonPrimitive *primitive);

G_END_DECLS
