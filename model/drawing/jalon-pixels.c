/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-pixels.h"

#include <math.h>

/**
 * jalon_pixels_init:
 * @self: (out caller-allocates): the pixels
 * @surface: a surface
 *
 * Returns: %FALSE if it has none that could be set
 */
gboolean
jalon_pixels_init (JalonPixels *self, cairo_surface_t *surface)
{
  cairo_format_t format;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  self->data = cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface);
  self->width = cairo_image_surface_get_width (surface);
  self->height = cairo_image_surface_get_height (surface);
  return self->data != NULL && (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24);
}

/**
 * jalon_pixels_get:
 * @colour: a colour
 *
 * Returns: a pixel of that colour
 */
guint32
jalon_pixels_get (const JalonColour *colour)
{
  guint alpha = (guint) lround (colour->alpha * 255.0);
  guint red = (guint) lround (colour->red * colour->alpha * 255.0);
  guint green = (guint) lround (colour->green * colour->alpha * 255.0);
  guint blue = (guint) lround (colour->blue * colour->alpha * 255.0);

  return alpha << 24 | red << 16 | green << 8 | blue;
}

/* The first pixel whose middle is not before @place, of @size. Where it is just there, the last bit
 * of a number must not decide: the parts of a map would not match. */
static int
get_first (double place, int size)
{
  const double middle = place - 0.5 - 1e-6;
  int first;

  if (!(middle > 0.0))
    return 0;
  if (middle >= size)
    return size;
  first = (int) middle;
  return first < middle ? first + 1 : first;
}

/* @pixel, of which nothing shines through, over @below: all four channels by themselves. */
static guint32
blend (guint32 pixel, guint32 below)
{
  guint rest = 255 - (pixel >> 24);
  guint32 result = 0;

  for (int shift = 0; shift < 32; shift += 8)
    {
      guint channel = (below >> shift & 0xff) * rest + 127;

      result |= ((pixel >> shift & 0xff) + channel / 255) << shift;
    }
  return result;
}

/**
 * jalon_pixels_fill:
 * @self: pixels
 * @rect: in pixels; what lies beyond them is left out
 * @pixel: of what colour
 *
 * Sets the pixels whose middle is in @rect, over what is there.
 */
void
jalon_pixels_fill (const JalonPixels *self, const JalonRect *rect, guint32 pixel)
{
  int left = get_first (rect->x, self->width);
  int right = get_first (rect->x + rect->width, self->width);
  int top = get_first (rect->y, self->height);
  int bottom = get_first (rect->y + rect->height, self->height);

  for (int row = top; row < bottom; row++)
    {
      guint32 *pixels = (gpointer) (self->data + (gsize) row * (gsize) self->stride);

      if (pixel >> 24 == 0xff)
        for (int i = left; i < right; i++)
          pixels[i] = pixel;
      else
        for (int i = left; i < right; i++)
          pixels[i] = blend (pixel, pixels[i]);
    }
}
