/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_CHOICE_ROW (jalon_choice_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonChoiceRow, jalon_choice_row, JALON, CHOICE_ROW, AdwComboRow)

GtkWidget *jalon_choice_row_new (JalonFieldBinding *binding);

G_END_DECLS
