/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-image-header.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"

static guint
read_16 (const guchar *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint
read_32 (const guchar *p)
{
  return read_16 (p) << 16 | read_16 (p + 2);
}

/* W3C, Portable Network Graphics (2003), 5.2, 11.2.2: the signature, then IHDR. */
static gboolean
read_png (const guchar *data, gsize length, guint *width, guint *height)
{
  static const guchar start[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR";

  if (length < 33 || memcmp (data, start, sizeof start - 1) != 0)
    return FALSE;
  *width = read_32 (data + 16);
  *height = read_32 (data + 20);
  return TRUE;
}

/* A frame header: SOF0 … SOF15 without DHT, JPG and DAC */
static gboolean
is_frame (guchar marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* ITU-T T.81, annex B: SOI, then segments, each with its length, up to the frame header. */
static gboolean
read_jpeg (const guchar *data, gsize length, guint *width, guint *height)
{
  gsize i = 2;

  if (length < 4 || data[0] != 0xFF || data[1] != 0xD8)
    return FALSE;
  while (i + 9 <= length && data[i] == 0xFF)
    {
      guchar marker = data[i + 1];

      if (marker == 0xFF)
        {
          i++;
          continue;
        }
      if (is_frame (marker))
        {
          *height = read_16 (data + i + 5);
          *width = read_16 (data + i + 7);
          return TRUE;
        }
      if (marker < 0xC0 || marker == 0xD9 || marker == 0xDA || read_16 (data + i + 2) < 2)
        return FALSE;
      i += 2 + read_16 (data + i + 2);
    }
  return FALSE;
}

/**
 * jalon_image_header_read:
 * @data: (array length=length): the bytes of a file
 * @length: how many
 * @type: (out): what it is
 * @width: (out): in pixels
 * @height: (out): in pixels
 * @error: why not: %JALON_ERROR_SYNTAX, or %JALON_ERROR_REFUSED for one that is too large
 *
 * Reads the size of a picture from its own header before anything is decoded: a PNG of 48 kB can
 * ask for a gigabyte.
 *
 * Returns: %TRUE if it is a PNG or JPEG file that may be decoded
 */
gboolean
jalon_image_header_read (const guchar *data,
                         gsize length,
                         JalonImageType *type,
                         guint *width,
                         guint *height,
                         GError **error)
{
  if (read_png (data, length, width, height))
    *type = JALON_IMAGE_PNG;
  else if (read_jpeg (data, length, width, height))
    *type = JALON_IMAGE_JPEG;
  else
    {
      g_set_error_literal (error, JALON_ERROR, JALON_ERROR_SYNTAX,
                           _ ("It is not a PNG or JPEG picture"));
      return FALSE;
    }

  if (*width == 0 || *height == 0 || *width > JALON_IMAGE_MAX_SIDE ||
      *height > JALON_IMAGE_MAX_SIDE || (guint64) *width * *height > JALON_IMAGE_MAX_PIXELS)
    {
      g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                   _ ("It has %u × %u pixels; at most %d × %d and %d million are read"), *width,
                   *height, JALON_IMAGE_MAX_SIDE, JALON_IMAGE_MAX_SIDE,
                   JALON_IMAGE_MAX_PIXELS / 1000000);
      return FALSE;
    }
  if (length > JALON_IMAGE_MAX_BYTES)
    {
      g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED, _ ("It is larger than %d MB"),
                   JALON_IMAGE_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  return TRUE;
}
