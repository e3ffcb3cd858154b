/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *jalon_long_text_break      (const char    *text);
void  jalon_long_text_watch      (GtkTextBuffer *buffer);
void  jalon_long_text_watch_view (GtkTextView   *view);
char *jalon_long_text_get        (GtkTextBuffer *buffer);

G_END_DECLS
