/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One scene as PNG, as SVG drawn by librsvg, and as PDF drawn by poppler: three renderers that know
 * nothing of each other must show the same. */

#include <glib/gstdio.h>

#include "drawing/jalon-export.h"
#include "picture.h"
#include "tests/drawing/specimen.h"

#define SCALE "2"
#define DPI "192"

/* Pixels on a side of the blocks that are compared: a letter or two. Within one, smoothing evens
 * out, and so does the third of a unit by which a title ends too early in a PDF, where Cairo rounds
 * widths to thousandths of the size. Measured: 10 and 18 of 255 for the worst block of
 * SVG and PDF, 0.2 and 0.4 for the mean of all. A word that is missing is 40 and more. */
#define BLOCK 16
#define SVG_WORST 15
#define SVG_MEAN 0.3
#define PDF_WORST 25
#define PDF_MEAN 0.6

typedef struct
{
  char *folder;
  char *png;
  char *svg;
  char *pdf;
  char *drawn;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("jalon-agreement-XXXXXX", NULL);
  fixture->png = g_build_filename (fixture->folder, "map.png", NULL);
  fixture->svg = g_build_filename (fixture->folder, "map.svg", NULL);
  fixture->pdf = g_build_filename (fixture->folder, "map.pdf", NULL);
  fixture->drawn = g_build_filename (fixture->folder, "drawn.png", NULL);
}

static void
remove_file (char *path)
{
  g_remove (path);
  g_free (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_file (fixture->png);
  remove_file (fixture->svg);
  remove_file (fixture->pdf);
  remove_file (fixture->drawn);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void export(const char *path, JalonFormat format)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  g_autoptr (JalonScene) scene = specimen_new (typesetter, JALON_THEME_LIGHT);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  jalon_export_to_file (scene, format, 2.0, file, NULL, &error);
  g_assert_no_error (error);
}

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return out;
}

static void
test_svg (Fixture *fixture, gconstpointer data)
{
  const char *const argv[] = {
    "rsvg-convert", "-z", SCALE, "-o", fixture->drawn, fixture->svg, NULL
  };
  g_autofree char *out = NULL;

  export(fixture->png, JALON_FORMAT_PNG);
  export(fixture->svg, JALON_FORMAT_SVG);
  out = run (argv);
  picture_assert_like (fixture->png, fixture->drawn, BLOCK, SVG_WORST, SVG_MEAN);
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stem = g_build_filename (fixture->folder, "drawn", NULL);
  const char *const argv[] = { "pdftoppm", "-singlefile", "-r", DPI,
                               "-png",     fixture->pdf,  stem, NULL };
  g_autofree char *out = NULL;

  export(fixture->png, JALON_FORMAT_PNG);
  export(fixture->pdf, JALON_FORMAT_PDF);
  out = run (argv);
  picture_assert_like (fixture->png, fixture->drawn, BLOCK, PDF_WORST, PDF_MEAN);
}

/* The measure itself: one word less is seen. */
static void
test_missing_word (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *whole;
  cairo_surface_t *less;
  cairo_t *cr;
  double mean;

  export(fixture->png, JALON_FORMAT_PNG);
  whole = picture_load (fixture->png);
  less = picture_load (fixture->png);
  cr = cairo_create (less);
  /* "quick", in the colour of its card */
  cairo_set_source_rgb (cr, 1.0, 0xEB / 255.0, 0xB0 / 255.0);
  cairo_rectangle (cr, 166, 198, 70, 30);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_assert_cmpfloat (picture_compare (whole, less, BLOCK, &mean), >, PDF_WORST);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (less);
}

static void
assert_line (const char *text, const char *line)
{
  g_autofree char *pattern = g_strdup_printf ("(?m)^%s$", line);

  if (!g_regex_match_simple (pattern, text, 0, 0))
    g_error ("no line “%s” in %s", line, text);
}

/* A page of exactly the size of the map, with its title and without the name of the user, and fonts
 * that are embedded. */
static void
test_pdf_info (Fixture *fixture, gconstpointer data)
{
  const char *const info_argv[] = { "pdfinfo", fixture->pdf, NULL };
  const char *const fonts_argv[] = { "pdffonts", fixture->pdf, NULL };
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;
  cairo_surface_t *picture;
  g_autofree char *size = NULL;

  export(fixture->png, JALON_FORMAT_PNG);
  export(fixture->pdf, JALON_FORMAT_PDF);
  picture = picture_load (fixture->png);
  size = g_strdup_printf ("Page size: *720 x %g pts.*",
                          cairo_image_surface_get_height (picture) / 2 * 0.75);
  cairo_surface_destroy (picture);
  info = run (info_argv);
  fonts = run (fonts_argv);
  assert_line (info, "Title: *Specimen & <test>");
  assert_line (info, "Creator: *Jalon");
  assert_line (info, "Pages: *1");
  assert_line (info, size);
  g_assert_null (strstr (info, "Author:"));
  g_assert_null (strstr (info, g_get_user_name ()));
  assert_line (fonts, "[A-Z]+\\+Inter-Regular .* yes yes yes .*");
  assert_line (fonts, "[A-Z]+\\+Inter-Bold .* yes yes yes .*");
  g_assert_null (strstr (fonts, " no "));
}

static void
test_pdf_text (Fixture *fixture, gconstpointer data)
{
  const char *const argv[] = { "pdftotext", "-raw", fixture->pdf, "-", NULL };
  g_autofree char *text = NULL;

  export(fixture->pdf, JALON_FORMAT_PDF);
  text = run (argv);
  g_assert_nonnull (strstr (text, "Renting a house by the sea"));
  g_assert_nonnull (strstr (text, "The quick brown fox"));
  g_assert_nonnull (strstr (text, "客户旅程地图"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/agreement/svg", Fixture, NULL, set_up, test_svg, tear_down);
  g_test_add ("/agreement/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/agreement/missing-word", Fixture, NULL, set_up, test_missing_word, tear_down);
  g_test_add ("/agreement/pdf-info", Fixture, NULL, set_up, test_pdf_info, tear_down);
  g_test_add ("/agreement/pdf-text", Fixture, NULL, set_up, test_pdf_text, tear_down);

  return g_test_run ();
}
