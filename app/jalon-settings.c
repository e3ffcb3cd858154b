/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-settings.h"

#define SCHEMA "org.jalon.Jalon"

/**
 * jalon_settings_new:
 *
 * Opens the settings. A program that was not installed has none, and should start all the same:
 * GLib would end it.
 *
 * Returns: (transfer full) (nullable): the settings
 */
GSettings *
jalon_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* What people chose, or −1. */
static int
get_chosen_language (void)
{
  g_autoptr (GSettings) settings = jalon_settings_new ();
  g_autofree char *nick = settings != NULL ? g_settings_get_string (settings, "language") : NULL;

  return nick != NULL ? jalon_choices_find (jalon_language_choices, nick) : -1;
}

/**
 * jalon_settings_get_language:
 *
 * Returns: the language that new projects should have: what people chose, or that of the desktop,
 *   if Jalon speaks it
 */
JalonLanguage
jalon_settings_get_language (void)
{
  const char *const *names = g_get_language_names ();
  int chosen = get_chosen_language ();

  if (chosen >= 0)
    return chosen;
  for (guint i = 0; names[i] != NULL; i++)
    {
      int language = jalon_choices_find (jalon_language_choices, names[i]);

      if (language >= 0)
        return language;
    }
  return JALON_LANGUAGE_EN;
}
