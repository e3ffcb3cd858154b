/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/jalon-error.h"
#include "drawing/jalon-image-header.h"

/* More pixels than this on a side are not kept: no place on a map shows more. */
#define KEPT_SIDE 2048

struct _JalonPicture
{
  gatomicrefcount ref_count;
  JalonImageType type;
  guint width;
  guint height;
  GBytes *bytes;
  cairo_surface_t *surface;
};

/* The loaders by name, or gdk-pixbuf would try whatever is installed on whatever the bytes say. */
static const char *const loaders[] = { "png", "jpeg" };
static const char *const mimes[] = { "image/png", "image/jpeg" };

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, JALON_ERROR, JALON_ERROR_SYNTAX, _ ("The picture is damaged"));
  return FALSE;
}

static void
limit_size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  double scale = KEPT_SIDE / (double) MAX (width, height);

  if (scale < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) round (width * scale)),
                                MAX (1, (int) round (height * scale)));
}

static GdkPixbuf *
decode (JalonPicture *self)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (loaders[self->type], NULL);
  gboolean written;
  gboolean closed;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (limit_size_cb), NULL);
  written = gdk_pixbuf_loader_write_bytes (loader, self->bytes, NULL);
  closed = gdk_pixbuf_loader_close (loader, NULL);
  if (!written || !closed || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static guint32
premultiply (const guchar *p, gboolean has_alpha)
{
  guint a = has_alpha ? p[3] : 255;
  guint r = (p[0] * a + 127) / 255;
  guint g = (p[1] * a + 127) / 255;
  guint b = (p[2] * a + 127) / 255;

  return (guint32) a << 24 | r << 16 | g << 8 | b;
}

static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  gboolean alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  cairo_surface_t *surface =
    cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; pixels != NULL && y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (pixbuf) +
                           (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (gpointer) (pixels + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        to[x] = premultiply (from + x * (alpha ? 4 : 3), alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* A picture that says of itself what it should, not decoded yet. */
static JalonPicture *
open_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (JalonPicture) self = g_new0 (JalonPicture, 1);
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  if (!jalon_image_header_read (data, length, &self->type, &self->width, &self->height, error))
    return NULL;
  if (!jalon_image_is_complete (data, length, self->type))
    return refuse (error), NULL;
  return g_steal_pointer (&self);
}

static GBytes *
get_image_bytes (JalonElement *image)
{
  gsize length;
  guchar *data = g_base64_decode (jalon_element_get_text (image, JALON_FIELD_DATA), &length);

  return g_bytes_new_take (data, length);
}

/**
 * jalon_picture_new_from_bytes:
 * @bytes: a PNG or JPEG file
 * @error: why not: %JALON_ERROR_SYNTAX, or %JALON_ERROR_REFUSED for one that is too large
 *
 * Decodes a picture.
 *
 * Returns: (transfer full) (nullable): the picture
 */
JalonPicture *
jalon_picture_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (JalonPicture) self = open_bytes (bytes, error);

  if (self == NULL || !jalon_picture_decode (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * jalon_picture_new:
 * @image: an image of a project
 * @error: why not: %JALON_ERROR_SYNTAX, or %JALON_ERROR_REFUSED for one that is too large
 *
 * Decodes the picture of an image.
 *
 * Returns: (transfer full) (nullable): the picture
 */
JalonPicture *
jalon_picture_new (JalonElement *image, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (JALON_IS_ELEMENT (image), NULL);
  g_return_val_if_fail (jalon_element_get_kind (image) == JALON_KIND_IMAGE, NULL);

  bytes = get_image_bytes (image);
  return jalon_picture_new_from_bytes (bytes, error);
}

/**
 * jalon_picture_new_undecoded:
 * @image: an image of a project
 * @error: why not: %JALON_ERROR_SYNTAX, or %JALON_ERROR_REFUSED for one that is too large
 *
 * Looks at the picture of an image. Its size is known then; before it is painted,
 * jalon_picture_decode() has to find it sound.
 *
 * Returns: (transfer full) (nullable): the picture
 */
JalonPicture *
jalon_picture_new_undecoded (JalonElement *image, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (JALON_IS_ELEMENT (image), NULL);
  g_return_val_if_fail (jalon_element_get_kind (image) == JALON_KIND_IMAGE, NULL);

  bytes = get_image_bytes (image);
  return open_bytes (bytes, error);
}

/**
 * jalon_picture_decode:
 * @self: a picture that has not been decoded
 * @error: %JALON_ERROR_SYNTAX
 *
 * Decodes a picture, in any thread.
 *
 * Returns: %FALSE if it is damaged
 */
gboolean
jalon_picture_decode (JalonPicture *self, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface;

  g_return_val_if_fail (self->surface == NULL, TRUE);

  pixbuf = decode (self);
  if (pixbuf == NULL)
    return refuse (error);
  surface = make_surface (pixbuf);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return refuse (error);
    }
  self->surface = surface;
  return TRUE;
}

JalonPicture *
jalon_picture_ref (JalonPicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jalon_picture_unref (JalonPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * jalon_picture_get_width:
 * @self: a picture
 *
 * Returns: the width of the file in pixels
 */
guint
jalon_picture_get_width (JalonPicture *self)
{
  return self->width;
}

/**
 * jalon_picture_get_height:
 * @self: a picture
 *
 * Returns: the height of the file in pixels
 */
guint
jalon_picture_get_height (JalonPicture *self)
{
  return self->height;
}

/**
 * jalon_picture_get_bytes:
 * @self: a picture
 *
 * Returns: (transfer none): the file
 */
GBytes *
jalon_picture_get_bytes (JalonPicture *self)
{
  return self->bytes;
}

/**
 * jalon_picture_get_mime:
 * @self: a picture
 *
 * Returns: (transfer none): the MIME type of the file
 */
const char *
jalon_picture_get_mime (JalonPicture *self)
{
  return mimes[self->type];
}

/**
 * jalon_picture_get_surface:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): its pixels, fewer than in the file if that is very large;
 *   %NULL before it has been decoded
 */
cairo_surface_t *
jalon_picture_get_surface (JalonPicture *self)
{
  return self->surface;
}
