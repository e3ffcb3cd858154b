/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "document/jalon-error.h"
#include "drawing/jalon-export.h"
#include "drawing/jalon-painter.h"
#include "picture.h"
#include "tests/drawing/specimen.h"

static GBytes *export(JalonScene *scene, double scale)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  jalon_export_to_stream (scene, JALON_FORMAT_PNG, scale, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static guint
read_32 (const guchar *p)
{
  return (guint) p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
}

/* The content of the first chunk of a type. */
static const guchar *
find_chunk (GBytes *bytes, const char *type)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 8; i + 12 <= length; i += 12 + read_32 (data + i))
    if (memcmp (data + i + 4, type, 4) == 0)
      return data + i + 8;
  return NULL;
}

static cairo_surface_t *
paint (JalonScene *scene, double scale)
{
  int width = (int) ceil (jalon_scene_get_width (scene) * scale);
  int height = (int) ceil (jalon_scene_get_height (scene) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  jalon_painter_paint_scene (cr, scene, &(JalonRect){ 0, 0, width / scale, height / scale });
  cairo_destroy (cr);
  return surface;
}

/* Written in bands, a picture is what it is when painted at once, pixel for pixel. */
static void
test_same_as_painted (void)
{
  static const double scales[] = { 0.33, 1.0, 1.5, 2.0 };
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (JalonScene)
        scene = specimen_new (typesetter, i % 2 == 0 ? JALON_THEME_LIGHT : JALON_THEME_DARK);
      g_autoptr (GBytes) bytes = export(scene, scales[i]);
      cairo_surface_t *written = picture_load_bytes (bytes);
      cairo_surface_t *painted = paint (scene, scales[i]);

      g_assert_cmpint (picture_get_difference (written, painted), <=, 0);
      cairo_surface_destroy (written);
      cairo_surface_destroy (painted);
    }
}

static void
test_head (void)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  g_autoptr (JalonScene) scene = specimen_new (typesetter, JALON_THEME_PRINT);
  g_autoptr (GBytes) bytes = export(scene, 2.0);
  const guchar *ihdr = find_chunk (bytes, "IHDR");
  const guchar *phys = find_chunk (bytes, "pHYs");
  const guchar *title = find_chunk (bytes, "iTXt");

  g_assert_cmpuint (read_32 (ihdr), ==, 2 * (guint) jalon_scene_get_width (scene));
  g_assert_cmpuint (read_32 (ihdr + 4), ==, 2 * (guint) jalon_scene_get_height (scene));
  /* 192 dots an inch are 7559 a metre. */
  g_assert_cmpuint (read_32 (phys), ==, 7559);
  g_assert_cmpuint (read_32 (phys + 4), ==, 7559);
  g_assert_cmpuint (phys[8], ==, 1);
  g_assert_cmpmem (title, 6, "Title", 6);
  g_assert_cmpmem (title + 10, 17, "Specimen & <test>", 17);
  g_assert_nonnull (find_chunk (bytes, "IEND"));
  g_assert_null (find_chunk (bytes, "tIME"));
}

/* The content of all IDAT chunks, one after the other */
static GByteArray *
collect_data (GBytes *bytes)
{
  GByteArray *all = g_byte_array_new ();
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 8; i + 12 <= length; i += 12 + read_32 (data + i))
    if (memcmp (data + i + 4, "IDAT", 4) == 0)
      g_byte_array_append (all, data + i + 8, read_32 (data + i));
  return all;
}

/* The bands make one stream with one sum. Readers of PNG do not look at the sum; zlib does. */
static void
test_stream (void)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();

  for (double scale = 0.05; scale < 2.0; scale *= 2.3)
    {
      g_autoptr (JalonScene) scene = specimen_new (typesetter, JALON_THEME_LIGHT);
      g_autoptr (GBytes) bytes = export(scene, scale);
      g_autoptr (GByteArray) data = collect_data (bytes);
      const guchar *ihdr = find_chunk (bytes, "IHDR");
      gsize size = (1 + 3 * (gsize) read_32 (ihdr)) * read_32 (ihdr + 4);
      g_autofree guchar *rows = g_malloc (size + 1);
      g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      g_autoptr (GError) error = NULL;
      gsize n_read;
      gsize n_written;

      g_assert_cmpint (g_converter_convert (G_CONVERTER (zlib), data->data, data->len, rows,
                                            size + 1, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                            &error),
                       ==, G_CONVERTER_FINISHED);
      g_assert_no_error (error);
      g_assert_cmpuint (n_written, ==, size);
      g_assert_cmpuint (n_read, ==, data->len);
    }
}

