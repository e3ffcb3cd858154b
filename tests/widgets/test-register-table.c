/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register-fixture.h"
#include "widgets/jalon-commands.h"

/* Every field that fits into a line has a column, as the table has them. */
static void
test_columns (RegisterFixture *self, gconstpointer data)
{
  g_assert_cmpuint (self->table->columns->len, ==, LIABILITY + 1);
  g_assert_cmpint (jalon_register_get_column (self->table, PROCESS)->info.field->id, ==,
                   JALON_FIELD_PROCESS);
  register_fixture_check_rows (self, "a1 a2 a3 list");
}

static void
test_edit (RegisterFixture *self, gconstpointer data)
{
  JalonRegisterCell *cell = register_fixture_act (self, "a2", OWNER, "cell.edit");

  fixture_check_label (GTK_WIDGET (cell), "Owner: none");
  register_fixture_write_text (self, "Lina");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (self->document, "a2"), JALON_FIELD_OWNER),
                   ==, "Lina");
  fixture_check_label (GTK_WIDGET (cell), "Owner: Lina");
  register_fixture_check_focus (self, "a2", OWNER);
}

/* A choice, whose menu begins at what is chosen and keeps the arrows, and an element */
static void
test_choose (RegisterFixture *self, gconstpointer data)
{
  JalonRegisterCell *cell = register_fixture_act (self, "a1", KIND, "cell.edit");
  g_autofree char *next = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), "choice.set", "s", "supplier"));
  register_fixture_act (self, "a1", KIND, "cell.edit");
  gtk_widget_child_focus (self->window, GTK_DIR_DOWN);
  g_object_get (gtk_window_get_focus (GTK_WINDOW (self->window)), "text", &next, NULL);
  g_assert_cmpstr (next, ==, "Investor or donor");
  cell = register_fixture_act (self, "a1", PERSONA, "cell.edit");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), "choice.set", "s", "jean"));
  fixture_check_label (GTK_WIDGET (cell), "Persona: Jean Morel");
  fixture_check_name (GTK_WIDGET (self->table->view), fixture_get (self->document, "list"));
}

/* One more behind it, named and then the next; one without name was not there. */
static void
test_add (RegisterFixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "list");

  register_fixture_act (self, "a1", OWNER, "cell.add-after");
  /* What is being written goes on. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->table), "table.edit", NULL));
  register_fixture_write_text (self, "Regulars");
  register_fixture_write_text (self, "");
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 4);
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 1)), ==, "Regulars");

  /* The last row adds at the end. */
  register_fixture_act (self, "list", NAME, "cell.edit");
  register_fixture_write_text (self, "Press");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 4)), ==, "Press");
  register_fixture_write_text (self, "");
  jalon_document_undo (self->document);
  jalon_document_undo (self->document);
  register_fixture_check_rows (self, "a1 a2 a3 list");
}

static void
test_delete (RegisterFixture *self, gconstpointer data)
{
  register_fixture_act (self, "a2", NAME, "cell.delete");
  register_fixture_check_rows (self, "a1 a3 list");
  register_fixture_check_focus (self, "a3", NAME);
  jalon_document_undo (self->document);
  register_fixture_check_rows (self, "a1 a2 a3 list");
}

/* Appends the labels of the menu that is open; sections end with "|". */
static char *
list_menu (RegisterFixture *self)
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
  register_fixture_settle (self);
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
check_menu (RegisterFixture *self, const char *id, guint column, const char *wanted)
{
  g_autofree char *labels = NULL;

  register_fixture_act (self, id, column, "cell.menu");
  labels = list_menu (self);
  g_assert_cmpstr (labels, ==, wanted);
  register_fixture_check_focus (self, id, column);
}

/* It offers what can be done with the row: nothing is ranked in another order. */
static void
test_menu (RegisterFixture *self, gconstpointer data)
{
  static const char *const audience = "_Edit Add _Below D_uplicate |Cu_t _Copy _Paste |"
                                      "Move U_p Move D_own |_Delete |Details of _Selection |";

  check_menu (self, "a2", NAME, audience);
  check_menu (self, "a2", RANK, audience + strlen ("_Edit "));
  check_menu (self, "list", NAME, "Add an Audience |_Paste |");
  register_fixture_sort (self, NAME);
  check_menu (self, "a2", NAME,
              "_Edit Add _Below D_uplicate |Cu_t _Copy _Paste |_Delete |Details of _Selection |");
}

/* What is chosen is done when the menu has given the keys back, which would end it. */
static void
test_choose_from_menu (RegisterFixture *self, gconstpointer data)
{
  register_fixture_act (self, "a2", OWNER, "cell.menu");
  gtk_popover_popdown (GTK_POPOVER (self->table->menus.popover));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->table), "table.edit", NULL));
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->window))));
  while (self->table->menus.is_closing)
    g_main_context_iteration (NULL, TRUE);
  register_fixture_settle (self);
  register_fixture_write_text (self, "Lina");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (self->document, "a2"), JALON_FIELD_OWNER),
                   ==, "Lina");
}

