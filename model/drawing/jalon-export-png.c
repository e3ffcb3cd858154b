/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-export-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <zlib.h>

#include "document/jalon-error.h"
#include "drawing/jalon-painter.h"
#include "drawing/jalon-png-bands.h"

/* The picture is painted in bands, so that a large one needs no more memory than a small one, and
 * each band in parts, as Cairo's pictures end at 32 767 pixels. */
#define BAND_ROWS 128
#define BAND_BYTES (6 * 1024 * 1024)
#define PART_COLUMNS 16384

/* Deflate with a window of 32 kB, not the fastest and not the default level; RFC 1950, 2.2 */
#define ZLIB_HEAD "\x78\x5E"

/* What readers agree to read; libpng itself refuses more. */
#define MAX_SIDE 1000000

typedef struct
{
  JalonScene *scene;
  double scale;
  int width;
  int height;
  int band_rows;
  JalonPngBands *bands;
  gulong sum;
  gboolean has_head;

  png_structp png;
  png_infop info;

  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Writer;

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  Writer *self = png_get_io_ptr (png);

  if (!g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable,
                                  &self->error))
    png_error (png, "stream");
}

static void
flush_cb (png_structp png)
{
}

static void
warn_cb (png_structp png, png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
fail_cb (png_structp png, png_const_charp message)
{
  Writer *self = png_get_error_ptr (png);

  if (self->error == NULL)
    g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED, "libpng: %s", message);
  png_longjmp (png, 1);
}

/* Paints one band, part by part. */
static gboolean
paint_band (Writer *self, JalonPngBand *band, int top, int rows)
{
  for (int left = 0; left < self->width; left += PART_COLUMNS)
    {
      int columns = MIN (PART_COLUMNS, self->width - left);
      cairo_surface_t *surface =
        cairo_image_surface_create_for_data ((guchar *) (band->pixels + left), CAIRO_FORMAT_RGB24,
                                             columns, rows, self->width * 4);
      cairo_t *cr = cairo_create (surface);
      JalonRect clip = { left / self->scale, top / self->scale, columns / self->scale,
                         rows / self->scale };
      cairo_status_t status;

      cairo_translate (cr, -left, -top);
      cairo_scale (cr, self->scale, self->scale);
      jalon_painter_paint_scene (cr, self->scene, &clip);
      status = cairo_status (cr);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      status = status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
      cairo_surface_destroy (surface);
      if (!jalon_export_check (status, &self->error))
        return FALSE;
    }
  return TRUE;
}

static void
write_header (Writer *self)
{
  png_uint_32 per_metre = (png_uint_32) round (96.0 * self->scale / 0.0254);
  png_text title = { .compression = PNG_ITXT_COMPRESSION_NONE,
                     .key = (char *) "Title",
                     .text = (char *) jalon_scene_get_title (self->scene) };

  png_set_IHDR (self->png, self->info, self->width, self->height, 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  png_set_sRGB (self->png, self->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (self->png, self->info, per_metre, per_metre, PNG_RESOLUTION_METER);
  if (title.text[0] != '\0')
    png_set_text (self->png, self->info, &title, 1);
  png_write_info (self->png, self->info);
}

static void
write_chunk (Writer *self, const char *type, const guchar *data, gsize length)
{
  png_write_chunk (self->png, (png_const_bytep) type, data, length);
}

/* Writes what was compressed of a band, if it was painted before. */
static void
write_band (Writer *self, JalonPngBand *band)
{
  if (band->data->len == 0)
    return;
  if (!self->has_head)
    write_chunk (self, "IDAT", (const guchar *) ZLIB_HEAD, 2);
  self->has_head = TRUE;
  self->sum = adler32_combine (self->sum, band->sum, (z_off_t) band->length);
  write_chunk (self, "IDAT", band->data->data, band->data->len);
  g_byte_array_set_size (band->data, 0);
}

static void
write_end (Writer *self)
{
  guint32 sum;

  for (guint i = 0; i < JALON_PNG_N_BANDS; i++)
    write_band (self, jalon_png_bands_next (self->bands));
  sum = GUINT32_TO_BE ((guint32) self->sum);
  write_chunk (self, "IDAT", (const guchar *) &sum, sizeof sum);
  write_chunk (self, "IEND", NULL, 0);
}

static gboolean
write_bands (Writer *self)
{
  self->sum = adler32 (0, NULL, 0);
  for (int top = 0; top < self->height; top += self->band_rows)
    {
      int rows = MIN (self->band_rows, self->height - top);
      JalonPngBand *band = jalon_png_bands_next (self->bands);

      write_band (self, band);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error) ||
          !paint_band (self, band, top, rows))
        return FALSE;
      jalon_png_bands_push (self->bands, band, rows, top + rows == self->height);
    }
  write_end (self);
  return TRUE;
}

/* libpng jumps back here when it fails; nothing that changes meanwhile is a local variable. */
static gboolean
write_png (Writer *self)
{
  if (setjmp (png_jmpbuf (self->png)) != 0)
    return FALSE;
  png_set_write_fn (self->png, self, write_cb, flush_cb);
  write_header (self);
  return write_bands (self);
}

static gboolean
check_size (JalonScene *scene, double scale, GError **error)
{
  double width = ceil (jalon_scene_get_width (scene) * scale);
  double height = ceil (jalon_scene_get_height (scene) * scale);

  if (scale > 0.0 && scale <= JALON_SCALE_MAX && width <= MAX_SIDE && height <= MAX_SIDE)
    return TRUE;
  g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
               _ ("A picture of %.0f × %.0f pixels cannot be made; choose a scale above 0, at most "
                  "%.0f, that keeps both sides below %d"),
               width, height, JALON_SCALE_MAX, MAX_SIDE);
  return FALSE;
}

/**
 * jalon_export_png:
 * @scene: a scene
 * @scale: pixels for a canvas unit
 * @stream: where to
 * @cancellable: (nullable): to stop it
 * @error: why not
 *
 * Writes a PNG file.
 *
 * Returns: %TRUE if it is complete
 */
gboolean
jalon_export_png (JalonScene *scene,
                  double scale,
                  GOutputStream *stream,
                  GCancellable *cancellable,
                  GError **error)
{
  Writer self = { .scene = scene, .scale = scale, .stream = stream, .cancellable = cancellable };
  gboolean done;

  if (!check_size (scene, scale, error))
    return FALSE;
  /* A hair more than a whole number is rounding, not a pixel. */
  self.width = MAX (1, (int) ceil (jalon_scene_get_width (scene) * scale - 1e-6));
  self.height = MAX (1, (int) ceil (jalon_scene_get_height (scene) * scale - 1e-6));
  self.band_rows = CLAMP (BAND_BYTES / (self.width * 4), 1, BAND_ROWS);
  self.bands = jalon_png_bands_new (self.width, self.band_rows);
  self.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &self, fail_cb, warn_cb);
  self.info = png_create_info_struct (self.png);

  done = write_png (&self);

  png_destroy_write_struct (&self.png, &self.info);
  jalon_png_bands_free (self.bands);
  if (!done)
    g_propagate_error (error, self.error);
  return done;
}
