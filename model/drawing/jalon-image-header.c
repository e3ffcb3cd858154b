/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-image-header.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"

/* Markers of JPEG */
#define END_OF_IMAGE 0xD9
#define START_OF_SCAN 0xDA

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
parse_png (const guchar *data, gsize length, JalonImageHeader *header)
{
  static const guchar start[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR";

  if (length < 33 || memcmp (data, start, sizeof start - 1) != 0)
    return FALSE;
  *header = (JalonImageHeader){ .type = JALON_IMAGE_PNG,
                                .width = read_32 (data + 16),
                                .height = read_32 (data + 20),
                                .depth = data[24] };
  return TRUE;
}

/* Chunks, each with its length and sum, up to IEND. */
static gboolean
is_complete_png (const guchar *data, gsize length)
{
  for (gsize i = 8; i + 12 <= length; i += 12 + read_32 (data + i))
    {
      if (read_32 (data + i) > length - i - 12)
        return FALSE;
      if (memcmp (data + i + 4, "IEND", 4) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A frame header: SOF0 … SOF15 without DHT, JPG and DAC */
static gboolean
is_frame (guchar marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Finds the first segment after @i that is a frame header or the start of a scan. ITU-T T.81, annex
 * B: SOI, then segments, each with its length. Returns where it is, or 0. */
static gsize
find_segment (const guchar *data, gsize length, gsize i)
{
  while (i + 9 <= length && data[i] == 0xFF)
    {
      guchar marker = data[i + 1];

      if (is_frame (marker) || marker == START_OF_SCAN)
        return i;
      if (marker != 0xFF && (marker < 0xC0 || marker == END_OF_IMAGE || read_16 (data + i + 2) < 2))
        return 0;
      i += marker == 0xFF ? 1 : 2 + read_16 (data + i + 2);
    }
  return 0;
}

/* SOF2, 6, 10 and 14 come in many passes. So do others whose first scan has only some of the
 * channels. All of such a picture has to be in memory before any of it can be shown. */
static gboolean
is_in_passes (const guchar *data, gsize length, gsize frame, guint n_channels)
{
  gsize scan = find_segment (data, length, frame + 2 + read_16 (data + frame + 2));

  return (data[frame + 1] & 3) == 2 || (scan != 0 && data[scan + 4] < n_channels);
}

static gboolean
parse_jpeg (const guchar *data, gsize length, JalonImageHeader *header)
{
  gsize frame;
  guint n_channels;

  if (length < 4 || data[0] != 0xFF || data[1] != 0xD8)
    return FALSE;
  frame = find_segment (data, length, 2);
  if (frame == 0 || data[frame + 1] == START_OF_SCAN)
    return FALSE;
  n_channels = frame + 10 <= length ? data[frame + 9] : 0;
  *header = (JalonImageHeader){ .type = JALON_IMAGE_JPEG,
                                .width = read_16 (data + frame + 7),
                                .height = read_16 (data + frame + 5),
                                .depth = data[frame + 4],
                                .n_channels = n_channels,
                                .is_in_passes = is_in_passes (data, length, frame, n_channels) };
  return TRUE;
}

/* After the start of the first scan there is no end of image but the true one: photographs carry
 * another, of a small copy, before it. */
static gboolean
is_complete_jpeg (const guchar *data, gsize length)
{
  static const guchar end[] = { 0xFF, END_OF_IMAGE };
  gsize frame = find_segment (data, length, 2);
  gsize scan = frame != 0 ? find_segment (data, length, frame + 2 + read_16 (data + frame + 2)) : 0;

  return scan != 0 && memmem (data + scan, length - scan, end, sizeof end) != NULL;
}

/**
 * jalon_image_header_parse:
 * @data: (array length=length): the bytes of a file
 * @length: how many
 * @header: (out): what it says of itself
 *
 * Reads what a picture says of itself, by its content and not by its name, without a judgement.
 *
 * Returns: %TRUE if it begins as a PNG or JPEG file does
 */
gboolean
jalon_image_header_parse (const guchar *data, gsize length, JalonImageHeader *header)
{
  return parse_png (data, length, header) || parse_jpeg (data, length, header);
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
  JalonImageHeader header;

  if (!jalon_image_header_parse (data, length, &header))
    {
      g_set_error_literal (error, JALON_ERROR, JALON_ERROR_SYNTAX,
                           _ ("It is not a PNG or JPEG picture"));
      return FALSE;
    }
  *type = header.type;
  *width = header.width;
  *height = header.height;

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

/**
 * jalon_image_is_complete:
 * @data: (array length=length): the bytes of a file
 * @length: how many
 * @type: what jalon_image_header_read() says it is
 *
 * Tells whether a file was cut off: gdk-pixbuf shows as much of it as there is, and does not say.
 *
 * Returns: %TRUE if the end of the picture is there
 */
gboolean
jalon_image_is_complete (const guchar *data, gsize length, JalonImageType type)
{
  return type == JALON_IMAGE_PNG ? is_complete_png (data, length) : is_complete_jpeg (data, length);
}
