/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "sidebar-fixture.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-map-row.h"

static void
show (SidebarFixture *fixture, const char *id)
{
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture->sidebar), fixture_get (fixture->document, id));
}

static void
test_properties (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  GtkWidget *sidebar = jalon_sidebar_new ();

  g_object_set (sidebar, "document", document, NULL);
  fixture_check_objects (G_OBJECT (sidebar), "map", fixture_get (document, "trip"),
                         fixture_get (document, "awa"));
  fixture_check_objects (G_OBJECT (sidebar), "document", NULL, document);
  g_assert_null (jalon_map_view_get_map (JALON_MAP_VIEW (sidebar)));
  fixture_finalise (NULL, sidebar);
}

static void
test_lists (void)
{
  static const char *const ids[] = { "awa", "jean", "head", "power", "trip" };
  g_auto (SidebarFixture) fixture = { 0 };

  sidebar_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, i) ==
                   sidebar_fixture_find_row (&fixture, ids[i]));
  g_assert_null (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, G_N_ELEMENTS (ids)));
  jalon_map_view_set_document (JALON_MAP_VIEW (fixture.sidebar), NULL);
  g_assert_null (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, 0));
}

/* One map is marked, whichever way it was chosen, and each choice is told once. */
static void
test_map (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  GtkWidget *row;

  sidebar_fixture_init (&fixture);
  sidebar_fixture_check_map (&fixture, NULL);
  show (&fixture, "trip");
  sidebar_fixture_check_map (&fixture, "trip");
  row = sidebar_fixture_find_row (&fixture, "jean");
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  sidebar_fixture_check_map (&fixture, "jean");
  g_assert_cmpuint (fixture.n_maps, ==, 2);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.sidebar), NULL);
  sidebar_fixture_check_map (&fixture, NULL);
  g_assert_cmpuint (fixture.n_maps, ==, 3);
}

/* The arrows go through all maps as through one list, over what is empty, and show each. */
static void
test_arrows (void)
{
  static const struct
  {
    GtkDirectionType direction;
    const char *id;
  } steps[] = {
    { GTK_DIR_DOWN, "jean" }, { GTK_DIR_DOWN, "power" }, { GTK_DIR_DOWN, "trip" },
    { GTK_DIR_DOWN, "trip" }, { GTK_DIR_UP, "power" },   { GTK_DIR_UP, "jean" },
    { GTK_DIR_UP, "awa" },    { GTK_DIR_UP, "awa" },
  };
  g_auto (SidebarFixture) fixture = { 0 };

  sidebar_fixture_init (&fixture);
  gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, "head"), "row.delete", NULL);
  show (&fixture, "awa");
  gtk_widget_grab_focus (sidebar_fixture_find_row (&fixture, "awa"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *list = gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (fixture.window)));

      g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES,
                             steps[i].direction == GTK_DIR_DOWN ? 1 : -1, FALSE, FALSE);
      sidebar_fixture_check_map (&fixture, steps[i].id);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                     sidebar_fixture_find_row (&fixture, steps[i].id));
    }
}

/* Where a map was there is the next one, or the one before, of whatever kind, for eye and keys. */
static void
test_delete (void)
{
  static const struct
  {
    const char *shown, *deleted, *then;
  } cases[] = {
    { "trip", "head", "trip" },   { "awa", "awa", "jean" }, { "jean", "jean", "power" },
    { "power", "power", "trip" }, { "trip", "trip", NULL },
  };
  g_auto (SidebarFixture) fixture = { 0 };

  sidebar_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = sidebar_fixture_find_row (&fixture, cases[i].deleted);

      show (&fixture, cases[i].shown);
      gtk_widget_grab_focus (row);
      gtk_widget_activate_action (row, "row.delete", NULL);
      g_assert_null (jalon_document_lookup (fixture.document, cases[i].deleted));
      sidebar_fixture_check_map (&fixture, cases[i].then);
      if (cases[i].then != NULL)
        g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                       sidebar_fixture_find_row (&fixture, cases[i].then));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    jalon_document_undo (fixture.document);
  show (&fixture, "trip");
  gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, "trip"), "row.delete", NULL);
  sidebar_fixture_check_map (&fixture, "power");
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Delete Journey");
}

