/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laying out and painting, beside plain notes; exports, beside what Cairo itself needs for the same
 * picture. */

#include <cairo-pdf.h>
#include <cairo-svg.h>

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

/* The reference, which tells how fast the machine is: boxes with a text of twelve words each */
#define N_NOTES 60
#define NOTE_WIDTH 138.0
#define NOTE_HEIGHT 92.0

/* In ms: a frame has 16 of them, and more to do. */
#define TARGET_RELAYOUT 4.0
#define TARGET_PAINTING 3.0

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
  double size;

  JalonTypesetter *typesetter;
  JalonNode *notes[N_NOTES];
  guint n_notes;
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
open_journey (gpointer data)
{
  Bench *self = data;

  self->document = jalon_document_new (generate_project (self->n_cards));
  self->journey = find_kind (jalon_document_get_project (self->document), JALON_KIND_JOURNEY);
  self->card = find_kind (self->journey, JALON_KIND_CARD);
  self->layout = jalon_layout_new ();
}

static void
draw (gpointer data)
{
  Bench *self = data;

  g_clear_pointer (&self->scene, jalon_scene_unref);
  self->scene = jalon_layout_draw (self->layout, self->journey,
                                   jalon_theme_get (JALON_THEME_LIGHT));
}

static void
open_and_draw (gpointer data)
{
  Bench *self = data;

  open_journey (self);
  draw (self);
  self->window = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WINDOW_WIDTH, WINDOW_HEIGHT);
}

static void
forget_layout (gpointer data)
{
  Bench *self = data;

  g_clear_pointer (&self->scene, jalon_scene_unref);
  g_clear_pointer (&self->layout, jalon_layout_free);
  self->layout = jalon_layout_new ();
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
paint_at (Bench *self, double x, double y)
{
  const JalonRect clip = { x, y, WINDOW_WIDTH, WINDOW_HEIGHT };
  cairo_t *cr = cairo_create (self->window);

  cairo_translate (cr, -x, -y);
  jalon_painter_paint_scene (cr, self->scene, &clip);
  cairo_destroy (cr);
  cairo_surface_flush (self->window);
}

/* What is seen when the map is opened: titles, curves and the first cards */
static void
paint_beginning (gpointer data)
{
  paint_at (data, 0, 0);
}

/* Nothing but cards */
static void
paint_cards (gpointer data)
{
  Bench *self = data;

  paint_at (self, jalon_scene_get_width (self->scene) / 3,
            jalon_scene_get_height (self->scene) / 3);
}

static JalonNode *
make_note (Bench *self)
{
  g_autofree char *text =
    g_strdup_printf ("%u guests look for a house near the lake until the last page",
                     ++self->n_notes);
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, NOTE_WIDTH,
                                    NOTE_HEIGHT);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, NOTE_WIDTH, NOTE_HEIGHT }, 6,
                      (JalonColour){ 1, 0.92, 0.69, 1 });
  jalon_node_add_text (node,
                       jalon_typesetter_set (self->typesetter, text, JALON_TEXT_BODY,
                                             NOTE_WIDTH - 24, JALON_ALIGN_START),
                       12, 10, (JalonColour){ 0, 0, 0, 1 });
  return node;
}

static void
forget_notes (gpointer data)
{
  Bench *self = data;

  g_clear_pointer (&self->typesetter, jalon_typesetter_free);
  self->typesetter = jalon_typesetter_new ();
}

static void
set_notes (gpointer data)
{
  Bench *self = data;

  for (guint i = 0; i < N_NOTES; i++)
    {
      g_clear_pointer (&self->notes[i], jalon_node_unref);
      self->notes[i] = make_note (self);
    }
}

static void
open_notes (gpointer data)
{
  Bench *self = data;

  forget_notes (self);
  self->window = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WINDOW_WIDTH, WINDOW_HEIGHT);
  set_notes (self);
}

