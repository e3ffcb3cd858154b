/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a register: its rank, every field that fits into a line, and what follows. */

#include "widgets/jalon-register-private.h"

#include "widgets/jalon-field-text.h"

TableColumn *
jalon_register_get_column (JalonRegisterTable *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

static int
look_up (JalonRegisterTable *self, JalonFieldId field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const JalonField *shown = jalon_register_get_column (self, i)->info.field;

      if (shown != NULL && shown->id == field)
        return (int) i;
    }
  return -1;
}

/* The column of a field, or of the name if none shows it. */
guint
jalon_register_find_column (JalonRegisterTable *self, JalonFieldId field)
{
  int column = look_up (self, field);

  return (guint) (column >= 0 ? column
                              : look_up (self, jalon_kind_get_info (JALON_KIND_AUDIENCE)->title));
}

/* Choices come in their order, which means something; words as in a dictionary; nothing last. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const TableColumn *column = data;
  JalonElement *first = (JalonElement *) a;
  JalonElement *second = (JalonElement *) b;
  const JalonField *field = column->info.field;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  if (column->info.type == JALON_COLUMN_RANK)
    return (int) jalon_register_get_rank (first) - (int) jalon_register_get_rank (second);
  if (field != NULL && field->type == JALON_TYPE_CHOICE)
    return jalon_element_get_choice (first, field->id) -
           jalon_element_get_choice (second, field->id);
  text = jalon_register_column_get_text (&column->info, first);
  other = jalon_register_column_get_text (&column->info, second);
  if ((text[0] == '\0') != (other[0] == '\0'))
    return text[0] == '\0' ? 1 : -1;
  return g_utf8_collate (text, other);
}

/* A row takes part in the selection, and so would each cell in GTK 4.8: a click with Ctrl would
 * choose the row twice, and so change nothing. */
static void
setup_cb (TableColumn *self, GtkListItem *item)
{
  GtkWidget *cell = jalon_register_cell_new (&self->info);

  jalon_register_actions_init_cell (self->table, JALON_REGISTER_CELL (cell));
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (TableColumn *self, GtkListItem *item)
{
  JalonRegisterCell *cell = JALON_REGISTER_CELL (gtk_list_item_get_child (item));

  g_hash_table_insert (self->cells, gtk_list_item_get_item (item), cell);
  jalon_register_cell_set_element (cell, gtk_list_item_get_item (item));
  jalon_register_mark (self->table, cell);
}

static void
unbind_cb (TableColumn *self, GtkListItem *item)
{
  JalonRegisterCell *cell = JALON_REGISTER_CELL (gtk_list_item_get_child (item));
  JalonElement *element = jalon_register_cell_get_element (cell);

  if (element != NULL && g_hash_table_lookup (self->cells, element) == cell)
    g_hash_table_remove (self->cells, element);
  jalon_register_cell_set_element (cell, NULL);
}

static void
column_free (gpointer data)
{
  TableColumn *self = data;

  g_hash_table_unref (self->cells);
  g_free (self);
}

static void
add_column (JalonRegisterTable *self, JalonColumnType type, const JalonField *field)
{
  TableColumn *column = g_new0 (TableColumn, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;

  column->info = (JalonRegisterColumn){ self->columns->len, type, field };
  column->table = self;
  column->cells = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (self->columns, column);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), column);
  column->view = gtk_column_view_column_new (jalon_register_column_get_title (&column->info),
                                             factory);
  gtk_column_view_column_set_resizable (column->view, TRUE);
  gtk_column_view_column_set_expand (column->view, type == JALON_COLUMN_FIELD);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare, column, NULL));
  gtk_column_view_column_set_sorter (column->view, sorter);
  gtk_column_view_append_column (self->view, column->view);
  g_object_unref (column->view);
}

void
jalon_register_make_columns (JalonRegisterTable *self)
{
  const JalonField *field = jalon_kind_get_info (JALON_KIND_AUDIENCE)->fields;

  self->columns = g_ptr_array_new_with_free_func (column_free);
  add_column (self, JALON_COLUMN_RANK, NULL);
  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_fits_in_line (field))
      add_column (self, JALON_COLUMN_FIELD, field);
  add_column (self, JALON_COLUMN_LIABILITY, NULL);
}
