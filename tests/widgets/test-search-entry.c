/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-search-entry.h"

/* What is pasted comes later; until then GTK keeps the text of the entry. */
static void
paste (GtkWidget *entry)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (entry), "sear");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard");
}

static void
test_paste (void)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *window;

  jalon_search_entry_watch (GTK_SEARCH_ENTRY (entry));
  window = fixture_show (entry, 150, 50);
  paste (entry);
  while (gtk_editable_get_text (GTK_EDITABLE (entry))[0] == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "sear");
  fixture_finalise (window, entry);
}

/* As with Escape right after Ctrl+V: nothing is told of what comes too late. */
static void
test_gone_while_pasting (void)
{
  GtkWidget *entry = g_object_ref_sink (gtk_search_entry_new ());
  gpointer text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  jalon_search_entry_watch (GTK_SEARCH_ENTRY (entry));
  g_object_add_weak_pointer (text, &text);
  paste (entry);
  g_assert_finalize_object (entry);
  g_assert_nonnull (text);
  while (text != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-entry/paste", test_paste);
  g_test_add_func ("/search-entry/gone-while-pasting", test_gone_while_pasting);
  return fixture_run ();
}
