/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Frames of the editor's window with a large journey, beside those of an empty window. */

#include "app/jalon-window-private.h"
#include "frames.h"
#include "generate.h"
#include "measure.h"
#include "notes-bench.h"
#include "widgets/jalon-inline-editor.h"

/* A hand that zooms on, closer and back */
#define GESTURE_STEP 1.07
#define GESTURE_STEPS 20

/* In ms; where the whole window is painted, on top of an empty frame */
#define TARGET_EDIT 3.0

/* What a prototype reached, in ms */
#define TARGET_EDITS 0.6

/* So long a text makes its lane higher than all other cards there do; so much more adds lines */
#define LONG "The guests look for a house near the lake, with a garden, for six, and a dog. "
#define MORE "They compare prices, and ask a friend who was there in summer."

/* Empty frames */
#define TARGET_PANNING 1.2

/* What a prototype reached, in empty frames: 14.7 and 7.6 of 11.7 ms */
#define TARGET_ZOOMING 1.26
#define TARGET_ALL 0.65

/* As fast as a canvas of notes: that is what the prototype was. */
#define TARGET_NOTES 1.0

typedef struct
{
  Frames frames;
  GtkWindow *window;

  /* The empty window */
  GtkWidget *paper;
  gboolean is_grey;

  /* The editor */
  guint n_cards;
  JalonDocument *document;
  JalonElement *card;
  guint n_edits;
  guint n_zooms;
  double fit; /* the zoom at which all of the map is in view */
} Bench;

static void
next_frame (Bench *self)
{
  frames_next (&self->frames);
}

static void
rest (gpointer data)
{
  Bench *self = data;

  frames_rest (&self->frames);
}

static void
draw_paper (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Bench *self = data;

  cairo_set_source_rgb (cr, 1, 1, self->is_grey ? 0.9 : 1);
  cairo_paint (cr);
}

static void
open_empty (gpointer data)
{
  Bench *self = data;

  gtk_init ();
  self->paper = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->paper), draw_paper, self, NULL);
  frames_show_alone (&self->frames, self->paper);
}

/* Something as large as the canvas, in a window that stays as it is otherwise */
static void
open_part (gpointer data)
{
  Bench *self = data;

  open_empty (self);
  frames_make_part (&self->frames, self->paper, FRAMES_CANVAS_WIDTH, FRAMES_CANVAS_HEIGHT);
}

/* All of it changes. */
static void
repaint_empty (gpointer data)
{
  Bench *self = data;

  self->is_grey = !self->is_grey;
  gtk_widget_queue_draw (self->paper);
  next_frame (self);
}

static JalonElement *
find_kind (JalonElement *element, JalonKind kind)
{
  JalonElement *found = jalon_element_get_kind (element) == kind ? element : NULL;

  for (guint i = 0; found == NULL && i < jalon_element_get_n_children (element); i++)
    found = find_kind (jalon_element_get_child (element, i), kind);
  return found;
}

static void
open_editor (gpointer data)
{
  Bench *self = data;
  JalonWindow *window = jalon_window_new (frames_make_application ());

  self->document = jalon_document_new (generate_project (self->n_cards));
  self->card = find_kind (jalon_document_get_project (self->document), JALON_KIND_CARD);
  self->window = GTK_WINDOW (window);
  jalon_window_set_document (window, self->document, NULL, NULL);
  frames_show (&self->frames, self->window);
  jalon_canvas_set_zoom (window->canvas, 1);
  next_frame (self);
}

static void
set_text (Bench *self, const char *text)
{
  jalon_document_begin (self->document, "Edit");
  jalon_document_set (self->document, self->card, JALON_FIELD_TEXT, text, NULL);
  jalon_document_commit (self->document);
}

static GtkAdjustment *
get_adjustment (Bench *self, const char *name)
{
  GtkAdjustment *adjustment;

  g_object_get (JALON_WINDOW (self->window)->canvas, name, &adjustment, NULL);
  return adjustment;
}

static void
scroll_to_begin (Bench *self, const char *name)
{
  g_autoptr (GtkAdjustment) adjustment = get_adjustment (self, name);

  gtk_adjustment_set_value (adjustment, 0);
}

