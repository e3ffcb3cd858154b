/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-register-private.h"

#include "widgets/jalon-candidates.h"
#include "widgets/jalon-commands.h"

/* An audience register as a table. The rank is the order of the file; other orders are for the eye
 * only. The register itself is the last row: it asks for one more audience. */

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_MAP,
  PROP_EDITABLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (JalonRegisterTable, jalon_register_table, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static GListModel *
get_model (JalonRegisterTable *self)
{
  return G_LIST_MODEL (self->selection);
}

static gboolean
find_position (JalonRegisterTable *self, gpointer element, guint *position)
{
  guint n_items = self->selection != NULL ? g_list_model_get_n_items (get_model (self)) : 0;

  for (*position = 0; *position < n_items; (*position)++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (get_model (self), *position);

      if ((gpointer) item == element)
        return TRUE;
    }
  return FALSE;
}

JalonRegisterCell *
jalon_register_find_cell (JalonRegisterTable *self, JalonElement *element, guint column)
{
  return g_hash_table_lookup (jalon_register_get_column (self, column)->cells, element);
}

/* Puts the keys on a cell and selects its row. Returns the cell, NULL if it cannot be seen. */
JalonRegisterCell *
jalon_register_go_to (JalonRegisterTable *self, JalonElement *element, guint column)
{
  JalonRegisterCell *cell;
  guint position;

  if (!find_position (self, element, &position))
    return NULL;
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", position);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  cell = jalon_register_find_cell (self, element, column);
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  return cell;
}

/* Whether the rows are in the order of the file. */
gboolean
jalon_register_is_ranked (JalonRegisterTable *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->audiences); i++)
    {
      g_autoptr (JalonElement) audience = g_list_model_get_item (self->audiences, i);

      if (jalon_register_get_rank (audience) != i + 1)
        return FALSE;
    }
  return TRUE;
}

static void
selected_cb (JalonRegisterTable *self)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (self->is_quiet)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (JalonElement) element = g_list_model_get_item (get_model (self), position);

      if (element != self->map)
        g_ptr_array_add (elements, element);
    }
  self->is_quiet = TRUE;
  jalon_commands_select (self->document, elements);
  self->is_quiet = FALSE;
}

static void
show_selection (JalonRegisterTable *self)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint position;

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (self->selection == NULL || self->is_quiet)
    return;
  elements = jalon_commands_get_selected (self->document);
  for (guint i = 0; i < elements->len; i++)
    if (elements->pdata[i] != self->map && find_position (self, elements->pdata[i], &position))
      gtk_bitset_add (selected, position);
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (get_model (self)));
  self->is_quiet = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
  self->is_quiet = FALSE;
}

static gboolean
is_editing (JalonRegisterTable *self)
{
  JalonRegisterCell *cell = self->current != NULL
                              ? jalon_register_find_cell (self, self->current, self->column)
                              : NULL;

  return cell != NULL && jalon_register_cell_is_editing (cell);
}

static void
document_changed_cb (JalonRegisterTable *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (self->selection == NULL || jalon_element_get_document (self->map) == NULL)
    return;
  /* A row that went to another place while it is written would be lost. */
  if (!is_editing (self))
    gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GList)
        cells = g_hash_table_get_values (jalon_register_get_column (self, i)->cells);

      for (GList *l = cells; l != NULL; l = l->next)
        jalon_register_cell_refresh (l->data);
    }
  show_selection (self);
  if (had_focus && self->current != NULL && !is_editing (self) &&
      jalon_element_get_document (self->current) != NULL)
    jalon_register_go_to (self, self->current, self->column);
}

static gboolean
is_audience (gpointer item, gpointer data)
{
  return jalon_element_get_kind (item) == JALON_KIND_AUDIENCE;
}

static void
set_model (JalonRegisterTable *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) last = g_list_store_new (JALON_TYPE_ELEMENT);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_audience, NULL, NULL));
  GListModel *all =
    G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->map)), filter));

  self->audiences = G_LIST_MODEL (
    gtk_sort_list_model_new (all, g_object_ref (gtk_column_view_get_sorter (self->view))));
  g_list_store_append (parts, self->audiences);
  g_list_store_append (last, self->map);
  g_list_store_append (parts, last);
  self->selection =
    gtk_multi_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static gboolean
