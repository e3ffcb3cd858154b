/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "document/jalon-document.h"
#include "document/jalon-error.h"
#include "drawing/jalon-image-header.h"
#include "drawing/jalon-layout.h"
#include "drawing/jalon-picture.h"
#include "tests/drawing/specimen.h"

#define PNG "\x89PNG\r\n\x1A\n"
#define IHDR "\0\0\0\x0DIHDR"
#define REST "\x08\x02\0\0\0\0\0\0\0"
#define SOF(n, height, width) "\xFF" n "\0\x0B\x08" height width "\x01\x01\x11\0"
#define APP0 "\xFF\xE0\0\x04JF"

typedef struct
{
  const char *data;
  gsize length;
  int code; /* -1 if it is taken */
  guint width;
  guint height;
} HeaderCase;

#define BYTES(text) (text), sizeof (text) - 1
#define GOOD(text, width, height)                                                                  \
  {                                                                                                \
    BYTES (text), -1, width, height                                                                \
  }
#define NOT(text)                                                                                  \
  {                                                                                                \
    BYTES (text), JALON_ERROR_SYNTAX, 0, 0                                                         \
  }
#define BOMB(text)                                                                                 \
  {                                                                                                \
    BYTES (text), JALON_ERROR_REFUSED, 0, 0                                                        \
  }

/* TRUST.md, part 3, I: what is decoded is decided by the header alone. */
static const HeaderCase headers[] = {
  GOOD (PNG IHDR "\0\0\0\x01\0\0\0\x01" REST, 1, 1),
  GOOD (PNG IHDR "\0\0\x20\0\0\0\x0F\0" REST, 8192, 3840),
  GOOD ("\xFF\xD8" SOF ("\xC0", "\x02\x58", "\x03\x20"), 800, 600),
  GOOD ("\xFF\xD8" APP0 SOF ("\xC2", "\x02\x58", "\x03\x20"), 800, 600),
  GOOD ("\xFF\xD8" APP0 "\xFF\xFF\xFF" APP0 "\xFF\xC4\0\x02" SOF ("\xC1", "\0\x02", "\0\x03"),
        3,
        2),

  BOMB (PNG IHDR "\0\0\x4E\x20\0\0\x4E\x20" REST),
  BOMB (PNG IHDR "\0\0\xC3\x50\0\0\xC3\x50" REST),
  BOMB (PNG IHDR "\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF" REST),
  BOMB (PNG IHDR "\xFF\xFF\xFF\xFF\0\0\0\x01" REST),
  BOMB (PNG IHDR "\0\0\0\0\0\0\0\0" REST),
  BOMB (PNG IHDR "\0\0\0\x05\0\0\0\0" REST),
  BOMB (PNG IHDR "\0\0\x20\x01\0\0\0\x01" REST),
  BOMB (PNG IHDR "\0\0\x20\0\0\0\x20\0" REST),
  BOMB ("\xFF\xD8" SOF ("\xC0", "\xFF\xDC", "\xFF\xDC")),
  BOMB ("\xFF\xD8" SOF ("\xC0", "\0\0", "\x01\0")),

  NOT (""),
  NOT ("\x89"),
  NOT ("<html><body>Please sign in</body></html>"),
  NOT ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"),
  NOT ("GIF89a\xFF\xFF\xFF\xFF\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
  NOT ("BM\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
  NOT ("\x89PNG\n\x1A\n" IHDR "\0\0\0\x01\0\0\0\x01" REST),
  NOT (PNG "\0\0\0\x0DiHDR\0\0\0\x01\0\0\0\x01" REST),
  NOT (PNG "\0\0\0\x0CIHDR\0\0\0\x01\0\0\0\x01" REST),
  NOT (PNG IHDR "\0\0\0\x01\0\0\0\x01"),
  NOT ("\xFF\xD8"),
  NOT ("\xFF\xD8\xFF\xD9 and more bytes"),
  NOT ("\xFF\xD8\xFF\xDA\0\x08 and more"),
  NOT ("\xFF\xD8\xFF\xE0\0\0 no length at all"),
  NOT ("\xFF\xD8\xFF\xE0\xFF\xFF beyond the end"),
  NOT ("\xFF\xD8 APP0 without its mark"),
  NOT ("\xFF\xD8\xFF\xC0\0\x0B\x08\0"),
};

/* Reads a copy of exactly so many bytes, so that a sanitizer sees any look beyond. */
static gboolean
read_header (const char *data, gsize length, guint *width, guint *height, GError **error)
{
  g_autofree guchar *copy = g_memdup2 (data, length);
  JalonImageType type;

  return jalon_image_header_read (copy, length, &type, width, height, error);
}

static void
test_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      const HeaderCase *c = &headers[i];
      g_autoptr (GError) error = NULL;
      guint width;
      guint height;
      gboolean good = read_header (c->data, c->length, &width, &height, &error);

      g_test_message ("header %u: %s", i, error != NULL ? error->message : "taken");
      if (c->code < 0)
        {
          g_assert_no_error (error);
          g_assert_true (good);
          g_assert_cmpuint (width, ==, c->width);
          g_assert_cmpuint (height, ==, c->height);
        }
      else
        {
          g_assert_false (good);
          g_assert_error (error, JALON_ERROR, c->code);
        }
    }
}