/* Nothing moves but the card that people change, the first of the map, and that is in view. */
static void
open_still (gpointer data)
{
  Bench *self = data;

  open_editor (self);
  scroll_to_begin (self, "hadjustment");
  scroll_to_begin (self, "vadjustment");
  frames_settle (&self->frames);
}

static void
edit (gpointer data)
{
  Bench *self = data;
  g_autofree char *text = g_strdup_printf ("Edited for the %u. time, on a Monday", ++self->n_edits);

  set_text (self, text);
  next_frame (self);
}

/* All that is below moves. */
static void
edit_height (gpointer data)
{
  Bench *self = data;

  set_text (self,
            ++self->n_edits % 2 == 0 ? LONG LONG LONG LONG LONG : LONG LONG LONG LONG LONG MORE);
  next_frame (self);
}

/* A caret that blinks would leave no rest. */
static void
open_text (gpointer data)
{
  Bench *self = data;
  JalonCanvas *canvas;

  open_still (self);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  canvas = JALON_WINDOW (self->window)->canvas;
  jalon_canvas_reveal (canvas, jalon_element_get_id (self->card));
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.edit", NULL);
  next_frame (self);
}

static GtkWidget *
get_text (Bench *self)
{
  GtkWidget *text = gtk_window_get_focus (self->window);

  if (!JALON_IS_INLINE_EDITOR (text))
    g_error ("No text is being written");
  return text;
}

static void
insert_letter (Bench *self)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (self))),
                                    ++self->n_edits % 6 == 0 ? " " : "a", 1);
}

static void
type (gpointer data)
{
  Bench *self = data;

  insert_letter (self);
  next_frame (self);
}

/* A card on which nothing is written would not stay. */
static void
type_and_rest (gpointer data)
{
  insert_letter (data);
  rest (data);
}

/* Enter: the text is done, and the next card opens below. */
static void
add_card (gpointer data)
{
  Bench *self = data;

  g_signal_emit_by_name (get_text (self), "ended", JALON_EDITOR_END_NEXT);
  next_frame (self);
}

static void
pan (gpointer data)
{
  Bench *self = data;
  g_autoptr (GtkAdjustment) across = get_adjustment (self, "hadjustment");

  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + FRAMES_STEP);
  next_frame (self);
}

/* All of the map is in view. */
static void
open_all (gpointer data)
{
  Bench *self = data;
  JalonCanvas *canvas;

  open_editor (self);
  canvas = JALON_WINDOW (self->window)->canvas;
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.zoom-fit", NULL);
  self->fit = jalon_canvas_get_zoom (canvas);
}

/* Between two zooms, so that each frame shows something else. */
static void
zoom_between (Bench *self, double first, double factor)
{
  jalon_canvas_set_zoom (JALON_WINDOW (self->window)->canvas,
                         ++self->n_zooms % 2 == 0 ? first : first * factor);
  next_frame (self);
}

static void
zoom (gpointer data)
{
  zoom_between (data, 1, 1.1);
}

static void
zoom_all (gpointer data)
{
  const Bench *self = data;

  zoom_between (data, self->fit, 1 / 1.1);
}

/* What comes once people rest: the map is painted as it should be. */
static void
zoom_and_rest (Bench *self, MeasureFunc work)
{
  work (self);
  self->frames.slowest = 0;
  rest (self);
  self->frames.time = self->frames.slowest;
}

static void
sharpen (gpointer data)
{
  zoom_and_rest (data, zoom);
}

static void
sharpen_all (gpointer data)
{
  zoom_and_rest (data, zoom_all);
}

/* The slowest frame of all, closer to the map and back. */
static void
zoom_on (gpointer data)
{
  Bench *self = data;
  JalonCanvas *canvas = JALON_WINDOW (self->window)->canvas;

  self->frames.slowest = 0;
  for (int i = 0; i < 2 * GESTURE_STEPS; i++)
    {
      double step = i < GESTURE_STEPS ? GESTURE_STEP : 1 / GESTURE_STEP;

      jalon_canvas_set_zoom (canvas, jalon_canvas_get_zoom (canvas) * step);
      next_frame (self);
    }
  self->frames.time = self->frames.slowest;
}

