/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-map-row-drag.h"

#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-drag-icon.h"
#include "widgets/jalon-drop-mark.h"
#include "widgets/jalon-sidebar.h"

/* By what a drag of this program tells which map it is. */
#define KEY "jalon-map"

static GdkContentProvider *
prepare_cb (JalonMapRow *self)
{
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();

  g_assert (JALON_IS_MAP_ROW (self));

  g_ptr_array_add (maps, jalon_map_row_get_map (self));
  return jalon_clipboard_provider_new (maps, NULL);
}

static void
begin_cb (JalonMapRow *self, GdkDrag *drag)
{
  g_assert (JALON_IS_MAP_ROW (self));

  jalon_drag_icon_show (drag, jalon_map_row_get_map (self));
  g_object_set_data_full (G_OBJECT (drag), KEY, g_object_ref (jalon_map_row_get_map (self)),
                          g_object_unref);
}

/**
 * jalon_map_row_drag_get_dragged:
 * @drop: (nullable): what is above a widget
 * @document: (nullable): a document
 *
 * Returns: (transfer none) (nullable): the map of @document whose row is dragged; %NULL if it comes
 *   from elsewhere, or is none
 */
JalonElement *
jalon_map_row_drag_get_dragged (GdkDrop *drop, JalonDocument *document)
{
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  JalonElement *map = drag != NULL ? g_object_get_data (G_OBJECT (drag), KEY) : NULL;

  return map != NULL && document != NULL && jalon_element_get_document (map) == document ? map
                                                                                         : NULL;
}

/**
 * jalon_map_row_drag_suits_list:
 * @drop: what is above a list
 * @view: a view with rows for elements
 *
 * Returns: %TRUE if it is for the rows: an element, which would go beside others, or a map of the
 *   same project, which would be referred to; maps of others are pasted
 */
gboolean
jalon_map_row_drag_suits_list (GdkDrop *drop, JalonMapView *view)
{
  return view->map != NULL && view->is_editable &&
         (gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), JALON_TYPE_ELEMENT) ||
          jalon_map_row_drag_get_dragged (drop, view->document) != NULL);
}

/* The map that is dragged, if it could stand beside this one: the same kind in the same project. */
static JalonElement *
get_sibling (JalonMapRow *self, GdkDrop *drop)
{
  JalonElement *map = jalon_map_row_get_map (self);
  JalonElement *dragged = jalon_map_row_drag_get_dragged (drop, jalon_element_get_document (map));

  return dragged != NULL && jalon_element_get_kind (dragged) == jalon_element_get_kind (map)
           ? dragged
           : NULL;
}

static gboolean
is_editable (JalonMapRow *self)
{
  GtkWidget *sidebar = gtk_widget_get_ancestor (GTK_WIDGET (self), JALON_TYPE_SIDEBAR);

  return sidebar != NULL && jalon_map_view_get_editable (JALON_MAP_VIEW (sidebar));
}

/* Everything else is for the sidebar. */
static gboolean
accept_cb (JalonMapRow *self, GdkDrop *drop)
{
  return get_sibling (self, drop) != NULL && is_editable (self);
}

static void
leave_cb (JalonMapRow *self)
{
  jalon_drop_mark_set (GTK_WIDGET (self), JALON_DROP_NONE);
}

static GdkDragAction
motion_cb (JalonMapRow *self, double x, double y)
{
  gboolean is_above = jalon_drop_mark_is_above (GTK_WIDGET (self), y);

  g_assert (JALON_IS_MAP_ROW (self));

  jalon_drop_mark_set (GTK_WIDGET (self), is_above ? JALON_DROP_ABOVE : JALON_DROP_BELOW);
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (JalonMapRow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  JalonElement *dragged = get_sibling (self, gtk_drop_target_get_current_drop (target));
  JalonElement *map = jalon_map_row_get_map (self);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();

  g_assert (JALON_IS_MAP_ROW (self));

  leave_cb (self);
  if (dragged == NULL || !is_editable (self))
    return FALSE;
  g_ptr_array_add (maps, dragged);
  if (dragged != map)
    jalon_commands_put_beside (jalon_element_get_document (map), maps, map,
                               !jalon_drop_mark_is_above (GTK_WIDGET (self), y));
  return TRUE;
}

void
jalon_map_row_drag_init (JalonMapRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (JALON_TYPE_FRAGMENT,
                                               GDK_ACTION_COPY | GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
