/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jalon_menu_place  (GtkPopover         *menu,
                        const GdkRectangle *at);
void jalon_menu_follow (GtkPopover         *menu);

G_END_DECLS