/* A strip of @width units: a light band with a line in a third colour from corner to corner. */
static JalonScene *
make_strip (double width, double height)
{
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, NULL);
  JalonScene *scene = jalon_scene_new (map, jalon_theme_get (JALON_THEME_LIGHT));
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width, height);

  jalon_node_add_line (node, 0, 0, width, height, 3, (JalonColour){ 1, 0, 0, 1 });
  for (double x = 8; x < width; x += 1000)
    jalon_node_add_box (node, &(JalonRect){ x, 1, 6, height - 2 }, 2, (JalonColour){ 0, 0, 1, 1 });
  jalon_scene_add (scene, node, 0, 0, JALON_LAYER_BODY, -1);
  jalon_scene_set_size (scene, width, height);
  return scene;
}

/* Cairo's pictures end at 32 767 pixels. Both halves of a wider one are as if painted alone. */
static void
test_wide (void)
{
  g_autoptr (JalonScene) scene = make_strip (40000, 12);
  g_autoptr (GBytes) bytes = export(scene, 1.0);
  g_autoptr (GError) error = NULL;
  const guchar *ihdr = find_chunk (bytes, "IHDR");
  g_autoptr (GBytes) tall_bytes = NULL;
  g_autoptr (JalonScene) tall = make_strip (3, 40000);

  g_assert_cmpuint (read_32 (ihdr), ==, 40000);
  g_assert_cmpuint (read_32 (ihdr + 4), ==, 12);
  tall_bytes = export(tall, 1.0);
  g_assert_cmpuint (read_32 (find_chunk (tall_bytes, "IHDR") + 4), ==, 40000);
}

/* Parts of a wide picture stand side by side without a seam. */
static void
test_seams (void)
{
  g_autoptr (JalonScene) scene = make_strip (20000, 40);
  g_autoptr (GBytes) bytes = export(scene, 1.5);
  cairo_surface_t *written = picture_load_bytes (bytes);
  cairo_surface_t *painted = paint (scene, 1.5);
  double mean;

  /* Cairo counts in 1/256 pixels from the left edge of a part: a shade of so long a slope. */
  g_assert_cmpfloat (picture_compare (written, painted, 4, &mean), <=, 8.0);
  g_assert_cmpfloat (mean, <=, 0.05);
  cairo_surface_destroy (written);
  cairo_surface_destroy (painted);
}

static void
test_scales (void)
{
  static const double refused[] = { 0, -1, NAN, INFINITY, 32.5, 1e9, -INFINITY };
  static const double taken[] = { 0.001, 0.5, 1, 32 };
  g_autoptr (JalonScene) scene = make_strip (100, 20);
  g_autoptr (JalonScene) huge = make_strip (900000, 2);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (
        jalon_export_to_stream (scene, JALON_FORMAT_PNG, refused[i], stream, NULL, &error));
      g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
      g_clear_error (&error);
    }
  g_assert_false (jalon_export_to_stream (huge, JALON_FORMAT_PNG, 2.0, stream, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (GBytes) bytes = export(scene, taken[i]);

      g_assert_cmpuint (read_32 (find_chunk (bytes, "IHDR")), ==,
                        MAX (1, (guint) ceil (100 * taken[i])));
    }
}

/* 1.1 × 50 is a little more than 55, but not a pixel more. */
static void
test_no_pixel_of_rounding (void)
{
  g_autoptr (JalonScene) scene = make_strip (50, 30);
  g_autoptr (GBytes) bytes = export(scene, 1.1);

  g_assert_cmpuint (read_32 (find_chunk (bytes, "IHDR")), ==, 55);
  g_assert_cmpuint (read_32 (find_chunk (bytes, "IHDR") + 4), ==, 33);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-png/same-as-painted", test_same_as_painted);
  g_test_add_func ("/export-png/head", test_head);
  g_test_add_func ("/export-png/stream", test_stream);
  g_test_add_func ("/export-png/wide", test_wide);
  g_test_add_func ("/export-png/seams", test_seams);
  g_test_add_func ("/export-png/scales", test_scales);
  g_test_add_func ("/export-png/no-pixel-of-rounding", test_no_pixel_of_rounding);

  return g_test_run ();
}
