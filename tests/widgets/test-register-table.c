/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-register-private.h"

/* The columns of the test */
enum
{
  RANK,
  NAME,
  KIND,
  PERSONA,
  JOURNEY,
  OWNER,
  PROCESS,
  MEASURE,
  LIABILITY,
};

typedef struct
{
  JalonDocument *document;
  GtkWidget *window;
  JalonRegisterTable *table;
} Fixture;

static void
add_audience (JalonElement *map, const char *id, const char *name, const char *owner)
{
  JalonElement *audience = jalon_element_new (JALON_KIND_AUDIENCE, id);

  jalon_element_set (audience, JALON_FIELD_NAME, name, NULL);
  jalon_element_set (audience, JALON_FIELD_OWNER, owner, NULL);
  jalon_element_append (map, audience);
}

static void
set_up (Fixture *self, gconstpointer data)
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

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_finalise (self->window, self->table);
  g_assert_finalize_object (self->document);
}

/* Lets everything happen that is waiting, and the list make the row that shall have the keys. */
static void
settle (Fixture *self)
{
  fixture_settle ();
  while (self->table->wanted != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What people see from top to bottom; the last row is the one that adds. */
static void
check_rows (Fixture *self, const char *ids)
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

static void
check_file (Fixture *self, const char *ids)
{
  JalonElement *map = fixture_get (self->document, "list");
  g_autoptr (GString) children = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (map); i++)
    g_string_append_printf (children, "%s%s", i > 0 ? " " : "",
                            jalon_element_get_id (jalon_element_get_child (map, i)));
  g_assert_cmpstr (children->str, ==, ids);
}

static void
sort (Fixture *self, guint column)
{
  gtk_column_view_sort_by_column (self->table->view,
                                  jalon_register_get_column (self->table, column)->view,
                                  GTK_SORT_ASCENDING);
  settle (self);
}

/* Does something in a cell, as a screen reader would. */
static JalonRegisterCell *
act (Fixture *self, const char *id, guint column, const char *action)
{
  JalonElement *element = fixture_get (self->document, id);
  JalonRegisterCell *cell;

  jalon_register_go_to (self->table, element, column);
  settle (self);
  cell = jalon_register_find_cell (self->table, element, column);
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), action, NULL));
  settle (self);
  return cell;
}

static void
write_text (Fixture *self, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  g_signal_emit_by_name (focus, "activate");
  settle (self);
}

static void
check_focus (Fixture *self, const char *id, guint column)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  JalonRegisterCell *cell;

  g_assert_true (JALON_IS_REGISTER_CELL (focus));
  cell = JALON_REGISTER_CELL (focus);
  g_assert_cmpstr (jalon_element_get_id (jalon_register_cell_get_element (cell)), ==, id);
  g_assert_cmpuint (jalon_register_cell_get_column (cell)->index, ==, column);
}

/* Every field that fits into a line has a column, as the table has them. */
static void
test_columns (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (self->table->columns->len, ==, LIABILITY + 1);
  g_assert_cmpint (jalon_register_get_column (self->table, PROCESS)->info.field->id, ==,
                   JALON_FIELD_PROCESS);
  check_rows (self, "a1 a2 a3 list");
}

/* Sorting is for the eye; the file keeps its order, and cannot be ranked by another one. */
static void
test_sort (Fixture *self, gconstpointer data)
{
  sort (self, NAME);
  check_rows (self, "a3 a1 a2 list");
  check_file (self, "a1 a2 a3");
  act (self, "a3", NAME, "cell.move-down");
  check_file (self, "a1 a2 a3");

  /* Nothing comes last. */
  sort (self, OWNER);
  check_rows (self, "a3 a1 a2 list");

  sort (self, RANK);
  act (self, "a3", NAME, "cell.move-up");
  check_rows (self, "a1 a3 a2 list");
  check_file (self, "a1 a3 a2");
  check_focus (self, "a3", NAME);
}

static void
test_edit (Fixture *self, gconstpointer data)
{
  JalonRegisterCell *cell = act (self, "a2", OWNER, "cell.edit");

  fixture_check_label (GTK_WIDGET (cell), "Owner: none");
  write_text (self, "Lina");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (self->document, "a2"), JALON_FIELD_OWNER),
                   ==, "Lina");
  fixture_check_label (GTK_WIDGET (cell), "Owner: Lina");
  check_focus (self, "a2", OWNER);
}

