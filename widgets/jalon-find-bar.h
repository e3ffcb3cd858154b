/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_FIND_BAR (jalon_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (JalonFindBar, jalon_find_bar, JALON, FIND_BAR, AdwBin)

GtkWidget *jalon_find_bar_new      (void);
void       jalon_find_bar_set_view (JalonFindBar *self,
                                    JalonMapView *view);
gboolean   jalon_find_bar_is_open  (JalonFindBar *self);
void       jalon_find_bar_open     (JalonFindBar *self);
void       jalon_find_bar_step     (JalonFindBar *self,
                                    gboolean      forward);

G_END_DECLS
