/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-register-private.h"

#include "widgets/jalon-commands.h"

/* An audience register as a table. The rank is the order of the file; other orders are for the eye
 * only. The register itself is the last row: it asks for one more audience. */

G_DEFINE_FINAL_TYPE_WITH_CODE (JalonRegisterTable,
                               jalon_register_table,
                               JALON_TYPE_MAP_VIEW,
                               G_IMPLEMENT_INTERFACE (JALON_TYPE_COPY_PASTE,
                                                      jalon_register_copy_paste_init))

static GListModel *
get_model (JalonRegisterTable *self)
{
  return G_LIST_MODEL (self->selection);
}

gboolean
jalon_register_find_position (JalonRegisterTable *self, gpointer element, guint *position)
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

/* What no column shows is marked on the name. */
static JalonHitMark
find_mark (JalonRegisterTable *self, JalonElement *element, guint column)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  JalonHitMark mark = JALON_HIT_MARK_NONE;

  if (element == self->base.map)
    return mark;
  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    if (jalon_register_find_column (self, field->id) == column)
      mark = MAX (mark, jalon_map_view_get_mark (JALON_MAP_VIEW (self), element, field->id));
  return mark;
}

void
jalon_register_mark (JalonRegisterTable *self, JalonRegisterCell *cell)
{
  jalon_hit_mark_apply (find_mark (self, jalon_register_cell_get_element (cell),
                                   jalon_register_cell_get_column (cell)->index),
                        GTK_WIDGET (cell));
}

static void
jalon_register_table_hits_changed (JalonMapView *view)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GList)
        cells = g_hash_table_get_values (jalon_register_get_column (self, i)->cells);

      for (GList *l = cells; l != NULL; l = l->next)
        jalon_register_mark (self, l->data);
    }
}

static gboolean
jalon_register_table_shows (JalonMapView *view, JalonElement *element)
{
  guint position;

  return element != view->map &&
         jalon_register_find_position (JALON_REGISTER_TABLE (view), element, &position);
}

static gboolean
jalon_register_table_reveal (JalonMapView *view, JalonElement *element, JalonFieldId field)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);
  const char *const ids[] = { jalon_element_get_id (element), NULL };

  jalon_document_set_selection (view->document, ids);
  if (element == view->map || !jalon_register_select (self, element))
    return FALSE;
  /* Where the keys go next. */
  g_set_object (&self->current, element);
  self->column = jalon_register_find_column (self, field);
  jalon_register_scroll_to_column (self, self->column);
  return TRUE;
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

      if (element != self->base.map)
        g_ptr_array_add (elements, element);
    }
  self->is_quiet = TRUE;
  jalon_commands_select (self->base.document, elements);
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
  elements = jalon_commands_get_selected (self->base.document);
  for (guint i = 0; i < elements->len; i++)
    if (elements->pdata[i] != self->base.map &&
        jalon_register_find_position (self, elements->pdata[i], &position))
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

/* What has the keys after a change: they are on what is selected. */
static JalonElement *
find_next (JalonRegisterTable *self)
{
  g_autoptr (GPtrArray) selected = jalon_commands_get_selected (self->base.document);
  guint position;

  for (guint i = 0; i < selected->len && !g_ptr_array_find (selected, self->current, NULL); i++)
    if (selected->pdata[i] != self->base.map &&
        jalon_register_find_position (self, selected->pdata[i], &position))
      return selected->pdata[i];
  return self->current;
}

static void
jalon_register_table_document_changed (JalonMapView *view, const JalonStep *step)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (self->selection == NULL)
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
  if (had_focus && self->current != NULL && self->wanted == NULL && !is_editing (self) &&
      jalon_element_get_document (self->current) != NULL)
    jalon_register_go_to (self, find_next (self), self->column);
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
    G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->base.map)), filter));

  self->audiences = G_LIST_MODEL (
    gtk_sort_list_model_new (all, g_object_ref (gtk_column_view_get_sorter (self->view))));
  g_list_store_append (parts, self->audiences);
  g_list_store_append (last, self->base.map);
  g_list_store_append (parts, last);
  self->selection =
    gtk_multi_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
