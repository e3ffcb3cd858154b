/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jalon_cut_label_watch (GtkLabel *label);

G_END_DECLS
