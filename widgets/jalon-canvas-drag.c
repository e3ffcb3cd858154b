/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging: what begins where, and of it the cards between slots, the rubber band and the sheet
 * itself. Headers, edges of cards and links are in the files beside this one. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-commands.h"

static void
set_cursor_name (JalonCanvas *self, const char *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* Also if the button is still down: what was pressed may be elsewhere by now. */
void
jalon_canvas_drag_cancel (JalonCanvas *self)
{
  self->drag = JALON_DRAG_NONE;
  self->dragging = NULL;
  self->drop = (JalonDrop){ .slot = -1, .target = -1 };
  g_clear_pointer (&self->drag_selection, g_strfreev);
  jalon_canvas_remove_tick (self, &self->autoscroll);
  set_cursor_name (self, self->is_space_down ? "grab" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far it has been dragged, in the widget. The beginning stays where it is on the sheet, also
 * when that scrolls. */
void
jalon_canvas_get_way (JalonCanvas *self, JalonPoint *way)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->drag_item);
  JalonPoint origin;

  jalon_canvas_get_origin (self, &origin);
  way->x = self->pointer.x - self->drag_sheet.x * self->zoom - origin.x;
  way->y = self->pointer.y - self->drag_sheet.y * self->zoom - origin.y;
  /* A score stays over its step, and a knob on its track. */
  if (item != NULL && jalon_node_get_role (item->node) == JALON_ROLE_POINT)
    {
      const JalonSlot *slot = jalon_canvas_get_slot (self, self->drag_item);

      if (slot->x_field == JALON_FIELD_NONE)
        way->x = 0;
      if (slot->y_field == JALON_FIELD_NONE)
        way->y = 0;
    }
}

/* The rubber band in the widget. */
void
jalon_canvas_get_band (JalonCanvas *self, JalonRect *band)
{
  JalonPoint way;

  jalon_canvas_get_way (self, &way);
  band->x = self->pointer.x - MAX (way.x, 0);
  band->y = self->pointer.y - MAX (way.y, 0);
  band->width = fabs (way.x);
  band->height = fabs (way.y);
}

/* The first item of the slot, other than what is dragged, that comes after @point: below it, or in
 * its row and to the right. */
static int
find_before (JalonCanvas *self, int slot, const JalonPoint *point)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      double middle = items[i].y + jalon_node_get_height (items[i].node) / 2;
      double bottom = items[i].y + jalon_node_get_height (items[i].node);
      double right = items[i].x + jalon_node_get_width (items[i].node);
      gboolean is_in_column = point->x >= items[i].x - 8 && point->x <= right + 8;

      if (items[i].slot != slot || jalon_canvas_shows_selected (self, &items[i]) ||
          jalon_node_get_element (items[i].node) == NULL)
        continue;
      if (is_in_column ? point->y < middle : (point->y < bottom && point->x < items[i].x))
        return i;
    }
  return -1;
}

static int
find_drop_slot (JalonCanvas *self)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->drag_item);
  JalonElement *element = jalon_canvas_get_element (self, self->drag_item);
  int slot = jalon_canvas_pick_slot (self, self->pointer.x, self->pointer.y);

  if (jalon_node_get_role (item->node) == JALON_ROLE_POINT)
    return item->slot;
  if (slot < 0 || element == NULL ||
      !jalon_slot_accepts (jalon_node_get_slot (jalon_canvas_get_item (self, slot)->node), element))
    return -1;
  return slot;
}

/* Whether a copy would come to be there: with Ctrl, as in other programs. */
static gboolean
is_copying (JalonCanvas *self)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->drag_item);

  return self->drop.is_copy && !self->drop.is_goal &&
         jalon_node_get_role (item->node) != JALON_ROLE_POINT &&
         jalon_commands_can_add (self->base.document,
                                 jalon_canvas_get_slot (self, self->drop.slot));
}

static void
follow_move (JalonCanvas *self)
{
  const JalonItem *slot;
  const JalonItem *item = jalon_canvas_get_item (self, self->drag_item);
  JalonPoint point;

  self->drop.slot = find_drop_slot (self);
  self->drop.before = -1;
  if (self->drop.slot < 0)
    {
      set_cursor_name (self, "not-allowed");
      return;
    }
  set_cursor_name (self, is_copying (self) ? "copy" : "grabbing");
  jalon_canvas_to_sheet (self, self->pointer.x, self->pointer.y, &point);
  slot = jalon_canvas_get_item (self, self->drop.slot);
  self->drop.before = find_before (self, self->drop.slot, &point);

  /* What counts on a plane is the middle of what is dragged, not where it was caught. */
  self->drop.point.x = point.x - slot->x - self->drag_sheet.x + item->x +
                       jalon_node_get_width (item->node) / 2;
  self->drop.point.y = point.y - slot->y - self->drag_sheet.y + item->y +
                       jalon_node_get_height (item->node) / 2;
}

