/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_REGISTER_TABLE (jalon_register_table_get_type ())

G_DECLARE_FINAL_TYPE (JalonRegisterTable, jalon_register_table, JALON, REGISTER_TABLE, AdwBin)

GtkWidget     *jalon_register_table_new          (void);
JalonDocument *jalon_register_table_get_document (JalonRegisterTable *self);
void           jalon_register_table_set_document (JalonRegisterTable *self,
                                                  JalonDocument      *document);
JalonElement  *jalon_register_table_get_map      (JalonRegisterTable *self);
void           jalon_register_table_set_map      (JalonRegisterTable *self,
                                                  JalonElement       *map);
gboolean       jalon_register_table_get_editable (JalonRegisterTable *self);
void           jalon_register_table_set_editable (JalonRegisterTable *self,
                                                  gboolean            is_editable);
void           jalon_register_table_finish_edit  (JalonRegisterTable *self);

G_END_DECLS
