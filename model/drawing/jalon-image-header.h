/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/choices.h"

G_BEGIN_DECLS

/* The largest pictures that are decoded */
#define JALON_IMAGE_MAX_BYTES  (8 * 1024 * 1024)
#define JALON_IMAGE_MAX_SIDE   8192
#define JALON_IMAGE_MAX_PIXELS (32 * 1000 * 1000)

gboolean jalon_image_header_read (const guchar    *data,
                                  gsize            length,
                                  JalonImageType  *type,
                                  guint           *width,
                                  guint           *height,
                                  GError         **error);
gboolean jalon_image_is_complete (const guchar    *data,
                                  gsize            length,
                                  JalonImageType   type);

G_END_DECLS
