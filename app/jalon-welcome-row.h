/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JALON_TYPE_WELCOME_ROW (jalon_welcome_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonWelcomeRow, jalon_welcome_row, JALON, WELCOME_ROW, AdwActionRow)

GtkWidget *jalon_welcome_row_new (const char *title,
                                  const char *subtitle,
                                  const char *icon);

G_END_DECLS
