/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene that is shown, and what its items stand for. */

#include "widgets/jalon-canvas-private.h"
#include "widgets/jalon-menu-place.h"

static guint scene_changed;

/* Has what lies on the canvas put in its place again before the next frame. The canvas stays as
 * large as it is, so GTK need not be asked: it would give out the sizes of the whole window. */
void
jalon_canvas_queue_sizes (JalonCanvas *self)
{
  self->owes_sizes = TRUE;
  jalon_canvas_queue_update (self);
}

/* Puts what lies on the canvas in its place, and tells scroll bars how large the sheet is. */
void
jalon_canvas_give_sizes (JalonCanvas *self)
{
  self->is_allocating = TRUE;
  jalon_canvas_view_allocate (self);
  jalon_canvas_edit_allocate (self);
  jalon_canvas_allocate_proxies (self);
  if (self->menu != NULL)
    jalon_menu_follow (GTK_POPOVER (self->menu));
  self->is_allocating = self->owes_sizes = FALSE;
}

/* Lays out before the next frame rather than while sizes are given out: proxies come and go. */
static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JalonCanvas *self = JALON_CANVAS (widget);

  self->update = 0;
  jalon_canvas_edit_update (self);
  jalon_canvas_get_scene (self);
  if (self->owes_zoom)
    jalon_canvas_notify_zoom (self);
  self->owes_zoom = FALSE;
  if ((self->owes_sizes || !jalon_canvas_view_is_right (self)) && gtk_widget_get_width (widget) > 0)
    jalon_canvas_give_sizes (self);
  return G_SOURCE_REMOVE;
}

void
jalon_canvas_remove_tick (JalonCanvas *self, guint *tick)
{
  if (*tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), *tick);
  *tick = 0;
}

/* Has done before the next frame what must not be done while sizes are given out. */
void
jalon_canvas_queue_update (JalonCanvas *self)
{
  if (self->update == 0)
    self->update = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

/* The next one who asks gets a new scene. */
void
jalon_canvas_forget_scene (JalonCanvas *self)
{
  jalon_canvas_drag_cancel (self);
  self->hover = self->drop_target = -1;
  jalon_canvas_adder_hide (self);
  jalon_canvas_forget_places (self);
  jalon_tiles_expire (self->tiles);
  g_clear_pointer (&self->scene, jalon_scene_unref);
  jalon_canvas_queue_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * jalon_canvas_set_layout:
 * @self: a canvas that shows no map yet
 * @layout: (nullable) (transfer full): has laid out maps of the document
 *
 * Spares the canvas what has been done in a thread.
 */
void
jalon_canvas_set_layout (JalonCanvas *self, JalonLayout *layout)
{
  g_return_if_fail (JALON_IS_CANVAS (self));
  g_return_if_fail (self->base.map == NULL);

  g_clear_pointer (&self->layout, jalon_layout_free);
  self->layout = layout;
}

/**
 * jalon_canvas_get_scene:
 * @self: a canvas
 *
 * Lays the map out, unless nothing has changed since the last time.
 *
 * Returns: (transfer none) (nullable): what is shown; %NULL without a map
 */
JalonScene *
jalon_canvas_get_scene (JalonCanvas *self)
{
  if (self->scene == NULL && self->base.map != NULL)
    {
      if (self->layout == NULL)
        self->layout = jalon_layout_new ();
      self->scene = jalon_layout_draw (self->layout, self->base.map, jalon_theme_get (self->theme));
      jalon_canvas_scene_changed (self);
      g_signal_emit (self, scene_changed, 0);
    }
  return self->scene;
}

/* NULL for −1. */
const JalonItem *
jalon_canvas_get_item (JalonCanvas *self, int item)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  guint n_items;
  const JalonItem *items;

  if (scene == NULL || item < 0)
    return NULL;
  items = jalon_scene_get_items (scene, &n_items);
  g_return_val_if_fail ((guint) item < n_items, NULL);
  return &items[item];
}

/* What an item stands for, NULL for a slot or nothing. */
JalonElement *
jalon_canvas_get_element (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  const char *id = it != NULL ? jalon_node_get_element (it->node) : NULL;

  if (id == NULL || jalon_node_get_role (it->node) == JALON_ROLE_SLOT)
    return NULL;
  return jalon_document_lookup (self->base.document, id);
}

/* The item with the slot that an item is, or lies in; −1 for none. */
int
jalon_canvas_find_slot (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);

  if (it == NULL)
    return -1;
  if (it->slot >= 0)
    return it->slot;
  return jalon_node_get_slot (it->node) != NULL ? item : -1;
}

/* That slot; NULL for none. */
const JalonSlot *
jalon_canvas_get_slot (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, jalon_canvas_find_slot (self, item));

  return it != NULL ? jalon_node_get_slot (it->node) : NULL;
}

void
jalon_canvas_scene_init_class (JalonCanvasClass *klass)
{
  /* The map was laid out anew, perhaps while sizes are given out */
  scene_changed = g_signal_new ("scene-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}
