/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clicks, hovering, the wheel. What is dragged is in jalon-canvas-drag.c. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-commands.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-slot.h"

/* One notch of the wheel with Ctrl. */
#define WHEEL_ZOOM 1.15

static void
set_hover (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  const JalonRole role = it != NULL ? jalon_node_get_role (it->node) : JALON_ROLE_DECORATION;

  /* Cells are too large and too many to light up under the pointer. */
  if (role == JALON_ROLE_SLOT)
    item = -1;
  if (self->hover == item)
    return;
  self->hover = item;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The item of which there is that at a place in the widget, or −1. */
static int
find_target (JalonCanvas *self, JalonTarget target, double x, double y)
{
  JalonPoint point;

  if (jalon_canvas_get_scene (self) == NULL ||
      (target != JALON_TARGET_JUMP && !self->base.is_editable))
    return -1;
  jalon_canvas_to_sheet (self, x, y, &point);
  return jalon_scene_pick_target (jalon_canvas_get_scene (self), target, point.x, point.y);
}

static const char *
get_pointer (JalonCanvas *self, double x, double y)
{
  if (jalon_canvas_adder_is_at (self, x, y) || find_target (self, JALON_TARGET_CHOICE, x, y) >= 0)
    return "pointer";
  if (find_target (self, JALON_TARGET_INVITATION, x, y) >= 0)
    return "text";
  return jalon_canvas_drag_get_pointer (self, x, y);
}

static void
motion_cb (JalonCanvas *self, double x, double y)
{
  g_assert (JALON_IS_CANVAS (self));

  self->pointer = (JalonPoint){ x, y };
  if (self->drag != JALON_DRAG_NONE)
    return;
  set_hover (self, jalon_canvas_pick (self, x, y));
  jalon_canvas_adder_follow (self, x, y);
  if (self->base.map != NULL && !self->is_space_down)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_pointer (self, x, y));
}

static void
leave_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  set_hover (self, -1);
  jalon_canvas_adder_hide (self);
}

/* Adds to the slot under the pointer, at the very place if it has a plane. Where there is no room
 * for more, the only one comes there. */
static void
add_at (JalonCanvas *self, double x, double y)
{
  int at = jalon_canvas_pick_slot (self, x, y);
  const JalonItem *item = jalon_canvas_get_item (self, at);
  const JalonSlot *slot = item != NULL ? jalon_node_get_slot (item->node) : NULL;
  g_autoptr (GPtrArray) only = NULL;
  JalonPoint point;

  if (slot == NULL || !self->base.is_editable)
    return;
  jalon_canvas_to_sheet (self, x, y, &point);
  point.x -= item->x;
  point.y -= item->y;
  if (jalon_commands_can_add (self->base.document, slot))
    jalon_canvas_add (self, at, NULL, jalon_slot_has_plane (slot) ? &point : NULL);
  else if (jalon_slot_get_only (slot, self->base.document) != NULL)
    {
      only = g_ptr_array_new ();
      g_ptr_array_add (only, jalon_slot_get_only (slot, self->base.document));
      jalon_commands_select (self->base.document, only);
      jalon_commands_place (self->base.document, only, slot, NULL, &point);
    }
}

/* Ends what is written so that the same stays under the pointer, whatever moves on the map. What
 * cannot be scrolled back there slips away, but is meant all the same until the button is up. */
void
jalon_canvas_finish_edit_at (JalonCanvas *self, double x, double y)
{
  int at = jalon_canvas_pick (self, x, y);
  g_autoptr (JalonNode) node = NULL;
  JalonRect before, after;

  if (self->editor == NULL)
    return;
  if (self->is_adding)
    at = jalon_navigator_find_same (jalon_canvas_get_scene (self), self->adder.node, self->cursor);
  if (at >= 0)
    {
      node = jalon_node_ref (jalon_canvas_get_item (self, at)->node);
      jalon_canvas_locate (self, at, &before);
    }
  jalon_canvas_finish_edit (self);
  at = jalon_navigator_find_same (jalon_canvas_get_scene (self), node, self->cursor);
  if (at < 0)
    return;
  jalon_canvas_locate (self, at, &after);
  jalon_canvas_scroll_by (self, after.x - before.x, after.y - before.y);
  jalon_canvas_locate (self, at, &after);
  self->slip = (JalonPoint){ after.x - before.x, after.y - before.y };
}

