/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-report-dialog.h"

#include <glib/gi18n.h>

/* Size of the list, in application pixels; longer ones scroll. */
#define WIDTH 420
#define MOST_HEIGHT 320

/* What is said behind the name of a file begins in lower case. */
static char *
begin_sentence (const char *message)
{
  GString *sentence = g_string_new (NULL);

  g_string_append_unichar (sentence, g_unichar_totitle (g_utf8_get_char (message)));
  g_string_append (sentence, g_utf8_next_char (message));
  return g_string_free (sentence, FALSE);
}

static GtkWidget *
make_list (JalonReport *report)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < jalon_report_get_n (report); i++)
    {
      const JalonProblem *problem = jalon_report_get (report, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = begin_sentence (problem->message);
      g_autofree char *line = g_strdup_printf (_ ("Line %u"), problem->line);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      if (problem->line > 0)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

/* A scroller asks for the height of lines that are not broken: it is told that of these. */
static void
add_list (AdwMessageDialog *dialog, GtkWidget *list)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  int height;

  gtk_widget_set_size_request (list, WIDTH, -1);
  gtk_scrolled_window_set_child (scroller, list);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (scroller));
  gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (scroller, MIN (height, MOST_HEIGHT));
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

  add_list (ADW_MESSAGE_DIALOG (dialog), make_list (report));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
