/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet scrolls while something is dragged to the edge of what is seen of it. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-edge-scroll.h"

static JalonPoint
get_autoscroll (JalonCanvas *self)
{
  const JalonPoint at = self->pointer;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return (JalonPoint){ jalon_edge_scroll_get_speed (at.x, width),
                       jalon_edge_scroll_get_speed (at.y, height) };
}

static gboolean
autoscroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  JalonPoint by = get_autoscroll (self);

  if (by.x == 0 && by.y == 0)
    return G_SOURCE_CONTINUE;
  jalon_canvas_scroll_by (self, by.x, by.y);
  if (self->drag > JALON_DRAG_PAN)
    jalon_canvas_drag_follow (self);
  else
    jalon_canvas_set_drop_target (self, -1); /* until it is moved again */
  return G_SOURCE_CONTINUE;
}

void
jalon_canvas_autoscroll_begin (JalonCanvas *self)
{
  if (self->autoscroll == 0)
    self->autoscroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
}

/* What comes from elsewhere scrolls at the edges, too, once it has come in over one of them. */
static void
over_cb (JalonCanvas *self, double x, double y)
{
  JalonPoint by;

  if (jalon_canvas_get_scene (self) == NULL || self->drag != JALON_DRAG_NONE)
    return;
  self->pointer = (JalonPoint){ x, y };
  by = get_autoscroll (self);
  if (by.x == 0 && by.y == 0)
    jalon_canvas_autoscroll_begin (self);
}

static void
out_cb (JalonCanvas *self)
{
  if (self->drag == JALON_DRAG_NONE)
    jalon_canvas_remove_tick (self, &self->autoscroll);
}

/* Whoever takes it: each has a target of its own. */
void
jalon_canvas_autoscroll_init (JalonCanvas *self)
{
  GtkEventController *over = gtk_drop_controller_motion_new ();

  g_signal_connect_swapped (over, "motion", G_CALLBACK (over_cb), self);
  g_signal_connect_swapped (over, "leave", G_CALLBACK (out_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), over);
}