/* The keys may be in its name. */
static void
test_delete_renaming (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  GtkWidget *row;

  sidebar_fixture_init (&fixture);
  show (&fixture, "power");
  row = sidebar_fixture_find_row (&fixture, "power");
  jalon_map_row_rename (JALON_MAP_ROW (row));
  gtk_widget_activate_action (row, "row.delete", NULL);
  fixture_settle ();
  g_assert_null (jalon_document_lookup (fixture.document, "power"));
  sidebar_fixture_check_map (&fixture, "trip");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                 sidebar_fixture_find_row (&fixture, "trip"));
}

/* Names follow the document, and so does the mark. */
static void
test_follows (void)
{
  g_auto (SidebarFixture) fixture = { 0 };

  sidebar_fixture_init (&fixture);
  show (&fixture, "power");
  jalon_document_begin (fixture.document, "Rename");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "power"), JALON_FIELD_TITLE,
                      "Tom & <b>", NULL);
  jalon_document_commit (fixture.document);
  fixture_check_label (sidebar_fixture_find_row (&fixture, "power"), "Tom & <b>");
  jalon_document_undo (fixture.document);
  fixture_check_label (sidebar_fixture_find_row (&fixture, "power"), "Who decides");

  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "power"));
  jalon_document_commit (fixture.document);
  fixture_settle ();
  g_assert_null (sidebar_fixture_find_row (&fixture, "power"));
  jalon_document_undo (fixture.document);
  sidebar_fixture_check_map (&fixture, NULL);
}

/* Moving a map leaves it marked, and shows no other meanwhile. */
static void
test_moved (void)
{
  g_auto (SidebarFixture) fixture = { 0 };

  sidebar_fixture_init (&fixture);
  show (&fixture, "jean");
  jalon_document_begin (fixture.document, "Move");
  jalon_document_move (fixture.document, fixture_get (fixture.document, "jean"),
                       jalon_document_get_project (fixture.document), 0);
  jalon_document_commit (fixture.document);
  sidebar_fixture_check_map (&fixture, "jean");
  g_assert_true (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, 0) ==
                 sidebar_fixture_find_row (&fixture, "jean"));
  g_assert_cmpuint (fixture.n_maps, ==, 1);
}

static void
test_rename (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  GtkWidget *text;

  sidebar_fixture_init (&fixture);
  jalon_sidebar_rename (JALON_SIDEBAR (fixture.sidebar));
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture.window))));
  show (&fixture, "power");
  jalon_sidebar_rename (JALON_SIDEBAR (fixture.sidebar));
  text = gtk_window_get_focus (GTK_WINDOW (fixture.window));
  g_assert_true (gtk_widget_is_ancestor (text, sidebar_fixture_find_row (&fixture, "power")));
  gtk_editable_set_text (GTK_EDITABLE (text), "Others");
  g_signal_emit_by_name (text, "activate");
  fixture_check_label (sidebar_fixture_find_row (&fixture, "power"), "Others");
  sidebar_fixture_check_map (&fixture, "power");
}

/* What can only be read is not changed: not in a row that came later, and not by what is being
 * written then. */
static void
test_read_only (void)
{
  static const char *const ids[] = { "power", "new" };
  static const char *const actions[] = { "row.rename", "row.delete", "row.make-to-be" };
  g_auto (SidebarFixture) fixture = { 0 };

  sidebar_fixture_init (&fixture);
  show (&fixture, "power");
  jalon_sidebar_rename (JALON_SIDEBAR (fixture.sidebar));
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.sidebar), FALSE);
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture.window))));
  jalon_document_begin (fixture.document, "Others");
  jalon_document_insert (fixture.document, jalon_document_get_project (fixture.document), G_MAXUINT,
                         jalon_element_new (JALON_KIND_JOURNEY, "new"));
  jalon_document_commit (fixture.document);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint j = 0; j < G_N_ELEMENTS (actions); j++)
      gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, ids[i]), actions[j], NULL);
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture.window))));
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Others");
}