static void
paint_notes (gpointer data)
{
  Bench *self = data;
  cairo_t *cr = cairo_create (self->window);

  for (guint i = 0; i < N_NOTES; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, 10.3 + i % 10 * 150, 10.7 + i / 10 * 110);
      jalon_painter_paint_node (cr, self->notes[i]);
      cairo_restore (cr);
    }
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
export_by_cairo (Bench *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  self->size = 0;
  jalon_painter_paint_scene (cr, self->scene, NULL);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
export_svg_by_cairo (gpointer data)
{
  Bench *self = data;
  double width = jalon_scene_get_width (self->scene);
  double height = jalon_scene_get_height (self->scene);

  export_by_cairo (self, cairo_svg_surface_create_for_stream (count_bytes, self, width, height));
}

static void
export_pdf_by_cairo (gpointer data)
{
  Bench *self = data;
  double width = jalon_scene_get_width (self->scene);
  double height = jalon_scene_get_height (self->scene);

  export_by_cairo (self, cairo_pdf_surface_create_for_stream (count_bytes, self, width, height));
}

static void
export_as (Bench *self, JalonFormat format, double scale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) file = NULL;
  g_autoptr (GFile) place = g_file_new_tmp ("jalon-bench-XXXXXX", &file, &error);
  GOutputStream *stream;

  g_assert_no_error (error);
  stream = g_io_stream_get_output_stream (G_IO_STREAM (file));
  jalon_export_to_stream (self->scene, format, scale, stream, NULL, &error);
  g_assert_no_error (error);
  self->size = (double) g_seekable_tell (G_SEEKABLE (stream));
  g_file_delete (place, NULL, NULL);
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

static Measured
measure (MeasureFunc set_up, MeasureFunc prepare, MeasureFunc work, Bench *self)
{
  return measure_task (&(MeasureTask){ .set_up = set_up,
                                       .prepare = prepare,
                                       .work = work,
                                       .data = self,
                                       .amount = &self->size });
}

static void
bench_screen (guint n_cards)
{
  Bench self = { .n_cards = n_cards };
  Measured set = measure (open_notes, forget_notes, set_notes, &self);
  Measured painted = measure (open_notes, NULL, paint_notes, &self);
  Measured measured;

  measure_title ("Drawing a journey of %u cards", n_cards);
  measured = measure (open_journey, forget_layout, draw, &self);
  measure_tell ("first layout", &measured, "60 notes set", &set, 0);
  measured = measure (open_and_draw, edit_card, draw, &self);
  measure_tell_time ("relayout after one card changed", &measured, "60 notes set", &set,
                     TARGET_RELAYOUT);
  measured = measure (open_and_draw, NULL, paint_beginning, &self);
  measure_tell ("painting the first screenful", &measured, "60 notes painted", &painted, 0);
  measured = measure (open_and_draw, NULL, paint_cards, &self);
  measure_tell_time ("painting a screenful of cards", &measured, "60 notes painted", &painted,
                     TARGET_PAINTING);
}

static void
bench_exports (guint n_cards)
{
  Bench self = { .n_cards = n_cards };
  Measured reference, measured;

  measure_title ("Exporting a journey of %u cards", n_cards);
  reference = measure (open_and_draw, NULL, export_png_by_cairo, &self);
  measured = measure (open_and_draw, NULL, export_png, &self);
  measure_tell ("PNG at 2×", &measured, "Cairo's PNG", &reference, 0.3);
  measure_figure ("PNG at 2×, size", measured.amount / reference.amount, "×", 1.1);
  measure_figure ("PNG at 2×, peak memory", measured.peak, "MB", 64);

  reference = measure (open_and_draw, NULL, export_svg_by_cairo, &self);
  measured = measure (open_and_draw, NULL, export_svg, &self);
  measure_tell ("SVG", &measured, "Cairo's SVG", &reference, 0.1);
  measure_figure ("SVG, size", measured.amount / reference.amount, "×", 0.1);

  reference = measure (open_and_draw, NULL, export_pdf_by_cairo, &self);
  measured = measure (open_and_draw, NULL, export_pdf, &self);
  measure_tell ("PDF", &measured, "Cairo's PDF", &reference, 0);
}

int
main (void)
{
  bench_screen (100);
  bench_screen (1000);
  bench_screen (10000);
  bench_exports (1000);
  return 0;
}
