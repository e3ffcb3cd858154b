/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "document/jalon-element.h"
#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/* A picture of a project: a PNG or JPEG file that was checked before it was decoded. */

JalonPicture    *jalon_picture_new            (JalonElement   *image,
                                               GError        **error);
JalonPicture    *jalon_picture_new_from_bytes (GBytes         *bytes,
                                               GError        **error);
JalonPicture    *jalon_picture_new_undecoded  (JalonElement   *image,
                                               GError        **error);
gboolean         jalon_picture_decode         (JalonPicture   *self,
                                               GError        **error);
JalonPicture    *jalon_picture_ref            (JalonPicture   *self);
void             jalon_picture_unref          (JalonPicture   *self);
guint            jalon_picture_get_width      (JalonPicture   *self);
guint            jalon_picture_get_height     (JalonPicture   *self);
GBytes          *jalon_picture_get_bytes      (JalonPicture   *self);
const char      *jalon_picture_get_mime       (JalonPicture   *self);
cairo_surface_t *jalon_picture_get_surface    (JalonPicture   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonPicture, jalon_picture_unref)

G_END_DECLS
