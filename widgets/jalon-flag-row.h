/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_FLAG_ROW (jalon_flag_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonFlagRow, jalon_flag_row, JALON, FLAG_ROW, AdwActionRow)

GtkWidget *jalon_flag_row_new (JalonFieldBinding *binding);

G_END_DECLS
