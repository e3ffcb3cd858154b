/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "photograph.h"

#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

static const guint8 colours[4][3] = { { 255, 0, 0 },
                                      { 0, 255, 0 },
                                      { 0, 0, 255 },
                                      { 255, 255, 255 } };

/* One line of the upper or the lower half */
static guint8 *
make_line (guint width, guint n_channels, const guint8 left[3], const guint8 right[3])
{
  guint8 *line = g_malloc ((gsize) width * n_channels);

  /* Photoshop stores how much light each ink leaves, and so does everyone: black leaves all. */
  memset (line, 255, (gsize) width * n_channels);
  for (guint x = 0; x < width; x++)
    for (guint i = 0; i < MIN (n_channels, 3); i++)
      line[x * n_channels + i] = x < width / 2 ? left[i] : right[i];
  return line;
}

/**
 * photograph_new:
 * @width: in pixels
 * @height: in pixels
 * @kind: how it is stored
 *
 * Returns: (transfer full): a JPEG file, made line by line
 */
GBytes *
photograph_new (guint width, guint height, PhotographKind kind)
{
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  unsigned char *data = NULL;
  unsigned long length = 0;
  guint n_channels = kind == PHOTOGRAPH_GREY ? 1 : kind == PHOTOGRAPH_CMYK ? 4 : 3;
  g_autofree guint8 *upper = make_line (width, n_channels, colours[0], colours[1]);
  g_autofree guint8 *lower = make_line (width, n_channels, colours[2], colours[3]);
  GBytes *bytes;

  jpeg.err = jpeg_std_error (&errors);
  jpeg_create_compress (&jpeg);
  jpeg_mem_dest (&jpeg, &data, &length);
  jpeg.image_width = width;
  jpeg.image_height = height;
  jpeg.input_components = (int) n_channels;
  jpeg.in_color_space = n_channels == 1 ? JCS_GRAYSCALE : n_channels == 4 ? JCS_CMYK : JCS_RGB;
  jpeg_set_defaults (&jpeg);
  jpeg_set_quality (&jpeg, 95, TRUE);
  if (kind == PHOTOGRAPH_IN_PASSES)
    jpeg_simple_progression (&jpeg);
  jpeg_start_compress (&jpeg, TRUE);
  while (jpeg.next_scanline < height)
    {
      JSAMPROW row = jpeg.next_scanline < height / 2 ? upper : lower;

      jpeg_write_scanlines (&jpeg, &row, 1);
    }
  jpeg_finish_compress (&jpeg);
  jpeg_destroy_compress (&jpeg);
  bytes = g_bytes_new (data, length);
  free (data);
  return bytes;
}

/**
 * photograph_tell:
 * @photograph: a JPEG file
 * @orientation: 1 to 8
 *
 * Returns: (transfer full): the file with what cameras add. CIPA DC-008 (2019), 4.5 and 4.6.4
 */
GBytes *
photograph_tell (GBytes *photograph, guint orientation)
{
  guint8 exif[] = { 0xFF, 0xE1, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
                    0,    1,    0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   0,   0, 0,  0, 0, 0, 0 };
  static const char comment[] = "\xFF\xFE\0\x12" PHOTOGRAPH_SECRET;
  GByteArray *out = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (photograph, &length);

  exif[29] = (guint8) orientation;
  g_byte_array_append (out, data, 2);
  g_byte_array_append (out, exif, sizeof exif);
  g_byte_array_append (out, (const guint8 *) comment, sizeof comment - 1);
  g_byte_array_append (out, data + 2, length - 2);
  g_byte_array_append (out, (const guint8 *) PHOTOGRAPH_SECRET, strlen (PHOTOGRAPH_SECRET));
  return g_byte_array_free_to_bytes (out);
}
