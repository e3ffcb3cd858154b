/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-menu-later.h"

/* GTK 4.8 leaves the keys in a submenu that had taken the place of the menu: nobody would hear them
 * any more, whatever was chosen there. */
static void
closed_cb (GtkWidget *button, GtkWidget *popover)
{
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, popover))
    gtk_widget_grab_focus (button);
}

static void
make_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (closed_cb),
                           button, G_CONNECT_SWAPPED);
  /* What the button is for would lie over its menu. */
  g_object_bind_property (gtk_menu_button_get_popover (button), "visible", button, "has-tooltip",
                          G_BINDING_INVERT_BOOLEAN);
}

/**
 * jalon_menu_later:
 * @button: a button
 * @menu: what it shall open
 *
 * Gives a button a menu that is built when somebody opens it. The property of GTK builds it at
 * once, and a new window would spend more time on its menus than on its map.
 */
void
jalon_menu_later (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, make_menu, g_object_ref (menu), g_object_unref);
}
