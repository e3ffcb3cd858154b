/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-picture-shape.h"

#include <math.h>

/* More pixels than these are not decoded of a picture that is much longer than wide. */
#define MOST_PIXELS (16.0 * 1000 * 1000)

/* Of what is cut off a picture that is higher than wide, the part at the top: heads are there. */
#define TOP_SHARE 0.3

/* From here on a PNG is tried as a JPEG: it seems to be a photograph. In bytes. */
#define PHOTOGRAPH (256 * 1024)

/* The largest file that is made. In bytes. */
#define MOST_BYTES (2 * 1024 * 1024)

/* Good for faces: artefacts cannot be seen, and it is a third of the size of 95. */
#define QUALITY "85"

/**
 * jalon_picture_shape_get_scale:
 * @self: a shape
 * @width: of a picture, in pixels
 * @height: of a picture, in pixels
 *
 * Returns: by how much the picture can be made smaller while it is decoded; 1 at most
 */
double
jalon_picture_shape_get_scale (const JalonPictureShape *self, guint width, guint height)
{
  guint side = self->is_square ? MIN (width, height) : MAX (width, height);
  double scale = MIN (1, self->side / (double) side);
  double pixels = scale * width * scale * height;

  return pixels > MOST_PIXELS ? scale * sqrt (MOST_PIXELS / pixels) : scale;
}

static GdkPixbuf *
scale_by (GdkPixbuf *pixbuf, double scale)
{
  int width = MAX (1, (int) round (gdk_pixbuf_get_width (pixbuf) * scale));
  int height = MAX (1, (int) round (gdk_pixbuf_get_height (pixbuf) * scale));

  if (scale >= 1)
    return g_object_ref (pixbuf);
  return gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR);
}

/* The middle, and of a picture that is higher than wide what is slightly above it. */
static GdkPixbuf *
crop (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int side = MIN (width, height);

  return gdk_pixbuf_new_subpixbuf (pixbuf, (width - side) / 2,
                                   (int) round ((height - side) * TOP_SHARE), side, side);
}

/**
 * jalon_picture_shape_apply:
 * @self: a shape
 * @pixbuf: a picture, the right way up
 *
 * Crops and scales a picture; it is never made larger.
 *
 * Returns: (transfer full) (nullable): the picture in this shape; %NULL without memory
 */
GdkPixbuf *
jalon_picture_shape_apply (const JalonPictureShape *self, GdkPixbuf *pixbuf)
{
  g_autoptr (GdkPixbuf) cropped = self->is_square ? crop (pixbuf) : g_object_ref (pixbuf);
  int longest = MAX (gdk_pixbuf_get_width (cropped), gdk_pixbuf_get_height (cropped));

  return scale_by (cropped, self->side / (double) longest);
}

static gboolean
is_see_through (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);

  for (int y = 0; gdk_pixbuf_get_has_alpha (pixbuf) && y < gdk_pixbuf_get_height (pixbuf); y++)
    {
      const guchar *row = gdk_pixbuf_read_pixels (pixbuf) +
                          (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++)
        if (row[4 * x + 3] != 255)
          return TRUE;
    }
  return FALSE;
}

static GBytes *
save (GdkPixbuf *pixbuf, JalonImageType type)
{
  char *data;
  gsize length;
  gboolean is_saved;

  /* What gdk-pixbuf knows of where the picture comes from is not passed on. */
  if (type == JALON_IMAGE_JPEG)
    is_saved = gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", NULL, "quality", QUALITY,
                                          NULL);
  else
    is_saved = gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL);
  return is_saved ? g_bytes_new_take (data, length) : NULL;
}

/* A drawing stays sharp as a PNG; a photograph that came as one is smaller as a JPEG. */
static GBytes *
save_opaque (GdkPixbuf *pixbuf, JalonImageType *type)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) jpeg = NULL;

  if (*type == JALON_IMAGE_PNG)
    png = save (pixbuf, JALON_IMAGE_PNG);
  if (png != NULL && g_bytes_get_size (png) < PHOTOGRAPH)
    return g_steal_pointer (&png);
  jpeg = save (pixbuf, JALON_IMAGE_JPEG);
  if (jpeg == NULL || (png != NULL && g_bytes_get_size (png) < 2 * g_bytes_get_size (jpeg) &&
                       g_bytes_get_size (png) < MOST_BYTES))
    return g_steal_pointer (&png);
  *type = JALON_IMAGE_JPEG;
  return g_steal_pointer (&jpeg);
}

/**
 * jalon_picture_shape_encode:
 * @pixbuf: a picture in its shape
 * @type: (inout): what it was; what it is now
 *
 * Makes a file: JPEG for photographs, PNG for drawings and for what can be seen through.
 *
 * Returns: (transfer full) (nullable): the file; %NULL without memory
 */
GBytes *
jalon_picture_shape_encode (GdkPixbuf *pixbuf, JalonImageType *type)
{
  g_autoptr (GdkPixbuf) smaller = NULL;
  GBytes *bytes;

  if (!is_see_through (pixbuf))
    return save_opaque (pixbuf, type);
  *type = JALON_IMAGE_PNG;
  bytes = save (pixbuf, JALON_IMAGE_PNG);
  if (bytes == NULL || g_bytes_get_size (bytes) <= MOST_BYTES)
    return bytes;
  g_bytes_unref (bytes);
  smaller = scale_by (pixbuf, 0.7);
  return smaller != NULL ? jalon_picture_shape_encode (smaller, type) : NULL;
}
