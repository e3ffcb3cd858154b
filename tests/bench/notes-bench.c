/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes-bench.h"

#include "frames.h"
#include "notes.h"

typedef struct
{
  Frames frames;
  Notes *notes;
  guint n;
  guint n_edits;
  guint n_zooms;
} NotesBench;

static void
open_notes (gpointer data)
{
  NotesBench *self = data;
  GtkWidget *notes;

  gtk_init ();
  notes = notes_new (self->n);
  self->notes = NOTES_CANVAS (notes);
  frames_show_alone (&self->frames, notes);
  frames_make_part (&self->frames, notes, FRAMES_CANVAS_WIDTH, FRAMES_CANVAS_HEIGHT);
  frames_settle (&self->frames);
}

/* What comes frame after frame. */
Measured
notes_measure (guint n, MeasureFunc work)
{
  NotesBench self = { .n = n };

  return measure_task (
    &(MeasureTask){ .set_up = open_notes, .work = work, .data = &self, .time = &self.frames.time });
}

void
notes_bench_write (gpointer data)
{
  NotesBench *self = data;
  g_autofree char *text = g_strdup_printf ("Edited for the %u. time, on a Monday", ++self->n_edits);

  notes_write (self->notes, 0, text);
  frames_next (&self->frames);
}

void
notes_bench_pan (gpointer data)
{
  NotesBench *self = data;

  notes_scroll (self->notes, FRAMES_STEP);
  frames_next (&self->frames);
}

static void
zoom_between (NotesBench *self, double first, double factor)
{
  notes_zoom (self->notes, ++self->n_zooms % 2 == 0 ? first : first * factor);
  frames_next (&self->frames);
}

void
notes_bench_zoom (gpointer data)
{
  zoom_between (data, 1, 1.1);
}

void
notes_bench_zoom_all (gpointer data)
{
  NotesBench *self = data;

  zoom_between (self, notes_fit (self->notes), 1 / 1.1);
}
