/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       jalon_menu_place        (GtkPopover         *menu,
                                    const GdkRectangle *at);
void       jalon_menu_follow       (GtkPopover         *menu);
void       jalon_menu_go_to_chosen (GtkPopover         *menu);
GtkWidget *jalon_menu_find_focused (GtkWidget          *widget);

G_END_DECLS