/* A choice, whose menu begins at what is chosen and keeps the arrows, and an element */
static void
test_choose (Fixture *self, gconstpointer data)
{
  JalonRegisterCell *cell = act (self, "a1", KIND, "cell.edit");
  g_autofree char *next = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), "choice.set", "s", "supplier"));
  act (self, "a1", KIND, "cell.edit");
  gtk_widget_child_focus (self->window, GTK_DIR_DOWN);
  g_object_get (gtk_window_get_focus (GTK_WINDOW (self->window)), "text", &next, NULL);
  g_assert_cmpstr (next, ==, "Investor or donor");
  cell = act (self, "a1", PERSONA, "cell.edit");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), "choice.set", "s", "jean"));
  fixture_check_label (GTK_WIDGET (cell), "Persona: Jean Morel");
  fixture_check_name (GTK_WIDGET (self->table->view), fixture_get (self->document, "list"));
}

/* One more behind it, named and then the next; one without name was not there. */
static void
test_add (Fixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "list");

  act (self, "a1", OWNER, "cell.add-after");
  /* What is being written goes on. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->table), "table.edit", NULL));
  write_text (self, "Regulars");
  write_text (self, "");
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 4);
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 1)), ==, "Regulars");

  /* The last row adds at the end. */
  act (self, "list", NAME, "cell.edit");
  write_text (self, "Press");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 4)), ==, "Press");
  write_text (self, "");
  jalon_document_undo (self->document);
  jalon_document_undo (self->document);
  check_rows (self, "a1 a2 a3 list");
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  act (self, "a2", NAME, "cell.delete");
  check_rows (self, "a1 a3 list");
  check_focus (self, "a3", NAME);
  jalon_document_undo (self->document);
  check_rows (self, "a1 a2 a3 list");
}

/* Appends the labels of the menu that is open; sections end with "|". */
static char *
list_menu (Fixture *self)
{
  GtkPopoverMenu *popover = GTK_POPOVER_MENU (self->table->menus.popover);
  GMenuModel *menu = gtk_popover_menu_get_menu_model (popover);
  g_autoptr (GString) labels = g_string_new (NULL);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label);
          g_string_append_printf (labels, "%s ", label);
        }
      g_string_append_c (labels, '|');
    }
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle (self);
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
check_menu (Fixture *self, const char *id, guint column, const char *wanted)
{
  g_autofree char *labels = NULL;

  act (self, id, column, "cell.menu");
  labels = list_menu (self);
  g_assert_cmpstr (labels, ==, wanted);
  check_focus (self, id, column);
}

/* It offers what can be done with the row: nothing is ranked in another order. */
static void
test_menu (Fixture *self, gconstpointer data)
{
  static const char *const audience = "_Edit Add _Below D_uplicate |Move U_p Move D_own |_Delete |"
                                      "Details of _Selection |";

  check_menu (self, "a2", NAME, audience);
  check_menu (self, "a2", RANK, audience + strlen ("_Edit "));
  check_menu (self, "list", NAME, "Add an Audience |");
  sort (self, NAME);
  check_menu (self, "a2", NAME, "_Edit Add _Below D_uplicate |_Delete |Details of _Selection |");
}

/* What is chosen is done when the menu has given the keys back, which would end it. */
static void
test_choose_from_menu (Fixture *self, gconstpointer data)
{
  act (self, "a2", OWNER, "cell.menu");
  gtk_popover_popdown (GTK_POPOVER (self->table->menus.popover));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->table), "table.edit", NULL));
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->window))));
  while (self->table->menus.is_closing)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  write_text (self, "Lina");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (self->document, "a2"), JALON_FIELD_OWNER),
                   ==, "Lina");
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (self->table);

  jalon_register_go_to (self->table, fixture_get (self->document, "a1"), NAME);
  gtk_widget_activate_action (table, "table.go", "(ii)", 1, 1);
  check_focus (self, "a2", KIND);
  jalon_register_go_to (self->table, fixture_get (self->document, "a1"), LIABILITY);
  gtk_widget_activate_action (table, "table.next-cell", NULL);
  check_focus (self, "a2", RANK);
  gtk_widget_activate_action (table, "table.previous-cell", NULL);
  check_focus (self, "a1", LIABILITY);
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  const char *const ids[] = { "a3", NULL };
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->table->selection);

  jalon_document_set_selection (self->document, ids);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpstr (jalon_document_get_selection (self->document)[0], ==, "a1");
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  guint64 revision = jalon_document_get_revision (self->document);

  act (self, "a2", NAME, "cell.edit");
  jalon_map_view_set_editable (JALON_MAP_VIEW (self->table), FALSE);
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->window))));
  act (self, "a2", NAME, "cell.edit");
  act (self, "a2", NAME, "cell.add-after");
  act (self, "a2", NAME, "cell.move-up");
  act (self, "a2", NAME, "cell.delete");
  g_assert_cmpuint (jalon_document_get_revision (self->document), ==, revision);
}

/* What is added below all that is seen is scrolled to, and written. */
static void
test_add_at_end (Fixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "list");

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 150);
  fixture_wait (100);
  act (self, "a3", NAME, "cell.add-after");
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *focus;
      graphene_rect_t bounds;

      settle (self);
      focus = gtk_window_get_focus (GTK_WINDOW (self->window));
      g_assert_true (GTK_IS_TEXT (focus));
      g_assert_true (gtk_widget_compute_bounds (focus, GTK_WIDGET (self->table), &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 150);
      write_text (self, "More");
    }
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 7);
}

