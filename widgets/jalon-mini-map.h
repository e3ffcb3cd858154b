/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-canvas.h"

G_BEGIN_DECLS

#define JALON_TYPE_MINI_MAP (jalon_mini_map_get_type ())

G_DECLARE_FINAL_TYPE (JalonMiniMap, jalon_mini_map, JALON, MINI_MAP, GtkWidget)

GtkWidget *jalon_mini_map_new        (void);
void       jalon_mini_map_set_canvas (JalonMiniMap *self,
                                      JalonCanvas  *canvas);
void       jalon_mini_map_set_wanted (JalonMiniMap *self,
                                      gboolean      is_wanted);

G_END_DECLS
