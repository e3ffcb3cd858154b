/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <png.h>
#include <sys/resource.h>

#include "document/jalon-error.h"
#include "drawing/jalon-picture-import.h"
#include "drawing/jalon-picture.h"
#include "tests/common/photograph.h"
#include "tests/drawing/specimen.h"

#define BYTES(text) (text), sizeof (text) - 1

static const JalonField *
get_portrait (void)
{
  return jalon_kind_get_field (JALON_KIND_PERSONA, JALON_FIELD_PORTRAIT);
}

static const JalonField *
get_picture (void)
{
  return jalon_kind_get_field (JALON_KIND_CARD, JALON_FIELD_IMAGE);
}

/* The picture that is made of a file, and what it is. */
static JalonPicture *
take (GBytes *bytes, const JalonField *field, const char *type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) image = jalon_picture_import (bytes, field, NULL, &error);
  JalonPicture *picture;

  g_assert_no_error (error);
  g_assert_cmpstr (jalon_element_get_text (image, JALON_FIELD_TYPE), ==, type);
  picture = jalon_picture_new (image, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (jalon_element_get_number (image, JALON_FIELD_WIDTH), ==,
                     jalon_picture_get_width (picture));
  g_assert_cmpfloat (jalon_element_get_number (image, JALON_FIELD_HEIGHT), ==,
                     jalon_picture_get_height (picture));
  return picture;
}

static void
assert_size (JalonPicture *picture, guint width, guint height)
{
  g_assert_cmpuint (jalon_picture_get_width (picture), ==, width);
  g_assert_cmpuint (jalon_picture_get_height (picture), ==, height);
}

static guint32
get_pixel (JalonPicture *picture, double x, double y)
{
  cairo_surface_t *surface = jalon_picture_get_surface (picture);
  const guchar *data = cairo_image_surface_get_data (surface);
  int column = (int) (x * cairo_image_surface_get_width (surface));
  int row = (int) (y * cairo_image_surface_get_height (surface));
  const guint32 *line =
    (gconstpointer) (data + (gsize) row * cairo_image_surface_get_stride (surface));

  return line[column];
}

/* A letter for the colour there: of the four of photograph_new(), or grey or black */
static char
get_colour (JalonPicture *picture, double x, double y)
{
  guint32 pixel = get_pixel (picture, x, y);
  guint red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;

  if (MAX (MAX (red, green), blue) - MIN (MIN (red, green), blue) < 16)
    return red > 200 ? 'W' : red < 50 ? 'K' : 'g';
  return red > 200 ? 'R' : green > 200 ? 'G' : blue > 200 ? 'B' : '?';
}

static void
assert_corners (JalonPicture *picture, const char *corners)
{
  const char found[] = { get_colour (picture, 0.2, 0.2), get_colour (picture, 0.8, 0.2),
                         get_colour (picture, 0.2, 0.8), get_colour (picture, 0.8, 0.8), '\0' };

  g_assert_cmpstr (found, ==, corners);
}

/* CIPA DC-008, 4.6.4: which corner comes first, and whether lines are columns; also when it is made
 * smaller while it is decoded. */
static void
test_orientations (void)
{
  static const char *const corners[] = { "RGBW", "RGBW", "GRWB", "WBGR", "BWRG",
                                         "RBGW", "BRWG", "WGBR", "GWRB" };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    for (guint width = 60; width <= 3600; width *= 60)
      {
        guint across = MIN (width, 1600), down = across * 3 / 4;
        g_autoptr (GBytes) plain = photograph_new (width, width * 3 / 4, PHOTOGRAPH_COLOUR);
        g_autoptr (GBytes) telling = photograph_tell (plain, i);
        g_autoptr (JalonPicture) picture = take (telling, get_picture (), "jpeg");

        g_test_message ("orientation %u, %u pixels", i, width);
        assert_size (picture, i < 5 ? across : down, i < 5 ? down : across);
        assert_corners (picture, corners[i]);
      }
}

static void
test_kinds (void)
{
  static const char *const corners[] = { "RGBW", "gggW", "RGBW", "RGBW" };

  for (PhotographKind kind = PHOTOGRAPH_COLOUR; kind <= PHOTOGRAPH_IN_PASSES; kind++)
    {
      g_autoptr (GBytes) bytes = photograph_new (90, 60, kind);
      g_autoptr (JalonPicture) picture = take (bytes, get_picture (), "jpeg");
      cairo_surface_t *surface = jalon_picture_get_surface (picture);

      g_test_message ("kind %d", kind);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 90);
      if (kind == PHOTOGRAPH_GREY)
        g_assert_cmphex (get_pixel (picture, 0.2, 0.2), ==, 0xFFFFFFFF);
      else
        assert_corners (picture, corners[kind]);
    }
}

