/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register-fixture.h"

static void
add_audience (JalonElement *map, const char *id, const char *name, const char *owner)
{
  JalonElement *audience = jalon_element_new (JALON_KIND_AUDIENCE, id);

  jalon_element_set (audience, JALON_FIELD_NAME, name, NULL);
  jalon_element_set (audience, JALON_FIELD_OWNER, owner, NULL);
  jalon_element_append (map, audience);
}

void
register_fixture_set_up (RegisterFixture *self, gconstpointer data)
{
  JalonElement *map = jalon_element_new (JALON_KIND_REGISTER, "list");

  add_audience (map, "a1", "Guests", "Zoe");
  add_audience (map, "a2", "Owners", NULL);
  add_audience (map, "a3", "Cleaners", "Ann");
  self->document = fixture_new ();
  jalon_document_begin (self->document, "Add");
  jalon_document_insert (self->document, jalon_document_get_project (self->document), 0, map);
  jalon_document_commit (self->document);
  self->table = JALON_REGISTER_TABLE (jalon_register_table_new ());
  self->window = fixture_show (GTK_WIDGET (self->table), 1000, 500);
  jalon_map_view_set_document (JALON_MAP_VIEW (self->table), self->document);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->table), map);
  fixture_settle ();
}

void
register_fixture_tear_down (RegisterFixture *self, gconstpointer data)
{
  fixture_finalise (self->window, self->table);
  g_assert_finalize_object (self->document);
}

/* Lets everything happen that is waiting, and the list make the row that shall have the keys. */
void
register_fixture_settle (RegisterFixture *self)
{
  fixture_settle ();
  while (self->table->wanted != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What people see from top to bottom; the last row is the one that adds. */
void
register_fixture_check_rows (RegisterFixture *self, const char *ids)
{
  GListModel *model = G_LIST_MODEL (self->table->selection);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (JalonElement) element = g_list_model_get_item (model, i);

      g_string_append_printf (rows, "%s%s", i > 0 ? " " : "", jalon_element_get_id (element));
    }
  g_assert_cmpstr (rows->str, ==, ids);
}

void
register_fixture_sort (RegisterFixture *self, guint column)
{
  gtk_column_view_sort_by_column (self->table->view,
                                  jalon_register_get_column (self->table, column)->view,
                                  GTK_SORT_ASCENDING);
  register_fixture_settle (self);
}

/* Does something in a cell, as a screen reader would. */
JalonRegisterCell *
register_fixture_act (RegisterFixture *self, const char *id, guint column, const char *action)
{
  JalonElement *element = fixture_get (self->document, id);
  JalonRegisterCell *cell;

  jalon_register_go_to (self->table, element, column);
  register_fixture_settle (self);
  cell = jalon_register_find_cell (self->table, element, column);
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), action, NULL));
  register_fixture_settle (self);
  return cell;
}

void
register_fixture_write_text (RegisterFixture *self, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  g_signal_emit_by_name (focus, "activate");
  register_fixture_settle (self);
}

void
register_fixture_check_focus (RegisterFixture *self, const char *id, guint column)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  JalonRegisterCell *cell;

  g_assert_true (JALON_IS_REGISTER_CELL (focus));
  cell = JALON_REGISTER_CELL (focus);
  g_assert_cmpstr (jalon_element_get_id (jalon_register_cell_get_element (cell)), ==, id);
  g_assert_cmpuint (jalon_register_cell_get_column (cell)->index, ==, column);
}