static void
test_keys (RegisterFixture *self, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (self->table);

  jalon_register_go_to (self->table, fixture_get (self->document, "a1"), NAME);
  gtk_widget_activate_action (table, "table.go", "(ii)", 1, 1);
  register_fixture_check_focus (self, "a2", KIND);
  jalon_register_go_to (self->table, fixture_get (self->document, "a1"), LIABILITY);
  gtk_widget_activate_action (table, "table.next-cell", NULL);
  register_fixture_check_focus (self, "a2", RANK);
  gtk_widget_activate_action (table, "table.previous-cell", NULL);
  register_fixture_check_focus (self, "a1", LIABILITY);
}

static void
test_selection (RegisterFixture *self, gconstpointer data)
{
  const char *const ids[] = { "a3", NULL };
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->table->selection);

  jalon_document_set_selection (self->document, ids);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpstr (jalon_document_get_selection (self->document)[0], ==, "a1");
}

static void
test_read_only (RegisterFixture *self, gconstpointer data)
{
  guint64 revision = jalon_document_get_revision (self->document);

  register_fixture_act (self, "a2", NAME, "cell.edit");
  jalon_map_view_set_editable (JALON_MAP_VIEW (self->table), FALSE);
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->window))));
  register_fixture_act (self, "a2", NAME, "cell.edit");
  register_fixture_act (self, "a2", NAME, "cell.add-after");
  register_fixture_act (self, "a2", NAME, "cell.move-up");
  register_fixture_act (self, "a2", NAME, "cell.delete");
  g_assert_cmpuint (jalon_document_get_revision (self->document), ==, revision);
}

/* What is added below all that is seen is scrolled to, and written. */
static void
test_add_at_end (RegisterFixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "list");

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 150);
  fixture_wait (100);
  register_fixture_act (self, "a3", NAME, "cell.add-after");
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *focus;
      graphene_rect_t bounds;

      register_fixture_settle (self);
      focus = gtk_window_get_focus (GTK_WINDOW (self->window));
      g_assert_true (GTK_IS_TEXT (focus));
      g_assert_true (gtk_widget_compute_bounds (focus, GTK_WIDGET (self->table), &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 150);
      register_fixture_write_text (self, "More");
    }
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 7);
}

/* People write on before the list has made the row. */
static void
test_type_ahead (RegisterFixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "list");
  GtkWidget *cell = GTK_WIDGET (register_fixture_act (self, "a3", NAME, "cell.add-after"));
  GtkWidget *focus;

  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "One");
  g_signal_emit_by_name (focus, "activate");
  g_assert_true (fixture_press (cell, GDK_KEY_a, 0));
  g_assert_true (fixture_press (cell, GDK_KEY_space, 0));
  g_assert_true (fixture_press (cell, GDK_KEY_b, 0));
  register_fixture_settle (self);
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (self->window)), "activate");
  register_fixture_settle (self);
  g_assert_cmpstr (jalon_element_get_title (fixture_get (self->document, "a3")), ==, "Cleaners");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 3)), ==, "One");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 4)), ==, "a b");
}

/* One without name goes as people go to another row. */
static void
test_leave_new (RegisterFixture *self, gconstpointer data)
{
  register_fixture_act (self, "a2", NAME, "cell.add-after");
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.go", "(ii)", 0, -1);
  register_fixture_settle (self);
  register_fixture_check_rows (self, "a1 a2 a3 list");
  register_fixture_check_focus (self, "a2", NAME);
  register_fixture_act (self, "a2", NAME, "cell.add-after");
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.go", "(ii)", 0, 1);
  register_fixture_settle (self);
  register_fixture_check_rows (self, "a1 a2 a3 list");
  register_fixture_check_focus (self, "a3", NAME);
}

static void
check_mark (RegisterFixture *self, const char *id, guint column, const char *class)
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
test_hits (RegisterFixture *self, gconstpointer data)
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
  register_fixture_settle (self);
  check_mark (self, "a3", OWNER, "found-here");
  jalon_map_view_set_hits (view, NULL, -1);
  check_mark (self, "a3", OWNER, NULL);
}

/* The keys stay where they are, and then go to the cell. */
static void
test_reveal (RegisterFixture *self, gconstpointer data)
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
#define ADD(name, func)                                                                            \
  g_test_add ("/register-table/" name, RegisterFixture, NULL, register_fixture_set_up, func,       \
              register_fixture_tear_down)
  ADD ("columns", test_columns);
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
