/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_INSPECTOR (jalon_inspector_get_type ())

G_DECLARE_FINAL_TYPE (JalonInspector, jalon_inspector, JALON, INSPECTOR, JalonMapView)

GtkWidget *jalon_inspector_new         (void);
gboolean   jalon_inspector_focus_first (JalonInspector *self);

G_END_DECLS
