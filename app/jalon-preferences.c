/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-preferences.h"

#include <glib/gi18n.h>

#include "app/jalon-settings.h"

/* What people want done their way. Everything is a setting, and takes effect at once. */

struct _JalonPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template children */
  AdwComboRow *language;
  AdwComboRow *scale;
  AdwComboRow *theme;
  GtkSwitch *autosave;
  GtkSpinButton *backups;

  /* Owned */
  GSettings *settings; /* NULL if the program was not installed */
};

G_DEFINE_FINAL_TYPE (JalonPreferences, jalon_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The entries of the rows, in their order. */
static const char *const scales[] = { "1", "2", "3", "4", NULL };
static const char *const themes[] = { "light", "dark", "print", NULL };

/* That of the desktop, then those that Jalon speaks. */
static const char *const *
get_languages (void)
{
  static const char *nicks[16] = { "" };

  for (guint i = 0; jalon_language_choices[i].nick != NULL; i++)
    nicks[i + 1] = jalon_language_choices[i].nick;
  return nicks;
}

static gboolean
to_entry (GValue *value, GVariant *variant, gpointer data)
{
  const char *const *nicks = data;
  g_autofree char *nick = g_variant_is_of_type (variant, G_VARIANT_TYPE_INT32)
                            ? g_strdup_printf ("%d", g_variant_get_int32 (variant))
                            : g_variant_dup_string (variant, NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    if (strcmp (nicks[i], nick) == 0)
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
to_setting (const GValue *value, const GVariantType *type, gpointer data)
{
  const char *const *nicks = data;
  const char *nick = nicks[g_value_get_uint (value)];

  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
    return g_variant_new_int32 ((int) g_ascii_strtoll (nick, NULL, 10));
  return g_variant_new_string (nick);
}

static void
bind (JalonPreferences *self, const char *key, AdwComboRow *row, const char *const *nicks)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                to_entry, to_setting, (gpointer) nicks, NULL);
}

static void
fill_languages (JalonPreferences *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _ ("As the desktop"));
  for (guint i = 0; jalon_language_choices[i].nick != NULL; i++)
    gtk_string_list_append (model, jalon_language_choices[i].label);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (model));
}

static void
jalon_preferences_dispose (GObject *object)
{
  JalonPreferences *self = JALON_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_PREFERENCES);

  G_OBJECT_CLASS (jalon_preferences_parent_class)->dispose (object);
}

static void
jalon_preferences_class_init (JalonPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, JalonPreferences, scale);
  gtk_widget_class_bind_template_child (widget_class, JalonPreferences, theme);
  gtk_widget_class_bind_template_child (widget_class, JalonPreferences, autosave);
  gtk_widget_class_bind_template_child (widget_class, JalonPreferences, backups);
}

static void
jalon_preferences_init (JalonPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  self->settings = jalon_settings_new ();
  if (self->settings == NULL)
    return;
  bind (self, "language", self->language, get_languages ());
  bind (self, "export-scale", self->scale, scales);
  bind (self, "export-theme", self->theme, themes);
  g_settings_bind (self->settings, "autosave", self->autosave, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "backups", self->backups, "value", G_SETTINGS_BIND_DEFAULT);
}

/**
 * jalon_preferences_new:
 * @parent: (nullable): over which window
 *
 * Returns: (transfer floating): the window, not shown yet
 */
GtkWidget *
jalon_preferences_new (GtkWindow *parent)
{
  return g_object_new (JALON_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