static void
drop_into (JalonCanvas *self, const JalonSlot *slot)
{
  JalonElement *dragged = jalon_canvas_get_element (self, self->drag_item);
  gboolean has_plane = jalon_slot_has_plane (slot);
  g_autoptr (GPtrArray) elements = has_plane
                                     ? jalon_commands_get_alike (self->base.document, dragged)
                                     : jalon_canvas_get_selected (self);
  JalonElement *before = has_plane ? NULL : jalon_canvas_get_element (self, self->drop.before);
  const JalonPoint *point = has_plane ? &self->drop.point : NULL;

  if (elements->len == 0)
    return;
  if (is_copying (self))
    jalon_commands_place_copies (self->base.document, elements, slot, before, point);
  else
    jalon_commands_place (self->base.document, elements, slot, before, point);
}

static void
drop_move (JalonCanvas *self)
{
  const JalonSlot *slot = jalon_canvas_get_slot (self, self->drop.slot);

  if (slot == NULL || jalon_canvas_get_element (self, self->drag_item) == NULL)
    return;
  if (self->drop.is_goal)
    jalon_commands_want (self->base.document, jalon_canvas_get_element (self, self->drag_item),
                         slot, &self->drop.point);
  else
    drop_into (self, slot);
}

static void
follow_band (JalonCanvas *self)
{
  JalonRect band;

  jalon_canvas_get_band (self, &band);
  jalon_canvas_select_band (self, &band, (const char *const *) self->drag_selection);
}

static void
paint_move (JalonCanvas *self, GtkSnapshot *snapshot)
{
  jalon_canvas_paint_drop (self, snapshot);
  jalon_canvas_paint_dragged (self, snapshot);
}

/* What each kind of dragging does while the pointer moves, where it ends, and how it looks. */
static const struct
{
  void (*follow) (JalonCanvas *self);
  void (*drop) (JalonCanvas *self);
  void (*paint) (JalonCanvas *self, GtkSnapshot *snapshot);
} modes[] = {
  [JALON_DRAG_BAND] = { follow_band, jalon_canvas_join_selection, jalon_canvas_paint_band },
  [JALON_DRAG_MOVE] = { follow_move, drop_move, paint_move },
  [JALON_DRAG_ORDER] = { jalon_canvas_order_follow, jalon_canvas_order_drop,
                         jalon_canvas_order_paint },
  [JALON_DRAG_SPAN] = { jalon_canvas_span_follow, jalon_canvas_span_drop, jalon_canvas_span_paint },
  [JALON_DRAG_LINK] = { jalon_canvas_link_follow, jalon_canvas_link_drop, jalon_canvas_link_paint },
};

/* What the pointer is doing. */
void
jalon_canvas_paint_drag (JalonCanvas *self, GtkSnapshot *snapshot)
{
  if (self->drag > JALON_DRAG_PAN)
    modes[self->drag].paint (self, snapshot);
  else
    jalon_canvas_link_paint_handle (self, snapshot);
}

void
jalon_canvas_drag_follow (JalonCanvas *self)
{
  modes[self->drag].follow (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_change (JalonCanvas *self)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->drag_item);

  if (item != NULL && !jalon_canvas_shows_selected (self, item))
    jalon_canvas_select (self,
                         jalon_canvas_find_element (self, jalon_node_get_element (item->node)),
                         FALSE);
}

static void
begin_band (JalonCanvas *self, GdkModifierType state)
{
  self->drag = JALON_DRAG_BAND;
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    self->drag_selection = g_strdupv ((char **) jalon_document_get_selection (self->base.document));
}

static void
begin_pan (JalonCanvas *self)
{
  self->drag = JALON_DRAG_PAN;
  set_cursor_name (self, "grabbing");
}

/* Whether one can say where one would like to have an element. */
static gboolean
has_goals (JalonCanvas *self, const char *element)
{
  const JalonSlot *slot =
    element != NULL ? jalon_canvas_get_slot (self, jalon_canvas_find_element (self, element))
                    : NULL;

  return slot != NULL && jalon_slot_has_goals (slot);
}

/* What stands for where something is wanted is dragged like the thing itself. */
static int
find_goal (JalonCanvas *self)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);

  for (int i = (int) n_items - 1; i >= 0; i--)
    if (jalon_node_get_role (items[i].node) == JALON_ROLE_DECORATION &&
        jalon_node_contains (items[i].node, self->drag_sheet.x - items[i].x,
                             self->drag_sheet.y - items[i].y) &&
        has_goals (self, jalon_node_get_element (items[i].node)))
      return i;
  return -1;
}

/* What dragging from where it begins changes, and which item it is of; %JALON_DRAG_BAND if there is
 * nothing to be changed. */
