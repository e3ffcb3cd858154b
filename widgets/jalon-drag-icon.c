/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-drag-icon.h"

#include "widgets/jalon-candidates.h"

/* Beside the pointer, which would hide the beginning of the name. */
#define OFFSET 12

#define MOST_CHARS 32

/**
 * jalon_drag_icon_show:
 * @drag: a drag that begins
 * @element: what is dragged
 *
 * Shows the name of @element at the pointer, on a ground of its own: it passes over other texts.
 */
void
jalon_drag_icon_show (GdkDrag *drag, JalonElement *element)
{
  GtkWidget *label = gtk_label_new (jalon_candidates_name (element));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_add_css_class (label, "dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -OFFSET, -OFFSET);
}
