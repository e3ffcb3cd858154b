/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fixture.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-map-row.h"
#include "widgets/jalon-sidebar-drop.h"

typedef struct
{
  JalonDocument *document;
  GtkWidget *window;
  GtkWidget *sidebar;
  guint n_maps; /* how often another map was shown */
} Fixture;

static void
map_cb (Fixture *self)
{
  self->n_maps++;
}

static void
init (Fixture *self)
{
  self->document = fixture_new ();
  self->sidebar = jalon_sidebar_new ();
  self->window = fixture_show (self->sidebar, 240, 600);
  jalon_map_view_set_document (JALON_MAP_VIEW (self->sidebar), self->document);
  g_signal_connect_swapped (self->sidebar, "notify::map", G_CALLBACK (map_cb), self);
  fixture_settle ();
}

static void
clear (Fixture *self)
{
  fixture_finalise (self->window, self->sidebar);
  g_assert_finalize_object (self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static GtkWidget *
find_row (Fixture *fixture, const char *id)
{
  GtkWidget *row;

  for (guint i = 0; (row = fixture_find_child (fixture->sidebar, JALON_TYPE_MAP_ROW, i)) != NULL;
       i++)
    if (strcmp (jalon_element_get_id (jalon_map_row_get_map (JALON_MAP_ROW (row))), id) == 0)
      return row;
  return NULL;
}

static void
show (Fixture *fixture, const char *id)
{
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture->sidebar), fixture_get (fixture->document, id));
}

/* @id is shown, and its row alone is marked. */
static void
check_map (Fixture *fixture, const char *id)
{
  JalonElement *map = jalon_map_view_get_map (JALON_MAP_VIEW (fixture->sidebar));
  GtkWidget *row;

  g_assert_cmpstr (map != NULL ? jalon_element_get_id (map) : NULL, ==, id);
  for (guint i = 0; (row = fixture_find_child (fixture->sidebar, JALON_TYPE_MAP_ROW, i)) != NULL;
       i++)
    g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)) ==
                   (jalon_map_row_get_map (JALON_MAP_ROW (row)) == map));
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
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, i) ==
                   find_row (&fixture, ids[i]));
  g_assert_null (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, G_N_ELEMENTS (ids)));
  jalon_map_view_set_document (JALON_MAP_VIEW (fixture.sidebar), NULL);
  g_assert_null (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, 0));
}

/* One map is marked, whichever way it was chosen, and each choice is told once. */
static void
test_map (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  init (&fixture);
  check_map (&fixture, NULL);
  show (&fixture, "trip");
  check_map (&fixture, "trip");
  row = find_row (&fixture, "jean");
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  check_map (&fixture, "jean");
  g_assert_cmpuint (fixture.n_maps, ==, 2);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.sidebar), NULL);
  check_map (&fixture, NULL);
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
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  gtk_widget_activate_action (find_row (&fixture, "head"), "row.delete", NULL);
  show (&fixture, "awa");
  gtk_widget_grab_focus (find_row (&fixture, "awa"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *list = gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (fixture.window)));

      g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES,
                             steps[i].direction == GTK_DIR_DOWN ? 1 : -1, FALSE, FALSE);
      check_map (&fixture, steps[i].id);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                     find_row (&fixture, steps[i].id));
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
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = find_row (&fixture, cases[i].deleted);

      show (&fixture, cases[i].shown);
      gtk_widget_grab_focus (row);
      gtk_widget_activate_action (row, "row.delete", NULL);
      g_assert_null (jalon_document_lookup (fixture.document, cases[i].deleted));
      check_map (&fixture, cases[i].then);
      if (cases[i].then != NULL)
        g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                       find_row (&fixture, cases[i].then));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    jalon_document_undo (fixture.document);
  show (&fixture, "trip");
  gtk_widget_activate_action (find_row (&fixture, "trip"), "row.delete", NULL);
  check_map (&fixture, "power");
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Delete Journey");
}

/* The keys may be in its name. */
static void
test_delete_renaming (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  init (&fixture);
  show (&fixture, "power");
  row = find_row (&fixture, "power");
  jalon_map_row_rename (JALON_MAP_ROW (row));
  gtk_widget_activate_action (row, "row.delete", NULL);
  fixture_settle ();
  g_assert_null (jalon_document_lookup (fixture.document, "power"));
  check_map (&fixture, "trip");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == find_row (&fixture, "trip"));
}

