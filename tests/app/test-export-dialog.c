/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-export-dialog.h"
#include "fixture.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *dialog;
  guint n_accepted;
} Fixture;

static void
accepted_cb (Fixture *self)
{
  self->n_accepted++;
}

static void
init (Fixture *self)
{
  self->window = fixture_show (gtk_label_new ("Map"), 600, 400);
  self->dialog = jalon_export_dialog_new (GTK_WINDOW (self->window));
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  fixture_settle ();
}

/* The dialog goes with the window; nothing may still hold it. */
static void
clear (Fixture *self)
{
  fixture_finalise (self->window, self->window);
  g_assert_null (self->dialog);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static JalonExportDialog *
get (Fixture *fixture)
{
  return JALON_EXPORT_DIALOG (fixture->dialog);
}

/* Format, size and colours, in this order. */
static AdwComboRow *
get_row (Fixture *fixture, guint i)
{
  return ADW_COMBO_ROW (fixture_find_child (fixture->dialog, ADW_TYPE_COMBO_ROW, i));
}

/* Chooses entry @i, which people read as something that begins with @words. */
static void
choose (AdwComboRow *row, guint i, const char *words)
{
  GtkStringObject *item;

  adw_combo_row_set_selected (row, i);
  item = adw_combo_row_get_selected_item (row);
  g_assert_true (g_str_has_prefix (gtk_string_object_get_string (item), words));
}

static guint
get_n (AdwComboRow *row)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (row));
}

static void
test_defaults (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  g_assert_cmpint (jalon_export_dialog_get_format (get (&fixture)), ==, JALON_FORMAT_PNG);
  g_assert_cmpfloat (jalon_export_dialog_get_scale (get (&fixture)), ==, 2);
  g_assert_cmpint (jalon_export_dialog_get_theme (get (&fixture)), ==, JALON_THEME_LIGHT);
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (fixture.dialog)));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (fixture.dialog)) ==
                 GTK_WINDOW (fixture.window));
}

/* What people read is what they get; the size is asked where it matters. */
static void
test_formats (void)
{
  static const struct
  {
    const char *words;
    JalonFormat format;
    gboolean has_size;
  } cases[] = {
    { "SVG", JALON_FORMAT_SVG, FALSE },
    { "PDF", JALON_FORMAT_PDF, FALSE },
    { "PNG", JALON_FORMAT_PNG, TRUE },
  };
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  g_assert_cmpuint (get_n (get_row (&fixture, 0)), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (get_row (&fixture, 0), cases[i].format, cases[i].words);
      g_assert_cmpint (jalon_export_dialog_get_format (get (&fixture)), ==, cases[i].format);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_row (&fixture, 1))) ==
                     cases[i].has_size);
    }
}

static void
test_sizes (void)
{
  static const char *const words[] = { "As on", "Twice", "Three", "Four" };
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  g_assert_cmpuint (get_n (get_row (&fixture, 1)), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      choose (get_row (&fixture, 1), i, words[i]);
      g_assert_cmpfloat (jalon_export_dialog_get_scale (get (&fixture)), ==, i + 1);
    }
}

static void
test_themes (void)
{
  static const char *const words[] = {
    [JALON_THEME_LIGHT] = "Light",
    [JALON_THEME_DARK] = "Dark",
    [JALON_THEME_PRINT] = "Print",
  };
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  g_assert_cmpuint (get_n (get_row (&fixture, 2)), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      choose (get_row (&fixture, 2), i, words[i]);
      g_assert_cmpint (jalon_export_dialog_get_theme (get (&fixture)), ==, i);
    }
}

/* Export tells of it and closes, also by Enter. */
static void
test_accept (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *button;

  init (&fixture);
  button = gtk_window_get_default_widget (GTK_WINDOW (fixture.dialog));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Export…");
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  g_assert_cmpuint (fixture.n_accepted, ==, 1);
  g_assert_null (fixture.dialog);
}

static void
test_cancel (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *button;

  init (&fixture);
  button = fixture_find_child (fixture.dialog, GTK_TYPE_BUTTON, 0);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Cancel");
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  g_assert_cmpuint (fixture.n_accepted, ==, 0);
  g_assert_null (fixture.dialog);
}

static void
test_accessible (void)
{
  static const char *const names[] = { "Format", "Size", "Colours" };
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *row = GTK_WIDGET (get_row (&fixture, i));

      fixture_check_label (row, names[i]);
      g_assert_true (fixture_reaches (fixture.dialog, row));
    }
  g_assert_true (
    fixture_reaches (fixture.dialog, gtk_window_get_default_widget (GTK_WINDOW (fixture.dialog))));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/export-dialog/defaults", test_defaults);
  g_test_add_func ("/export-dialog/formats", test_formats);
  g_test_add_func ("/export-dialog/sizes", test_sizes);
  g_test_add_func ("/export-dialog/themes", test_themes);
  g_test_add_func ("/export-dialog/accept", test_accept);
  g_test_add_func ("/export-dialog/cancel", test_cancel);
  g_test_add_func ("/export-dialog/accessible", test_accessible);
  return fixture_run ();
}
