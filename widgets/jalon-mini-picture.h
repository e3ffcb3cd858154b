/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

/* A small picture of a scene, painted a little at a time while nothing else is to be done. */

typedef struct _JalonMiniPicture JalonMiniPicture;

JalonMiniPicture *jalon_mini_picture_new      (GFunc              done,
                                               gpointer           data);
void              jalon_mini_picture_free     (JalonMiniPicture  *self);
void              jalon_mini_picture_paint    (JalonMiniPicture  *self,
                                               JalonScene        *scene,
                                               int                width,
                                               int                height);
void              jalon_mini_picture_stop     (JalonMiniPicture  *self);
GdkTexture       *jalon_mini_picture_get      (JalonMiniPicture  *self);

G_END_DECLS
