/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/choices.h"

G_BEGIN_DECLS

/* The largest pictures that are decoded */
#define JALON_IMAGE_MAX_BYTES  (8 * 1024 * 1024)
#define JALON_IMAGE_MAX_SIDE   8192
#define JALON_IMAGE_MAX_PIXELS (32 * 1000 * 1000)

/**
 * JalonImageHeader:
 * @type: which
 * @width: in pixels
 * @height: in pixels
 * @depth: bits for a channel
 * @n_channels: of a JPEG: 1 grey, 3 colours, 4 inks
 * @is_in_passes: a JPEG that can be decoded as a whole only
 *
 * What a picture says of itself.
 */
typedef struct
{
  JalonImageType type;
  guint          width;
  guint          height;
  guint          depth;
  guint          n_channels;
  gboolean       is_in_passes;
} JalonImageHeader;

gboolean jalon_image_header_parse (const guchar   *data,
                                  gsize            length,
                                  JalonImageHeader *header);
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
