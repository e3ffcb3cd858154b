/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

char      *jalon_copies_get_original (const char           *name);
void       jalon_copies_find_async   (GFile                *file,
                                      JalonElement         *project,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
GPtrArray *jalon_copies_find_finish  (GFile                *file,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