static GBytes *
make_png (guint32 format, guint width, guint height, guint32 value)
{
  png_image image = { .version = PNG_IMAGE_VERSION,
                      .width = width,
                      .height = height,
                      .format = format };
  guint n = PNG_IMAGE_SAMPLE_CHANNELS (format) * width * height;
  gsize size = PNG_IMAGE_SAMPLE_COMPONENT_SIZE (format);
  g_autofree guint8 *pixels = g_malloc (n * size);
  png_alloc_size_t length = 0;
  guint8 *data;

  for (guint i = 0; i < n; i++)
    if (size == 1)
      pixels[i] = (guint8) value;
    else
      ((guint16 *) (gpointer) pixels)[i] = (guint16) value;
  g_assert_true (png_image_write_get_memory_size (image, length, 0, pixels, 0, NULL));
  data = g_malloc (length);
  g_assert_true (png_image_write_to_memory (&image, data, &length, 0, pixels, 0, NULL));
  return g_bytes_new_take (data, length);
}

/* Sixteen bits become eight; grey stays grey; what can be seen through stays so, also when it is
 * made smaller. */
static void
test_pngs (void)
{
  static const struct
  {
    guint32 format;
    guint width;
    guint32 value;
    guint across;
    guint32 pixel;
  } cases[] = {
    { PNG_FORMAT_LINEAR_Y, 40, 0xFFFF, 40, 0xFFFFFFFF },
    { PNG_FORMAT_LINEAR_RGB, 40, 0, 40, 0xFF000000 },
    { PNG_FORMAT_GRAY, 40, 0x80, 40, 0xFF808080 },
    { PNG_FORMAT_GA, 40, 0x80, 40, 0x80404040 },
    { PNG_FORMAT_RGBA, 40, 0x80, 40, 0x80404040 },
    { PNG_FORMAT_RGBA, 3200, 0x80, 1600, 0x80404040 },
    { PNG_FORMAT_RGB, 3200, 0x55, 1600, 0xFF555555 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint height = cases[i].width / 2;
      g_autoptr (GBytes) bytes = make_png (cases[i].format, cases[i].width, height, cases[i].value);
      g_autoptr (JalonPicture) picture = take (bytes, get_picture (), "png");

      g_test_message ("png %u", i);
      assert_size (picture, cases[i].across, cases[i].across / 2);
      g_assert_cmphex (get_pixel (picture, 0.5, 0.5), ==, cases[i].pixel);
      g_assert_cmphex (get_pixel (picture, 0, 0), ==, cases[i].pixel);
    }
}

/* Noise, which compresses as badly as a photograph */
static GBytes *
make_noise (int width, int height, gboolean has_alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  char *data;
  gsize length;

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    pixels[i] = (guchar) g_rand_int (rand);
  g_assert_true (
    gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, "compression", "1", NULL));
  return g_bytes_new_take (data, length);
}

/* A photograph that comes as a PNG does not stay one. */
static void
test_photograph_as_png (void)
{
  g_autoptr (GBytes) opaque = make_noise (1200, 900, FALSE);
  g_autoptr (GBytes) clear = make_noise (1200, 900, TRUE);
  g_autoptr (JalonPicture) first = take (opaque, get_picture (), "jpeg");
  g_autoptr (JalonPicture) second = take (clear, get_picture (), "png");

  assert_size (first, 1200, 900);
  g_assert_cmpuint (g_bytes_get_size (jalon_picture_get_bytes (second)), <=, 2 * 1024 * 1024);
}

/* The head is in the upper half of what is higher than wide. */
static void
test_portrait (void)
{
  g_autoptr (GBytes) high = photograph_new (900, 1800, PHOTOGRAPH_COLOUR);
  g_autoptr (GBytes) wide = photograph_new (1800, 900, PHOTOGRAPH_COLOUR);
  g_autoptr (GBytes) small = photograph_new (60, 40, PHOTOGRAPH_COLOUR);
  g_autoptr (JalonPicture) first = take (high, get_portrait (), "jpeg");
  g_autoptr (JalonPicture) second = take (wide, get_portrait (), "jpeg");
  g_autoptr (JalonPicture) third = take (small, get_portrait (), "jpeg");

  assert_size (first, 512, 512);
  assert_size (second, 512, 512);
  assert_size (third, 40, 40);
  assert_corners (second, "RGBW");
  /* Of 1800 lines, 270 to 1170 are left; the colours change at line 900, 0.7 of the way down. */
  g_assert_cmpint (get_colour (first, 0.2, 0.66), ==, 'R');
  g_assert_cmpint (get_colour (first, 0.2, 0.74), ==, 'B');
}

