/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JALON_TYPE_WELCOME (jalon_welcome_get_type ())

G_DECLARE_FINAL_TYPE (JalonWelcome, jalon_welcome, JALON, WELCOME, AdwBin)

GtkWidget *jalon_welcome_new (GMenuModel *menu);

G_END_DECLS