static void
test_headers_of_any_bytes (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      const HeaderCase *c = &headers[g_test_rand_int_range (0, G_N_ELEMENTS (headers))];
      gsize length = g_test_rand_int_range (0, (int) c->length + 1);
      g_autofree char *data = g_memdup2 (c->data, length);
      guint width = 0;
      guint height = 0;

      for (int i = g_test_rand_int_range (0, 4); i > 0 && length > 0; i--)
        data[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (0, 256);
      if (read_header (data, length, &width, &height, NULL))
        g_assert_cmpuint ((guint64) width * height, <=, JALON_IMAGE_MAX_PIXELS);
    }
}

static void
test_too_many_bytes (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  JalonImageType type;
  guint width;
  guint height;

  g_byte_array_append (bytes, (const guint8 *) headers[0].data, headers[0].length);
  g_byte_array_set_size (bytes, JALON_IMAGE_MAX_BYTES + 1);
  g_assert_false (
    jalon_image_header_read (bytes->data, bytes->len, &type, &width, &height, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
}

static GBytes *
make_jpeg (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x20A060FF);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static guint32
get_pixel (JalonPicture *picture, int x, int y)
{
  cairo_surface_t *surface = jalon_picture_get_surface (picture);
  const guchar *data = cairo_image_surface_get_data (surface);
  const guint32 *row =
    (gconstpointer) (data + (gsize) y * cairo_image_surface_get_stride (surface));

  return row[x];
}

static void
test_png (void)
{
  g_autoptr (GBytes) bytes = specimen_make_png (30, 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonPicture) picture = jalon_picture_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jalon_picture_get_width (picture), ==, 30);
  g_assert_cmpuint (jalon_picture_get_height (picture), ==, 20);
  g_assert_cmpstr (jalon_picture_get_mime (picture), ==, "image/png");
  g_assert_true (jalon_picture_get_bytes (picture) == bytes);
  g_assert_cmpint (cairo_image_surface_get_width (jalon_picture_get_surface (picture)), ==, 30);
}

static void
test_jpeg (void)
{
  g_autoptr (GBytes) bytes = make_jpeg (48, 32);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonPicture) picture = jalon_picture_new_from_bytes (bytes, &error);
  guint32 pixel;

  g_assert_no_error (error);
  g_assert_cmpstr (jalon_picture_get_mime (picture), ==, "image/jpeg");
  g_assert_cmpuint (jalon_picture_get_height (picture), ==, 32);
  pixel = get_pixel (picture, 20, 20);
  g_assert_cmpint (ABS ((int) (pixel >> 16 & 255) - 0x20), <, 4);
  g_assert_cmpint (ABS ((int) (pixel >> 8 & 255) - 0xA0), <, 4);
  g_assert_cmpint (ABS ((int) (pixel & 255) - 0x60), <, 4);
}

/* Cairo wants colours multiplied by their alpha. */
static void
test_alpha (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 4, 4);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JalonPicture) picture = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0xFF804080);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL);
  bytes = g_bytes_new_take (data, length);
  picture = jalon_picture_new_from_bytes (bytes, NULL);
  g_assert_cmphex (get_pixel (picture, 1, 1), ==, 0x80804020);
}

/* A large photograph is kept as small as it is ever shown. */
static void
test_large (void)
{
  g_autoptr (GBytes) bytes = make_jpeg (5000, 2500);
  g_autoptr (JalonPicture) picture = jalon_picture_new_from_bytes (bytes, NULL);
  cairo_surface_t *surface = jalon_picture_get_surface (picture);

  g_assert_cmpuint (jalon_picture_get_width (picture), ==, 5000);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 2048);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1024);
}

