/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes.h"

#include <math.h>

/* In pixels at 1:1. 88 are in view in a window of 1920 × 1080. */
#define WIDTH 140
#define HEIGHT 134
#define SPACING 16
#define PADDING 8.0
#define RADIUS 6.0
#define FONT "Sans 10"

/* Letters of fewer pixels cannot be read. */
#define LETTERS 13.0
#define LEAST_LETTERS 5.0

#define N_COLOURS 5

typedef struct
{
  graphene_rect_t bounds;
  PangoLayout *words;
  GskRenderNode *node; /* NULL while it has to be painted */
} Note;

struct _Notes
{
  GtkWidget parent_instance;
  Note *notes;
  guint n;
  guint n_columns;
  double zoom;
  double x;
};

G_DEFINE_FINAL_TYPE (Notes, notes, GTK_TYPE_WIDGET)

static const GdkRGBA colours[N_COLOURS] = {
  { 1.00F, 0.93F, 0.68F, 1 }, { 0.80F, 0.93F, 0.85F, 1 }, { 0.99F, 0.82F, 0.86F, 1 },
  { 0.82F, 0.89F, 0.97F, 1 }, { 0.90F, 0.86F, 0.96F, 1 },
};

static GskRenderNode *
paint_note (const Note *note, const GdkRGBA *colour)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &note->bounds);
  double x = note->bounds.origin.x;
  double y = note->bounds.origin.y;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_arc (cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, -G_PI_2);
  cairo_arc (cr, x + WIDTH - RADIUS, y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, x + WIDTH - RADIUS, y + HEIGHT - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + RADIUS, y + HEIGHT - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.2);
  cairo_move_to (cr, x + PADDING, y + PADDING);
  pango_cairo_show_layout (cr, note->words);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
snapshot_notes (Notes *self, GtkSnapshot *snapshot, const graphene_rect_t *view)
{
  for (guint i = 0; i < self->n; i++)
    {
      Note *note = &self->notes[i];

      if (!graphene_rect_intersection (&note->bounds, view, NULL))
        continue;
      if (note->node == NULL)
        note->node = paint_note (note, &colours[i % N_COLOURS]);
      gtk_snapshot_append_node (snapshot, note->node);
    }
}

/* One path and one fill for each colour */
static void
snapshot_boxes (Notes *self, GtkSnapshot *snapshot, const graphene_rect_t *view)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, view);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint colour = 0; colour < N_COLOURS; colour++)
    {
      for (guint i = colour; i < self->n; i += N_COLOURS)
        {
          const graphene_rect_t *box = &self->notes[i].bounds;

          if (graphene_rect_intersection (box, view, NULL))
            cairo_rectangle (cr, box->origin.x, box->origin.y, box->size.width, box->size.height);
        }
      gdk_cairo_set_source_rgba (cr, &colours[colour]);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
notes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Notes *self = NOTES_CANVAS (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float zoom = (float) self->zoom;
  graphene_rect_t view = GRAPHENE_RECT_INIT ((float) self->x, 0, width / zoom, height / zoom);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_scale (snapshot, zoom, zoom);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-(float) self->x, 0));
  if (self->zoom * LETTERS < LEAST_LETTERS)
    snapshot_boxes (self, snapshot, &view);
  else
    snapshot_notes (self, snapshot, &view);
  gtk_snapshot_pop (snapshot);
}

static void
notes_finalize (GObject *object)
{
  Notes *self = NOTES_CANVAS (object);

  for (guint i = 0; i < self->n; i++)
    {
      g_clear_object (&self->notes[i].words);
      g_clear_pointer (&self->notes[i].node, gsk_render_node_unref);
    }
  g_free (self->notes);
  G_OBJECT_CLASS (notes_parent_class)->finalize (object);
}

static void
notes_class_init (NotesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = notes_finalize;
  GTK_WIDGET_CLASS (class)->snapshot = notes_snapshot;
}

static void
notes_init (Notes *self)
{
  self->zoom = 1;
}

static PangoLayout *
set_words (Notes *self, const char *text)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  PangoLayout *words = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_font_description (words, font);
  pango_layout_set_wrap (words, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (words, (int) ((WIDTH - 2 * PADDING) * PANGO_SCALE));
  return words;
}

GtkWidget *
notes_new (guint n)
{
  Notes *self = g_object_new (NOTES_TYPE, NULL);

  self->n = n;
  self->notes = g_new0 (Note, n);
  self->n_columns = (guint) ceil (sqrt (n));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
        g_strdup_printf ("Guest %u looks for a house near the lake, with a garden, for six", i);
      float x = (float) (i % self->n_columns * (WIDTH + SPACING));
      float y = (float) (i / self->n_columns * (HEIGHT + SPACING));

      self->notes[i].bounds = GRAPHENE_RECT_INIT (x, y, WIDTH, HEIGHT);
      self->notes[i].words = set_words (self, text);
    }
  return GTK_WIDGET (self);
}

void
notes_write (Notes *self, guint i, const char *text)
{
  g_clear_object (&self->notes[i].words);
  self->notes[i].words = set_words (self, text);
  g_clear_pointer (&self->notes[i].node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
notes_scroll (Notes *self, double step)
{
  self->x += step;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
notes_zoom (Notes *self, double zoom)
{
  self->zoom = zoom;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: the zoom at which all of them are in view */
double
notes_fit (Notes *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)) /
                (self->n_columns * (double) (WIDTH + SPACING)),
              gtk_widget_get_height (GTK_WIDGET (self)) /
                (self->n_columns * (double) (HEIGHT + SPACING)));
}
