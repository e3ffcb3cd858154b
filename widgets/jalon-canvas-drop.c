/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is dropped from elsewhere: text and parts of other projects are pasted where they are
 * dropped, and what a map of this project is dropped on refers to it. Pictures and files are a
 * matter of jalon-canvas-pictures.c. */

#include "widgets/jalon-canvas-private.h"

#include "files/jalon-reader.h"
#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-drop.h"
#include "widgets/jalon-map-row-drag.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-tell.h"

#define TEXT "text/plain"
#define TEXT_UTF8 "text/plain;charset=utf-8"

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

/* What is on its way, and where it was dropped. */
typedef struct
{
  JalonCanvas *canvas;
  JalonElement *map;
  JalonNode *node; /* NULL for the sheet */
  int item;
  GdkDrop *drop;
} Delivery;

static Delivery *
delivery_new (JalonCanvas *canvas, GdkDrop *drop, int item)
{
  Delivery *self = g_new0 (Delivery, 1);

  self->canvas = g_object_ref (canvas);
  self->map = g_object_ref (canvas->base.map);
  if (item >= 0)
    self->node = jalon_node_ref (jalon_canvas_get_item (canvas, item)->node);
  self->item = item;
  self->drop = g_object_ref (drop);
  return self;
}

static void
delivery_free (Delivery *self)
{
  g_object_unref (self->canvas);
  g_object_unref (self->map);
  g_clear_pointer (&self->node, jalon_node_unref);
  g_object_unref (self->drop);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Delivery, delivery_free)

static gboolean
is_fragment (GdkDrop *drop)
{
  return jalon_drop_get_kind (gdk_drop_get_formats (drop)) == JALON_DROP_FRAGMENT;
}

static void
paste (Delivery *self, GBytes *bytes)
{
  JalonScene *scene = jalon_canvas_get_scene (self->canvas);

  jalon_canvas_select (self->canvas, jalon_navigator_find_same (scene, self->node, self->item),
                       FALSE);
  if (is_fragment (self->drop))
    jalon_copy_paste_take_fragment (JALON_COPY_PASTE (self->canvas), bytes);
  else
    jalon_copy_paste_take_text (JALON_COPY_PASTE (self->canvas), bytes);
}

static void
arrived_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Delivery) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jalon_drop_read_finish (result, &error);
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  /* Another map is not where people wanted it. */
  gboolean is_late = self->canvas->base.map != self->map || !self->canvas->base.is_editable;

  gdk_drop_finish (self->drop, bytes != NULL && !is_late ? GDK_ACTION_COPY : 0);
  if (is_late)
    jalon_tell_late (widget);
  else if (bytes == NULL)
    jalon_tell (widget, error->message);
  else
    paste (self, bytes);
}

static void
read_drop (JalonCanvas *self, GdkDrop *drop, int item)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  Delivery *delivery = delivery_new (self, drop, item);

  if (is_fragment (drop))
    jalon_drop_read_async (drop, JALON_FRAGMENT_MIME, JALON_FILE_MAX, arrived_cb, delivery);
  else
    jalon_drop_read_async (drop,
                           gdk_content_formats_contain_mime_type (formats, TEXT_UTF8) ? TEXT_UTF8
                                                                                      : TEXT,
                           JALON_CLIPBOARD_TEXT_MAX, arrived_cb, delivery);
}

/* Has what a map of this project is dropped on refer to it; FALSE if nothing there can. */
static gboolean
refer (JalonCanvas *self, int item, JalonElement *map)
{
  g_autoptr (GPtrArray) referrers = g_ptr_array_new ();
  const JalonField *field;
  JalonElement *referrer = jalon_commands_find_referrer (get_receiver (self, item), map, &field);

  if (referrer == NULL)
    return FALSE;
  g_ptr_array_add (referrers, referrer);
  jalon_commands_refer (self->base.document, referrers, field->id, jalon_element_get_id (map),
                        TRUE);
  jalon_commands_select (self->base.document, referrers);
  return TRUE;
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
    gdk_drop_finish (drop,
                     refer (self, item, map) || add_for (self, item, map, &(JalonPoint){ x, y })
                       ? GDK_ACTION_LINK
                       : 0);
  else
    read_drop (self, drop, find_pasted (self, item));
  return TRUE;
}

static gboolean
accept_cb (JalonCanvas *self, GdkDrop *drop)
{
  JalonDropKind kind = jalon_drop_get_kind (gdk_drop_get_formats (drop));

  g_assert (JALON_IS_CANVAS (self));

  return is_ready (self) && (kind == JALON_DROP_FRAGMENT || kind == JALON_DROP_TEXT);
}

void
jalon_canvas_drop_init (JalonCanvas *self)
{
  const char *mime_types[] = { JALON_FRAGMENT_MIME, TEXT_UTF8, TEXT };
  GtkDropTargetAsync *target =
    gtk_drop_target_async_new (gdk_content_formats_new (mime_types, G_N_ELEMENTS (mime_types)),
                               GDK_ACTION_COPY | GDK_ACTION_LINK);

  self->drop_target = -1;
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "drag-enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (target, "drag-motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (target, "drag-leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
