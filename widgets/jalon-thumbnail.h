/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-element.h"
#include "drawing/jalon-theme.h"

G_BEGIN_DECLS

void        jalon_thumbnail_draw_async  (JalonElement         *project,
                                         const char           *map,
                                         JalonThemeName        theme,
                                         int                   width,
                                         int                   height,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
GdkTexture *jalon_thumbnail_draw_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
