/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-fixture.h"

#include "widgets/jalon-commands.h"

static const char *
get_name (GtkTreeListRow *row)
{
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

  return JALON_IS_ELEMENT (item) ? jalon_element_get_id (JALON_ELEMENT (item))
                                 : jalon_outline_group_get_label (JALON_OUTLINE_GROUP (item));
}

/* Each widget shows what its row is about now. */
static void
check_shown (OutlineFixture *self)
{
  GHashTableIter iter;
  gpointer item, widget;

  g_assert_cmpuint (g_hash_table_size (self->outline->rows), >, 0);
  g_hash_table_iter_init (&iter, self->outline->rows);
  while (g_hash_table_iter_next (&iter, &item, &widget))
    {
      g_autoptr (GObject) now = gtk_tree_list_row_get_item (jalon_outline_row_get_row (widget));

      g_assert_true (now == item);
    }
}

/* The rows are @names, with a point before each level below the first. */
static void
check_rows (OutlineFixture *self, const char *names)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outline->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->outline->tree, i);

      g_string_append (rows, i > 0 ? " " : "");
      for (guint depth = gtk_tree_list_row_get_depth (row); depth > 0; depth--)
        g_string_append_c (rows, '.');
      g_string_append (rows, get_name (row));
    }
  g_assert_cmpstr (rows->str, ==, names);
}

#define TRIP_LANES "Lanes .does .thinks .feels .pains"

