/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-map-row.h"

typedef struct
{
  JalonDocument *document;
  GtkWidget *window;
  GtkWidget *row;
  guint n_changes;
} Fixture;

/* As the sidebar does it. */
static void
document_changed_cb (Fixture *self)
{
  self->n_changes++;
  jalon_map_row_refresh (JALON_MAP_ROW (self->row));
}

static void
init (Fixture *self, const char *id)
{
  GtkWidget *list = gtk_list_box_new ();

  self->document = fixture_new ();
  self->row = jalon_map_row_new (fixture_get (self->document, id));
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  self->window = fixture_show (list, 240, 100);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (document_changed_cb), self);
}

static void
clear (Fixture *self)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  fixture_finalise (self->window, self->row);
  g_assert_finalize_object (self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static GtkWidget *
get_text (Fixture *fixture)
{
  return fixture_find_child (fixture->row, GTK_TYPE_TEXT, 0);
}

static void
check_shown (Fixture *fixture, const char *name)
{
  GtkWidget *label = fixture_find_child (fixture->row, GTK_TYPE_LABEL, 0);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, name);
  fixture_check_label (fixture->row, name);
}

static void
rename_to (Fixture *fixture, const char *name)
{
  gtk_widget_activate_action (fixture->row, "row.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_text (fixture)), name);
}

static gboolean
is_renaming (Fixture *fixture)
{
  GtkWidget *text = get_text (fixture);

  return text != NULL && gtk_widget_get_mapped (text);
}

static void
test_shows (void)
{
  static const struct
  {
    const char *id;
    const char *name;
    const char *icon;
  } cases[] = {
    { "awa", "Awa Diop", "jalon-persona-symbolic" },
    { "head", "In her head", "jalon-empathy-map-symbolic" },
    { "power", "Who decides", "jalon-stakeholder-map-symbolic" },
    { "trip", "A trip", "jalon-journey-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autofree char *path = g_strdup_printf ("/org/jalon/Jalon/icons/scalable/actions/%s.svg",
                                               cases[i].icon);
      GtkWidget *icon;

      init (&fixture, cases[i].id);
      icon = fixture_find_child (fixture.row, GTK_TYPE_IMAGE, 0);
      check_shown (&fixture, cases[i].name);
      g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (icon)), ==, cases[i].icon);
      g_assert_true (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
      g_assert_true (jalon_map_row_get_map (JALON_MAP_ROW (fixture.row)) ==
                     fixture_get (fixture.document, cases[i].id));
    }
}

/* GTK would warn of a name that becomes narrower, letter below letter, than the dots that stand for
 * the rest of one. */
static void
test_narrow (void)
{
  static const char *const names[] = { "l", "lil", "11 1", "1 l i", "l w l" };
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *label;

  init (&fixture, "trip");
  label = fixture_find_child (fixture.row, GTK_TYPE_LABEL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      jalon_document_begin (fixture.document, "Rename");
      jalon_document_set (fixture.document, fixture_get (fixture.document, "trip"),
                          JALON_FIELD_TITLE, names[i], NULL);
      jalon_document_commit (fixture.document);
      check_shown (&fixture, names[i]);
      for (int height = 10; height < 60; height++)
        gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, height, NULL, NULL, NULL, NULL);
    }
}

/* Enter, and going elsewhere, keep the new name, in one step. */
static void
test_renamed (void)
{
  for (int by_enter = 0; by_enter < 2; by_enter++)
    {
      g_auto (Fixture) fixture = { 0 };

      init (&fixture, "awa");
      gtk_widget_activate_action (fixture.row, "row.rename", NULL);
      g_assert_true (is_renaming (&fixture));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == get_text (&fixture));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_text (&fixture))), ==, "Awa Diop");
      rename_to (&fixture, "Tom & <b>");
      if (by_enter)
        g_signal_emit_by_name (get_text (&fixture), "activate");
      else
        gtk_window_set_focus (GTK_WINDOW (fixture.window), NULL);
      fixture_settle ();
      g_assert_false (is_renaming (&fixture));
      g_assert_true (gtk_widget_has_focus (fixture.row) == by_enter);
      g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Change “Name”");
      check_shown (&fixture, "Tom & <b>");
      jalon_document_undo (fixture.document);
      check_shown (&fixture, "Awa Diop");
      g_assert_null (jalon_document_get_undo_label (fixture.document));
    }
}

/* A name is written there as long as GTK can move in it. */
static void
test_long (void)
{
  g_auto (Fixture) fixture = { 0 };
  JalonElement *map;

  init (&fixture, "trip");
  map = fixture_get (fixture.document, "trip");
  for (guint n_letters = 2000; n_letters <= 2001; n_letters++)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      while (name->len < n_letters)
        g_string_append (name, name->len % 5 == 4 ? " " : "x");
      name->str[n_letters - 1] = '!';
      jalon_document_begin (fixture.document, "Rename");
      jalon_document_set (fixture.document, map, JALON_FIELD_TITLE, name->str, NULL);
      jalon_document_commit (fixture.document);
      gtk_widget_activate_action (fixture.row, "row.rename", NULL);
      g_assert_true (is_renaming (&fixture) == (n_letters == 2000));
      if (n_letters == 2000)
        {
          gtk_editable_set_text (GTK_EDITABLE (get_text (&fixture)), "");
          g_string_append (name, " and more");
          gtk_editable_set_text (GTK_EDITABLE (get_text (&fixture)), name->str);
          g_assert_cmpuint (strlen (jalon_element_get_title (map)), ==, 2000);
          g_signal_emit_by_name (get_text (&fixture), "activate");
          fixture_settle ();
        }
      g_assert_cmpuint (strlen (jalon_element_get_title (map)), ==, n_letters);
    }
}

