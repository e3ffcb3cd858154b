/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout.h"
#include "drawing/jalon-theme.h"
#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_CANVAS (jalon_canvas_get_type ())

G_DECLARE_FINAL_TYPE (JalonCanvas, jalon_canvas, JALON, CANVAS, JalonMapView)

/* Application pixels for a canvas unit */
#define JALON_ZOOM_MIN 0.02
#define JALON_ZOOM_MAX 4.0

GtkWidget      *jalon_canvas_new          (void);
void            jalon_canvas_set_layout   (JalonCanvas    *self,
                                           JalonLayout    *layout);
void            jalon_canvas_set_theme    (JalonCanvas    *self,
                                           JalonThemeName  theme);
double          jalon_canvas_get_zoom     (JalonCanvas    *self);
void            jalon_canvas_set_zoom     (JalonCanvas    *self,
                                           double          zoom);
GVariant       *jalon_canvas_get_views    (JalonCanvas    *self);
void            jalon_canvas_set_views    (JalonCanvas    *self,
                                           GVariant       *views);
gboolean        jalon_canvas_get_editing  (JalonCanvas    *self);
void            jalon_canvas_reveal       (JalonCanvas    *self,
                                           const char     *id);

G_END_DECLS
