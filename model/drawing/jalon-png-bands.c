/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-png-bands.h"

#include <zlib.h>

/* Such drawings are areas of one colour: a row is mostly the one above, and what is left of it is
 * mostly zeros. That filter alone, with so much care, takes a third of the time that libpng's own
 * choice takes, for files of the same size. At this memory level the tables of a stream stay in the
 * cache of a processor. */
#define LEVEL 4
#define WINDOW_BITS 15
#define MEMORY_LEVEL 8

/* Filters of a row; PNG specification, 9.2 */
#define FILTER_NONE 0
#define FILTER_UP 2

/* By how much the output grows when it is full */
#define STEP 65536

struct _JalonPngBands
{
  int width;
  guint next;
  JalonPngBand bands[JALON_PNG_N_BANDS];
  GThreadPool *pool;
  GMutex mutex;
  GCond finished;
};

/* Feeds @length bytes to the stream, and takes what comes out. */
static void
deflate_bytes (z_stream *stream, GByteArray *data, guchar *bytes, gsize length, int flush)
{
  stream->next_in = bytes;
  stream->avail_in = (uInt) length;
  do
    {
      guint filled = data->len;

      g_byte_array_set_size (data, filled + STEP);
      stream->next_out = data->data + filled;
      stream->avail_out = STEP;
      deflate (stream, flush);
      g_byte_array_set_size (data, filled + STEP - stream->avail_out);
    }
  while (stream->avail_out == 0);
}

/* A row as PNG has it: the filter, then red, green and blue of each pixel, less those of the row
 * above. The first row of a band needs nothing of the band before. */
static void
convert_row (const guint32 *pixels, const guint32 *above, int width, guchar *row)
{
  *row++ = above != NULL ? FILTER_UP : FILTER_NONE;
  for (int x = 0; x < width; x++, row += 3)
    {
      guint32 pixel = pixels[x];
      guint32 other = above != NULL ? above[x] : 0;

      row[0] = (pixel >> 16) - (other >> 16);
      row[1] = (pixel >> 8) - (other >> 8);
      row[2] = pixel - other;
    }
}

static void
compress_band (JalonPngBand *band, int width)
{
  gsize length = 1 + 3 * (gsize) width;
  g_autofree guchar *row = g_malloc (length);
  z_stream stream = { 0 };

  /* A negative window: neither head nor sum, which belong to the file as a whole. */
  deflateInit2 (&stream, LEVEL, Z_DEFLATED, -WINDOW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY);
  band->sum = adler32 (0, NULL, 0);
  band->length = length * band->rows;
  g_byte_array_set_size (band->data, 0);
  for (int y = 0; y < band->rows; y++)
    {
      const guint32 *pixels = band->pixels + (gsize) y * width;
      int flush = y + 1 < band->rows ? Z_NO_FLUSH : band->is_last ? Z_FINISH : Z_SYNC_FLUSH;

      convert_row (pixels, y > 0 ? pixels - width : NULL, width, row);
      band->sum = adler32 (band->sum, row, (uInt) length);
      deflate_bytes (&stream, band->data, row, length, flush);
    }
  deflateEnd (&stream);
}

static void
compress_cb (gpointer data, gpointer user_data)
{
  JalonPngBands *self = user_data;
  JalonPngBand *band = data;

  compress_band (band, self->width);
  g_mutex_lock (&self->mutex);
  band->is_busy = FALSE;
  g_cond_signal (&self->finished);
  g_mutex_unlock (&self->mutex);
}

/**
 * jalon_png_bands_new:
 * @width: of a row, in pixels
 * @rows: of a band, at most
 *
 * Returns: (transfer full): bands that are all free
 */
JalonPngBands *
jalon_png_bands_new (int width, int rows)
{
  JalonPngBands *self = g_new0 (JalonPngBands, 1);
  int n_threads = (int) MIN (g_get_num_processors (), JALON_PNG_N_BANDS - 1);

  self->width = width;
  for (guint i = 0; i < JALON_PNG_N_BANDS; i++)
    {
      self->bands[i].pixels = g_new (guint32, (gsize) width * rows);
      self->bands[i].data = g_byte_array_new ();
    }
  g_mutex_init (&self->mutex);
  g_cond_init (&self->finished);
  self->pool = g_thread_pool_new (compress_cb, self, n_threads, FALSE, NULL);
  return self;
}

/**
 * jalon_png_bands_free:
 * @self: bands
 *
 * Waits for what is being compressed, and lets go of all.
 */
void
jalon_png_bands_free (JalonPngBands *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  for (guint i = 0; i < JALON_PNG_N_BANDS; i++)
    {
      g_free (self->bands[i].pixels);
      g_byte_array_unref (self->bands[i].data);
    }
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->finished);
  g_free (self);
}

/**
 * jalon_png_bands_next:
 * @self: bands
 *
 * Waits for the band that was pushed longest ago.
 *
 * Returns: (transfer none): the band: its data are to be written, if it has any, and then it is to
 *   be painted again
 */
JalonPngBand *
jalon_png_bands_next (JalonPngBands *self)
{
  JalonPngBand *band = &self->bands[self->next++ % JALON_PNG_N_BANDS];

  g_mutex_lock (&self->mutex);
  while (band->is_busy)
    g_cond_wait (&self->finished, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return band;
}

/**
 * jalon_png_bands_push:
 * @self: bands
 * @band: a painted band, as it came from jalon_png_bands_next()
 * @rows: how many rows were painted
 * @is_last: whether it is the last of the picture
 *
 * Lets a band be compressed.
 */
void
jalon_png_bands_push (JalonPngBands *self, JalonPngBand *band, int rows, gboolean is_last)
{
  band->rows = rows;
  band->is_last = is_last;
  band->is_busy = TRUE;
  g_thread_pool_push (self->pool, band, NULL);
}
