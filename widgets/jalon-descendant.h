/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *jalon_descendant_find (GtkWidget  *widget,
                                  gboolean  (*is_it) (GtkWidget *widget));

G_END_DECLS