/* What is small stays as it is, but for what it tells. */
static void
test_kept (void)
{
  g_autoptr (GBytes) plain = photograph_new (300, 300, PHOTOGRAPH_COLOUR);
  g_autoptr (GBytes) telling = photograph_tell (plain, 1);
  g_autoptr (GBytes) png = make_png (PNG_FORMAT_RGB, 300, 200, 0x77);
  g_autoptr (JalonPicture) first = take (telling, get_portrait (), "jpeg");
  g_autoptr (JalonPicture) second = take (png, get_picture (), "png");
  g_autoptr (JalonPicture) third = take (png, get_portrait (), "png");

  g_assert_true (g_bytes_equal (jalon_picture_get_bytes (first), plain));
  g_assert_true (g_bytes_equal (jalon_picture_get_bytes (second), png));
  assert_size (third, 200, 200);
}

static void
test_untold (void)
{
  g_autoptr (GBytes) plain = photograph_new (3000, 2000, PHOTOGRAPH_COLOUR);
  g_autoptr (GBytes) telling = photograph_tell (plain, 8);
  g_autoptr (JalonPicture) picture = take (telling, get_picture (), "jpeg");
  gsize length;
  const guint8 *data = g_bytes_get_data (jalon_picture_get_bytes (picture), &length);

  g_assert_null (memmem (data, length, PHOTOGRAPH_SECRET, strlen (PHOTOGRAPH_SECRET)));
  g_assert_null (memmem (data, length, "Exif", 4));
}

static void
assert_refused (GBytes *bytes, int code, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) image = jalon_picture_import (bytes, get_picture (), NULL, &error);

  g_assert_null (image);
  g_assert_error (error, JALON_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, why));
}

#define PNG_OF(side) "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR" side side "\x01\0\0\0\0\0\0\0\0\0\0\0\0"
#define JPEG_OF(sof, side)                                                                         \
  "\xFF\xD8\xFF" sof "\0\x11\x08" side side "\x03\1\x11\0\2\x11\0\3\x11\0"                         \
  "\xFF\xDA\0\x0C\x03\1\0\2\0\3\0\0\x3F\0\xFF\xD9"

/* Whatever they are called, the message says what they are. */
static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    int code;
    const char *why;
  } cases[] = {
    { BYTES (""), JALON_ERROR_SYNTAX, "empty" },
    { BYTES ("GIF89a\1\0\1\0\0\0\0;"), JALON_ERROR_SYNTAX, "a GIF picture" },
    { BYTES ("RIFF\x1A\0\0\0WEBPVP8L"), JALON_ERROR_SYNTAX, "a WebP picture" },
    { BYTES ("\0\0\0\x18"
             "ftypheic\0\0\0\0"),
      JALON_ERROR_SYNTAX, "a HEIC picture" },
    { BYTES ("\0\0\0\x18"
             "ftypavif\0\0\0\0"),
      JALON_ERROR_SYNTAX, "an AVIF picture" },
    { BYTES ("\0\0\0\x18"
             "ftypisom\0\0\0\0"),
      JALON_ERROR_SYNTAX, "a video" },
    { BYTES ("II*\0\x08\0\0\0"), JALON_ERROR_SYNTAX, "a TIFF picture" },
    { BYTES ("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0\1\0\0\0"), JALON_ERROR_SYNTAX,
      "a BMP picture" },
    { BYTES ("<?xml version=\"1.0\"?>\n<!-- a -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
      JALON_ERROR_SYNTAX, "an SVG drawing" },
    { BYTES ("\n<!DOCTYPE HTML><HTML><body>Please sign in"), JALON_ERROR_SYNTAX, "a web page" },
    { BYTES ("%PDF-1.7\n"), JALON_ERROR_SYNTAX, "a PDF document" },
    { BYTES ("PK\3\4\x14\0\6\0"), JALON_ERROR_SYNTAX, "a document" },
    { BYTES ("BMW and Audi are cars, not pictures."), JALON_ERROR_SYNTAX, "not a picture" },
    { BYTES ("\x89PNG\r\n\x1A\n"), JALON_ERROR_SYNTAX, "damaged" },
    { BYTES ("\xFF\xD8\xFF\xE0"), JALON_ERROR_SYNTAX, "damaged" },
    { BYTES (PNG_OF ("\0\0\0\0")), JALON_ERROR_SYNTAX, "damaged" },
    { BYTES (PNG_OF ("\0\0\0\1")), JALON_ERROR_SYNTAX, "end is missing" },
    { BYTES (PNG_OF ("\0\0\x4E\x20")), JALON_ERROR_REFUSED, "20000 × 20000" },
    { BYTES (PNG_OF ("\xFF\xFF\xFF\xFF")), JALON_ERROR_REFUSED, "4294967295" },
    { BYTES (JPEG_OF ("\xC0", "\xFF\xDC")), JALON_ERROR_REFUSED, "65500 × 65500" },
    { BYTES (JPEG_OF ("\xC2", "\x4E\x20")), JALON_ERROR_REFUSED, "20000 × 20000" },
    { BYTES (JPEG_OF ("\xC0", "\x4E\x20")), JALON_ERROR_SYNTAX, "damaged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].data, cases[i].length);

      assert_refused (bytes, cases[i].code, cases[i].why);
    }
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) png = specimen_make_png (64, 64);
  g_autoptr (GBytes) jpeg = photograph_new (64, 64, PHOTOGRAPH_COLOUR);
  GBytes *const whole[] = { png, jpeg };

  for (guint i = 0; i < 2; i++)
    for (gsize n = 1; n < g_bytes_get_size (whole[i]); n += 53)
      {
        g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole[i], 0, n);
        g_autoptr (GError) error = NULL;

        g_assert_null (jalon_picture_import (part, get_picture (), NULL, &error));
        g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
      }
}

