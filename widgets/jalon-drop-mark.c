/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-drop-mark.h"

/**
 * jalon_drop_mark_set:
 * @row: a row of a list
 * @mark: where what is dragged over it would go
 *
 * Shows that, and that alone.
 */
void
jalon_drop_mark_set (GtkWidget *row, JalonDropMark mark)
{
  static const char *const classes[] = { [JALON_DROP_ABOVE] = "drop-above",
                                         [JALON_DROP_BELOW] = "drop-below",
                                         [JALON_DROP_ONTO] = "drop-onto" };

  for (guint i = JALON_DROP_ABOVE; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (row, classes[i]);
  if (mark != JALON_DROP_NONE)
    gtk_widget_add_css_class (row, classes[mark]);
}

/**
 * jalon_drop_mark_is_above:
 * @widget: what a row shows
 * @y: the height of the pointer in it
 *
 * Returns: %TRUE if what is dropped goes above the row, %FALSE if below
 */
gboolean
jalon_drop_mark_is_above (GtkWidget *widget, double y)
{
  return y < gtk_widget_get_height (widget) / 2.0;
}
