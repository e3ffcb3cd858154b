/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_MAP_PICTURE (jalon_map_picture_get_type ())

G_DECLARE_FINAL_TYPE (JalonMapPicture, jalon_map_picture, JALON, MAP_PICTURE, GtkWidget)

/* In application pixels */
#define JALON_MAP_PICTURE_WIDTH 48
#define JALON_MAP_PICTURE_HEIGHT 32

void        jalon_map_picture_set_icon    (JalonMapPicture *self,
                                           const char      *name);
GdkTexture *jalon_map_picture_get_texture (JalonMapPicture *self);
void        jalon_map_picture_set_texture (JalonMapPicture *self,
                                           GdkTexture      *texture);

G_END_DECLS
