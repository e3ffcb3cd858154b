/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-search-entry.h"

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
 * Lets @entry go while it waits for what is pasted. Its text lives until that comes, and in GTK 4.8
 * would then tell an entry that is gone that it has changed.
 */
void
jalon_search_entry_watch (GtkSearchEntry *entry)
{
  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "notify::parent",
                    G_CALLBACK (parent_cb), entry);
}
