/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-image-strip.h"

#include <string.h>

/* Markers of JPEG: ITU-T T.81, table B.1 */
#define START_OF_IMAGE 0xD8
#define END_OF_IMAGE 0xD9
#define START_OF_SCAN 0xDA
#define APPLICATION_0 0xE0
#define APPLICATION_14 0xEE
#define APPLICATION_15 0xEF
#define COMMENT 0xFE

/* The length of a JFIF segment without a small copy of the picture */
#define PLAIN_JFIF 16

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

/* Without these a PNG would show something else: W3C, Portable Network Graphics (2003), 5.6. */
static gboolean
is_wanted_chunk (const guchar *name)
{
  static const char *const wanted[] = { "IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "IDAT", "IEND" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (memcmp (name, wanted[i], 4) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
strip_png (GByteArray *out, const guchar *data, gsize length)
{
  if (length < 8)
    return FALSE;
  g_byte_array_append (out, data, 8);
  for (gsize i = 8; i + 12 <= length;)
    {
      gsize size = (gsize) read_32 (data + i) + 12;

      if (size > length - i)
        return FALSE;
      if (is_wanted_chunk (data + i + 4))
        g_byte_array_append (out, data + i, size);
      if (memcmp (data + i + 4, "IEND", 4) == 0)
        return TRUE;
      i += size;
    }
  return FALSE;
}

/* JFIF and Adobe say how the colours are to be read; all else is told, not shown. */
static gboolean
is_wanted_segment (guchar marker, gsize size)
{
  if (marker == APPLICATION_0)
    return size == PLAIN_JFIF;
  return marker == APPLICATION_14 ||
         (marker != COMMENT && (marker < APPLICATION_0 || marker > APPLICATION_15));
}

/* Where the next marker is after the bits of a scan, in which 0xFF is followed by 0 or a restart
 * marker. Returns @length if there is none. */
static gsize
skip_scan (const guchar *data, gsize length, gsize i)
{
  while (i + 1 < length)
    {
      const guchar *mark = memchr (data + i, 0xFF, length - i - 1);

      if (mark == NULL)
        return length;
      i = mark - data;
      if (data[i + 1] != 0 && data[i + 1] != 0xFF && (data[i + 1] < 0xD0 || data[i + 1] > 0xD7))
        return i;
      i += data[i + 1] == 0xFF ? 1 : 2;
    }
  return length;
}

static gboolean
strip_jpeg (GByteArray *out, const guchar *data, gsize length)
{
  gsize i = 2;

  if (length < 4 || data[0] != 0xFF || data[1] != START_OF_IMAGE)
    return FALSE;
  g_byte_array_append (out, data, 2);
  while (i + 4 <= length && data[i] == 0xFF)
    {
      guchar marker = data[i + 1];
      guint size = read_16 (data + i + 2);
      gsize end = i + 2 + size;

      if (marker == 0xFF)
        {
          i++;
          continue;
        }
      if (marker == END_OF_IMAGE)
        break;
      if (marker < 0xC0 || size < 2 || end > length)
        return FALSE;
      if (marker == START_OF_SCAN)
        end = skip_scan (data, length, end);
      if (is_wanted_segment (marker, size))
        g_byte_array_append (out, data + i, end - i);
      i = end;
    }
  while (i + 2 < length && data[i] == 0xFF && data[i + 1] == 0xFF)
    i++;
  if (i + 2 > length || data[i] != 0xFF || data[i + 1] != END_OF_IMAGE)
    return FALSE;
  g_byte_array_append (out, data + i, 2);
  return TRUE;
}

/**
 * jalon_image_strip:
 * @bytes: a PNG or JPEG file
 * @type: which
 *
 * Takes out all that is not needed to show a picture: where and when it was taken and by whom,
 * small copies of what it was before it was cropped, what stands behind its end. The pixels stay as
 * they are.
 *
 * Returns: (transfer full) (nullable): the file without; %NULL if it is damaged
 */
GBytes *
jalon_image_strip (GBytes *bytes, JalonImageType type)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (!(type == JALON_IMAGE_PNG ? strip_png (out, data, length) : strip_jpeg (out, data, length)))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