static void
test_rows (OutlineFixture *self, gconstpointer data)
{
  check_rows (self, "Stages .g1 ..s1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
}

/* Sections that the map shows stand there empty; others only with something in them. */
static void
test_sections (OutlineFixture *self, gconstpointer data)
{
  check_rows (self, "Says .n1 Thinks Does Feels");

  jalon_document_begin (self->document, "Section");
  jalon_document_set (self->document, fixture_get (self->document, "n1"), JALON_FIELD_SECTION,
                      "hears", NULL);
  jalon_document_commit (self->document);
  check_rows (self, "Says Thinks Does Feels Hears .n1");

  jalon_document_undo (self->document);
  check_rows (self, "Says .n1 Thinks Does Feels");
}

static void
test_changes (OutlineFixture *self, gconstpointer data)
{
  gpointer row;

  outline_fixture_act (self, "s1", "row.toggle");
  check_rows (self, "Stages .g1 ..s1 ...c1 ...c2 ...c4 ...e1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
  row = g_hash_table_lookup (self->outline->rows, fixture_get (self->document, "s2"));

  /* What was opened stays open, and what is not concerned keeps its row. */
  outline_fixture_act (self, "g1", "row.move-down");
  check_rows (self, "Stages .g2 ..s3 ..s4 .g1 ..s1 ...c1 ...c2 ...c4 ...e1 ..s2 " TRIP_LANES);
  jalon_document_undo (self->document);
  outline_fixture_settle (self);
  check_rows (self, "Stages .g1 ..s1 ...c1 ...c2 ...c4 ...e1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);

  row = g_hash_table_lookup (self->outline->rows, fixture_get (self->document, "s3"));
  outline_fixture_act (self, "c1", "row.delete");
  check_rows (self, "Stages .g1 ..s1 ...c2 ...c4 ...e1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
  outline_fixture_check_selection (self, "c2");
  g_assert_true (row ==
                 g_hash_table_lookup (self->outline->rows, fixture_get (self->document, "s3")));
}

static void
add_to_power (OutlineFixture *self, JalonKind kind, const char *id, guint index)
{
  JalonElement *element = jalon_element_new (kind, id);

  jalon_document_begin (self->document, "Add");
  jalon_document_insert (self->document, fixture_get (self->document, "power"), index, element);
  jalon_document_commit (self->document);
}

/* What comes into one group moves those that follow it in the file, which stay in theirs. */
static void
test_groups (OutlineFixture *self, gconstpointer data)
{
  add_to_power (self, JALON_KIND_RELATION, "likes", 1);
  add_to_power (self, JALON_KIND_RELATION, "pays", 2);
  add_to_power (self, JALON_KIND_STAKEHOLDER, "mayor", 1);
  outline_fixture_settle (self);
  check_rows (self, "Stakeholders .boss .mayor Relations .likes .pays");
  check_shown (self);

  outline_fixture_act (self, "boss", "row.duplicate");
  check_shown (self);
  jalon_document_undo (self->document);
  outline_fixture_settle (self);
  check_rows (self, "Stakeholders .boss .mayor Relations .likes .pays");
  check_shown (self);
}

static void
test_edit (OutlineFixture *self, gconstpointer data)
{
  JalonElement *step = fixture_get (self->document, "s1");
  guint64 revision = jalon_document_get_revision (self->document);

  outline_fixture_act (self, "s1", "row.edit");
  outline_fixture_write_text (self, "Wish", 0);
  g_assert_cmpstr (jalon_element_get_title (step), ==, "Wish");
  jalon_document_undo (self->document);
  g_assert_cmpstr (jalon_element_get_title (step), ==, "Dream");
  g_assert_cmpuint (jalon_document_get_revision (self->document), ==, revision);

  outline_fixture_act (self, "s1", "row.edit");
  outline_fixture_write_text (self, "Never mind", GDK_KEY_Escape);
  g_assert_cmpstr (jalon_element_get_title (step), ==, "Dream");
  g_assert_null (jalon_document_get_undo_label (self->document));
}

/* A score is written as a number; what is none is not taken. */
static void
test_score (OutlineFixture *self, gconstpointer data)
{
  JalonElement *score = fixture_get (self->document, "e1");

  outline_fixture_act (self, "e1", "row.edit");
  outline_fixture_write_text (self, "−1,5", 0);
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, -1.5);
  outline_fixture_act (self, "e1", "row.edit");
  outline_fixture_write_text (self, "good", 0);
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, -1.5);
}

/* The keys go to a button: what was added and not written goes. */
static void
test_leave (OutlineFixture *self, gconstpointer data)
{
  GtkWidget *button = fixture_add_button (self->window);

  outline_fixture_act (self, "s1", "row.add-after");
  g_assert_cmpuint (jalon_element_get_n_children (fixture_get (self->document, "g1")), ==, 3);
  gtk_widget_grab_focus (button);
  outline_fixture_settle (self);
  g_assert_true (gtk_widget_has_focus (button));
  check_rows (self, "Stages .g1 ..s1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
  g_assert_false (jalon_document_is_modified (self->document));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A row that gets its element back goes on; one that does not ends, but not at once. */
static void
test_taken_away (OutlineFixture *self, gconstpointer data)
{
  JalonElement *step = fixture_get (self->document, "s1");
  g_autoptr (GtkTreeListRow) place = NULL;
  JalonOutlineRow *row;
  guint n_ended = 0;

  outline_fixture_act (self, "s1", "row.edit");
  row = g_hash_table_lookup (self->outline->rows, step);
  place = g_object_ref (jalon_outline_row_get_row (row));
  g_signal_connect_swapped (row, "ended", G_CALLBACK (count_cb), &n_ended);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window))), "Wish");
  jalon_outline_row_set_row (row, NULL);
  jalon_outline_row_set_row (row, place);
  outline_fixture_settle (self);
  g_assert_true (jalon_outline_row_is_editing (row));

  jalon_outline_row_set_row (row, NULL);
  g_assert_cmpuint (n_ended, ==, 0);
  outline_fixture_settle (self);
  g_assert_cmpuint (n_ended, ==, 1);
  g_assert_false (jalon_outline_row_is_editing (row));
  g_assert_cmpstr (jalon_element_get_title (step), ==, "Wish");
  jalon_outline_row_set_row (row, place);
}

/* One without name goes as people go to another row. */
static void
test_leave_new (OutlineFixture *self, gconstpointer data)
{
  static const char *const others[] = { "s1", "s2", "g2" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      JalonElement *other = fixture_get (self->document, others[i]);
      g_autoptr (GtkTreeListRow) place = NULL;

      outline_fixture_act (self, "s1", "row.add-after");
      g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->window))));
      place = jalon_outline_tree_find (self->outline, other);
      gtk_widget_activate_action (GTK_WIDGET (self->outline->list), "list.select-item", "(ubb)",
                                  gtk_tree_list_row_get_position (place), FALSE, FALSE);
      jalon_outline_go_to (self->outline, other, FALSE);
      outline_fixture_settle (self);
      check_rows (self, "Stages .g1 ..s1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
      outline_fixture_check_selection (self, others[i]);
      g_assert_false (jalon_document_is_modified (self->document));
    }
}

