/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* Pictures come in: whatever people have becomes a small PNG or JPEG that tells nothing but what
 * can be seen on it. */

/* The largest file that is read, in bytes: a JPEG of 200 million pixels has up to 100 MB. */
#define JALON_PICTURE_IMPORT_MAX (128 * 1024 * 1024)

JalonElement *jalon_picture_import            (GBytes               *bytes,
                                               const JalonField     *field,
                                               GCancellable         *cancellable,
                                               GError              **error);
void          jalon_picture_import_async      (GBytes               *bytes,
                                               const JalonField     *field,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              data);
void          jalon_picture_import_file_async (GFile                *file,
                                               const JalonField     *field,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              data);
JalonElement *jalon_picture_import_finish     (GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
