/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jalon-report-dialog.h"
#include "fixture.h"

/* The dialog over @window. */
static GtkWidget *
find_dialog (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return GTK_WIDGET (other);
    }
  g_assert_not_reached ();
}

static void
test_one (void)
{
  GtkWidget *window = fixture_show (gtk_label_new ("Map"), 600, 400);
  g_autoptr (JalonReport) report = jalon_report_new ("a.jalon");
  GtkWidget *dialog, *row, *scroller;

  jalon_report_add (report, JALON_SEVERITY_WARNING, 7, "éa %0100d is far too long for a line", 0);
  jalon_report_dialog_present (GTK_WINDOW (window), report);
  dialog = find_dialog (window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "a.jalon was opened. There is one thing to know about it:");
  fixture_settle ();
  row = fixture_find_child (dialog, ADW_TYPE_ACTION_ROW, 0);
  scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (
    g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "Éa 0"));
  g_assert_cmpint (gtk_widget_get_height (row), >, 0);
  g_assert_cmpint (gtk_widget_get_height (row), <=, gtk_widget_get_height (scroller));
  fixture_finalise (window, dialog);
}

/* Each problem with its line, if it has one. */
static void
test_several (void)
{
  GtkWidget *window = fixture_show (gtk_label_new ("Map"), 600, 400);
  g_autoptr (JalonReport) report = jalon_report_new ("a.jalon");
  GtkWidget *dialog, *list, *row;

  jalon_report_add (report, JALON_SEVERITY_WARNING, 7, "%s is odd", "Tom & <b>");
  jalon_report_add (report, JALON_SEVERITY_ERROR, 0, "Nothing is right");
  jalon_report_dialog_present (GTK_WINDOW (window), report);
  dialog = find_dialog (window);
  list = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "a.jalon was opened. There are 2 things to know about it:");
  row = fixture_find_child (list, ADW_TYPE_ACTION_ROW, 0);
  fixture_check_label (row, "Tom & <b> is odd");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Line 7");
  row = fixture_find_child (list, ADW_TYPE_ACTION_ROW, 1);
  fixture_check_label (row, "Nothing is right");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
  g_assert_null (fixture_find_child (list, ADW_TYPE_ACTION_ROW, 2));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  fixture_finalise (window, dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/report-dialog/one", test_one);
  g_test_add_func ("/report-dialog/several", test_several);
  return fixture_run ();
}
