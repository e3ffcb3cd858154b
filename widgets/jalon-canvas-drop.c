/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is dropped from elsewhere: text and parts of other projects are pasted where they are
 * dropped, and what a map of this project is dropped on refers to it. Pictures and files are a
 * matter of jalon-canvas-pictures.c. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-map-row-drag.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-paste-drop.h"

/* Shows where something would go; −1 for nowhere. */
void
jalon_canvas_set_drop_target (JalonCanvas *self, int item)
{
  if (self->drop_target == item)
    return;
  self->drop_target = item;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is above the canvas may find another map there, or none. */
static gboolean
is_ready (JalonCanvas *self)
{
  return self->base.map != NULL && self->base.is_editable;
}

/* What is at an item; the map for what is not in it, and for the sheet. */
static JalonElement *
get_receiver (JalonCanvas *self, int item)
{
  JalonElement *element = jalon_canvas_get_element (self, item);

  return element != NULL && jalon_element_contains (self->base.map, element) ? element
                                                                             : self->base.map;
}

/* The cell in which something is pasted at an item, or the item itself. */
static int
find_pasted (JalonCanvas *self, int item)
{
  int slot = jalon_canvas_find_slot (self, item);

  return slot >= 0 ? slot : item;
}

/* Whether something that stands for a map would be added to a slot: nothing else is there. */
static gboolean
can_add_for (JalonCanvas *self, int item, JalonElement *map)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);

  return it != NULL && jalon_node_get_role (it->node) == JALON_ROLE_SLOT &&
         jalon_commands_can_add_for (self->base.document, jalon_node_get_slot (it->node), map);
}

static GdkDragAction
follow_map (JalonCanvas *self, int item, JalonElement *map)
{
  const JalonField *field;
  JalonElement *referrer = jalon_commands_find_referrer (get_receiver (self, item), map, &field);

  if (referrer != NULL)
    item = jalon_canvas_find_element (self, jalon_element_get_id (referrer));
  else if (!can_add_for (self, item, map))
    {
      jalon_canvas_set_drop_target (self, -1);
      return 0;
    }
  jalon_canvas_set_drop_target (self, item);
  return GDK_ACTION_LINK;
}

static GdkDragAction
moved_cb (JalonCanvas *self, GdkDrop *drop, double x, double y)
{
  JalonElement *map = jalon_map_row_drag_get_dragged (drop, self->base.document);
  int item = jalon_canvas_pick (self, x, y);

  g_assert (JALON_IS_CANVAS (self));

  if (!is_ready (self))
    return 0;
  if (map != NULL)
    return follow_map (self, item, map);
  jalon_canvas_set_drop_target (self, find_pasted (self, item));
  return GDK_ACTION_COPY;
}

static void
left_cb (JalonCanvas *self)
{
  jalon_canvas_set_drop_target (self, -1);
}

/* Where something was dropped. */
typedef struct
{
  JalonNode *node;
  int item;
} Place;

static Place *
place_new (JalonCanvas *self, int item)
{
  Place *place = g_new (Place, 1);

  *place = (Place){ jalon_node_ref (jalon_canvas_get_item (self, item)->node), item };
  return place;
}

static void
place_free (gpointer data)
{
  Place *place = data;

  jalon_node_unref (place->node);
  g_free (place);
}

/* To the sheet, where there is no @data. */
static void
go (JalonMapView *view, gpointer data)
{
  JalonCanvas *self = JALON_CANVAS (view);
  const Place *place = data;
  int item = -1;

  if (place != NULL)
    item = jalon_navigator_find_same (jalon_canvas_get_scene (self), place->node, place->item);
  jalon_canvas_select (self, item, FALSE);
}

/* Adds what stands for a map to the slot that it is dropped on; FALSE if there is none. */
static gboolean
add_for (JalonCanvas *self, int item, JalonElement *map, const JalonPoint *at)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  const JalonSlot *slot;
  JalonPoint point;

  if (!can_add_for (self, item, map))
    return FALSE;
  slot = jalon_node_get_slot (it->node);
  jalon_canvas_to_sheet (self, at->x, at->y, &point);
  point.x -= it->x;
  point.y -= it->y;
  return jalon_commands_add_for (self->base.document, slot, map,
                                 jalon_slot_has_plane (slot) ? &point : NULL) != NULL;
}

static gboolean
take_map (JalonCanvas *self, int item, JalonElement *map, const JalonPoint *at)
{
  return jalon_commands_refer_from (get_receiver (self, item), map) != NULL ||
         add_for (self, item, map, at);
}

static gboolean
dropped_cb (JalonCanvas *self, GdkDrop *drop, double x, double y)
{
  JalonElement *map = jalon_map_row_drag_get_dragged (drop, self->base.document);
  int item;

  g_assert (JALON_IS_CANVAS (self));

  left_cb (self);
  if (!is_ready (self))
    return FALSE;
  jalon_canvas_finish_edit (self);
  item = jalon_canvas_pick (self, x, y);
  if (map != NULL)
    gdk_drop_finish (drop, take_map (self, item, map, &(JalonPoint){ x, y }) ? GDK_ACTION_LINK : 0);
  else
    {
      item = find_pasted (self, item);
      jalon_paste_drop_read (JALON_MAP_VIEW (self), drop, go,
                             item >= 0 ? place_new (self, item) : NULL, place_free);
    }
  return TRUE;
}

static gboolean
accept_cb (JalonCanvas *self, GdkDrop *drop)
{
  g_assert (JALON_IS_CANVAS (self));

  return jalon_paste_drop_accepts (JALON_MAP_VIEW (self), drop);
}

void
jalon_canvas_drop_init (JalonCanvas *self)
{
  GtkDropTargetAsync *target = jalon_paste_drop_target_new (GDK_ACTION_COPY | GDK_ACTION_LINK);

  self->drop_target = -1;
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "drag-enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (target, "drag-motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (target, "drag-leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
