/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_TEXT_ROW (jalon_text_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonTextRow, jalon_text_row, JALON, TEXT_ROW, AdwPreferencesRow)

GtkWidget *jalon_text_row_new (JalonFieldBinding *binding);

G_END_DECLS
