/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_LONG_TEXT_DIALOG (jalon_long_text_dialog_get_type ())

G_DECLARE_FINAL_TYPE (JalonLongTextDialog,
                      jalon_long_text_dialog,
                      JALON,
                      LONG_TEXT_DIALOG,
                      AdwWindow)

GtkWidget *jalon_long_text_dialog_new     (GtkWindow         *parent,
                                           JalonFieldBinding *binding);
void       jalon_long_text_dialog_present (GtkWidget         *row,
                                           JalonFieldBinding *binding);

G_END_DECLS
