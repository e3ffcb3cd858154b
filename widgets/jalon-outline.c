/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-outline-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (JalonOutline,
                               jalon_outline,
                               JALON_TYPE_MAP_VIEW,
                               G_IMPLEMENT_INTERFACE (JALON_TYPE_COPY_PASTE,
                                                      jalon_outline_copy_paste_init))

static gboolean
changes_tree (const JalonStep *step)
{
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    if (jalon_step_get_change (step, i)->type != JALON_CHANGE_SET)
      return TRUE;
  return FALSE;
}

static void
jalon_outline_document_changed (JalonMapView *view, const JalonStep *step)
{
  JalonOutline *self = JALON_OUTLINE (view);
  g_autoptr (GList) rows = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (self->tree == NULL)
    return;
  jalon_outline_tree_update (self, step);
  rows = g_hash_table_get_values (self->rows);
  for (GList *l = rows; l != NULL; l = l->next)
    jalon_outline_row_refresh (l->data);
  if (!changes_tree (step))
    return;
  jalon_outline_show_selection (self);
  /* The list loses the keys when it loses the row that had them. */
  if (had_focus && self->wanted == NULL && JALON_IS_ELEMENT (self->current) &&
      g_hash_table_lookup (self->rows, self->current) == NULL)
    jalon_outline_go_to (self, JALON_ELEMENT (self->current), FALSE);
}

/* Gives a row the keys, and selects it alone. */
static void
take_row (JalonOutline *self, JalonOutlineRow *row)
{
  g_autoptr (GtkTreeListRow) tree_row = g_object_ref (jalon_outline_row_get_row (row));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection),
                                   gtk_tree_list_row_get_position (tree_row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
is_selected (JalonOutline *self, JalonOutlineRow *row)
{
  guint position = gtk_tree_list_row_get_position (jalon_outline_row_get_row (row));

  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);
}

