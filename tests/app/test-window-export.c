/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/jalon-export-dialog.h"
#include "app/jalon-window-private.h"
#include "fixture.h"
#include "window-fixture.h"

/* What is exported when the map, or the window, has gone. */

static GtkApplication *application;

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (JALON_IS_EXPORT_DIALOG (l->data))
      return l->data;
  return NULL;
}

/* Others, and undo, can take away all maps while people choose what to export. */
static void
test_no_map (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  GtkWidget *dialog;

  window_fixture_init (&fixture, application);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.export", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  jalon_window_show_map (fixture.window, NULL);
  g_signal_emit_by_name (dialog, "accepted");
  g_assert_null (fixture.window->chooser);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Whoever closes the window gets the map still, and the window goes in the thread that made it. */
static void
test_closed (gconstpointer folder)
{
  WindowFixture fixture = { 0 };
  g_autoptr (GFile) file = NULL;
  GtkWidget *dialog;

  g_assert_cmpint (g_chdir (folder), ==, 0);
  window_fixture_init (&fixture, application);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.export", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "accepted");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (fixture.window->chooser));
  g_signal_emit_by_name (fixture.window->chooser, "response", GTK_RESPONSE_ACCEPT);
  window_fixture_clear (&fixture);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add_func ("/window/export/no-map", test_no_map);
  g_test_add_data_func ("/window/export/closed", folder, test_closed);
  return fixture_run ();
}
