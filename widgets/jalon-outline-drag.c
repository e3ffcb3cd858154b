/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging in the outline: an element goes above or below another of its kind, or into a group or
 * an element that can hold it, and what a map of the sidebar is dropped on refers to it. */

#include "widgets/jalon-outline-private.h"

#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-drag-icon.h"
#include "widgets/jalon-drop-mark.h"
#include "widgets/jalon-map-row-drag.h"

/* Where it would go */
typedef struct
{
  JalonOutlineGroup *group; /* owned; that of @slot, if it is one of the map */
  JalonSlot slot;
  JalonElement *before;
  JalonDropMark mark;
} Place;

static void
place_clear (Place *place)
{
  g_clear_object (&place->group);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* Takes @group, which may be NULL. */
static void
set_group (Place *place, JalonOutlineGroup *group)
{
  place->group = group;
  if (group != NULL)
    place->slot = *jalon_outline_group_get_slot (group);
}

static void
set_parent (Place *place, JalonElement *parent, JalonKind kind)
{
  place->slot = (JalonSlot){ .parent = (char *) jalon_element_get_id (parent), .kind = kind };
}

/* From @first on, what stands in @slot and is not moved itself. */
static JalonElement *
find_staying (JalonOutline *self, const JalonSlot *slot, JalonElement *parent, guint first)
{
  g_autoptr (GPtrArray) moving = jalon_outline_get_elements (self, self->dragged);

  for (guint i = first; i < jalon_element_get_n_children (parent); i++)
    {
      JalonElement *child = jalon_element_get_child (parent, i);

      if (jalon_slot_contains (slot, child) && !g_ptr_array_find (moving, child, NULL))
        return child;
    }
  return NULL;
}

static void
find_beside (JalonOutline *self, JalonElement *target, gboolean is_above, Place *place)
{
  JalonElement *parent = jalon_element_get_parent (target);
  guint first = jalon_element_get_index (target) + (is_above ? 0 : 1);

  if (parent == self->base.map)
    set_group (place, jalon_outline_group_find (G_LIST_MODEL (self->groups), target));
  else
    set_parent (place, parent, jalon_element_get_kind (target));
  if (place->slot.parent != NULL)
    place->before = find_staying (self, &place->slot, parent, first);
  place->mark = is_above ? JALON_DROP_ABOVE : JALON_DROP_BELOW;
}

/* It may come from elsewhere, or have been deleted meanwhile. */
static gboolean
can_go (JalonOutline *self)
{
  return self->dragged != NULL && self->base.is_editable &&
         jalon_element_get_document (self->dragged) == self->base.document;
}

/* Where what is dragged would go at a height in @row. */
static gboolean
find_place (JalonOutline *self, JalonOutlineRow *row, double y, Place *place)
{
  JalonElement *target = jalon_outline_row_get_element (row);
  JalonOutlineGroup *group = jalon_outline_row_get_group (row);
  JalonKind kind;

  if (!can_go (self) || target == self->dragged)
    return FALSE;
  kind = jalon_element_get_kind (self->dragged);
  place->mark = JALON_DROP_ONTO;
  if (group != NULL)
    set_group (place, g_object_ref (group));
  else if (jalon_element_get_kind (target) == kind)
    find_beside (self, target, jalon_drop_mark_is_above (GTK_WIDGET (row), y), place);
  else if (jalon_kind_can_hold (jalon_element_get_kind (target), kind))
    set_parent (place, target, kind);
  return place->slot.parent != NULL && jalon_slot_accepts (&place->slot, self->dragged);
}

/* Scores have no order, and there is one at each step. */
static GdkContentProvider *
prepare_cb (JalonOutline *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  JalonElement *element = jalon_outline_row_get_element (JALON_OUTLINE_ROW (row));

  g_assert (JALON_IS_OUTLINE (self));

  if (element == NULL || !self->base.is_editable ||
      jalon_element_get_kind (element) == JALON_KIND_SCORE ||
      jalon_outline_row_is_editing (JALON_OUTLINE_ROW (row)))
    return NULL;
  return gdk_content_provider_new_typed (JALON_TYPE_ELEMENT, element);
}

static void
begin_cb (JalonOutline *self, GdkDrag *drag, GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  g_assert (JALON_IS_OUTLINE (self));

  g_set_object (&self->dragged, jalon_outline_row_get_element (JALON_OUTLINE_ROW (row)));
  jalon_drag_icon_show (drag, self->dragged);
}

static void
end_cb (JalonOutline *self)
{
  g_assert (JALON_IS_OUTLINE (self));

  g_clear_object (&self->dragged);
}

static GtkWidget *
get_list_row (GtkEventController *target)
{
  return gtk_widget_get_parent (gtk_event_controller_get_widget (target));
}

static JalonElement *
get_map (JalonOutline *self, GtkDropTarget *target)
{
  return jalon_map_row_drag_get_dragged (gtk_drop_target_get_current_drop (target),
                                         self->base.document);
}

/* What in a row could refer to a map. */
static JalonElement *
get_receiver (JalonOutline *self, JalonOutlineRow *row)
{
  JalonElement *element = jalon_outline_row_get_element (row);

  return element != NULL && jalon_element_contains (self->base.map, element) ? element
                                                                             : self->base.map;
}

/* In which slot of a row something that stands for a map would be added; NULL for none. */
static const JalonSlot *
find_slot_for (JalonOutline *self, JalonOutlineRow *row, JalonElement *map)
{
  JalonOutlineGroup *group = jalon_outline_row_get_group (row);
  const JalonSlot *slot = group != NULL ? jalon_outline_group_get_slot (group) : NULL;

  return slot != NULL && jalon_commands_can_add_for (self->base.document, slot, map) ? slot : NULL;
}

static gboolean
can_take (JalonOutline *self, JalonOutlineRow *row, JalonElement *map)
{
  const JalonField *field;

  return self->base.is_editable &&
         (find_slot_for (self, row, map) != NULL ||
          jalon_commands_find_referrer (get_receiver (self, row), map, &field) != NULL);
}

static gboolean
take (JalonOutline *self, JalonOutlineRow *row, JalonElement *map)
{
  const JalonSlot *slot = find_slot_for (self, row, map);
  JalonElement *taker;

  if (!can_take (self, row, map))
    return FALSE;
  if (slot != NULL)
    taker = jalon_commands_add_for (self->base.document, slot, map, NULL);
  else
    taker = jalon_commands_refer_from (get_receiver (self, row), map);
  if (taker != NULL)
    jalon_outline_go_to (self, taker, FALSE);
  return taker != NULL;
}

static gboolean
accept_cb (JalonOutline *self, GdkDrop *drop)
{
  g_assert (JALON_IS_OUTLINE (self));

  return jalon_map_row_drag_suits_list (drop, JALON_MAP_VIEW (self));
}

static GdkDragAction
motion_cb (JalonOutline *self, double x, double y, GtkDropTarget *target)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  JalonElement *map = get_map (self, target);
  g_auto (Place) place = { .mark = JALON_DROP_ONTO };
  gboolean is_taken;

  g_assert (JALON_IS_OUTLINE (self));

  is_taken = map != NULL ? can_take (self, JALON_OUTLINE_ROW (row), map)
                         : find_place (self, JALON_OUTLINE_ROW (row), y, &place);
  jalon_drop_mark_set (get_list_row (GTK_EVENT_CONTROLLER (target)),
                       is_taken ? place.mark : JALON_DROP_NONE);
  if (!is_taken)
    return 0;
  return map != NULL ? GDK_ACTION_LINK : GDK_ACTION_MOVE;
}