/* People write on before the list has made the row. */
static void
test_type_ahead (Fixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "list");
  GtkWidget *cell = GTK_WIDGET (act (self, "a3", NAME, "cell.add-after"));
  GtkWidget *focus;

  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "One");
  g_signal_emit_by_name (focus, "activate");
  g_assert_true (fixture_press (cell, GDK_KEY_a, 0));
  g_assert_true (fixture_press (cell, GDK_KEY_space, 0));
  g_assert_true (fixture_press (cell, GDK_KEY_b, 0));
  settle (self);
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (self->window)), "activate");
  settle (self);
  g_assert_cmpstr (jalon_element_get_title (fixture_get (self->document, "a3")), ==, "Cleaners");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 3)), ==, "One");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 4)), ==, "a b");
}

/* One without name goes as people go to another row. */
static void
test_leave_new (Fixture *self, gconstpointer data)
{
  act (self, "a2", NAME, "cell.add-after");
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.go", "(ii)", 0, -1);
  settle (self);
  check_rows (self, "a1 a2 a3 list");
  check_focus (self, "a2", NAME);
  act (self, "a2", NAME, "cell.add-after");
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.go", "(ii)", 0, 1);
  settle (self);
  check_rows (self, "a1 a2 a3 list");
  check_focus (self, "a3", NAME);
}

static void
check_mark (Fixture *self, const char *id, guint column, const char *class)
{
  JalonRegisterCell *cell = jalon_register_find_cell (self->table, fixture_get (self->document, id),
                                                      column);

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "found") ==
                 (g_strcmp0 (class, "found") == 0));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "found-here") ==
                 (g_strcmp0 (class, "found-here") == 0));
}

/* The cell is marked in which something was found; the name, where no cell shows it. */
static void
test_hits (Fixture *self, gconstpointer data)
{
  JalonMapView *view = JALON_MAP_VIEW (self->table);
  g_autoptr (GArray) hits = NULL;

  jalon_document_begin (self->document, "Edit");
  jalon_document_set (self->document, fixture_get (self->document, "a2"), JALON_FIELD_DESCRIPTION,
                      "Someone like Ann", NULL);
  jalon_document_commit (self->document);
  hits = jalon_search (fixture_get (self->document, "list"), "ann");
  g_assert_cmpuint (hits->len, ==, 2);
  jalon_map_view_set_hits (view, hits, 1);
  check_mark (self, "a2", NAME, "found");
  check_mark (self, "a3", OWNER, "found-here");
  check_mark (self, "a3", NAME, NULL);
  check_mark (self, "a2", OWNER, NULL);
  /* Rows that are made anew are marked. */
  jalon_map_view_set_map (view, NULL);
  jalon_map_view_set_map (view, fixture_get (self->document, "list"));
  settle (self);
  check_mark (self, "a3", OWNER, "found-here");
  jalon_map_view_set_hits (view, NULL, -1);
  check_mark (self, "a3", OWNER, NULL);
}

/* The keys stay where they are, and then go to the cell. */
static void
test_reveal (Fixture *self, gconstpointer data)
{
  JalonMapView *view = JALON_MAP_VIEW (self->table);
  JalonElement *audience = fixture_get (self->document, "a3");
  GtkWidget *focus;

  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_assert_true (jalon_map_view_reveal (view, audience, JALON_FIELD_OWNER));
  g_assert_cmpstr (jalon_document_get_selection (self->document)[0], ==, "a3");
  g_assert_null (gtk_widget_get_focus_child (GTK_WIDGET (self->table)));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus == GTK_WIDGET (jalon_register_find_cell (self->table, audience, OWNER)));
  g_assert_false (
    jalon_map_view_reveal (view, fixture_get (self->document, "list"), JALON_FIELD_TITLE));
  g_assert_false (jalon_map_view_shows (view, fixture_get (self->document, "c1")));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/register-table/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("columns", test_columns);
  ADD ("sort", test_sort);
  ADD ("edit", test_edit);
  ADD ("choose", test_choose);
  ADD ("add", test_add);
  ADD ("delete", test_delete);
  ADD ("menu", test_menu);
  ADD ("choose-from-menu", test_choose_from_menu);
  ADD ("keys", test_keys);
  ADD ("selection", test_selection);
  ADD ("read-only", test_read_only);
  ADD ("add-at-end", test_add_at_end);
  ADD ("type-ahead", test_type_ahead);
  ADD ("leave-new", test_leave_new);
  ADD ("hits", test_hits);
  ADD ("reveal", test_reveal);
  return fixture_run ();
}