jalon_register_table_finish_edit (JalonMapView *view)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);
  JalonRegisterCell *cell = self->current != NULL
                              ? jalon_register_find_cell (self, self->current, self->column)
                              : NULL;

  if (cell != NULL)
    jalon_register_cell_finish_edit (cell);
}

static void
jalon_register_table_leave_map (JalonMapView *view)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);

  jalon_register_table_finish_edit (view);
  jalon_register_forget_wanted (self);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  self->audiences = NULL;
  g_clear_object (&self->current);
  g_clear_object (&self->origin);
}

static void
jalon_register_table_enter_map (JalonMapView *view)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);

  if (view->map == NULL)
    return;
  set_model (self);
  show_selection (self);
}

static void
jalon_register_table_selection_changed (JalonMapView *view)
{
  show_selection (JALON_REGISTER_TABLE (view));
}

static gboolean
jalon_register_table_grab_focus (GtkWidget *widget)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  g_autoptr (JalonElement)
    first = self->selection != NULL ? g_list_model_get_item (get_model (self), 0) : NULL;
  JalonElement *element = self->current != NULL ? self->current : first;

  if (element != NULL)
    jalon_register_go_to (self, element, MAX (self->column, 1));
  return element != NULL;
}

static void
jalon_register_table_unmap (GtkWidget *widget)
{
  jalon_register_table_finish_edit (JALON_MAP_VIEW (widget));

  GTK_WIDGET_CLASS (jalon_register_table_parent_class)->unmap (widget);
}

static void
jalon_register_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (jalon_register_table_parent_class)
    ->size_allocate (widget, width, height, baseline);
  jalon_list_menu_present (&JALON_REGISTER_TABLE (widget)->menus);
}

static void
jalon_register_table_dispose (GObject *object)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (object);

  if (self->view != NULL)
    jalon_map_view_set_document (JALON_MAP_VIEW (self), NULL);
  jalon_list_menu_clear (&self->menus);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_REGISTER_TABLE);

  G_OBJECT_CLASS (jalon_register_table_parent_class)->dispose (object);
}

static void
jalon_register_table_finalize (GObject *object)
{
  g_ptr_array_unref (JALON_REGISTER_TABLE (object)->columns);
  g_string_free (JALON_REGISTER_TABLE (object)->typed, TRUE);

  G_OBJECT_CLASS (jalon_register_table_parent_class)->finalize (object);
}

static void
jalon_register_table_class_init (JalonRegisterTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JalonMapViewClass *view_class = JALON_MAP_VIEW_CLASS (klass);

  object_class->dispose = jalon_register_table_dispose;
  object_class->finalize = jalon_register_table_finalize;
  widget_class->grab_focus = jalon_register_table_grab_focus;
  widget_class->unmap = jalon_register_table_unmap;
  widget_class->size_allocate = jalon_register_table_size_allocate;
  view_class->leave_map = jalon_register_table_leave_map;
  view_class->enter_map = jalon_register_table_enter_map;
  view_class->editable_changed = jalon_register_update_actions;
  view_class->document_changed = jalon_register_table_document_changed;
  view_class->selection_changed = jalon_register_table_selection_changed;
  view_class->hits_changed = jalon_register_table_hits_changed;
  view_class->finish_edit = jalon_register_table_finish_edit;
  view_class->shows = jalon_register_table_shows;
  view_class->reveal = jalon_register_table_reveal;

  gtk_widget_class_set_css_name (widget_class, "registertable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-register-table.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonRegisterTable, view);
  jalon_register_actions_init_class (widget_class);
  jalon_register_menu_init_class (widget_class);
}

static void
jalon_register_table_init (JalonRegisterTable *self)
{
  self->menus.view = GTK_WIDGET (self);
  self->typed = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->base.named = GTK_WIDGET (self->view);
  jalon_register_make_columns (self);
  jalon_register_paste_drop_init (self);
  gtk_column_view_sort_by_column (self->view, jalon_register_get_column (self, 0)->view,
                                  GTK_SORT_ASCENDING);
}

GtkWidget *
jalon_register_table_new (void)
{
  return g_object_new (JALON_TYPE_REGISTER_TABLE, NULL);
}
