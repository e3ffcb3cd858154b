/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/**
 * JalonPixels:
 * @data: four bytes for a pixel
 * @stride: from row to row, in bytes
 * @width: in pixels
 * @height: in pixels
 *
 * The pixels of a surface. To set them takes a tenth of the time of cairo_fill(). What Cairo has
 * drawn is to be flushed before, and what is set to be marked after.
 */
typedef struct
{
  guchar *data;
  int     stride;
  int     width;
  int     height;
} JalonPixels;

gboolean jalon_pixels_init (JalonPixels       *self,
                            cairo_surface_t   *surface);
guint32  jalon_pixels_get  (const JalonColour *colour);
void     jalon_pixels_fill (const JalonPixels *self,
                            const JalonRect   *rect,
                            guint32            pixel);

G_END_DECLS
