/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-picture-import.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/jalon-error.h"
#include "drawing/jalon-image-header.h"
#include "drawing/jalon-image-kinds.h"
#include "drawing/jalon-image-strip.h"
#include "drawing/jalon-picture-shape.h"

/* Twice what cameras make. It is made smaller while it is decoded, so that it never needs the
 * memory of all its pixels. */
#define MOST_PIXELS (400 * 1000 * 1000)

/* Portraits are seen at 112 units, pictures at a few hundred; paper and screens want more. */
#define PORTRAIT_SIDE 512
#define PICTURE_SIDE 1600

/* Smaller files stay as they are. In bytes. */
#define KEPT_BYTES (512 * 1024)

/* Between two looks at whether people have cancelled. In bytes. */
#define PORTION (64 * 1024)

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, JALON_ERROR, code, message);
  return FALSE;
}

/* Says what it is and what to do. */
static gboolean
refuse_foreign (const guchar *data, gsize length, GError **error)
{
  const char *name = jalon_image_name_foreign (data, length);

  if (length == 0)
    return refuse (error, JALON_ERROR_SYNTAX, _ ("The file is empty."));
  if (length >= 3 && (memcmp (data, "\x89PN", 3) == 0 || memcmp (data, "\xFF\xD8\xFF", 3) == 0))
    return refuse (error, JALON_ERROR_SYNTAX, _ ("The picture is damaged."));
  if (name == NULL)
    return refuse (error, JALON_ERROR_SYNTAX,
                   _ ("This is not a picture. Choose a PNG or JPEG file."));
  g_set_error (error, JALON_ERROR, JALON_ERROR_SYNTAX,
               /* Translators: %s is for instance "a WebP picture" or "a PDF document" */
               _ ("This is %s. Save the picture as PNG or JPEG and try again."), name);
  return FALSE;
}

/* A JPEG that comes line by line is made smaller while it is decoded; of anything else all pixels
 * are in memory at once. */
static gboolean
check_size (const JalonImageHeader *header, GError **error)
{
  guint64 pixels = (guint64) header->width * header->height;
  gboolean is_by_lines = header->type == JALON_IMAGE_JPEG && !header->is_in_passes;
  guint64 most = is_by_lines ? MOST_PIXELS : JALON_IMAGE_MAX_PIXELS;

  if (pixels == 0)
    return refuse (error, JALON_ERROR_SYNTAX, _ ("The picture is damaged."));
  if (pixels <= most && header->width <= G_MAXUINT16 && header->height <= G_MAXUINT16)
    return TRUE;
  g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
               _ ("The picture has %u × %u pixels, more than %u million. Make it smaller and try "
                  "again."),
               header->width, header->height, (guint) (most / 1000000));
  return FALSE;
}

static gboolean
check (GBytes *bytes, JalonImageHeader *header, GError **error)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > JALON_PICTURE_IMPORT_MAX)
    {
      g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                   _ ("The file is larger than %d MB. Make the picture smaller and try again."),
                   JALON_PICTURE_IMPORT_MAX / (1024 * 1024));
      return FALSE;
    }
  if (!jalon_image_header_parse (data, length, header))
    return refuse_foreign (data, length, error);
  if (!check_size (header, error))
    return FALSE;
  if (!jalon_image_is_complete (data, length, header->type))
    return refuse (error, JALON_ERROR_SYNTAX,
                   _ (
                     "The picture is damaged: its end is missing. Copy or download it once more."));
  return TRUE;
}

static void
limit_size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  double scale = jalon_picture_shape_get_scale (data, width, height);

  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) round (width * scale)),
                                MAX (1, (int) round (height * scale)));
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, GCancellable *cancellable)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i += PORTION)
    if (g_cancellable_is_cancelled (cancellable) ||
        !gdk_pixbuf_loader_write (loader, data + i, MIN (PORTION, length - i), NULL))
      return FALSE;
  return TRUE;
}

/* The loader by its name: gdk-pixbuf would try whatever is installed on whatever the bytes say. */
static GdkPixbuf *
decode (GBytes *bytes,
        const JalonImageHeader *header,
        const JalonPictureShape *shape,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader =
    gdk_pixbuf_loader_new_with_type (header->type == JALON_IMAGE_PNG ? "png" : "jpeg", error);
  GdkPixbuf *pixbuf;
  gboolean is_fed;
  gboolean is_closed;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (limit_size_cb), (gpointer) shape);
  is_fed = feed (loader, bytes, cancellable);
  is_closed = gdk_pixbuf_loader_close (loader, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!is_fed || !is_closed || pixbuf == NULL)
    return refuse (error, JALON_ERROR_SYNTAX, _ ("The picture is damaged.")), NULL;
  return g_object_ref (pixbuf);
}

