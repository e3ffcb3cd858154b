/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"
#include "drawing/jalon-layout.h"
#include "drawing/jalon-theme.h"
#include "files/jalon-store.h"

G_BEGIN_DECLS

/* A project on its way from a file to a window. What takes long is done in a thread: the file is
 * read, and the map that will be seen is laid out. All of it belongs to the thread until
 * jalon_opening_wait_finish() says that it has arrived, and to the main thread from then on. */

#define JALON_TYPE_OPENING (jalon_opening_get_type ())

G_DECLARE_FINAL_TYPE (JalonOpening, jalon_opening, JALON, OPENING, GObject)

JalonOpening  *jalon_opening_new            (GFile                *file,
                                             JalonThemeName        theme);
GFile         *jalon_opening_get_file       (JalonOpening         *self);
void           jalon_opening_cancel         (JalonOpening         *self);
void           jalon_opening_wait_async     (JalonOpening         *self,
                                             GAsyncReadyCallback   callback,
                                             gpointer              data);
gboolean       jalon_opening_wait_finish    (JalonOpening         *self,
                                             GAsyncResult         *result,
                                             GError              **error);
JalonStore    *jalon_opening_get_store      (JalonOpening         *self);
JalonDocument *jalon_opening_get_document   (JalonOpening         *self);
JalonReport   *jalon_opening_get_report     (JalonOpening         *self);
JalonLayout   *jalon_opening_take_layout    (JalonOpening         *self);

JalonElement  *jalon_opening_find_map       (JalonDocument        *document,
                                             const char           *id);

G_END_DECLS