static void
press (JalonCanvas *self, int item, GdkModifierType state)
{
  /* What is selected may be the beginning of a drag of all of it. */
  self->is_toggling = (state & GDK_CONTROL_MASK) != 0 && jalon_canvas_is_selected (self, item);
  if ((state & GDK_CONTROL_MASK) != 0 && !self->is_toggling)
    jalon_canvas_toggle (self, item);
  else if ((state & GDK_SHIFT_MASK) != 0)
    jalon_canvas_select (self, item, TRUE);
  else if (jalon_canvas_is_selected (self, item))
    jalon_canvas_set_cursor (self, item);
  else
    jalon_canvas_select (self, item, FALSE);
}

static void
pressed_cb (JalonCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int item;

  g_assert (JALON_IS_CANVAS (self));

  if (self->base.map == NULL || self->is_space_down)
    return;
  self->is_toggling = FALSE;
  self->is_adding = jalon_canvas_adder_is_at (self, x, y);
  jalon_canvas_finish_edit_at (self, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->is_adding)
    return;
  x += self->slip.x;
  y += self->slip.y;
  item = jalon_canvas_pick (self, x, y);
  if (self->base.is_editable && jalon_canvas_link_find (self, x, y) >= 0)
    return;
  if (n_press == 1)
    {
      if (item >= 0)
        press (self, item, state);
      else if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
        jalon_canvas_select (self, -1, FALSE);
      return;
    }
  if (n_press == 2 && find_target (self, JALON_TARGET_JUMP, x, y) >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "canvas.follow", NULL);
  else if (n_press == 2 && (item < 0 || !jalon_canvas_edit (self, item, FALSE)))
    add_at (self, x, y);
}

/* What is asked for is written with one click, as in a form. */
static gboolean
accept_invitation (JalonCanvas *self, double x, double y)
{
  int item = find_target (self, JALON_TARGET_INVITATION, x, y);

  if (item < 0)
    return FALSE;
  if (!jalon_canvas_edit (self, item, FALSE))
    add_at (self, x, y);
  return TRUE;
}

static void
click (JalonCanvas *self, int item, double x, double y)
{
  jalon_canvas_select (self, item, FALSE);
  if (find_target (self, JALON_TARGET_CHOICE, x, y) == item)
    jalon_canvas_offer_choice (self, item, &(JalonPoint){ x, y });
  else if (!accept_invitation (self, x, y))
    jalon_canvas_offer_hidden (self, item);
}

static void
released_cb (JalonCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  JalonPoint slip = self->slip;
  int item;

  g_assert (JALON_IS_CANVAS (self));

  self->slip = (JalonPoint){ 0, 0 };
  if (self->is_adding)
    {
      self->is_adding = FALSE;
      self->adder.at.x += slip.x;
      self->adder.at.y += slip.y;
      jalon_canvas_adder_activate (self);
      return;
    }
  x += slip.x;
  y += slip.y;
  item = jalon_canvas_pick (self, x, y);
  if (n_press != 1 || item < 0 || jalon_canvas_get_editing (self) ||
      self->drag != JALON_DRAG_NONE || self->is_space_down)
    return;
  if (self->is_toggling)
    jalon_canvas_toggle (self, item);
  else if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    click (self, item, x, y);
}

static void
cancel_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  self->is_adding = FALSE;
  self->is_toggling = FALSE;
  self->slip = (JalonPoint){ 0, 0 };
}

static gboolean
scroll_cb (JalonCanvas *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  g_assert (JALON_IS_CANVAS (self));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  jalon_canvas_zoom_at (self, self->zoom * pow (WHEEL_ZOOM, -dy), self->pointer.x, self->pointer.y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  self->pinch_zoom = self->zoom;
}

static void
pinch_cb (JalonCanvas *self, double scale, GtkGesture *gesture)
{
  double x, y;

  g_assert (JALON_IS_CANVAS (self));

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    jalon_canvas_zoom_at (self, self->pinch_zoom * scale, x, y);
}

void
jalon_canvas_pointer_init (JalonCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (click, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  jalon_canvas_drag_init (self);
}
