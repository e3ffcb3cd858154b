/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jalon_attempt_start (guint      *tick,
                          GtkWidget  *widget,
                          gboolean  (*attempt) (GtkWidget *widget),
                          void      (*give_up) (GtkWidget *widget));
void jalon_attempt_stop  (guint      *tick,
                          GtkWidget  *widget);

G_END_DECLS
