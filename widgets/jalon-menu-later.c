/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-menu-later.h"

static void
make_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
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
