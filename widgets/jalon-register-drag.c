/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging in the table of a register: its rows go where people rank them, and what a map of the
 * sidebar is dropped on refers to it. */

#include "widgets/jalon-register-private.h"

#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-drag-icon.h"
#include "widgets/jalon-drop-mark.h"
#include "widgets/jalon-map-row-drag.h"

static GdkContentProvider *
prepare_cb (JalonRegisterTable *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  JalonElement *audience = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (!jalon_register_is_audience (self, audience))
    return NULL;
  if (!jalon_register_can_rank (self))
    {
      gtk_widget_error_bell (cell);
      return NULL;
    }
  return gdk_content_provider_new_typed (JALON_TYPE_ELEMENT, audience);
}

static void
begin_cb (JalonRegisterTable *self, GdkDrag *drag, GtkDragSource *source)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  g_assert (JALON_IS_REGISTER_TABLE (self));

  jalon_drag_icon_show (drag, jalon_register_cell_get_element (JALON_REGISTER_CELL (cell)));
}

static void
mark_row (GtkWidget *cell, JalonDropMark mark)
{
  jalon_drop_mark_set (gtk_widget_get_parent (gtk_widget_get_parent (cell)), mark);
}

static void
init_slot (JalonRegisterTable *self, JalonSlot *slot)
{
  *slot = (JalonSlot){ .parent = (char *) jalon_element_get_id (self->base.map),
                       .kind = JALON_KIND_AUDIENCE };
}

/* Puts an audience, and what is selected with it, above or below the row of a cell; to the end on
 * the row that adds one. */
static gboolean
rank (JalonRegisterTable *self, GtkWidget *cell, JalonElement *audience, double y)
{
  JalonElement *other = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));
  JalonSlot slot;
  g_autoptr (GPtrArray) audiences = NULL;

  if (jalon_element_get_parent (audience) != self->base.map || audience == other ||
      !jalon_register_can_rank (self))
    return FALSE;
  audiences = jalon_commands_get_alike (self->base.document, audience);
  init_slot (self, &slot);
  if (other == self->base.map)
    jalon_commands_place (self->base.document, audiences, &slot, NULL, NULL);
  else
    jalon_commands_put_beside (self->base.document, audiences, other,
                               !jalon_drop_mark_is_above (cell, y));
  jalon_register_go_to (self, audience, self->column);
  return TRUE;
}

/* Whether an audience could refer to a map, or one that is added stand for it. */
static gboolean
can_take (JalonRegisterTable *self, JalonElement *element, JalonElement *map)
{
  const JalonField *field;
  JalonSlot slot;

  if (element != self->base.map)
    return jalon_register_is_audience (self, element) &&
           jalon_commands_find_referrer (element, map, &field) == element;
  init_slot (self, &slot);
  return jalon_commands_can_add_for (self->base.document, &slot, map);
}

static gboolean
take (JalonRegisterTable *self, JalonElement *element, JalonElement *map)
{
  JalonSlot slot;

  if (!can_take (self, element, map))
    return FALSE;
  init_slot (self, &slot);
  if (element != self->base.map)
    element = jalon_commands_refer_from (element, map);
  else
    element = jalon_commands_add_for (self->base.document, &slot, map, NULL);
  if (element != NULL)
    jalon_register_go_to (self, element, self->column);
  return element != NULL;
}

static gboolean
accept_cb (JalonRegisterTable *self, GdkDrop *drop)
{
  g_assert (JALON_IS_REGISTER_TABLE (self));

  return jalon_map_row_drag_suits_list (drop, JALON_MAP_VIEW (self));
}

static GdkDragAction
motion_cb (JalonRegisterTable *self, double x, double y, GtkDropTarget *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  JalonElement *element = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));
  JalonElement *map = jalon_map_row_drag_get_dragged (gtk_drop_target_get_current_drop (target),
                                                      self->base.document);
  gboolean is_taken;

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (map == NULL)
    {
      mark_row (cell, jalon_drop_mark_is_above (cell, y) || element == self->base.map
                        ? JALON_DROP_ABOVE
                        : JALON_DROP_BELOW);
      return GDK_ACTION_MOVE;
    }
  is_taken = can_take (self, element, map);
  mark_row (cell, is_taken ? JALON_DROP_ONTO : JALON_DROP_NONE);
  return is_taken ? GDK_ACTION_LINK : 0;
}

static void
leave_cb (GtkEventController *target)
{
  mark_row (gtk_event_controller_get_widget (target), JALON_DROP_NONE);
}

static gboolean
drop_cb (JalonRegisterTable *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  JalonElement *element = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));
  JalonElement *map = jalon_map_row_drag_get_dragged (gtk_drop_target_get_current_drop (target),
                                                      self->base.document);

  g_assert (JALON_IS_REGISTER_TABLE (self));

  mark_row (cell, JALON_DROP_NONE);
  if (self->base.map == NULL || !self->base.is_editable)
    return FALSE;
  if (map != NULL)
    return take (self, element, map);
  return G_VALUE_HOLDS (value, JALON_TYPE_ELEMENT) &&
         rank (self, cell, g_value_get_object (value), y);
}

static void
init_target (JalonRegisterTable *self, GtkWidget *cell)
{
  GType types[] = { JALON_TYPE_ELEMENT, JALON_TYPE_FRAGMENT };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_LINK);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

void
jalon_register_drag_init_cell (JalonRegisterTable *self, JalonRegisterCell *cell)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  GtkDragSource *source = gtk_drag_source_new ();

  init_target (self, widget);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  if (jalon_register_cell_get_column (cell)->type == JALON_COLUMN_RANK)
    gtk_widget_set_cursor_from_name (widget, "grab");
}
