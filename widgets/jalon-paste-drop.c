/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-paste-drop.h"

#include "files/jalon-reader.h"
#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-drop-mark.h"
#include "widgets/jalon-drop.h"
#include "widgets/jalon-map-row-drag.h"
#include "widgets/jalon-tell.h"

#define TEXT "text/plain"
#define TEXT_UTF8 "text/plain;charset=utf-8"

/* What is on its way, and where it was dropped. */
typedef struct
{
  JalonMapView *view;
  JalonElement *map;
  GdkDrop *drop;
  void (*go) (JalonMapView *view, gpointer place);
  gpointer place;
  GDestroyNotify free_place;
} Delivery;

static void
delivery_free (Delivery *self)
{
  g_object_unref (self->view);
  g_object_unref (self->map);
  g_object_unref (self->drop);
  if (self->place != NULL)
    self->free_place (self->place);
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
  self->go (self->view, self->place);
  if (is_fragment (self->drop))
    jalon_copy_paste_take_fragment (JALON_COPY_PASTE (self->view), bytes);
  else
    jalon_copy_paste_take_text (JALON_COPY_PASTE (self->view), bytes);
}

static void
arrived_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Delivery) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jalon_drop_read_finish (result, &error);
  GtkWidget *widget = GTK_WIDGET (self->view);
  /* Another map is not where people wanted it. */
  gboolean is_late = self->view->map != self->map || !self->view->is_editable;

  gdk_drop_finish (self->drop, bytes != NULL && !is_late ? GDK_ACTION_COPY : 0);
  if (is_late)
    jalon_tell_late (widget);
  else if (bytes == NULL)
    jalon_tell (widget, error->message);
  else
    paste (self, bytes);
}

/**
 * jalon_paste_drop_target_new:
 * @actions: what may be done with what is dropped
 *
 * Returns: (transfer full): a target for what can be pasted
 */
GtkDropTargetAsync *
jalon_paste_drop_target_new (GdkDragAction actions)
{
  const char *mime_types[] = { JALON_FRAGMENT_MIME, TEXT_UTF8, TEXT };

  return gtk_drop_target_async_new (gdk_content_formats_new (mime_types, G_N_ELEMENTS (mime_types)),
                                    actions);
}

/**
 * jalon_paste_drop_accepts:
 * @view: a view
 * @drop: what is above it
 *
 * Returns: %TRUE if that is a text or a part of a project, and can be pasted
 */
gboolean
jalon_paste_drop_accepts (JalonMapView *view, GdkDrop *drop)
{
  JalonDropKind kind = jalon_drop_get_kind (gdk_drop_get_formats (drop));

  return view->map != NULL && view->is_editable &&
         (kind == JALON_DROP_FRAGMENT || kind == JALON_DROP_TEXT);
}

/**
 * jalon_paste_drop_read:
 * @view: a view with a map, which can be copied from and pasted into
 * @drop: what was dropped on it
 * @go: puts the keys where it was dropped
 * @place: (transfer full) (nullable): for @go
 * @free_place: frees @place
 *
 * Reads what was dropped and pastes it, or says why not.
 */
void
jalon_paste_drop_read (JalonMapView *view,
                       GdkDrop *drop,
                       void (*go) (JalonMapView *view, gpointer place),
                       gpointer place,
                       GDestroyNotify free_place)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  const char *text = gdk_content_formats_contain_mime_type (formats, TEXT_UTF8) ? TEXT_UTF8 : TEXT;
  Delivery *delivery = g_new (Delivery, 1);

  *delivery = (Delivery){
    g_object_ref (view), g_object_ref (view->map), g_object_ref (drop), go, place, free_place
  };
  jalon_drop_read_async (drop, is_fragment (drop) ? JALON_FRAGMENT_MIME : text,
                         is_fragment (drop) ? JALON_FILE_MAX : JALON_CLIPBOARD_TEXT_MAX, arrived_cb,
                         delivery);
}

typedef struct
{
  JalonMapView *view; /* which owns the target */
  const JalonPasteDropList *list;
  GtkWidget *marked; /* borrowed while something is above it, else NULL */
} ListTarget;

static void
mark (ListTarget *self, GtkWidget *marked)
{
  if (self->marked == marked)
    return;
  if (self->marked != NULL)
    jalon_drop_mark_set (self->marked, JALON_DROP_NONE);
  g_set_weak_pointer (&self->marked, marked);
  if (marked != NULL)
    jalon_drop_mark_set (marked, JALON_DROP_ONTO);
}

static void
list_target_free (gpointer data, GClosure *closure)
{
  ListTarget *self = data;

  g_clear_weak_pointer (&self->marked);
  g_free (self);
}

/* The row at a place in the view, NULL for none. */
static GtkWidget *
find_row (ListTarget *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  return picked != NULL ? gtk_widget_get_ancestor (picked, self->list->get_row_type ()) : NULL;
}

/* Maps of this project are for targets of the rows. */
static gboolean
accept_cb (ListTarget *self, GdkDrop *drop)
{
  return jalon_paste_drop_accepts (self->view, drop) &&
         jalon_map_row_drag_get_dragged (drop, self->view->document) == NULL;
}

/* Where there is no row, all of the list is marked. */
static GdkDragAction
moved_cb (ListTarget *self, GdkDrop *drop, double x, double y)
{
  GtkWidget *row = find_row (self, x, y);

  if (!jalon_paste_drop_accepts (self->view, drop))
    return 0;
  mark (self, row != NULL ? self->list->get_marked (row) : GTK_WIDGET (self->view));
  return GDK_ACTION_COPY;
}

static void
left_cb (ListTarget *self)
{
  mark (self, NULL);
}

static gboolean
dropped_cb (ListTarget *self, GdkDrop *drop, double x, double y)
{
  GtkWidget *row = find_row (self, x, y);
  gpointer place;

  mark (self, NULL);
  if (!jalon_paste_drop_accepts (self->view, drop))
    return FALSE;
  /* The row may show something else once what is written has been taken over. */
  place = row != NULL ? self->list->get_place (row) : NULL;
  jalon_map_view_finish_edit (self->view);
  jalon_paste_drop_read (self->view, drop, self->list->go, place, self->list->free_place);
  return TRUE;
}

/**
 * jalon_paste_drop_init_list:
 * @view: a view with a list
 * @list: (unowned): of its rows
 *
 * Has the rows take what can be pasted, and the map where there are none.
 */
void
jalon_paste_drop_init_list (JalonMapView *view, const JalonPasteDropList *list)
{
  GtkDropTargetAsync *target = jalon_paste_drop_target_new (GDK_ACTION_COPY);
  ListTarget *self = g_new0 (ListTarget, 1);

  self->view = view;
  self->list = list;
  g_signal_connect_data (target, "accept", G_CALLBACK (accept_cb), self, list_target_free,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (target, "drag-enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (target, "drag-motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (target, "drag-leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (target));
}
