/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "document/choices.h"

G_BEGIN_DECLS

/**
 * JalonPictureShape:
 * @side: the longest side, in pixels
 * @is_square: whether it is cropped to a square
 *
 * What a place on a map needs of a picture.
 */
typedef struct
{
  guint    side;
  gboolean is_square;
} JalonPictureShape;

double     jalon_picture_shape_get_scale (const JalonPictureShape *self,
                                          guint                    width,
                                          guint                    height);
GdkPixbuf *jalon_picture_shape_apply     (const JalonPictureShape *self,
                                          GdkPixbuf               *pixbuf);
GBytes    *jalon_picture_shape_encode    (GdkPixbuf               *pixbuf,
                                          JalonImageType          *type);

G_END_DECLS
