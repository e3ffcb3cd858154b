/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes of a picture, as they stand in a project and as they come from people. The checksums of
 * a PNG are put right first, or nothing behind them would ever be looked at. */

#include <zlib.h>

#include "drawing/jalon-image-header.h"
#include "drawing/jalon-picture-import.h"
#include "drawing/jalon-picture.h"
#include "fuzz.h"

/* Larger ones take the decoders so long that little else would be tried. */
#define MOST_PIXELS (1000 * 1000)

static guint32
get_32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

static void
put_32 (guint8 *p, guint32 number)
{
  for (guint i = 0; i < 4; i++)
    p[i] = (guint8) (number >> (24 - 8 * i));
}

static void
put_checksums_right (guint8 *data, gsize size)
{
  if (size < 8 || memcmp (data, "\x89PNG", 4) != 0)
    return;
  for (gsize i = 8; size - i >= 12 && get_32 (data + i) <= size - i - 12;)
    {
      guint32 length = get_32 (data + i);

      put_32 (data + i + 8 + length, (guint32) crc32 (0, data + i + 4, length + 4));
      i += 12 + length;
    }
}

static void
check_picture (GBytes *bytes)
{
  g_autoptr (JalonPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  picture = jalon_picture_new_from_bytes (bytes, &error);
  if (picture == NULL)
    fuzz_check_error (error);
  else
    fuzz_require (jalon_picture_get_surface (picture) != NULL);
}

/* What is taken in can be shown. */
static void
check_import (GBytes *bytes, JalonKind kind, JalonFieldId field)
{
  g_autoptr (JalonElement) image = NULL;
  g_autoptr (JalonPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  image = jalon_picture_import (bytes, jalon_kind_get_field (kind, field), NULL, &error);
  if (image == NULL)
    {
      fuzz_check_error (error);
      return;
    }
  picture = jalon_picture_new (image, NULL);
  fuzz_require (picture != NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = NULL;
  JalonImageHeader header = { 0 };

  put_checksums_right (copy, size);
  bytes = g_bytes_new_take (copy, size);
  if (jalon_image_header_parse (copy, size, &header) &&
      (guint64) header.width * header.height > MOST_PIXELS &&
      (guint64) header.width * header.height <= JALON_IMAGE_MAX_PIXELS)
    return 0;
  check_picture (bytes);
  check_import (bytes, JALON_KIND_PERSONA, JALON_FIELD_PORTRAIT);
  check_import (bytes, JALON_KIND_CARD, JALON_FIELD_IMAGE);
  return 0;
}
