/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_REGISTER_TABLE (jalon_register_table_get_type ())

G_DECLARE_FINAL_TYPE (JalonRegisterTable, jalon_register_table, JALON, REGISTER_TABLE, JalonMapView)

GtkWidget *jalon_register_table_new (void);

G_END_DECLS
