/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-outline-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_MAP,
  PROP_EDITABLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (JalonOutline, jalon_outline, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static gboolean
changes_tree (const JalonStep *step)
{
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    if (jalon_step_get_change (step, i)->type != JALON_CHANGE_SET)
      return TRUE;
  return FALSE;
}

static void
document_changed_cb (JalonOutline *self, const JalonStep *step)
{
  g_autoptr (GList) rows = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_assert (JALON_IS_OUTLINE (self));

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

static void
acted_cb (JalonOutline *self, const char *action, JalonOutlineRow *row)
{
  g_autoptr (GtkTreeListRow) tree_row = g_object_ref (jalon_outline_row_get_row (row));

  g_assert (JALON_IS_OUTLINE (self));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection),
                                   gtk_tree_list_row_get_position (tree_row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
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
}

static void
entered_cb (JalonOutline *self, GtkEventController *controller)
{
  JalonOutlineRow *row = JALON_OUTLINE_ROW (gtk_event_controller_get_widget (controller));
  JalonElement *element = jalon_outline_row_get_element (row);

  g_assert (JALON_IS_OUTLINE (self));

  g_set_object (&self->current, element != NULL ? G_OBJECT (element)
                                                : G_OBJECT (jalon_outline_row_get_group (row)));
}

static void
clicked_cb (JalonOutline *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  g_assert (JALON_IS_OUTLINE (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  acted_cb (self, "outline.none", JALON_OUTLINE_ROW (row));
  jalon_outline_open_menu (self, self->menu, row, x, y);
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

  jalon_outline_defer (self, "outline.edit", NULL);
}

static gboolean
jalon_outline_grab_focus (GtkWidget *widget)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  const char *const *ids = self->document != NULL ? jalon_document_get_selection (self->document)
                                                  : NULL;
  JalonElement *first = ids != NULL && ids[0] != NULL
                          ? jalon_document_lookup (self->document, ids[0])
                          : NULL;

  if (first != NULL && self->map != NULL && first != self->map &&
      jalon_element_contains (self->map, first))
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

  if (JALON_OUTLINE (widget)->document != NULL)
    jalon_outline_follow_selection (JALON_OUTLINE (widget));
}

static void
jalon_outline_unmap (GtkWidget *widget)
{
  jalon_outline_finish_edit (JALON_OUTLINE (widget));

  GTK_WIDGET_CLASS (jalon_outline_parent_class)->unmap (widget);
}

static void
jalon_outline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonOutline *self = JALON_OUTLINE (widget);

  GTK_WIDGET_CLASS (jalon_outline_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
jalon_outline_dispose (GObject *object)
{
  JalonOutline *self = JALON_OUTLINE (object);

  if (self->list != NULL)
    jalon_outline_set_document (self, NULL);
  jalon_outline_forget_wanted (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->signals);
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

  G_OBJECT_CLASS (jalon_outline_parent_class)->finalize (object);
}

static void
jalon_outline_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonOutline *self = JALON_OUTLINE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_MAP:
      g_value_set_object (value, self->map);
      break;

    case PROP_EDITABLE:
      g_value_set_boolean (value, self->is_editable);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_outline_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JalonOutline *self = JALON_OUTLINE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      jalon_outline_set_document (self, g_value_get_object (value));
      break;

    case PROP_MAP:
      jalon_outline_set_map (self, g_value_get_object (value));
      break;

    case PROP_EDITABLE:
      jalon_outline_set_editable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_outline_class_init (JalonOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jalon_outline_dispose;
  object_class->finalize = jalon_outline_finalize;
  object_class->get_property = jalon_outline_get_property;
  object_class->set_property = jalon_outline_set_property;
  widget_class->grab_focus = jalon_outline_grab_focus;
  widget_class->map = jalon_outline_map_widget;
  widget_class->unmap = jalon_outline_unmap;
  widget_class->size_allocate = jalon_outline_size_allocate;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, JALON_TYPE_DOCUMENT,
                                                   flags);
  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, JALON_TYPE_ELEMENT, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
  self->is_editable = TRUE;
  self->rows = g_hash_table_new (NULL, NULL);
  self->openings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::selection",
                                  G_CALLBACK (jalon_outline_follow_selection), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_outline_actions_init (self);
}

GtkWidget *
jalon_outline_new (void)
{
  return g_object_new (JALON_TYPE_OUTLINE, NULL);
}

JalonDocument *
jalon_outline_get_document (JalonOutline *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE (self), NULL);

  return self->document;
}

/**
 * jalon_outline_set_document:
 * @self: an outline
 * @document: (nullable): whose maps are shown
 */
void
jalon_outline_set_document (JalonOutline *self, JalonDocument *document)
{
  g_return_if_fail (JALON_IS_OUTLINE (self));
  g_return_if_fail (document == NULL || JALON_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  jalon_outline_set_map (self, NULL);
  g_hash_table_remove_all (self->openings);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->signals, document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

JalonElement *
jalon_outline_get_map (JalonOutline *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE (self), NULL);

  return self->map;
}

/**
 * jalon_outline_set_map:
 * @self: an outline
 * @map: (nullable): the map that is shown
 */
void
jalon_outline_set_map (JalonOutline *self, JalonElement *map)
{
  g_return_if_fail (JALON_IS_OUTLINE (self));
  g_return_if_fail (map == NULL || JALON_IS_ELEMENT (map));

  if (self->map == map)
    return;
  jalon_outline_finish_edit (self);
  jalon_outline_forget_wanted (self);
  g_clear_object (&self->current);
  g_clear_object (&self->origin);
  g_set_object (&self->map, map);
  jalon_outline_tree_set_map (self, map);
  if (self->selection != NULL)
    g_signal_connect_object (self->selection, "selection-changed",
                             G_CALLBACK (jalon_outline_selected), self, G_CONNECT_SWAPPED);
  if (map != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      jalon_candidates_name (map), -1);
      jalon_outline_show_selection (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP]);
}

gboolean
jalon_outline_get_editable (JalonOutline *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE (self), FALSE);

  return self->is_editable;
}

/**
 * jalon_outline_set_editable:
 * @self: an outline
 * @is_editable: whether people may change the document here
 */
void
jalon_outline_set_editable (JalonOutline *self, gboolean is_editable)
{
  g_return_if_fail (JALON_IS_OUTLINE (self));

  if (self->is_editable == is_editable)
    return;
  self->is_editable = is_editable;
  jalon_outline_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * jalon_outline_finish_edit:
 * @self: an outline
 *
 * Ends editing, as if people had gone elsewhere.
 */
void
jalon_outline_finish_edit (JalonOutline *self)
{
  g_autoptr (GList) rows = g_hash_table_get_values (self->rows);

  for (GList *l = rows; l != NULL; l = l->next)
    jalon_outline_row_finish_edit (l->data);
}
