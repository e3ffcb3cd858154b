/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-line-editor.h"
#include "widgets/jalon-outline-group.h"

G_BEGIN_DECLS

#define JALON_TYPE_OUTLINE_ROW (jalon_outline_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonOutlineRow, jalon_outline_row, JALON, OUTLINE_ROW, GtkWidget)

GtkWidget         *jalon_outline_row_new         (void);
GtkTreeListRow    *jalon_outline_row_get_row     (JalonOutlineRow *self);
void               jalon_outline_row_set_row     (JalonOutlineRow *self,
                                                  GtkTreeListRow  *row);
void               jalon_outline_row_set_selected (JalonOutlineRow *self,
                                                  gboolean         is_selected);
JalonElement      *jalon_outline_row_get_element (JalonOutlineRow *self);
JalonOutlineGroup *jalon_outline_row_get_group   (JalonOutlineRow *self);
void               jalon_outline_row_refresh     (JalonOutlineRow *self);
JalonLineEditor   *jalon_outline_row_edit        (JalonOutlineRow *self);
gboolean           jalon_outline_row_is_editing  (JalonOutlineRow *self);
void               jalon_outline_row_finish_edit (JalonOutlineRow *self);

G_END_DECLS
