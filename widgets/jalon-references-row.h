/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_REFERENCES_ROW (jalon_references_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonReferencesRow,
                      jalon_references_row,
                      JALON,
                      REFERENCES_ROW,
                      AdwExpanderRow)

GtkWidget *jalon_references_row_new (JalonFieldBinding *binding);

G_END_DECLS