static void
test_selection (OutlineFixture *self, gconstpointer data)
{
  const char *const ids[] = { "c2", "s4", NULL };
  g_autoptr (GtkBitset) selected = NULL;
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->outline->selection);

  jalon_document_set_selection (self->document, ids);
  outline_fixture_settle (self);
  check_rows (self, "Stages .g1 ..s1 ...c1 ...c2 ...c4 ...e1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
  selected = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);
  g_assert_true (gtk_bitset_contains (selected, 4) && gtk_bitset_contains (selected, 10));

  gtk_selection_model_select_item (model, 9, TRUE);
  outline_fixture_check_selection (self, "s3");
  gtk_selection_model_select_item (model, 0, TRUE);
  outline_fixture_check_selection (self, "");
}

static void
test_accessible (OutlineFixture *self, gconstpointer data)
{
  GtkWidget *row;

  outline_fixture_act (self, "s1", "row.toggle");
  row = g_hash_table_lookup (self->outline->rows, fixture_get (self->document, "e1"));
  fixture_check_label (row, "1, feels · Awa Diop");
  fixture_check_label (gtk_widget_get_parent (row), "1, feels · Awa Diop");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LEVEL, 4);
  row = g_hash_table_lookup (self->outline->rows, fixture_get (self->document, "s1"));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  fixture_check_name (GTK_WIDGET (self->outline->list), self->outline->base.map);
}

/* What must not be changed is not, also by what is being written then. */
static void
test_read_only (OutlineFixture *self, gconstpointer data)
{
  guint64 revision = jalon_document_get_revision (self->document);

  outline_fixture_act (self, "s1", "row.edit");
  jalon_map_view_set_editable (JALON_MAP_VIEW (self->outline), FALSE);
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->window))));
  outline_fixture_act (self, "s1", "row.edit");
  outline_fixture_act (self, "s1", "row.add-after");
  outline_fixture_act (self, "s1", "row.move-down");
  outline_fixture_act (self, "s1", "row.delete");
  g_assert_cmpuint (jalon_document_get_revision (self->document), ==, revision);
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->window))));
}

/* What is selected together stays so when its menu is opened; elsewhere one row is selected. */
static void
test_menu_of_several (OutlineFixture *self, gconstpointer data)
{
  static const char *const steps[] = { "s1", "s2", NULL };
  static const char *const rows[] = { "s2", "g2" };

  jalon_document_set_selection (self->document, steps);
  outline_fixture_settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = g_hash_table_lookup (self->outline->rows,
                                            fixture_get (self->document, rows[i]));
      gpointer click = fixture_find_controller (row, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_SECONDARY);

      g_signal_emit_by_name (click, "pressed", 1, 5.0, 5.0);
      outline_fixture_check_selection (self, i == 0 ? "s1 s2" : "g2");
      g_assert_true (self->outline->current == (GObject *) fixture_get (self->document, rows[i]));
      g_assert_true (gtk_widget_get_visible (self->outline->menus.popover));
      gtk_popover_popdown (GTK_POPOVER (self->outline->menus.popover));
      outline_fixture_settle (self);
    }
}

static void
check_mark (OutlineFixture *self, const char *id, const char *class)
{
  static const char *const classes[] = { "found-inside", "found", "found-here" };
  GtkWidget *row = g_hash_table_lookup (self->outline->rows, fixture_get (self->document, id));

  g_assert_nonnull (row);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    g_assert_true (gtk_widget_has_css_class (row, classes[i]) ==
                   (g_strcmp0 (classes[i], class) == 0));
}

