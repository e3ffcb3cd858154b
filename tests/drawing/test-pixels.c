/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-pixels.h"

#include <math.h>

#define WIDTH 12
#define HEIGHT 8

static void
test_fill (void)
{
  static const struct
  {
    JalonRect rect;
    int left, top, right, bottom;
  } cases[] = {
    { { 2, 3, 4, 2 }, 2, 3, 6, 5 },         { { 2.4, 3.4, 4, 2 }, 2, 3, 6, 5 },
    { { 2.6, 3.6, 4, 2 }, 3, 4, 7, 6 },     { { 2.5, 3.5, 1, 1 }, 2, 3, 3, 4 },
    { { 2.6, 3.6, 0.8, 0.8 }, 0, 0, 0, 0 }, { { -5, -5, 100, 100 }, 0, 0, WIDTH, HEIGHT },
    { { -5, 2, 6, 3 }, 0, 2, 1, 5 },        { { 10, 6, 1e300, INFINITY }, 10, 6, WIDTH, HEIGHT },
    { { 20, 2, 6, 3 }, 0, 0, 0, 0 },        { { NAN, 2, 6, 3 }, 0, 0, 0, 0 },
    { { 2, 2, -1, 3 }, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      JalonPixels pixels;

      g_assert_true (jalon_pixels_init (&pixels, surface));
      jalon_pixels_fill (&pixels, &cases[i].rect, 0xff123456);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            const guint32 *row = (gpointer) (pixels.data + y * pixels.stride);
            gboolean is_in = x >= cases[i].left && x < cases[i].right && y >= cases[i].top &&
                             y < cases[i].bottom;

            g_test_message ("Case %u at %d, %d", i, x, y);
            g_assert_cmphex (row[x], ==, is_in ? 0xff123456 : 0);
          }
      cairo_surface_destroy (surface);
    }
}

/* What shines through is what Cairo makes of it. */
static void
test_blend (void)
{
  static const JalonColour colours[] = {
    { 1, 0.5, 0, 0.5 },
    { 0.2, 0.4, 0.6, 0.3 },
    { 1, 1, 1, 0.01 },
    { 0.3, 0.3, 0.3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      const JalonColour *colour = &colours[i];
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2, 1);
      cairo_t *cr = cairo_create (surface);
      JalonPixels pixels;
      const guchar *a, *b;

      cairo_set_source_rgb (cr, 0.1, 0.6, 0.9);
      cairo_paint (cr);
      cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
      cairo_rectangle (cr, 0, 0, 1, 1);
      cairo_fill (cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_assert_true (jalon_pixels_init (&pixels, surface));
      jalon_pixels_fill (&pixels, &(JalonRect){ 1, 0, 1, 1 }, jalon_pixels_get (colour));
      a = pixels.data;
      b = a + 4;
      for (int k = 0; k < 3; k++)
        g_assert_cmpfloat_with_epsilon (a[k], b[k], 1.5);
      cairo_surface_destroy (surface);
    }
}

/* Not all surfaces have pixels of four bytes. */
static void
test_init (void)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 2, 2);
  cairo_surface_t *list = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_surface_t *nothing = cairo_image_surface_create (CAIRO_FORMAT_RGB24, -1, 2);
  JalonPixels pixels;

  g_assert_false (jalon_pixels_init (&pixels, mask));
  g_assert_false (jalon_pixels_init (&pixels, list));
  g_assert_false (jalon_pixels_init (&pixels, nothing));
  cairo_surface_destroy (mask);
  cairo_surface_destroy (list);
  cairo_surface_destroy (nothing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixels/fill", test_fill);
  g_test_add_func ("/pixels/blend", test_blend);
  g_test_add_func ("/pixels/init", test_init);
  return g_test_run ();
}
