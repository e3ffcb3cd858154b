/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-texture.h"

#define N_CHANNELS 3

static const guint32 *
get_row (cairo_surface_t *surface, int y)
{
  return (gpointer) (cairo_image_surface_get_data (surface) +
                     (gsize) y * cairo_image_surface_get_stride (surface));
}

static gboolean
is_opaque (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);

  if (cairo_surface_get_content (surface) == CAIRO_CONTENT_COLOR)
    return TRUE;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = get_row (surface, y);

      for (int x = 0; x < width; x++)
        if (row[x] >> 24 != 0xff)
          return FALSE;
    }
  return TRUE;
}

static GdkTexture *
new_with_alpha (cairo_surface_t *surface)
{
  gsize stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes)
    bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                        (GDestroyNotify) cairo_surface_destroy,
                                        cairo_surface_reference (surface));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
new_opaque (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) width * N_CHANNELS;
  guchar *pixels = g_malloc (stride * height);
  guchar *to = pixels;
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, stride * height);

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = get_row (surface, y);

      for (int x = 0; x < width; x++)
        for (int shift = 16; shift >= 0; shift -= 8)
          *to++ = row[x] >> shift & 0xff;
    }
  return gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, bytes, stride);
}

/**
 * jalon_texture_new:
 * @surface: an image with 8 bits a channel, on which nothing is painted any more
 *
 * Cairo has to be given all pixels of a texture in each frame, even those of widgets in which
 * nothing changes. GTK 4.8 needs 1 ns for one of three bytes, and 13 ns for one of Cairo's own.
 *
 * Returns: (transfer full): what widgets can show of it
 */
GdkTexture *
jalon_texture_new (cairo_surface_t *surface)
{
  cairo_surface_flush (surface);
  return is_opaque (surface) ? new_opaque (surface) : new_with_alpha (surface);
}
