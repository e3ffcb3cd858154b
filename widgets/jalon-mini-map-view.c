/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the view is on the small map, and how people take it elsewhere. */

#include "widgets/jalon-mini-map-private.h"

/* It helps when the view is less than this share of the sheet, */
#define SHARE 0.25

/* and the canvas, in application pixels, large enough to spare the room. */
#define LEAST_WIDTH 600
#define LEAST_HEIGHT 400

/* @axis is 0 for across, 1 for down. */
GtkAdjustment *
jalon_mini_map_get_adjustment (JalonMiniMap *self, int axis)
{
  return self->canvas != NULL ? self->canvas->adjustments[axis] : NULL;
}

/* The size of the sheet in canvas units; %FALSE if there is none. */
gboolean
jalon_mini_map_get_sheet (JalonMiniMap *self, double *width, double *height)
{
  if (self->canvas == NULL || self->canvas->scene == NULL)
    return FALSE;
  *width = jalon_scene_get_width (self->canvas->scene);
  *height = jalon_scene_get_height (self->canvas->scene);
  return *width > 0 && *height > 0;
}

static double
get_seen_share (JalonMiniMap *self, int axis, double length)
{
  return MIN (1, gtk_adjustment_get_page_size (jalon_mini_map_get_adjustment (self, axis)) /
                   (length * self->canvas->zoom));
}

/* Whether so much of the map is out of view that it helps to see where one is. */
gboolean
jalon_mini_map_is_useful (JalonMiniMap *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  double width, height;

  if (!jalon_mini_map_get_sheet (self, &width, &height) ||
      gtk_widget_get_width (canvas) < LEAST_WIDTH || gtk_widget_get_height (canvas) < LEAST_HEIGHT)
    return FALSE;
  return get_seen_share (self, 0, width) * get_seen_share (self, 1, height) < SHARE;
}

/* Pixels for a canvas unit, across and down; %FALSE if there is no map. */
static gboolean
get_scale (JalonMiniMap *self, JalonPoint *scale)
{
  double width, height;

  if (!jalon_mini_map_get_sheet (self, &width, &height))
    return FALSE;
  scale->x = gtk_widget_get_width (GTK_WIDGET (self)) / width;
  scale->y = gtk_widget_get_height (GTK_WIDGET (self)) / height;
  return scale->x > 0 && scale->y > 0;
}

/* Where the view is, in the widget. */
gboolean
jalon_mini_map_get_frame (JalonMiniMap *self, JalonRect *frame)
{
  GtkAdjustment *across = jalon_mini_map_get_adjustment (self, 0);
  GtkAdjustment *down = jalon_mini_map_get_adjustment (self, 1);
  JalonPoint scale;

  if (!get_scale (self, &scale))
    return FALSE;
  scale.x /= self->canvas->zoom;
  scale.y /= self->canvas->zoom;
  frame->x = gtk_adjustment_get_value (across) * scale.x;
  frame->y = gtk_adjustment_get_value (down) * scale.y;
  frame->width = gtk_adjustment_get_page_size (across) * scale.x;
  frame->height = gtk_adjustment_get_page_size (down) * scale.y;
  return TRUE;
}

/* Brings what is at @x, @y of the widget to the middle of the view. */
static void
go_to (JalonMiniMap *self, double x, double y)
{
  const double at[2] = { x, y };
  JalonPoint scale;

  if (!get_scale (self, &scale))
    return;
  for (int axis = 0; axis < 2; axis++)
    {
      GtkAdjustment *adjustment = jalon_mini_map_get_adjustment (self, axis);
      double middle = (at[axis] - self->grip[axis]) / (axis == 0 ? scale.x : scale.y);

      gtk_adjustment_set_value (adjustment, middle * self->canvas->zoom -
                                              gtk_adjustment_get_page_size (adjustment) / 2);
    }
}

/* The frame keeps its place below the pointer; beside it, the view goes there. */
static void
drag_begin_cb (JalonMiniMap *self, double x, double y)
{
  JalonRect frame;

  g_assert (JALON_IS_MINI_MAP (self));

  self->grip[0] = self->grip[1] = 0;
  if (!jalon_mini_map_get_frame (self, &frame))
    return;
  if (x >= frame.x && x < frame.x + frame.width && y >= frame.y && y < frame.y + frame.height)
    {
      self->grip[0] = x - (frame.x + frame.width / 2);
      self->grip[1] = y - (frame.y + frame.height / 2);
    }
  else
    go_to (self, x, y);
}

static void
drag_update_cb (JalonMiniMap *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  g_assert (JALON_IS_MINI_MAP (self));

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  go_to (self, x + dx, y + dy);
}

void
jalon_mini_map_drag_init (JalonMiniMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
