/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging in the table of a register: its rows go where people rank them, and what a map of the
 * sidebar is dropped on refers to it. */

#include "widgets/jalon-register-private.h"

#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-drag-icon.h"
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
mark_row (GtkWidget *cell, const char *class)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  gtk_widget_remove_css_class (row, "drop-above");
  gtk_widget_remove_css_class (row, "drop-below");
  gtk_widget_remove_css_class (row, "drop-onto");
  if (class != NULL)
    gtk_widget_add_css_class (row, class);
}

static gboolean
is_above (GtkWidget *cell, double y)
{
  return y < gtk_widget_get_height (cell) / 2.0;
}

static GdkDragAction
rank_motion_cb (JalonRegisterTable *self, double x, double y, GtkDropTarget *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  JalonElement *element = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));

  g_assert (JALON_IS_REGISTER_TABLE (self));

  mark_row (cell, is_above (cell, y) || element == self->base.map ? "drop-above" : "drop-below");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkEventController *target)
{
  mark_row (gtk_event_controller_get_widget (target), NULL);
}

static void
init_slot (JalonRegisterTable *self, JalonSlot *slot)
{
  *slot = (JalonSlot){ .parent = (char *) jalon_element_get_id (self->base.map),
                       .kind = JALON_KIND_AUDIENCE };
}

static gboolean
rank_drop_cb (JalonRegisterTable *self,
              const GValue *value,
              double x,
              double y,
              GtkDropTarget *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  JalonElement *before = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));
  JalonElement *audience = g_value_get_object (value);
  JalonSlot slot;
  g_autoptr (GPtrArray) audiences = g_ptr_array_new ();

  g_assert (JALON_IS_REGISTER_TABLE (self));

  mark_row (cell, NULL);
  if (before != self->base.map && !is_above (cell, y))
    before = jalon_register_get_neighbour (self, before, 1);
  if (audience == NULL || jalon_element_get_parent (audience) != self->base.map ||
      audience == before || !jalon_register_can_rank (self))
    return FALSE;
  init_slot (self, &slot);
  g_ptr_array_add (audiences, audience);
  jalon_commands_place (self->base.document, audiences, &slot,
                        before != self->base.map ? before : NULL, NULL);
  jalon_register_go_to (self, audience, self->column);
  return TRUE;
}

/* The map of this project that is dragged, if it is one. */
static JalonElement *
get_dragged (JalonRegisterTable *self, GdkDrop *drop)
{
  JalonElement *map = jalon_map_row_drag_get_dragged (drop);

  return self->base.map != NULL && self->base.is_editable && map != NULL &&
             jalon_element_get_document (map) == self->base.document
           ? map
           : NULL;
}

/* Whether an audience could refer to a map, by @field, or one that is added stand for it. */
static gboolean
can_take (JalonRegisterTable *self,
          JalonElement *element,
          JalonElement *map,
          const JalonField **field)
{
  JalonSlot slot;

  *field = NULL;
  if (element != self->base.map)
    return jalon_register_is_audience (self, element) &&
           jalon_commands_find_referrer (element, map, field) == element;
  init_slot (self, &slot);
  return jalon_commands_can_add_for (self->base.document, &slot, map);
}

static void
take (JalonRegisterTable *self, JalonElement *element, JalonElement *map, const JalonField *field)
{
  g_autoptr (GPtrArray) audiences = g_ptr_array_new ();
  JalonSlot slot;

  if (field != NULL)
    {
      g_ptr_array_add (audiences, element);
      jalon_commands_refer (self->base.document, audiences, field->id, jalon_element_get_id (map),
                            TRUE);
    }
  else
    {
      init_slot (self, &slot);
      element = jalon_commands_add_for (self->base.document, &slot, map, NULL);
    }
  if (element != NULL)
    jalon_register_go_to (self, element, self->column);
}

static GdkDragAction
map_motion_cb (JalonRegisterTable *self,
               GdkDrop *drop,
               double x,
               double y,
               GtkEventController *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (target);
  JalonElement *element = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));
  JalonElement *map = get_dragged (self, drop);
  const JalonField *field;
  gboolean is_taken = map != NULL && can_take (self, element, map, &field);

  g_assert (JALON_IS_REGISTER_TABLE (self));

  mark_row (cell, is_taken ? "drop-onto" : NULL);
  return is_taken ? GDK_ACTION_LINK : 0;
}

static void
map_leave_cb (JalonRegisterTable *self, GdkDrop *drop, GtkEventController *target)
{
  g_assert (JALON_IS_REGISTER_TABLE (self));

  leave_cb (target);
}

static gboolean
map_drop_cb (JalonRegisterTable *self,
             GdkDrop *drop,
             double x,
             double y,
             GtkEventController *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (target);
  JalonElement *element = jalon_register_cell_get_element (JALON_REGISTER_CELL (cell));
  JalonElement *map = get_dragged (self, drop);
  const JalonField *field;
  gboolean is_taken = map != NULL && can_take (self, element, map, &field);

  g_assert (JALON_IS_REGISTER_TABLE (self));

  leave_cb (target);
  /* GTK 4.8 would do so at the next drag only. */
  gtk_widget_unset_state_flags (cell, GTK_STATE_FLAG_DROP_ACTIVE);
  if (is_taken)
    take (self, element, map, field);
  gdk_drop_finish (drop, is_taken ? GDK_ACTION_LINK : 0);
  return TRUE;
}

static void
init_ranking (JalonRegisterTable *self, GtkWidget *cell)
{
  GtkDropTarget *target = gtk_drop_target_new (JALON_TYPE_ELEMENT, GDK_ACTION_MOVE);
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (target, "motion", G_CALLBACK (rank_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (rank_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));
  if (jalon_register_cell_get_column (JALON_REGISTER_CELL (cell))->type == JALON_COLUMN_RANK)
    gtk_widget_set_cursor_from_name (cell, "grab");
}

void
jalon_register_drag_init_cell (JalonRegisterTable *self, JalonRegisterCell *cell)
{
  const char *mime_type = JALON_FRAGMENT_MIME;
  GtkDropTargetAsync *target = gtk_drop_target_async_new (gdk_content_formats_new (&mime_type, 1),
                                                          GDK_ACTION_LINK);

  init_ranking (self, GTK_WIDGET (cell));
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (map_motion_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-motion", G_CALLBACK (map_motion_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (map_leave_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (map_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (target));
}
