/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-element.h"
#include "drawing/jalon-theme.h"

G_BEGIN_DECLS

#define JALON_TYPE_THUMBNAILER (jalon_thumbnailer_get_type ())

G_DECLARE_FINAL_TYPE (JalonThumbnailer, jalon_thumbnailer, JALON, THUMBNAILER, GObject)

JalonThumbnailer *jalon_thumbnailer_new         (void);
void              jalon_thumbnailer_draw_async  (JalonThumbnailer     *self,
                                                 JalonElement         *project,
                                                 const char           *map,
                                                 JalonThemeName        theme,
                                                 int                   width,
                                                 int                   height,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              data);
GdkTexture       *jalon_thumbnailer_draw_finish (JalonThumbnailer     *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
