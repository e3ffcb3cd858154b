/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "drawing/jalon-image-strip.h"
#include "drawing/jalon-picture.h"
#include "tests/common/photograph.h"
#include "tests/drawing/specimen.h"

static gboolean
mentions_secret (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, PHOTOGRAPH_SECRET, strlen (PHOTOGRAPH_SECRET)) != NULL;
}

static void
assert_same_pixels (GBytes *before, GBytes *after)
{
  g_autoptr (JalonPicture) first = jalon_picture_new_from_bytes (before, NULL);
  g_autoptr (JalonPicture) second = jalon_picture_new_from_bytes (after, NULL);
  cairo_surface_t *surface = jalon_picture_get_surface (first);
  gsize length = (gsize) cairo_image_surface_get_stride (surface) *
                 cairo_image_surface_get_height (surface);

  g_assert_nonnull (second);
  g_assert_cmpmem (cairo_image_surface_get_data (surface), length,
                   cairo_image_surface_get_data (jalon_picture_get_surface (second)), length);
}

static void
test_jpeg (void)
{
  for (PhotographKind kind = PHOTOGRAPH_COLOUR; kind <= PHOTOGRAPH_IN_PASSES; kind++)
    {
      g_autoptr (GBytes) plain = photograph_new (80, 60, kind);
      g_autoptr (GBytes) telling = photograph_tell (plain, 1);
      g_autoptr (GBytes) stripped = jalon_image_strip (telling, JALON_IMAGE_JPEG);
      g_autoptr (GBytes) again = jalon_image_strip (plain, JALON_IMAGE_JPEG);

      g_assert_true (mentions_secret (telling));
      g_assert_nonnull (stripped);
      g_assert_false (mentions_secret (stripped));
      g_assert_true (g_bytes_equal (stripped, plain));
      g_assert_true (g_bytes_equal (again, plain));
      assert_same_pixels (telling, stripped);
    }
}

/* A chunk of text after the header, and more behind the end */
static GBytes *
make_telling_png (GBytes *png)
{
  static const char chunk[] = "\0\0\0\x10tEXt" PHOTOGRAPH_SECRET "\0\0\0\0";
  GByteArray *out = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);

  g_byte_array_append (out, data, 33);
  g_byte_array_append (out, (const guint8 *) chunk, sizeof chunk - 1);
  g_byte_array_append (out, data + 33, length - 33);
  g_byte_array_append (out, (const guint8 *) PHOTOGRAPH_SECRET, strlen (PHOTOGRAPH_SECRET));
  return g_byte_array_free_to_bytes (out);
}

static void
test_png (void)
{
  g_autoptr (GBytes) plain = specimen_make_png (30, 20);
  g_autoptr (GBytes) telling = make_telling_png (plain);
  g_autoptr (GBytes) stripped = jalon_image_strip (telling, JALON_IMAGE_PNG);

  g_assert_true (mentions_secret (telling));
  g_assert_nonnull (stripped);
  g_assert_false (mentions_secret (stripped));
  g_assert_cmpuint (g_bytes_get_size (stripped), <=, g_bytes_get_size (plain));
  assert_same_pixels (plain, stripped);
}

/* Whatever stands there, it ends, and looks at nothing beyond the end. */
static void
test_any_bytes (void)
{
  g_autoptr (GBytes) jpeg = photograph_new (32, 32, PHOTOGRAPH_IN_PASSES);
  g_autoptr (GBytes) telling = photograph_tell (jpeg, 6);
  g_autoptr (GBytes) png = specimen_make_png (16, 16);
  GBytes *const sources[] = { telling, png };

  for (guint round = 0; round < 20000; round++)
    {
      GBytes *source = sources[round % 2];
      gsize length = g_test_rand_int_range (0, (int) g_bytes_get_size (source) + 1);
      guint8 *data = g_memdup2 (g_bytes_get_data (source, NULL), length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) stripped = NULL;

      for (int i = g_test_rand_int_range (0, 6); i > 0 && length > 0; i--)
        data[g_test_rand_int_range (0, (int) length)] = (guint8) g_test_rand_int_range (0, 256);
      bytes = g_bytes_new_take (data, length);
      stripped = jalon_image_strip (bytes, round % 2 == 0 ? JALON_IMAGE_JPEG : JALON_IMAGE_PNG);
      if (stripped != NULL)
        g_assert_cmpuint (g_bytes_get_size (stripped), <=, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/image-strip/jpeg", test_jpeg);
  g_test_add_func ("/image-strip/png", test_png);
  g_test_add_func ("/image-strip/any-bytes", test_any_bytes);

  return g_test_run ();
}