/* Names follow the document, and so does the mark. */
static void
test_follows (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  show (&fixture, "power");
  jalon_document_begin (fixture.document, "Rename");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "power"), JALON_FIELD_TITLE,
                      "Tom & <b>", NULL);
  jalon_document_commit (fixture.document);
  fixture_check_label (find_row (&fixture, "power"), "Tom & <b>");
  jalon_document_undo (fixture.document);
  fixture_check_label (find_row (&fixture, "power"), "Who decides");

  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "power"));
  jalon_document_commit (fixture.document);
  fixture_settle ();
  g_assert_null (find_row (&fixture, "power"));
  jalon_document_undo (fixture.document);
  check_map (&fixture, NULL);
}

/* Moving a map leaves it marked, and shows no other meanwhile. */
static void
test_moved (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  show (&fixture, "jean");
  jalon_document_begin (fixture.document, "Move");
  jalon_document_move (fixture.document, fixture_get (fixture.document, "jean"),
                       jalon_document_get_project (fixture.document), 0);
  jalon_document_commit (fixture.document);
  check_map (&fixture, "jean");
  g_assert_true (fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_ROW, 0) ==
                 find_row (&fixture, "jean"));
  g_assert_cmpuint (fixture.n_maps, ==, 1);
}

static void
test_rename (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *text;

  init (&fixture);
  jalon_sidebar_rename (JALON_SIDEBAR (fixture.sidebar));
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture.window))));
  show (&fixture, "power");
  jalon_sidebar_rename (JALON_SIDEBAR (fixture.sidebar));
  text = gtk_window_get_focus (GTK_WINDOW (fixture.window));
  g_assert_true (gtk_widget_is_ancestor (text, find_row (&fixture, "power")));
  gtk_editable_set_text (GTK_EDITABLE (text), "Others");
  g_signal_emit_by_name (text, "activate");
  fixture_check_label (find_row (&fixture, "power"), "Others");
  check_map (&fixture, "power");
}

/* What can only be read is not changed: not in a row that came later, and not by what is being
 * written then. */
static void
test_read_only (void)
{
  static const char *const ids[] = { "power", "new" };
  static const char *const actions[] = { "row.rename", "row.delete", "row.make-to-be" };
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
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
      gtk_widget_activate_action (find_row (&fixture, ids[i]), actions[j], NULL);
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture.window))));
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Others");
}

/* Tab comes to each list, at the map that is shown, and to each button. */
static void
test_focus_chain (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *button;
  guint n_buttons = 0;

  init (&fixture);
  show (&fixture, "jean");
  g_assert_true (fixture_reaches (fixture.window, find_row (&fixture, "jean")));
  g_assert_true (fixture_reaches (fixture.window, find_row (&fixture, "trip")));
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
add_map (Fixture *fixture, const char *id)
{
  jalon_commands_add_map (fixture->document, jalon_element_new (JALON_KIND_JOURNEY, id));
  fixture_settle ();
}

/* The journeys as people see them. */
static void
check_order (Fixture *fixture, const char *first, const char *second)
{
  graphene_rect_t a, b;
  GtkWidget *rows[] = { find_row (fixture, first), find_row (fixture, second) };

  fixture_settle ();
  g_assert_true (gtk_widget_compute_bounds (rows[0], fixture->sidebar, &a));
  g_assert_true (gtk_widget_compute_bounds (rows[1], fixture->sidebar, &b));
  g_assert_cmpfloat (a.origin.y, <, b.origin.y);
}

/* Maps go past those of their kind, with the keys and the mark, and back. */
static void
test_move (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  init (&fixture);
  add_map (&fixture, "second");
  show (&fixture, "trip");
  row = find_row (&fixture, "trip");
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "row.move-down", NULL);
  check_order (&fixture, "second", "trip");
  row = find_row (&fixture, "trip");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == row);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
  check_map (&fixture, "trip");

  /* There is no further. */
  gtk_widget_activate_action (row, "row.move-down", NULL);
  check_order (&fixture, "second", "trip");
  jalon_document_undo (fixture.document);
  check_order (&fixture, "trip", "second");
  gtk_widget_activate_action (find_row (&fixture, "second"), "row.move-up", NULL);
  check_order (&fixture, "second", "trip");
}

