/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_MAP_ROW (jalon_map_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonMapRow, jalon_map_row, JALON, MAP_ROW, GtkListBoxRow)

GtkWidget    *jalon_map_row_new          (JalonElement *map);
JalonElement *jalon_map_row_get_map      (JalonMapRow  *self);
void          jalon_map_row_set_picture  (JalonMapRow  *self,
                                          GdkTexture   *texture);
void          jalon_map_row_set_editable (JalonMapRow  *self,
                                          gboolean      is_editable);
void          jalon_map_row_refresh      (JalonMapRow  *self);
void          jalon_map_row_rename       (JalonMapRow  *self);
void          jalon_map_row_finish_edit  (JalonMapRow  *self);
const char   *jalon_map_row_icon_for     (JalonKind     kind);

G_END_DECLS
