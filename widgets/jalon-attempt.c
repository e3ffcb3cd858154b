/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-attempt.h"

/* A list of GTK 4.8 makes a row, and gives it its place, in one of the frames that follow. What is
 * to be done with the row is attempted in each of them. */

/* How many frames a list gets. */
#define PATIENCE 60

typedef struct
{
  guint *tick;
  guint id; /* what is there while nothing has come in place of this */
  guint patience;
  gboolean (*attempt) (GtkWidget *widget);
  void (*give_up) (GtkWidget *widget);
} Attempt;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Attempt *self = data;
  gboolean is_done = self->attempt (widget);

  if (*self->tick != self->id)
    return G_SOURCE_REMOVE;
  if (!is_done && self->patience-- > 0)
    return G_SOURCE_CONTINUE;
  *self->tick = 0;
  if (!is_done)
    self->give_up (widget);
  return G_SOURCE_REMOVE;
}

/**
 * jalon_attempt_start:
 * @tick: where @widget keeps the attempt; 0 while there is none
 * @widget: a widget
 * @attempt: returns %TRUE once it is done; another that it starts comes in its place
 * @give_up: what happens if it takes too long
 *
 * Attempts something now, and then in each frame until it is done.
 */
void
jalon_attempt_start (guint *tick,
                     GtkWidget *widget,
                     gboolean (*attempt) (GtkWidget *widget),
                     void (*give_up) (GtkWidget *widget))
{
  Attempt *self = g_new (Attempt, 1);
  guint id;

  jalon_attempt_stop (tick, widget);
  id = *tick = gtk_widget_add_tick_callback (widget, tick_cb, self, g_free);
  *self = (Attempt){ tick, id, PATIENCE, attempt, give_up };
  if (attempt (widget) && *tick == id)
    jalon_attempt_stop (tick, widget);
}

/**
 * jalon_attempt_stop:
 * @tick: where @widget keeps the attempt
 * @widget: a widget
 *
 * Attempts it no more.
 */
void
jalon_attempt_stop (guint *tick, GtkWidget *widget)
{
  if (*tick != 0)
    gtk_widget_remove_tick_callback (widget, *tick);
  *tick = 0;
}