jalon_register_table_grab_focus (GtkWidget *widget)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  g_autoptr (JalonElement)
    first = self->selection != NULL ? g_list_model_get_item (get_model (self), 0) : NULL;
  JalonElement *element = self->current != NULL ? self->current : first;

  return element != NULL && jalon_register_go_to (self, element, MAX (self->column, 1)) != NULL;
}

static void
jalon_register_table_dispose (GObject *object)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (object);

  if (self->view != NULL)
    jalon_register_table_set_document (self, NULL);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_REGISTER_TABLE);

  G_OBJECT_CLASS (jalon_register_table_parent_class)->dispose (object);
}

static void
jalon_register_table_finalize (GObject *object)
{
  g_ptr_array_unref (JALON_REGISTER_TABLE (object)->columns);

  G_OBJECT_CLASS (jalon_register_table_parent_class)->finalize (object);
}

static void
jalon_register_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (object);

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
jalon_register_table_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      jalon_register_table_set_document (self, g_value_get_object (value));
      break;

    case PROP_MAP:
      jalon_register_table_set_map (self, g_value_get_object (value));
      break;

    case PROP_EDITABLE:
      jalon_register_table_set_editable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_register_table_class_init (JalonRegisterTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jalon_register_table_dispose;
  object_class->finalize = jalon_register_table_finalize;
  object_class->get_property = jalon_register_table_get_property;
  object_class->set_property = jalon_register_table_set_property;
  widget_class->grab_focus = jalon_register_table_grab_focus;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, JALON_TYPE_DOCUMENT,
                                                   flags);
  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, JALON_TYPE_ELEMENT, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-register-table.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonRegisterTable, view);
  jalon_register_actions_init_class (widget_class);
}

static void
jalon_register_table_init (JalonRegisterTable *self)
{
  self->is_editable = TRUE;
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::selection", G_CALLBACK (show_selection),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_register_make_columns (self);
  gtk_column_view_sort_by_column (self->view, jalon_register_get_column (self, 0)->view,
                                  GTK_SORT_ASCENDING);
}

GtkWidget *
jalon_register_table_new (void)
{
  return g_object_new (JALON_TYPE_REGISTER_TABLE, NULL);
}

JalonDocument *
jalon_register_table_get_document (JalonRegisterTable *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_TABLE (self), NULL);

  return self->document;
}

/**
 * jalon_register_table_set_document:
 * @self: a table
 * @document: (nullable): whose register is shown
 */
void
jalon_register_table_set_document (JalonRegisterTable *self, JalonDocument *document)
{
  g_return_if_fail (JALON_IS_REGISTER_TABLE (self));
  g_return_if_fail (document == NULL || JALON_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  jalon_register_table_set_map (self, NULL);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->signals, document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

JalonElement *
jalon_register_table_get_map (JalonRegisterTable *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_TABLE (self), NULL);

  return self->map;
}

/**
 * jalon_register_table_set_map:
 * @self: a table
 * @map: (nullable): the register that is shown
 */
void
jalon_register_table_set_map (JalonRegisterTable *self, JalonElement *map)
{
  g_return_if_fail (JALON_IS_REGISTER_TABLE (self));
  g_return_if_fail (map == NULL || JALON_IS_ELEMENT (map));

  if (self->map == map)
    return;
  jalon_register_table_finish_edit (self);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  self->audiences = NULL;
  g_clear_object (&self->current);
  g_clear_object (&self->origin);
  g_set_object (&self->map, map);
  if (map != NULL)
    {
      set_model (self);
      show_selection (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      jalon_candidates_name (map), -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP]);
}

gboolean
jalon_register_table_get_editable (JalonRegisterTable *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_TABLE (self), FALSE);

  return self->is_editable;
}

/**
 * jalon_register_table_set_editable:
 * @self: a table
 * @is_editable: whether people may change the document here
 */
void
jalon_register_table_set_editable (JalonRegisterTable *self, gboolean is_editable)
{
  g_return_if_fail (JALON_IS_REGISTER_TABLE (self));

  if (self->is_editable == is_editable)
    return;
  self->is_editable = is_editable;
  jalon_register_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * jalon_register_table_finish_edit:
 * @self: a table
 *
 * Ends editing, as if people had gone elsewhere.
 */
void
jalon_register_table_finish_edit (JalonRegisterTable *self)
{
  JalonRegisterCell *cell = self->current != NULL
                              ? jalon_register_find_cell (self, self->current, self->column)
                              : NULL;

  if (cell != NULL)
    jalon_register_cell_finish_edit (cell);
}
