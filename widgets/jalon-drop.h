/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * JalonDropKind:
 * @JALON_DROP_UNKNOWN: nothing that Jalon takes
 * @JALON_DROP_FRAGMENT: maps, or parts of them
 * @JALON_DROP_FILES: files, or links
 * @JALON_DROP_TEXT: text
 * @JALON_DROP_PICTURE: a picture
 *
 * What people drag.
 */
typedef enum
{
  JALON_DROP_UNKNOWN,
  JALON_DROP_FRAGMENT,
  JALON_DROP_FILES,
  JALON_DROP_TEXT,
  JALON_DROP_PICTURE,
} JalonDropKind;

JalonDropKind jalon_drop_get_kind    (GdkContentFormats    *formats);

void          jalon_drop_read_async  (GdkDrop              *drop,
                                      const char           *mime_type,
                                      gsize                 limit,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
GBytes       *jalon_drop_read_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