static glong
get_peak (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return usage.ru_maxrss / 1024;
}

/* 200 million pixels are 600 MB. */
static void
test_huge (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GBytes) bytes = photograph_new (16320, 12240, PHOTOGRAPH_COLOUR);
      g_autoptr (GBytes) telling = photograph_tell (bytes, 6);
      glong before = get_peak ();
      g_autoptr (JalonPicture) picture = take (telling, get_picture (), "jpeg");

      assert_size (picture, 1200, 1600);
      assert_corners (picture, "BRWG");
      g_assert_cmpint (get_peak () - before, <, 120);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static JalonElement *
wait_for (GAsyncResult **result, GError **error)
{
  JalonElement *image;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  image = jalon_picture_import_finish (*result, error);
  g_clear_object (result);
  return image;
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-import-XXXXXX", NULL);
  /* Its name lies. */
  g_autofree char *path = g_build_filename (folder, "Zoë & co.gif", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GBytes) bytes = photograph_new (40, 30, PHOTOGRAPH_COLOUR);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JalonElement) image = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  jalon_picture_import_file_async (file, get_picture (), NULL, done_cb, &result);
  image = wait_for (&result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jalon_element_get_title (image), ==, "Zoë & co");

  jalon_picture_import_file_async (parent, get_picture (), NULL, done_cb, &result);
  g_assert_null (wait_for (&result, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (path), ==, 0);
  jalon_picture_import_file_async (file, get_picture (), NULL, done_cb, &result);
  g_assert_null (wait_for (&result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A pipe never ends. */
static void
test_pipe (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  jalon_picture_import_file_async (file, get_picture (), NULL, done_cb, &result);
  g_assert_null (wait_for (&result, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = photograph_new (4000, 3000, PHOTOGRAPH_COLOUR);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  jalon_picture_import_async (bytes, get_picture (), cancellable, done_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (wait_for (&result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture-import/orientations", test_orientations);
  g_test_add_func ("/picture-import/kinds", test_kinds);
  g_test_add_func ("/picture-import/pngs", test_pngs);
  g_test_add_func ("/picture-import/photograph-as-png", test_photograph_as_png);
  g_test_add_func ("/picture-import/portrait", test_portrait);
  g_test_add_func ("/picture-import/kept", test_kept);
  g_test_add_func ("/picture-import/untold", test_untold);
  g_test_add_func ("/picture-import/refused", test_refused);
  g_test_add_func ("/picture-import/truncated", test_truncated);
  g_test_add_func ("/picture-import/huge", test_huge);
  g_test_add_func ("/picture-import/file", test_file);
  g_test_add_func ("/picture-import/pipe", test_pipe);
  g_test_add_func ("/picture-import/cancelled", test_cancelled);

  return g_test_run ();
}