static void
assert_damaged (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonPicture) picture = jalon_picture_new_from_bytes (bytes, &error);

  g_assert_null (picture);
  g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
}

/* Half a picture is no picture: it is refused, not shown in part. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) png = specimen_make_png (64, 64);
  g_autoptr (GBytes) jpeg = make_jpeg (64, 64);
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);

  for (gsize i = 0; i < length; i += 97)
    assert_damaged (data, i);
  data = g_bytes_get_data (jpeg, &length);
  for (gsize i = 0; i < length; i += 13)
    assert_damaged (data, i);
}

static void
test_broken_sum (void)
{
  g_autoptr (GBytes) png = specimen_make_png (64, 64);
  gsize length;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (png, &length), g_bytes_get_size (png));

  length = g_bytes_get_size (png);
  data[29] ^= 0xFF;
  assert_damaged (data, length);
  data[29] ^= 0xFF;
  data[length / 2] ^= 0xFF;
  assert_damaged (data, length);
}

static void
test_element (void)
{
  g_autoptr (JalonElement) image = jalon_element_new (JALON_KIND_IMAGE, NULL);
  g_autoptr (GBytes) bytes = specimen_make_png (12, 10);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (bytes, NULL),
                                           g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonPicture) nothing = jalon_picture_new (image, &error);
  g_autoptr (JalonPicture) picture = NULL;

  g_assert_null (nothing);
  g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_true (jalon_element_set (image, JALON_FIELD_DATA, data, &error));
  picture = jalon_picture_new (image, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jalon_picture_get_width (picture), ==, 12);
}

static gboolean
shows_picture (JalonScene *scene)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      guint n;
      const JalonPrimitive *primitives = jalon_node_get_primitives (items[i].node, &n);

      for (guint j = 0; j < n; j++)
        if (primitives[j].type == JALON_PRIMITIVE_PICTURE)
          {
            g_assert_nonnull (jalon_picture_get_surface (primitives[j].picture));
            return TRUE;
          }
    }
  return FALSE;
}

/* Whether the sheet of a persona shows a portrait, also when it is drawn again. */
static gboolean
shows_portrait (const guint8 *data, gsize length)
{
  g_autofree char *text = g_base64_encode (data, length);
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, NULL);
  JalonElement *image = jalon_element_new (JALON_KIND_IMAGE, "face");
  JalonElement *persona = jalon_element_new (JALON_KIND_PERSONA, NULL);
  g_autoptr (JalonDocument) document = NULL;
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonScene) first = NULL;
  g_autoptr (JalonScene) second = NULL;

  g_assert_true (jalon_element_set (image, JALON_FIELD_DATA, text, NULL));
  g_assert_true (jalon_element_set (persona, JALON_FIELD_PORTRAIT, "face", NULL));
  jalon_element_append (project, image);
  jalon_element_append (project, persona);
  document = jalon_document_new (project);
  first = jalon_layout_draw (layout, persona, jalon_theme_get (JALON_THEME_LIGHT));
  second = jalon_layout_draw (layout, persona, jalon_theme_get (JALON_THEME_LIGHT));
  g_assert_cmpint (shows_picture (first), ==, shows_picture (second));
  return shows_picture (first);
}

/* What is wrong with a picture may be found only when the map has been laid out around it. */
static void
test_layout (void)
{
  g_autoptr (GBytes) png = specimen_make_png (64, 64);
  gsize length = g_bytes_get_size (png);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (png, NULL), length);

  g_assert_true (shows_portrait (data, length));
  data[length / 2] ^= 0xFF;
  g_assert_false (shows_portrait (data, length));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/headers", test_headers);
  g_test_add_func ("/picture/headers-of-any-bytes", test_headers_of_any_bytes);
  g_test_add_func ("/picture/too-many-bytes", test_too_many_bytes);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/jpeg", test_jpeg);
  g_test_add_func ("/picture/alpha", test_alpha);
  g_test_add_func ("/picture/large", test_large);
  g_test_add_func ("/picture/truncated", test_truncated);
  g_test_add_func ("/picture/broken-sum", test_broken_sum);
  g_test_add_func ("/picture/layout", test_layout);
  g_test_add_func ("/picture/element", test_element);

  return g_test_run ();
}
