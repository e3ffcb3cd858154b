/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-combo.h"

#include "widgets/jalon-descendant.h"

/* The list of a row of which one is chosen. */

static gboolean
is_popover (GtkWidget *widget)
{
  return GTK_IS_POPOVER (widget);
}

/* A row of GTK's list: its type is GTK's own. */
static gboolean
is_chosen (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)) &&
         (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0;
}

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (widget);
}

/* A long list makes the row when it scrolls there. */
static void
shown_cb (AdwComboRow *row, GParamSpec *pspec, GtkWidget *popover)
{
  guint selected = adw_combo_row_get_selected (row);
  GtkWidget *list = jalon_descendant_find (popover, is_list);
  GtkWidget *chosen;

  g_assert (ADW_IS_COMBO_ROW (row));

  if (!gtk_widget_get_visible (popover) || list == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", selected);
  chosen = jalon_descendant_find (list, is_chosen);
  if (chosen != NULL)
    gtk_widget_grab_focus (chosen);
}

/**
 * jalon_combo_init:
 * @row: a row that was just made
 *
 * Has the list of a row begin at what is chosen, as menus of choices do: libadwaita 1.2 begins
 * at the first, and who only looks and presses Enter would change something.
 */
void
jalon_combo_init (AdwComboRow *row)
{
  GtkWidget *popover = jalon_descendant_find (GTK_WIDGET (row), is_popover);

  if (popover != NULL)
    g_signal_connect_object (popover, "notify::visible", G_CALLBACK (shown_cb), row,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