static Measured
measure_after (guint n_cards, MeasureFunc set_up, MeasureFunc prepare, MeasureFunc work)
{
  Bench self = { .n_cards = n_cards };

  return measure_task (&(MeasureTask){ .set_up = set_up,
                                       .prepare = prepare,
                                       .work = work,
                                       .data = &self,
                                       .time = &self.frames.time });
}

/* What comes now and then, when the processor has slept and forgotten. */
static Measured
measure (guint n_cards, MeasureFunc set_up, MeasureFunc work)
{
  return measure_after (n_cards, set_up, rest, work);
}

/* What comes frame after frame. */
static Measured
measure_moving (guint n_cards, MeasureFunc set_up, MeasureFunc work)
{
  return measure_after (n_cards, set_up, NULL, work);
}

/* Of what has most of the window painted */
static void
tell_edit (const char *what, const Measured *measured, const Measured *empty)
{
  measure_tell_time (what, measured, "an empty frame", empty, empty->time + TARGET_EDIT);
}

/* The same with as many notes and nothing else */
static void
tell_beside_notes (guint n_cards, MeasureFunc work, const Measured *measured)
{
  Measured notes = notes_measure (n_cards, work);

  measure_tell ("", measured, "notes", &notes, TARGET_NOTES);
}

/* Changes of the map, as people make them */
static void
measure_edits (guint n_cards)
{
  Measured empty = measure (0, open_empty, repaint_empty);
  Measured measured = measure (n_cards, open_still, edit);

  measure_tell_time ("after one edit", &measured, "an empty frame", &empty, TARGET_EDIT);
  measured = measure_moving (n_cards, open_still, edit);
  measure_tell_time ("after one of many edits", &measured, "an empty frame", &empty, TARGET_EDITS);
  tell_beside_notes (n_cards, notes_bench_write, &measured);
  measured = measure (n_cards, open_still, edit_height);
  tell_edit ("after one that moves what is below", &measured, &empty);
  measured = measure (n_cards, open_text, type);
  tell_edit ("after a letter", &measured, &empty);
  measured = measure_after (n_cards, open_text, type_and_rest, add_card);
  tell_edit ("after Enter, with a new card", &measured, &empty);
}

static void
measure_zooms (guint n_cards, const Measured *empty, const Measured *part)
{
  Measured measured = measure_moving (n_cards, open_editor, zoom);

  measure_tell ("zooming", &measured, "an empty frame", empty, TARGET_ZOOMING);
  measure_tell ("", &measured, "a canvas of one colour", part, 0);
  tell_beside_notes (n_cards, notes_bench_zoom, &measured);
  measured = measure (n_cards, open_editor, sharpen);
  measure_tell ("painted once people rest", &measured, "an empty frame", empty, 0);
  measured = measure (n_cards, open_editor, zoom_on);
  measure_tell ("the slowest of forty zooms", &measured, "an empty frame", empty, 0);
  measured = measure_moving (n_cards, open_all, zoom_all);
  measure_tell ("zooming, all in view", &measured, "an empty frame", empty, TARGET_ALL);
  measure_tell ("", &measured, "a canvas of one colour", part, 0);
  tell_beside_notes (n_cards, notes_bench_zoom_all, &measured);
  measured = measure (n_cards, open_all, sharpen_all);
  measure_tell ("painted once people rest", &measured, "an empty frame", empty, 0);
}

static void
measure_cards (guint n_cards, const Measured *empty, const Measured *part)
{
  Measured measured;

  measure_title ("Frames of %u × %u pixels, %u cards", FRAMES_WIDTH, FRAMES_HEIGHT, n_cards);
  measure_edits (n_cards);
  measured = measure_moving (n_cards, open_editor, pan);
  measure_tell ("panning", &measured, "an empty frame", empty, TARGET_PANNING);
  tell_beside_notes (n_cards, notes_bench_pan, &measured);
  measure_zooms (n_cards, empty, part);
}

int
main (int argc, char **argv)
{
  Measured empty, part;

  frames_init ();
  empty = measure_moving (0, open_empty, repaint_empty);
  part = measure_moving (0, open_part, repaint_empty);
  measure_title ("Frames of %u × %u pixels", FRAMES_WIDTH, FRAMES_HEIGHT);
  measure_tell ("a canvas of one colour", &part, "an empty frame", &empty, 0);
  measure_cards (1000, &empty, &part);
  measure_cards (10000, &empty, &part);
  return 0;
}
