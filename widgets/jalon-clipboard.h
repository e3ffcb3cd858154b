/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-fragment.h"

G_BEGIN_DECLS

/* Elements on their way between maps, projects, windows and programs.
 *
 * Who copies or drags elements away makes a content provider of them. It offers them as a
 * #JalonFragment within the program, as %JALON_FRAGMENT_MIME, which is a small project file, to
 * other processes of Jalon, and to everyone else as text, which is lines or a table for a
 * spreadsheet, and as a picture. All but the fragment is made when somebody asks:
 *
 *   provider = jalon_clipboard_provider_new (elements, NULL);
 *   gdk_clipboard_set_content (clipboard, provider);
 *   gdk_drag_begin (surface, device, provider, GDK_ACTION_COPY, x, y);
 *
 * Who takes them in from another program as well listens for the type; GTK reads the file, and one
 * that is none never arrives:
 *
 *   target = gtk_drop_target_new (JALON_TYPE_FRAGMENT, GDK_ACTION_COPY);
 *
 * and in "drop" gives the value to the project. Maps and personas come with what they refer to;
 * parts of maps need a place and are refused:
 *
 *   jalon_clipboard_insert (document, g_value_get_object (value), &message, &error);
 *
 * jalon_clipboard_init() must have been called before; JalonCanvas and JalonMapRow do. */

#define JALON_FRAGMENT_MIME "application/x-jalon-fragment+xml"

/* The longest text that is read from a clipboard, in bytes. */
#define JALON_CLIPBOARD_TEXT_MAX (4 * 1024 * 1024)

void                jalon_clipboard_init          (void);
GdkContentProvider *jalon_clipboard_provider_new  (GPtrArray               *elements,
                                                   const JalonFragmentCell *cells);
gboolean            jalon_clipboard_insert        (JalonDocument           *document,
                                                   JalonFragment           *fragment,
                                                   char                   **message,
                                                   GError                 **error);

JalonFragment      *jalon_clipboard_parse         (GBytes                  *bytes,
                                                   GError                 **error);
gboolean            jalon_clipboard_has           (GdkClipboard            *clipboard,
                                                   const char *const       *mime_types);
void                jalon_clipboard_read_async    (GdkClipboard            *clipboard,
                                                   const char *const       *mime_types,
                                                   gsize                    limit,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 data);
GBytes             *jalon_clipboard_read_finish   (GdkClipboard            *clipboard,
                                                   GAsyncResult            *result,
                                                   GError                 **error);

G_END_DECLS
