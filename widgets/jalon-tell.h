/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jalon_tell         (GtkWidget  *widget,
                         const char *message);
void jalon_tell_late    (GtkWidget  *widget);
void jalon_tell_failure (GtkWidget  *widget,
                         const char *heading,
                         const char *body);

G_END_DECLS