static JalonDragMode
find_mode (JalonCanvas *self, int *item)
{
  const JalonItem *it = jalon_canvas_get_item (self, *item);
  int linked = jalon_canvas_link_find (self, self->drag_start.x, self->drag_start.y);
  int spanned = jalon_canvas_span_find (self, self->drag_start.x, self->drag_start.y);

  if (!self->base.is_editable)
    return JALON_DRAG_BAND;
  if (linked >= 0 || spanned >= 0)
    {
      *item = linked >= 0 ? linked : spanned;
      return linked >= 0 ? JALON_DRAG_LINK : JALON_DRAG_SPAN;
    }
  if (jalon_canvas_get_element (self, *item) == NULL)
    return JALON_DRAG_BAND;
  if (jalon_canvas_order_can_begin (self, *item))
    return JALON_DRAG_ORDER;
  return it->slot >= 0 || self->drop.is_goal ? JALON_DRAG_MOVE : JALON_DRAG_BAND;
}

/* What the pointer looks like where it could begin to drag something unexpected. */
const char *
jalon_canvas_drag_get_pointer (JalonCanvas *self, double x, double y)
{
  if (!self->base.is_editable || self->is_space_down)
    return NULL;
  return jalon_canvas_link_find (self, x, y) >= 0   ? "crosshair"
         : jalon_canvas_span_find (self, x, y) >= 0 ? "col-resize"
                                                    : NULL;
}

static void
begin (JalonCanvas *self, guint button, GdkModifierType state)
{
  int goal = find_goal (self);
  JalonElement *element = jalon_canvas_get_element (self, self->drag_item);

  self->drop.is_goal = goal > self->drag_item || ((state & GDK_ALT_MASK) != 0 && element != NULL &&
                                                  has_goals (self, jalon_element_get_id (element)));
  if (button == GDK_BUTTON_MIDDLE || self->is_space_down)
    {
      begin_pan (self);
      return;
    }
  self->drag_item = MAX (self->drag_item, goal);
  self->drag = find_mode (self, &self->drag_item);
  if (self->drag == JALON_DRAG_BAND)
    begin_band (self, state);
  else
    begin_change (self);
  if (self->drag != JALON_DRAG_PAN)
    jalon_canvas_autoscroll_begin (self);
}

static void
drag_begin_cb (JalonCanvas *self, double x, double y, GtkGesture *gesture)
{
  g_assert (JALON_IS_CANVAS (self));

  if (jalon_canvas_get_scene (self) == NULL || jalon_canvas_adder_is_at (self, x, y) ||
      self->dragging != NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  jalon_canvas_finish_edit_at (self, x, y);
  self->dragging = gesture;
  self->drag_start = self->pointer = (JalonPoint){ x, y };
  self->drag_item = jalon_canvas_pick (self, x + self->slip.x, y + self->slip.y);
  self->drop = (JalonDrop){ .slot = -1, .target = -1 };
  jalon_canvas_to_sheet (self, x, y, &self->drag_sheet);
}

static GdkModifierType
get_state (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

static void
drag_update_cb (JalonCanvas *self, double dx, double dy, GtkGesture *gesture)
{
  GtkWidget *widget = GTK_WIDGET (self);
  JalonPoint last = self->pointer;
  double x = self->drag_start.x, y = self->drag_start.y;

  g_assert (JALON_IS_CANVAS (self));

  if (gesture != self->dragging ||
      (self->drag == JALON_DRAG_NONE && !gtk_drag_check_threshold (widget, x, y, x + dx, y + dy)))
    return;
  self->pointer = (JalonPoint){ x + dx, y + dy };
  if (self->drag == JALON_DRAG_NONE)
    {
      begin (self, gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)),
             get_state (gesture));
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  self->drop.is_copy = (get_state (gesture) & GDK_CONTROL_MASK) != 0;
  if (self->drag == JALON_DRAG_PAN)
    jalon_canvas_scroll_by (self, last.x - self->pointer.x, last.y - self->pointer.y);
  else
    jalon_canvas_drag_follow (self);
}

static void
drag_end_cb (JalonCanvas *self, double dx, double dy, GtkGesture *gesture)
{
  g_assert (JALON_IS_CANVAS (self));

  if (gesture != self->dragging)
    return;
  self->drop.is_copy = (get_state (gesture) & GDK_CONTROL_MASK) != 0;
  if (modes[self->drag].drop != NULL)
    modes[self->drag].drop (self);
  jalon_canvas_drag_cancel (self);
}

static void
cancel_cb (JalonCanvas *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  g_assert (JALON_IS_CANVAS (self));

  if (gesture == self->dragging)
    jalon_canvas_drag_cancel (self);
}

void
jalon_canvas_drag_init (JalonCanvas *self)
{
  const guint buttons[] = { GDK_BUTTON_PRIMARY, GDK_BUTTON_MIDDLE };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *drag = gtk_gesture_drag_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), buttons[i]);
      g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
      g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
      g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
      g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
    }
}
