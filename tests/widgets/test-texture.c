/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-texture.h"

/* Odd, so that rows of three bytes do not end on a word */
#define WIDTH 7
#define HEIGHT 5

/* Another colour everywhere, premultiplied. */
static guint32
get_pixel (int x, int y, guint alpha)
{
  const guint red = alpha * (guint) x / WIDTH, green = alpha * (guint) y / HEIGHT;

  return alpha << 24 | red << 16 | green << 8 | alpha / 3;
}

static cairo_surface_t *
make_surface (cairo_format_t format, guint alpha)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, WIDTH, HEIGHT);
  guint32 *pixels = (gpointer) cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface) / 4;

  for (int i = 0; i < WIDTH * HEIGHT; i++)
    pixels[i / WIDTH * stride + i % WIDTH] = get_pixel (i % WIDTH, i / WIDTH,
                                                        i == WIDTH * HEIGHT - 1 ? alpha : 255);
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* What is shown is what was painted, also after the surface has gone. */
static void
check (cairo_format_t format, guint alpha)
{
  cairo_surface_t *surface = make_surface (format, alpha);
  g_autoptr (GdkTexture) texture = jalon_texture_new (surface);
  guint32 pixels[WIDTH * HEIGHT];

  cairo_surface_destroy (surface);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, WIDTH);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, HEIGHT);
  gdk_texture_download (texture, (gpointer) pixels, sizeof pixels / HEIGHT);
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    g_assert_cmphex (pixels[i], ==,
                     get_pixel (i % WIDTH, i / WIDTH, i == WIDTH * HEIGHT - 1 ? alpha : 255));
}

static void
test_pixels (void)
{
  check (CAIRO_FORMAT_RGB24, 255);
  check (CAIRO_FORMAT_ARGB32, 255);
  check (CAIRO_FORMAT_ARGB32, 128);
  check (CAIRO_FORMAT_ARGB32, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texture/pixels", test_pixels);
  return g_test_run ();
}
