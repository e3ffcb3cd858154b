/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double jalon_edge_scroll_get_speed (double             position,
                                    double             length);
void   jalon_edge_scroll_init      (GtkScrolledWindow *scroller);

G_END_DECLS
