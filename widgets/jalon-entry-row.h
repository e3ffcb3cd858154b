/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_ENTRY_ROW (jalon_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonEntryRow, jalon_entry_row, JALON, ENTRY_ROW, AdwEntryRow)

GtkWidget *jalon_entry_row_new (JalonFieldBinding *binding);

G_END_DECLS