static void
acted_cb (JalonOutline *self, const char *action, JalonOutlineRow *row)
{
  g_assert (JALON_IS_OUTLINE (self));

  take_row (self, row);
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
ended_cb (JalonOutline *self, int how, JalonElement *element, JalonOutlineRow *row)
{
  g_assert (JALON_IS_OUTLINE (self));

  jalon_outline_ended (self, how, element);
}

static void
expanded_cb (JalonOutline *self, JalonOutlineRow *row)
{
  JalonElement *element = jalon_outline_row_get_element (row);

  g_assert (JALON_IS_OUTLINE (self));

  if (element != NULL && gtk_tree_list_row_is_expandable (jalon_outline_row_get_row (row)))
    jalon_outline_tree_remember (self, element,
                                 gtk_tree_list_row_get_expanded (jalon_outline_row_get_row (row)));
  jalon_outline_mark (self, row);
}

static void
entered_cb (JalonOutline *self, GtkEventController *controller)
{
  JalonOutlineRow *row = JALON_OUTLINE_ROW (gtk_event_controller_get_widget (controller));
  JalonElement *element = jalon_outline_row_get_element (row);

  g_assert (JALON_IS_OUTLINE (self));

  g_set_object (&self->current, element != NULL ? G_OBJECT (element)
                                                : G_OBJECT (jalon_outline_row_get_group (row)));
  jalon_outline_update_actions (JALON_MAP_VIEW (self));
}

static void
clicked_cb (JalonOutline *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  g_assert (JALON_IS_OUTLINE (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  /* The menu of what is selected is that of all of it. */
  if (is_selected (self, JALON_OUTLINE_ROW (row)))
    gtk_widget_grab_focus (row);
  else
    take_row (self, JALON_OUTLINE_ROW (row));
  jalon_list_menu_open (&self->menus, self->menu, row, x, y);
}

static void
setup_cb (JalonOutline *self, GtkListItem *item)
{
  GtkWidget *row = jalon_outline_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (row, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  jalon_outline_drag_init_row (self, row);
  gtk_list_item_set_child (item, row);
}

static void
item_selected_cb (GtkListItem *item)
{
  jalon_outline_row_set_selected (JALON_OUTLINE_ROW (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_selected (item));
}

static void
bind_cb (JalonOutline *self, GtkListItem *item)
{
  JalonOutlineRow *row = JALON_OUTLINE_ROW (gtk_list_item_get_child (item));
  g_autoptr (GObject) shown = gtk_tree_list_row_get_item (gtk_list_item_get_item (item));

  g_hash_table_insert (self->rows, shown, row);
  jalon_outline_row_set_row (row, gtk_list_item_get_item (item));
  jalon_outline_mark (self, row);
  g_signal_connect (item, "notify::selected", G_CALLBACK (item_selected_cb), NULL);
  item_selected_cb (item);
}

static void
unbind_cb (JalonOutline *self, GtkListItem *item)
{
  JalonOutlineRow *row = JALON_OUTLINE_ROW (gtk_list_item_get_child (item));
  gpointer shown = jalon_outline_row_get_element (row);

  if (shown == NULL)
    shown = jalon_outline_row_get_group (row);
  /* The list may have bound another row to the same item before. */
  if (g_hash_table_lookup (self->rows, shown) == row)
    g_hash_table_remove (self->rows, shown);
  g_signal_handlers_disconnect_by_func (item, item_selected_cb, NULL);
  jalon_outline_row_set_row (row, NULL);
}

/* A double click, after which the list gives the keys to the row. */
static void
activated_cb (JalonOutline *self)
{
  g_assert (JALON_IS_OUTLINE (self));

  jalon_list_menu_defer (&self->menus, "outline.edit", NULL);
}

static void
jalon_outline_enter_document (JalonMapView *view)
{
  g_hash_table_remove_all (JALON_OUTLINE (view)->openings);
}

static void
jalon_outline_finish_edit (JalonMapView *view)
{
  g_autoptr (GList) rows = g_hash_table_get_values (JALON_OUTLINE (view)->rows);

  for (GList *l = rows; l != NULL; l = l->next)
    jalon_outline_row_finish_edit (l->data);
}

static void
jalon_outline_leave_map (JalonMapView *view)
{
  JalonOutline *self = JALON_OUTLINE (view);

  jalon_outline_finish_edit (view);
  jalon_outline_forget_wanted (self);
  jalon_outline_forget_asked (self);
  g_clear_object (&self->current);
  g_clear_object (&self->origin);
  g_clear_object (&self->dragged);
}

static void
jalon_outline_enter_map (JalonMapView *view)
{
  JalonOutline *self = JALON_OUTLINE (view);

  jalon_outline_tree_set_map (self, view->map);
  if (view->map == NULL)
    return;
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (jalon_outline_selected), self, G_CONNECT_SWAPPED);
  jalon_outline_show_selection (self);
}

static gboolean
jalon_outline_grab_focus (GtkWidget *widget)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  const char *const *ids = self->base.document != NULL
                             ? jalon_document_get_selection (self->base.document)
                             : NULL;
  JalonElement *first = ids != NULL && ids[0] != NULL
                          ? jalon_document_lookup (self->base.document, ids[0])
                          : NULL;

  if (first != NULL && self->base.map != NULL && first != self->base.map &&
      jalon_element_contains (self->base.map, first))
    {
      jalon_outline_go_to (self, first, FALSE);
      if (self->wanted == NULL)
        return TRUE;
    }
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
jalon_outline_map_widget (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jalon_outline_parent_class)->map (widget);

  if (JALON_MAP_VIEW (widget)->document != NULL)
    jalon_outline_follow_selection (JALON_MAP_VIEW (widget));
}

static void
jalon_outline_unmap (GtkWidget *widget)
{
  jalon_outline_finish_edit (JALON_MAP_VIEW (widget));

  GTK_WIDGET_CLASS (jalon_outline_parent_class)->unmap (widget);
}

static void
jalon_outline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonOutline *self = JALON_OUTLINE (widget);

  GTK_WIDGET_CLASS (jalon_outline_parent_class)->size_allocate (widget, width, height, baseline);
  jalon_list_menu_present (&self->menus);
}

static void
jalon_outline_dispose (GObject *object)
{
  JalonOutline *self = JALON_OUTLINE (object);

  if (self->list != NULL)
    jalon_map_view_set_document (JALON_MAP_VIEW (self), NULL);
  jalon_outline_forget_wanted (self);
  jalon_list_menu_clear (&self->menus);
  g_clear_object (&self->current);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_OUTLINE);

  G_OBJECT_CLASS (jalon_outline_parent_class)->dispose (object);
}

static void
jalon_outline_finalize (GObject *object)
{
  JalonOutline *self = JALON_OUTLINE (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->openings);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (jalon_outline_parent_class)->finalize (object);
}

static void
jalon_outline_class_init (JalonOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JalonMapViewClass *view_class = JALON_MAP_VIEW_CLASS (klass);

  object_class->dispose = jalon_outline_dispose;
  object_class->finalize = jalon_outline_finalize;
  widget_class->grab_focus = jalon_outline_grab_focus;
  widget_class->map = jalon_outline_map_widget;
  widget_class->unmap = jalon_outline_unmap;
  widget_class->size_allocate = jalon_outline_size_allocate;
  view_class->enter_document = jalon_outline_enter_document;
  view_class->leave_map = jalon_outline_leave_map;
  view_class->enter_map = jalon_outline_enter_map;
  view_class->editable_changed = jalon_outline_update_actions;
  view_class->document_changed = jalon_outline_document_changed;
  view_class->selection_changed = jalon_outline_follow_selection;
  view_class->hits_changed = jalon_outline_hits_changed;
  view_class->finish_edit = jalon_outline_finish_edit;
  view_class->shows = jalon_outline_shows;
  view_class->reveal = jalon_outline_reveal;

  gtk_widget_class_set_css_name (widget_class, "outline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonOutline, list);
  gtk_widget_class_bind_template_child (widget_class, JalonOutline, menu);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  jalon_outline_actions_init_class (widget_class);
}

static void
jalon_outline_init (JalonOutline *self)
{
  self->menus.view = GTK_WIDGET (self);
  self->rows = g_hash_table_new (NULL, NULL);
  self->typed = g_string_new (NULL);
  self->openings = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->base.named = GTK_WIDGET (self->list);
  jalon_outline_actions_init (self);
  jalon_outline_paste_drop_init (self);
}

GtkWidget *
jalon_outline_new (void)
{
  return g_object_new (JALON_TYPE_OUTLINE, NULL);
}
