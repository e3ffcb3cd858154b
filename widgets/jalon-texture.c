/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-texture.h"

/**
 * jalon_texture_new:
 * @surface: an image on which nothing is painted any more
 *
 * Returns: (transfer full): what widgets can show of it, without a copy
 */
GdkTexture *
jalon_texture_new (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}
