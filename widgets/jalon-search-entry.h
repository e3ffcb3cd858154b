/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jalon_search_entry_watch (GtkSearchEntry *entry);

G_END_DECLS
