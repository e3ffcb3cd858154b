/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-descendant.h"

/**
 * jalon_descendant_find:
 * @widget: a widget
 * @is_it: says whether a widget is looked for
 *
 * Finds a part of what GTK or libadwaita have built and do not give away.
 *
 * Returns: (transfer none) (nullable): the first that is looked for, maybe @widget
 */
GtkWidget *
jalon_descendant_find (GtkWidget *widget, gboolean (*is_it) (GtkWidget *widget))
{
  GtkWidget *found = is_it (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = jalon_descendant_find (child, is_it);
  return found;
}
