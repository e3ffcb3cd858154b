/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

/* Loads a PNG file. */
cairo_surface_t *
picture_load (const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s", path, cairo_status_to_string (cairo_surface_status (surface)));
  return surface;
}

typedef struct
{
  const guchar *data;
  gsize left;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Loads the bytes of a PNG file. */
cairo_surface_t *
picture_load_bytes (GBytes *bytes)
{
  Source source = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &source);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static const guint32 *
get_row (cairo_surface_t *surface, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return (gconstpointer) (data + (gsize) y * cairo_image_surface_get_stride (surface));
}

static int
get_difference (guint32 a, guint32 b)
{
  int difference = 0;

  for (int shift = 0; shift <= 16; shift += 8)
    difference = MAX (difference, ABS ((int) (a >> shift & 255) - (int) (b >> shift & 255)));
  return difference;
}

/* Returns the greatest difference of a pixel in one channel, of 255; 256 if the sizes differ. */
int
picture_get_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  int worst = 0;

  if (width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return 256;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int difference = get_difference (get_row (a, y)[x], get_row (b, y)[x]);

        if (difference > worst)
          g_test_message ("%d, %d: %d", x, y, difference);
        worst = MAX (worst, difference);
      }
  return worst;
}

/* The mean of one channel over a block of pixels, from 0 to 255 */
static double
get_mean (cairo_surface_t *surface, int left, int top, int block, int shift)
{
  double sum = 0;

  for (int y = top; y < top + block; y++)
    for (int x = left; x < left + block; x++)
      sum += get_row (surface, y)[x] >> shift & 255;
  return sum / (block * block);
}

/* Compares what an eye would: the colour of blocks of pixels, which is the same whether the edge of
 * a letter is smoothed in this way or that, but not where a letter is missing, another one or in
 * another place. Returns the greatest difference of a block in one channel, of 255, and the mean of
 * all. A last row or column of less than a block is left out. */
double
picture_compare (cairo_surface_t *a, cairo_surface_t *b, int block, double *mean)
{
  int width = MIN (cairo_image_surface_get_width (a), cairo_image_surface_get_width (b));
  int height = MIN (cairo_image_surface_get_height (a), cairo_image_surface_get_height (b));
  double worst = 0;
  double sum = 0;
  guint n = 0;

  for (int y = 0; y + block <= height; y += block)
    for (int x = 0; x + block <= width; x += block)
      for (int shift = 0; shift <= 16; shift += 8, n++)
        {
          double difference =
            fabs (get_mean (a, x, y, block, shift) - get_mean (b, x, y, block, shift));

          if (difference > worst)
            g_test_message ("%d, %d: %.1f", x, y, difference);
          worst = MAX (worst, difference);
          sum += difference;
        }
  *mean = n > 0 ? sum / n : 0;
  return worst;
}

/* Fails unless two PNG files have the same size, within a pixel, and look alike. */
void
picture_assert_like (const char *path, const char *other, int block, double worst, double mean)
{
  cairo_surface_t *a = picture_load (path);
  cairo_surface_t *b = picture_load (other);
  double actual_mean;
  double actual_worst = picture_compare (a, b, block, &actual_mean);

  g_assert_cmpint (ABS (cairo_image_surface_get_width (a) - cairo_image_surface_get_width (b)), <=,
                   1);
  g_assert_cmpint (ABS (cairo_image_surface_get_height (a) - cairo_image_surface_get_height (b)),
                   <=, 1);
  g_test_message ("%s and %s: worst block %.1f, mean %.2f", path, other, actual_worst, actual_mean);
  g_assert_cmpfloat (actual_worst, <=, worst);
  g_assert_cmpfloat (actual_mean, <=, mean);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

gboolean
picture_has_size_of (cairo_surface_t *a, cairo_surface_t *b)
{
  return cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b) &&
         cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b);
}

/* Writes a PNG file that is black where two pictures, laid on each other, are the same. */
void
picture_write_difference (cairo_surface_t *a, cairo_surface_t *b, const char *path)
{
  int width = MAX (cairo_image_surface_get_width (a), cairo_image_surface_get_width (b));
  int height = MAX (cairo_image_surface_get_height (a), cairo_image_surface_get_height (b));
  cairo_surface_t *both = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (both);

  cairo_set_source_surface (cr, a, 0, 0);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_DIFFERENCE);
  cairo_set_source_surface (cr, b, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (both, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s cannot be written", path);
  cairo_surface_destroy (both);
}