static gboolean
is_upright (GdkPixbuf *pixbuf)
{
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");

  return orientation == NULL || strcmp (orientation, "1") == 0;
}

/* Whether the file may stay as it is: encoding it once more would only make it worse. */
static gboolean
is_fine (const JalonImageHeader *header, const JalonPictureShape *shape, GdkPixbuf *pixbuf)
{
  return header->width <= shape->side && header->height <= shape->side && header->depth <= 8 &&
         header->n_channels != 4 && (!shape->is_square || header->width == header->height) &&
         is_upright (pixbuf);
}

/* The file without what it tells, if it may stay as it is and is small; else NULL. */
static GBytes *
keep (GBytes *bytes,
      const JalonImageHeader *header,
      const JalonPictureShape *shape,
      GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) kept = NULL;

  if (is_fine (header, shape, pixbuf))
    kept = jalon_image_strip (bytes, header->type);
  return kept != NULL && g_bytes_get_size (kept) <= KEPT_BYTES ? g_steal_pointer (&kept) : NULL;
}

static GBytes *
make_file (GdkPixbuf *pixbuf, const JalonPictureShape *shape, JalonImageType *type, GError **error)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  g_autoptr (GdkPixbuf) shaped = upright != NULL ? jalon_picture_shape_apply (shape, upright)
                                                 : NULL;
  GBytes *made = shaped != NULL ? jalon_picture_shape_encode (shaped, type) : NULL;

  if (made == NULL)
    refuse (error, JALON_ERROR_REFUSED, _ ("There is not enough memory for the picture."));
  return made;
}

static JalonElement *
make_element (GBytes *bytes, GError **error)
{
  g_autoptr (JalonElement) image = jalon_element_new (JALON_KIND_IMAGE, NULL);
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_base64_encode (data, length);
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;
  JalonImageType type;
  guint across;
  guint down;

  if (!jalon_image_header_read (data, length, &type, &across, &down, error))
    return NULL;
  width = g_strdup_printf ("%u", across);
  height = g_strdup_printf ("%u", down);
  if (!jalon_element_set (image, JALON_FIELD_TYPE, jalon_image_type_choices[type].nick, error) ||
      !jalon_element_set (image, JALON_FIELD_WIDTH, width, error) ||
      !jalon_element_set (image, JALON_FIELD_HEIGHT, height, error) ||
      !jalon_element_set (image, JALON_FIELD_DATA, text, error))
    return NULL;
  return g_steal_pointer (&image);
}

/**
 * jalon_picture_import:
 * @bytes: a file
 * @field: a reference to an image, which says what shape it needs
 * @cancellable: (nullable): stops it
 * @error: why not: %JALON_ERROR_SYNTAX, %JALON_ERROR_REFUSED for one that is too large, or
 *   %G_IO_ERROR_CANCELLED; the message says what to do
 *
 * Makes an image of what people have: turned as its EXIF data say (CIPA DC-008, 4.6.4), cropped to
 * a square for a portrait, no larger than maps need, with no word of when and where it was taken.
 * The memory it needs does not grow with the photograph.
 *
 * Returns: (transfer full) (nullable): an image in no document
 */
JalonElement *
jalon_picture_import (GBytes *bytes,
                      const JalonField *field,
                      GCancellable *cancellable,
                      GError **error)
{
  gboolean is_square = (field->flags & JALON_FLAG_SQUARE) != 0;
  const JalonPictureShape shape = { is_square ? PORTRAIT_SIDE : PICTURE_SIDE, is_square };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GBytes) made = NULL;
  JalonImageHeader header;

  if (!check (bytes, &header, error))
    return NULL;
  pixbuf = decode (bytes, &header, &shape, cancellable, error);
  if (pixbuf == NULL)
    return NULL;
  made = keep (bytes, &header, &shape, pixbuf);
  if (made == NULL)
    made = make_file (pixbuf, &shape, &header.type, error);
  if (made == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return make_element (made, error);
}