static void
leave_cb (GtkEventController *target)
{
  jalon_drop_mark_set (get_list_row (target), JALON_DROP_NONE);
}

/* Puts what is dragged, and what is selected with it, where it is dropped. */
static gboolean
move (JalonOutline *self, const GValue *value, JalonOutlineRow *row, double y)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_auto (Place) place = { 0 };

  if (!G_VALUE_HOLDS (value, JALON_TYPE_ELEMENT) || g_value_get_object (value) != self->dragged ||
      !find_place (self, row, y, &place))
    return FALSE;
  elements = jalon_outline_get_elements (self, self->dragged);
  jalon_commands_place (self->base.document, elements, &place.slot, place.before, NULL);
  jalon_commands_select (self->base.document, elements);
  jalon_outline_go_to (self, self->dragged, FALSE);
  return TRUE;
}

static gboolean
drop_cb (JalonOutline *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  JalonElement *map = get_map (self, target);

  g_assert (JALON_IS_OUTLINE (self));

  leave_cb (GTK_EVENT_CONTROLLER (target));
  return map != NULL ? take (self, JALON_OUTLINE_ROW (row), map)
                     : move (self, value, JALON_OUTLINE_ROW (row), y);
}

/* @row shows one item after another. */
void
jalon_outline_drag_init_row (JalonOutline *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GType types[] = { JALON_TYPE_ELEMENT, JALON_TYPE_FRAGMENT };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_LINK);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
