/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laying out, painting and exporting, beside what Cairo itself needs for the same picture. */

#include <cairo-svg.h>
#include <stdio.h>

#include "document/jalon-document.h"
#include "drawing/jalon-export.h"
#include "drawing/jalon-layout.h"
#include "drawing/jalon-painter.h"
#include "generate.h"
#include "measure.h"

/* A window of 1920 × 1080 less its bars, in pixels */
#define WINDOW_WIDTH 1600
#define WINDOW_HEIGHT 960
#define PNG_SCALE 2.0

typedef struct
{
  guint n_cards;
  JalonDocument *document;
  JalonElement *journey;
  JalonElement *card;
  JalonLayout *layout;
  JalonScene *scene;
  cairo_surface_t *window;
  guint n_edits;
  gsize size;
} Bench;

static JalonElement *
find_kind (JalonElement *element, JalonKind kind)
{
  if (jalon_element_get_kind (element) == kind)
    return element;
  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    {
      JalonElement *found = find_kind (jalon_element_get_child (element, i), kind);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Bench *self)
{
  self->document = jalon_document_new (generate_project (self->n_cards));
  self->journey = find_kind (jalon_document_get_project (self->document), JALON_KIND_JOURNEY);
  self->card = find_kind (self->journey, JALON_KIND_CARD);
  self->layout = jalon_layout_new ();
  self->scene = jalon_layout_draw (self->layout, self->journey,
                                   jalon_theme_get (JALON_THEME_LIGHT));
}

static void
tear_down (Bench *self)
{
  g_clear_pointer (&self->scene, jalon_scene_unref);
  g_clear_pointer (&self->layout, jalon_layout_free);
  g_clear_object (&self->document);
}

static void
draw_anew (gpointer data)
{
  Bench *self = data;
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonScene)
    scene = jalon_layout_draw (layout, self->journey, jalon_theme_get (JALON_THEME_LIGHT));

  g_assert_nonnull (scene);
}

static void
edit_card (gpointer data)
{
  Bench *self = data;
  g_autofree char *text = g_strdup_printf ("Edited for the %u. time, on a Monday", ++self->n_edits);

  jalon_document_begin (self->document, "Edit");
  jalon_document_set (self->document, self->card, JALON_FIELD_TEXT, text, NULL);
  jalon_document_commit (self->document);
}

static void
draw_again (gpointer data)
{
  Bench *self = data;
  JalonScene *scene = jalon_layout_draw (self->layout, self->journey,
                                         jalon_theme_get (JALON_THEME_LIGHT));

  jalon_scene_unref (self->scene);
  self->scene = scene;
}

static void
paint_window (gpointer data)
{
  Bench *self = data;
  const JalonRect clip = { 0, 0, WINDOW_WIDTH, WINDOW_HEIGHT };
  cairo_t *cr = cairo_create (self->window);

  jalon_painter_paint_scene (cr, self->scene, &clip);
  cairo_destroy (cr);
  cairo_surface_flush (self->window);
}

static cairo_status_t
count_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  Bench *self = data;

  self->size += length;
  return CAIRO_STATUS_SUCCESS;
}

/* What an exporter that left everything to Cairo would do. */
static void
export_png_by_cairo (gpointer data)
{
  Bench *self = data;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                (int) (jalon_scene_get_width (self->scene) * PNG_SCALE),
                                (int) (jalon_scene_get_height (self->scene) * PNG_SCALE));
  cairo_t *cr = cairo_create (surface);

  self->size = 0;
  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  jalon_painter_paint_scene (cr, self->scene, NULL);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, count_bytes, self), ==, 0);
  cairo_surface_destroy (surface);
}

static void
export_svg_by_cairo (gpointer data)
{
  Bench *self = data;
  cairo_surface_t *surface =
    cairo_svg_surface_create_for_stream (count_bytes, self, jalon_scene_get_width (self->scene),
                                         jalon_scene_get_height (self->scene));
  cairo_t *cr = cairo_create (surface);

  self->size = 0;
  jalon_painter_paint_scene (cr, self->scene, NULL);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
export_as (Bench *self, JalonFormat format, double scale)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  jalon_export_to_stream (self->scene, format, scale, stream, NULL, &error);
  g_assert_no_error (error);
  self->size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
export_png (gpointer data)
{
  export_as (data, JALON_FORMAT_PNG, PNG_SCALE);
}

static void
export_svg (gpointer data)
{
  export_as (data, JALON_FORMAT_SVG, 1);
}

static void
export_pdf (gpointer data)
{
  export_as (data, JALON_FORMAT_PDF, 1);
}

static void
whole_layout (gpointer data)
{
  set_up (data);
}

static void
whole_png (gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, NULL);
  Bench *self = data;

  set_up (self);
  jalon_export_to_stream (self->scene, JALON_FORMAT_PNG, PNG_SCALE,
                          g_io_stream_get_output_stream (G_IO_STREAM (stream)), NULL, NULL);
}

static void
bench_screen (guint n_cards)
{
  Bench self = { .n_cards = n_cards };
  double first;

  printf ("\n%u cards\n", n_cards);
  measure_tell_limit ("peak memory of a laid-out map", measure_peak (whole_layout, &self), "MB",
                      n_cards < 10000 ? 64 : 256);
  set_up (&self);
  self.window = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WINDOW_WIDTH, WINDOW_HEIGHT);
  first = measure_time (NULL, draw_anew, &self);
  measure_tell ("relayout after one card changed", measure_time (edit_card, draw_again, &self),
                "ms", "first layout", first, 4 / first);
  measure_tell ("painting a screenful of text", measure_time (NULL, paint_window, &self), "ms",
                "first layout", first, 3 / first);
  cairo_surface_destroy (self.window);
  tear_down (&self);
}

static void
bench_files (guint n_cards)
{
  Bench self = { .n_cards = n_cards };
  double reference, size;

  printf ("\n%u cards as files\n", n_cards);
  measure_tell_limit ("peak memory of a PNG at 2×", measure_peak (whole_png, &self), "MB", 64);
  set_up (&self);
  reference = measure_time (NULL, export_png_by_cairo, &self);
  size = self.size;
  measure_tell ("PNG at 2×", measure_time (NULL, export_png, &self), "ms", "Cairo's PNG", reference,
                0.3);
  measure_tell ("PNG at 2×, size", self.size / 1e6, "MB", "Cairo's PNG", size / 1e6, 1.1);
  reference = measure_time (NULL, export_svg_by_cairo, &self);
  size = self.size;
  measure_tell ("SVG", measure_time (NULL, export_svg, &self), "ms", "Cairo's SVG", reference, 0.1);
  measure_tell ("SVG, size", self.size / 1e6, "MB", "Cairo's SVG", size / 1e6, 0.1);
  measure_tell ("PDF", measure_time (NULL, export_pdf, &self), "ms", "Cairo's SVG", reference, 1);
  tear_down (&self);
}

int
main (void)
{
  /* First, as what the large maps leave behind would count as memory of the files. */
  bench_files (1000);
  bench_screen (100);
  bench_screen (1000);
  bench_screen (10000);
  return 0;
}