/* F2 once more leaves what is written. */
static void
test_rename_twice (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, "trip");
  rename_to (&fixture, "Other");
  gtk_widget_activate_action (fixture.row, "row.rename", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_text (&fixture))), ==, "Other");
}

/* Whoever renames writes another name, and goes on with Tab. */
static void
test_keys (void)
{
  g_auto (Fixture) fixture = { 0 };
  int start, end;

  init (&fixture, "trip");
  gtk_widget_activate_action (fixture.row, "row.rename", NULL);
  g_assert_true (
    gtk_editable_get_selection_bounds (GTK_EDITABLE (get_text (&fixture)), &start, &end));
  g_assert_cmpint (end - start, ==, strlen ("A trip"));
  g_assert_true (fixture_press (get_text (&fixture), GDK_KEY_Tab, 0));
  g_assert_false (is_renaming (&fixture));
  g_assert_true (gtk_widget_has_focus (fixture.row));
}

/* Escape leaves everything as it was, the keys too. */
static void
test_cancelled (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, "trip");
  rename_to (&fixture, "Other");
  check_shown (&fixture, "Other");
  g_assert_true (fixture_press (get_text (&fixture), GDK_KEY_Escape, 0));
  g_assert_false (is_renaming (&fixture));
  g_assert_true (gtk_widget_has_focus (fixture.row));
  check_shown (&fixture, "A trip");
  g_assert_null (jalon_document_get_undo_label (fixture.document));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* The same name is no change; no name is one, and then the kind stands for it. */
static void
test_odd_names (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, "trip");
  rename_to (&fixture, "A trip");
  g_signal_emit_by_name (get_text (&fixture), "activate");
  g_assert_false (jalon_document_is_modified (fixture.document));
  g_assert_null (jalon_document_get_undo_label (fixture.document));

  rename_to (&fixture, "");
  g_signal_emit_by_name (get_text (&fixture), "activate");
  check_shown (&fixture, "Journey");
  gtk_widget_activate_action (fixture.row, "row.rename", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_text (&fixture))), ==, "");
}

static void
test_duplicate (void)
{
  g_auto (Fixture) fixture = { 0 };
  JalonElement *project;

  init (&fixture, "power");
  project = jalon_document_get_project (fixture.document);
  gtk_widget_activate_action (fixture.row, "row.duplicate", NULL);
  g_assert_cmpuint (fixture.n_changes, ==, 1);
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==,
                   "Duplicate Stakeholder map");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (project, 4)), ==,
                   "Who decides");
  g_assert_cmpstr (jalon_element_get_id (jalon_element_get_child (project, 4)), !=, "power");
}

/* Twice with the left button renames; the right button and the menu key open the menu. */
static void
test_pointer (void)
{
  g_auto (Fixture) fixture = { 0 };
  gpointer click;

  init (&fixture, "trip");
  click = fixture_find_controller (fixture.row, GTK_TYPE_GESTURE_CLICK, 0);
  g_assert_cmpuint (gtk_gesture_single_get_button (click), ==, 0);
  g_assert_null (fixture_find_child (fixture.row, GTK_TYPE_POPOVER_MENU, 0));
  gtk_widget_activate_action (fixture.row, "row.menu", NULL);
  g_assert_true (
    gtk_widget_get_visible (fixture_find_child (fixture.row, GTK_TYPE_POPOVER_MENU, 0)));
}

static void
test_accessible (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *entry;

  init (&fixture, "trip");
  g_assert_true (fixture_reaches (fixture.window, fixture.row));
  g_assert_null (get_text (&fixture));
  gtk_widget_activate_action (fixture.row, "row.rename", NULL);
  /* Assistive technology can write in an entry, but not in a bare text. */
  entry = fixture_find_child (fixture.row, GTK_TYPE_ENTRY, 0);
  fixture_check_label (entry, "Title");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (entry)), ==,
                   GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

static void
test_gone_while_renaming (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, "trip");
  rename_to (&fixture, "Other");
}

/* The button that opened a menu goes up over that: the row is not pressed ever after. */
static void
test_menu (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *popover;

  init (&fixture, "trip");
  gtk_widget_set_state_flags (fixture.row, GTK_STATE_FLAG_ACTIVE, FALSE);
  gtk_widget_activate_action (fixture.row, "row.menu", NULL);
  popover = fixture_find_child (fixture.row, GTK_TYPE_POPOVER_MENU, 0);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_settle ();
  g_assert_false (gtk_widget_get_state_flags (fixture.row) & GTK_STATE_FLAG_ACTIVE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-row/shows", test_shows);
  g_test_add_func ("/map-row/narrow", test_narrow);
  g_test_add_func ("/map-row/renamed", test_renamed);
  g_test_add_func ("/map-row/long", test_long);
  g_test_add_func ("/map-row/rename-twice", test_rename_twice);
  g_test_add_func ("/map-row/keys", test_keys);
  g_test_add_func ("/map-row/cancelled", test_cancelled);
  g_test_add_func ("/map-row/odd-names", test_odd_names);
  g_test_add_func ("/map-row/duplicate", test_duplicate);
  g_test_add_func ("/map-row/pointer", test_pointer);
  g_test_add_func ("/map-row/menu", test_menu);
  g_test_add_func ("/map-row/accessible", test_accessible);
  g_test_add_func ("/map-row/gone-while-renaming", test_gone_while_renaming);
  return fixture_run ();
}
