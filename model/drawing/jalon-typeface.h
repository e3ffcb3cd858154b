/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The families that texts are set in: the first that has the letter. The last is whatever there is
 * for the other scripts. */
#define JALON_FAMILY "Inter"
#define JALON_FAMILIES \
  JALON_FAMILY ", Cantarell, Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, sans-serif"

/* A weight and slant of these families in one size. */
typedef struct _JalonTypeface JalonTypeface;

JalonTypeface              *jalon_typeface_new      (double         size,
                                                     int            weight,
                                                     PangoStyle     slant);
void                        jalon_typeface_free     (JalonTypeface *self);
const PangoFontDescription *jalon_typeface_describe (JalonTypeface *self,
                                                     PangoContext  *context,
                                                     const char    *text);

G_END_DECLS