/* Tab comes to each list, at the map that is shown, and to each button. */
static void
test_focus_chain (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  GtkWidget *button;
  guint n_buttons = 0;

  sidebar_fixture_init (&fixture);
  show (&fixture, "jean");
  g_assert_true (fixture_reaches (fixture.window, sidebar_fixture_find_row (&fixture, "jean")));
  g_assert_true (fixture_reaches (fixture.window, sidebar_fixture_find_row (&fixture, "trip")));
  for (; (button = fixture_find_child (fixture.sidebar, GTK_TYPE_BUTTON, n_buttons)) != NULL;
       n_buttons++)
    {
      GtkActionable *actionable = GTK_ACTIONABLE (button);

      /* The window's action is not here, and a button without one cannot be reached. */
      gtk_actionable_set_action_name (actionable, NULL);
      gtk_widget_set_sensitive (button, TRUE);
      g_assert_true (fixture_reaches (fixture.window, button));
    }
  g_assert_cmpuint (n_buttons, ==, 5);
}

static void
add_map (SidebarFixture *fixture, const char *id)
{
  jalon_commands_add_map (fixture->document, jalon_element_new (JALON_KIND_JOURNEY, id));
  fixture_settle ();
}

/* The journeys as people see them. */
static void
check_order (SidebarFixture *fixture, const char *first, const char *second)
{
  graphene_rect_t a, b;
  GtkWidget *rows[] = { sidebar_fixture_find_row (fixture, first),
                        sidebar_fixture_find_row (fixture, second) };

  fixture_settle ();
  g_assert_true (gtk_widget_compute_bounds (rows[0], fixture->sidebar, &a));
  g_assert_true (gtk_widget_compute_bounds (rows[1], fixture->sidebar, &b));
  g_assert_cmpfloat (a.origin.y, <, b.origin.y);
}

/* Maps go past those of their kind, with the keys and the mark, and back. */
static void
test_move (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  GtkWidget *row;

  sidebar_fixture_init (&fixture);
  add_map (&fixture, "second");
  show (&fixture, "trip");
  row = sidebar_fixture_find_row (&fixture, "trip");
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "row.move-down", NULL);
  check_order (&fixture, "second", "trip");
  row = sidebar_fixture_find_row (&fixture, "trip");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == row);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
  sidebar_fixture_check_map (&fixture, "trip");

  /* There is no further. */
  gtk_widget_activate_action (row, "row.move-down", NULL);
  check_order (&fixture, "second", "trip");
  jalon_document_undo (fixture.document);
  check_order (&fixture, "trip", "second");
  gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, "second"), "row.move-up", NULL);
  check_order (&fixture, "second", "trip");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/sidebar/properties", test_properties);
  g_test_add_func ("/sidebar/lists", test_lists);
  g_test_add_func ("/sidebar/map", test_map);
  g_test_add_func ("/sidebar/arrows", test_arrows);
  g_test_add_func ("/sidebar/delete", test_delete);
  g_test_add_func ("/sidebar/delete-renaming", test_delete_renaming);
  g_test_add_func ("/sidebar/follows", test_follows);
  g_test_add_func ("/sidebar/moved", test_moved);
  g_test_add_func ("/sidebar/rename", test_rename);
  g_test_add_func ("/sidebar/read-only", test_read_only);
  g_test_add_func ("/sidebar/focus-chain", test_focus_chain);
  g_test_add_func ("/sidebar/move", test_move);
  return fixture_run ();
}
