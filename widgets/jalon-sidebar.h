/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_SIDEBAR (jalon_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (JalonSidebar, jalon_sidebar, JALON, SIDEBAR, JalonMapView)

GtkWidget     *jalon_sidebar_new          (void);
GPtrArray     *jalon_sidebar_list_rows    (JalonSidebar  *self);
gboolean       jalon_sidebar_focus_map    (JalonSidebar  *self);
void           jalon_sidebar_delete       (JalonSidebar  *self,
                                           JalonElement  *map);
void           jalon_sidebar_rename       (JalonSidebar  *self);

G_END_DECLS
