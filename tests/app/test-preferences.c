/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-export-dialog.h"
#include "app/jalon-preferences.h"
#include "app/jalon-settings.h"
#include "fixture.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *preferences;
  GSettings *settings;
} Fixture;

static void
init (Fixture *self)
{
  self->settings = jalon_settings_new ();
  self->window = fixture_show (gtk_label_new ("Map"), 600, 400);
  self->preferences = jalon_preferences_new (GTK_WINDOW (self->window));
  g_object_add_weak_pointer (G_OBJECT (self->preferences), (gpointer *) &self->preferences);
  gtk_window_present (GTK_WINDOW (self->preferences));
  fixture_settle ();
}

static void
clear (Fixture *self)
{
  static const char *const keys[] = { "language", "export-scale", "export-theme", "autosave",
                                      "backups" };

  fixture_finalise (self->window, self->window);
  g_assert_null (self->preferences);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
  g_clear_object (&self->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

/* Language, size and colours, in this order. */
static AdwComboRow *
get_row (Fixture *fixture, guint i)
{
  return ADW_COMBO_ROW (fixture_find_child (fixture->preferences, ADW_TYPE_COMBO_ROW, i));
}

static void
test_language (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *nick = NULL;

  init (&fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (get_row (&fixture, 0)), ==, 0);
  for (guint i = 0; jalon_language_choices[i].nick != NULL; i++)
    {
      adw_combo_row_set_selected (get_row (&fixture, 0), i + 1);
      g_assert_cmpint (jalon_settings_get_language (), ==, i);
    }
  adw_combo_row_set_selected (get_row (&fixture, 0), 0);
  nick = g_settings_get_string (fixture.settings, "language");
  g_assert_cmpstr (nick, ==, "");
  g_settings_set_string (fixture.settings, "language", "fr");
  g_assert_cmpuint (adw_combo_row_get_selected (get_row (&fixture, 0)), ==, JALON_LANGUAGE_FR + 1);
  /* Not one that Jalon speaks: that of the desktop. */
  g_settings_set_string (fixture.settings, "language", "tlh");
  g_assert_cmpint (jalon_settings_get_language (), ==, JALON_LANGUAGE_EN);
}

/* The dialog of export begins with what people chose here. */
static void
test_export (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (get_row (&fixture, 1)), ==, 1);
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 3; j++)
      {
        GtkWidget *dialog;

        adw_combo_row_set_selected (get_row (&fixture, 1), i);
        adw_combo_row_set_selected (get_row (&fixture, 2), j);
        dialog = jalon_export_dialog_new (GTK_WINDOW (fixture.window));
        g_assert_cmpfloat (jalon_export_dialog_get_scale (JALON_EXPORT_DIALOG (dialog)), ==, i + 1);
        g_assert_cmpuint (jalon_export_dialog_get_theme (JALON_EXPORT_DIALOG (dialog)), ==, j);
        gtk_window_destroy (GTK_WINDOW (dialog));
      }
}

static void
test_autosave (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *button;

  init (&fixture);
  button = fixture_find_child (fixture.preferences, GTK_TYPE_SWITCH, 0);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (button)));
  gtk_switch_set_active (GTK_SWITCH (button), FALSE);
  g_assert_false (g_settings_get_boolean (fixture.settings, "autosave"));
}

static void
test_backups (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *button;

  init (&fixture);
  button = fixture_find_child (fixture.preferences, GTK_TYPE_SPIN_BUTTON, 0);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (button)), ==, 10);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (button), 3);
  g_assert_cmpint (g_settings_get_int (fixture.settings, "backups"), ==, 3);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/preferences/language", test_language);
  g_test_add_func ("/preferences/export", test_export);
  g_test_add_func ("/preferences/autosave", test_autosave);
  g_test_add_func ("/preferences/backups", test_backups);
  return fixture_run ();
}
