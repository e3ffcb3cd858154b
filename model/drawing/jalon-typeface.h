/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* A weight and slant of the families in one size. */
typedef struct _JalonTypeface JalonTypeface;

JalonTypeface *jalon_typeface_new         (double         size,
                                           int            weight,
                                           PangoStyle     slant);
void           jalon_typeface_free        (JalonTypeface *self);
PangoLayout   *jalon_typeface_make_layout (JalonTypeface *self,
                                           PangoContext  *all,
                                           PangoContext  *family,
                                           const char    *text);

G_END_DECLS
