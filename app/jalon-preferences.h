/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JALON_TYPE_PREFERENCES (jalon_preferences_get_type ())

G_DECLARE_FINAL_TYPE (JalonPreferences, jalon_preferences, JALON, PREFERENCES, AdwPreferencesWindow)

GtkWidget *jalon_preferences_new (GtkWindow *parent);

G_END_DECLS
