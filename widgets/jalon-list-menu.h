/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menus of the rows of a view. The view holds this, and sets itself. */
typedef struct
{
  GtkWidget *view;       /* borrowed */
  GtkWidget *popover;    /* NULL until there was a menu */
  gboolean   is_closing; /* it has not given the keys back yet */
} JalonListMenu;

void     jalon_list_menu_open        (JalonListMenu *self,
                                      GMenuModel    *menu,
                                      GtkWidget     *row,
                                      double         x,
                                      double         y);
void     jalon_list_menu_present     (JalonListMenu *self);
void     jalon_list_menu_clear       (JalonListMenu *self);
void     jalon_list_menu_defer       (JalonListMenu *self,
                                      const char    *action,
                                      GVariant      *parameter);
gboolean jalon_list_menu_is_deferred (JalonListMenu *self,
                                      const char    *action,
                                      GVariant      *parameter);

G_END_DECLS
