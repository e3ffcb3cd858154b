/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-edge-scroll.h"

/* In application pixels: how far from an edge things begin to scroll under a drag, and how fast. */
#define EDGE 40.0
#define FASTEST 18.0

typedef struct
{
  double y;
  guint tick; /* 0 until the pointer has been away from the edges */
} EdgeScroll;

/**
 * jalon_edge_scroll_get_speed:
 * @position: where the pointer is, in application pixels
 * @length: of what is seen
 *
 * Returns: how far to scroll in a frame, in application pixels; 0 away from the edges
 */
double
jalon_edge_scroll_get_speed (double position, double length)
{
  if (position < EDGE)
    return -FASTEST * MIN (1, (EDGE - position) / EDGE);
  if (position > length - EDGE)
    return FASTEST * MIN (1, (position - length + EDGE) / EDGE);
  return 0;
}

static gboolean
tick_cb (GtkWidget *scroller, GdkFrameClock *clock, gpointer data)
{
  const EdgeScroll *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double speed = jalon_edge_scroll_get_speed (self->y, gtk_widget_get_height (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + speed);
  return G_SOURCE_CONTINUE;
}

static void
over_cb (EdgeScroll *self, double x, double y, GtkEventController *over)
{
  GtkWidget *scroller = gtk_event_controller_get_widget (over);

  self->y = y;
  if (self->tick == 0 && jalon_edge_scroll_get_speed (y, gtk_widget_get_height (scroller)) == 0)
    self->tick = gtk_widget_add_tick_callback (scroller, tick_cb, self, NULL);
}

static void
out_cb (EdgeScroll *self, GtkEventController *over)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (gtk_event_controller_get_widget (over), self->tick);
  self->tick = 0;
}

/**
 * jalon_edge_scroll_init:
 * @scroller: what shows a part of a list that does not do so itself, as list views do
 *
 * Scrolls up and down while something is dragged along the edges, whoever takes it, once it has
 * come in over one of them.
 */
void
jalon_edge_scroll_init (GtkScrolledWindow *scroller)
{
  GtkEventController *over = gtk_drop_controller_motion_new ();
  EdgeScroll *self = g_new0 (EdgeScroll, 1);

  g_object_set_data_full (G_OBJECT (over), "jalon-edge-scroll", self, g_free);
  g_signal_connect_swapped (over, "motion", G_CALLBACK (over_cb), self);
  g_signal_connect_swapped (over, "leave", G_CALLBACK (out_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (scroller), over);
}
