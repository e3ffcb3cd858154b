/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JALON_TYPE_ZOOM_BAR (jalon_zoom_bar_get_type ())

G_DECLARE_FINAL_TYPE (JalonZoomBar, jalon_zoom_bar, JALON, ZOOM_BAR, AdwBin)

GtkWidget *jalon_zoom_bar_new          (void);
void       jalon_zoom_bar_set_zoom     (JalonZoomBar *self,
                                        double        zoom);
void       jalon_zoom_bar_set_overview (JalonZoomBar *self,
                                        gboolean      has_overview);

G_END_DECLS