/* What comes from another window is shown, with what it brought; what is no map is told. */
static void
test_take (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (JalonDocument) other = fixture_new ();
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  g_autoptr (JalonFragment) fragment = NULL;
  g_autofree char *said = NULL;
  JalonElement *shown;

  init (&fixture);
  fixture_hear (fixture.window, &said);
  jalon_commands_add_map (other, jalon_element_new (JALON_KIND_JOURNEY, "elsewhere"));
  g_ptr_array_add (maps, fixture_get (other, "elsewhere"));
  fragment = jalon_fragment_new (maps, NULL);
  g_assert_true (jalon_sidebar_take (JALON_SIDEBAR (fixture.sidebar), fragment));
  shown = jalon_map_view_get_map (JALON_MAP_VIEW (fixture.sidebar));
  g_assert_cmpint (jalon_element_get_kind (shown), ==, JALON_KIND_JOURNEY);
  g_assert_true (shown != fixture_get (fixture.document, "trip"));
  jalon_document_undo (fixture.document);

  g_clear_object (&fragment);
  g_ptr_array_index (maps, 0) = fixture_get (other, "c1");
  fragment = jalon_fragment_new (maps, NULL);
  g_assert_false (jalon_sidebar_take (JALON_SIDEBAR (fixture.sidebar), fragment));
  g_assert_nonnull (said);
}

static void
copy_and_paste (Fixture *from, const char *copied, Fixture *to, const char *onto)
{
  gtk_widget_activate_action (find_row (from, copied), "row.copy", NULL);
  gtk_widget_activate_action (find_row (to, onto), "row.paste", NULL);
  fixture_settle ();
}

static guint
count_maps (Fixture *fixture)
{
  return jalon_element_get_n_children (jalon_document_get_project (fixture->document));
}

/* A map goes from one project to another, where it uses the persona that is there, and a copy in
 * its own project is another map. */
static void
test_clipboard (void)
{
  g_auto (Fixture) here = { 0 };
  g_auto (Fixture) there = { 0 };
  guint n_before;

  init (&here);
  init (&there);
  jalon_document_begin (there.document, "Remove");
  jalon_document_remove (there.document, fixture_get (there.document, "head"));
  jalon_document_commit (there.document);
  n_before = count_maps (&there);

  copy_and_paste (&here, "head", &there, "awa");
  g_assert_cmpstr (jalon_document_get_undo_label (there.document), ==, "Paste Empathy map");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (there.document, "head"),
                                           JALON_FIELD_PERSONA),
                   ==, "awa");
  g_assert_cmpuint (count_maps (&there), ==, n_before + 1);
  check_map (&there, "head");
  n_before = count_maps (&here);
  copy_and_paste (&here, "head", &here, "head");
  g_assert_cmpstr (jalon_document_get_selection (here.document)[0], !=, "head");
  g_assert_cmpuint (count_maps (&here), ==, n_before + 1);
}

/* A map comes from the clipboard some time after it was asked for: people may only read by then, or
 * see another project. */
static void
test_paste_late (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  gtk_widget_activate_action (find_row (&fixture, "head"), "row.copy", NULL);
  gtk_widget_activate_action (find_row (&fixture, "awa"), "row.paste", NULL);
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.sidebar), FALSE);
  fixture_settle ();
  g_assert_false (jalon_document_is_modified (fixture.document));

  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.sidebar), TRUE);
  gtk_widget_activate_action (find_row (&fixture, "awa"), "row.paste", NULL);
  jalon_map_view_set_document (JALON_MAP_VIEW (fixture.sidebar), NULL);
  fixture_settle ();
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* What is no map is told, with what to do. */
static void
test_nothing_to_paste (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *said = NULL;

  init (&fixture);
  fixture_hear (fixture.window, &said);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture.sidebar), "no map");
  gtk_widget_activate_action (find_row (&fixture, "awa"), "row.paste", NULL);
  fixture_settle ();
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "copy one first"));
  g_assert_false (jalon_document_is_modified (fixture.document));
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
  g_test_add_func ("/sidebar/take", test_take);
  g_test_add_func ("/sidebar/clipboard", test_clipboard);
  g_test_add_func ("/sidebar/paste-late", test_paste_late);
  g_test_add_func ("/sidebar/nothing-to-paste", test_nothing_to_paste);
  return g_test_run ();
}
