/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-cut-label.h"

static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

/**
 * jalon_cut_label_watch:
 * @label: a label that ends in "…" where it has too little room
 *
 * Has the label show all of its text as a tooltip while it is cut.
 */
void
jalon_cut_label_watch (GtkLabel *label)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
