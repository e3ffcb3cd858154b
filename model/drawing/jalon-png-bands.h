/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bands of a PNG file: while one is painted, others are compressed by threads of their own.
 * Each is a part of one deflate stream that needs nothing of the parts before. */

typedef struct _JalonPngBands JalonPngBands;

/* @pixels: what is painted: xRGB, @rows of them
 * @data: what was compressed of it
 * @sum: Adler-32 of what was compressed
 * @length: bytes of what was compressed */
typedef struct
{
  guint32    *pixels;
  int         rows;
  gboolean    is_last;
  GByteArray *data;
  gulong      sum;
  gsize       length;
  gboolean    is_busy;
} JalonPngBand;

#define JALON_PNG_N_BANDS 3

JalonPngBands *jalon_png_bands_new  (int            width,
                                     int            rows);
void           jalon_png_bands_free (JalonPngBands *self);
JalonPngBand  *jalon_png_bands_next (JalonPngBands *self);
void           jalon_png_bands_push (JalonPngBands *self,
                                     JalonPngBand  *band,
                                     int            rows,
                                     gboolean       is_last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonPngBands, jalon_png_bands_free)

G_END_DECLS