/* What was found is marked, also on a closed row that holds it. */
static void
test_hits (OutlineFixture *self, gconstpointer data)
{
  JalonMapView *view = JALON_MAP_VIEW (self->outline);
  g_autoptr (GArray) hits = jalon_search (jalon_document_get_project (self->document), "looks");

  g_assert_cmpuint (hits->len, ==, 2);
  jalon_map_view_set_hits (view, hits, 1);
  check_mark (self, "s1", "found-inside");
  check_mark (self, "g1", NULL);
  check_mark (self, "s2", NULL);
  outline_fixture_act (self, "s1", "row.toggle");
  check_mark (self, "s1", NULL);
  check_mark (self, "c1", "found");
  check_mark (self, "c2", NULL);
  check_mark (self, "c4", "found-here");
  outline_fixture_act (self, "g1", "row.toggle");
  check_mark (self, "g1", "found-inside");
  jalon_map_view_set_hits (view, NULL, -1);
  check_mark (self, "g1", NULL);
}

/* Goes to what is in a closed row, and leaves the keys where they are. */
static void
test_reveal (OutlineFixture *self, gconstpointer data)
{
  JalonMapView *view = JALON_MAP_VIEW (self->outline);
  JalonElement *card = fixture_get (self->document, "c1");

  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_assert_true (jalon_map_view_shows (view, card));
  check_rows (self, "Stages .g1 ..s1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
  g_assert_true (jalon_map_view_reveal (view, card, JALON_FIELD_EVIDENCE));
  outline_fixture_settle (self);
  outline_fixture_check_selection (self, "c1");
  check_rows (self, "Stages .g1 ..s1 ...c1 ...c2 ...c4 ...e1 ..s2 .g2 ..s3 ..s4 " TRIP_LANES);
  g_assert_null (gtk_widget_get_focus_child (GTK_WIDGET (self->outline)));
  g_assert_false (jalon_map_view_shows (view, fixture_get (self->document, "trip")));
  g_assert_false (jalon_map_view_shows (view, fixture_get (self->document, "n1")));
}

static gboolean
looks_pressed (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_ACTIVE) != 0;
}

/* The button that opened a menu goes up over that: no row is pressed ever after. */
static void
test_menu (OutlineFixture *self, gconstpointer data)
{
  GtkWidget *row, *item;

  jalon_outline_go_to (self->outline, fixture_get (self->document, "s2"), FALSE);
  outline_fixture_settle (self);
  row = g_hash_table_lookup (self->outline->rows, fixture_get (self->document, "s2"));
  item = gtk_widget_get_parent (row);
  for (GtkWidget *widget = row; widget != GTK_WIDGET (self->outline);
       widget = gtk_widget_get_parent (widget))
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_ACTIVE, FALSE);
  outline_fixture_act (self, "s2", "row.menu");
  g_assert_true (gtk_widget_get_visible (self->outline->menus.popover));
  g_assert_false (looks_pressed (row));
  g_assert_false (looks_pressed (item));
  gtk_popover_popdown (GTK_POPOVER (self->outline->menus.popover));
  outline_fixture_settle (self);
  for (GtkWidget *widget = row; widget != GTK_WIDGET (self->outline);
       widget = gtk_widget_get_parent (widget))
    g_assert_false (looks_pressed (widget));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, map, func)                                                                       \
  g_test_add ("/outline/" name, OutlineFixture, map, outline_fixture_set_up, func,                 \
              outline_fixture_tear_down)
  ADD ("rows", "trip", test_rows);
  ADD ("sections", "head", test_sections);
  ADD ("changes", "trip", test_changes);
  ADD ("groups", "power", test_groups);
  ADD ("edit", "trip", test_edit);
  ADD ("score", "trip", test_score);
  ADD ("leave", "trip", test_leave);
  ADD ("taken-away", "trip", test_taken_away);
  ADD ("leave-new", "trip", test_leave_new);
  ADD ("selection", "trip", test_selection);
  ADD ("menu", "trip", test_menu);
  ADD ("accessible", "trip", test_accessible);
  ADD ("menu-of-several", "trip", test_menu_of_several);
  ADD ("read-only", "trip", test_read_only);
  ADD ("hits", "trip", test_hits);
  ADD ("reveal", "trip", test_reveal);
  return fixture_run ();
}
