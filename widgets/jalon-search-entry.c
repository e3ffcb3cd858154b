/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-search-entry.h"

#include "widgets/jalon-field-text.h"

static void
parent_cb (GtkWidget *text, GParamSpec *pspec, gpointer entry)
{
  if (gtk_widget_get_parent (text) == NULL)
    g_signal_handlers_disconnect_by_data (text, entry);
}

/**
 * jalon_search_entry_watch:
 * @entry: an entry that has just been made
 *
 * Has @entry hold no more than GTK can move in, and lets it go while it waits for what is pasted.
 * Its text lives until that comes, and in GTK 4.8 would then tell an entry that is gone that it has
 * changed.
 */
void
jalon_search_entry_watch (GtkSearchEntry *entry)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  gtk_text_set_max_length (GTK_TEXT (text), JALON_FIELD_TEXT_QUERY);
  g_signal_connect (text, "notify::parent", G_CALLBACK (parent_cb), entry);
}
