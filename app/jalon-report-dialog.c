/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-report-dialog.h"

#include <glib/gi18n.h>

/* Height of the list, in application pixels; longer ones scroll. */
#define MOST_HEIGHT 320

static GtkWidget *
make_list (JalonReport *report)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < jalon_report_get_n (report); i++)
    {
      const JalonProblem *problem = jalon_report_get (report, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *line = g_strdup_printf (_ ("Line %u"), problem->line);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->message);
      if (problem->line > 0)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  return scroller;
}

/**
 * jalon_report_dialog_present:
 * @parent: over which window
 * @report: what a reader noticed, at least one thing
 *
 * Tells people what was corrected, left out or kept aside when a file was read.
 */
void
jalon_report_dialog_present (GtkWindow *parent, JalonReport *report)
{
  guint n = jalon_report_get_n (report) + jalon_report_get_n_left (report);
  g_autofree char *body =
    g_strdup_printf (ngettext ("%s was opened. There is one thing to know about it:",
                               "%s was opened. There are %u things to know about it:", n),
                     jalon_report_get_file (report), n);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("The File Is Not Quite Right"), body);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (report));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
