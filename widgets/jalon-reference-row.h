/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_REFERENCE_ROW (jalon_reference_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonReferenceRow, jalon_reference_row, JALON, REFERENCE_ROW, AdwComboRow)

GtkWidget *jalon_reference_row_new (JalonFieldBinding *binding);

G_END_DECLS
