/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_COLOUR_ROW (jalon_colour_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonColourRow, jalon_colour_row, JALON, COLOUR_ROW, AdwPreferencesRow)

GtkWidget *jalon_colour_row_new (JalonFieldBinding *binding);

G_END_DECLS
