/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jalon-window-private.h"
#include "fixture.h"
#include "widgets/jalon-canvas.h"
#include "widgets/jalon-inspector.h"
#include "window-fixture.h"

/* What the window does with its project. */

static GtkApplication *application;

static guint
count_maps (WindowFixture *self)
{
  return jalon_element_get_n_children (jalon_document_get_project (self->document));
}

static void
remove_element (WindowFixture *self, JalonElement *element)
{
  jalon_document_begin (self->document, "Test");
  jalon_document_remove (self->document, element);
  jalon_document_commit (self->document);
}

/* A map that goes takes its name with it into a toast, from where it comes back. */
static void
test_delete_map (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  JalonElement *map;
  g_autofree char *title = NULL;
  GtkWidget *toast;
  guint n;

  window_fixture_init (&fixture, application);
  n = count_maps (&fixture);
  map = window_fixture_get_map (&fixture, JALON_KIND_JOURNEY);
  title = g_strdup_printf ("“%s” deleted", jalon_element_get_title (map));
  jalon_window_show_map (fixture.window, map);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.delete-map", NULL);
  g_assert_cmpuint (count_maps (&fixture), <, n);
  toast = window_fixture_find_toast (&fixture, title);
  g_assert_nonnull (toast);
  g_signal_emit_by_name (fixture_find_child (toast, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (count_maps (&fixture), ==, n);
  g_assert_true (jalon_element_get_document (map) == fixture.document);
  g_assert_true (jalon_map_view_get_map (JALON_MAP_VIEW (
                   fixture_find_child (GTK_WIDGET (fixture.window), JALON_TYPE_CANVAS, 0))) == map);
}

/* The offer is for the last step only: with the next it is gone. */
static void
test_next_step (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  JalonElement *map;
  g_autofree char *title = NULL;

  window_fixture_init (&fixture, application);
  map = window_fixture_get_map (&fixture, JALON_KIND_REGISTER);
  title = g_strdup_printf ("“%s” deleted", jalon_element_get_title (map));
  remove_element (&fixture, map);
  g_assert_nonnull (window_fixture_find_toast (&fixture, title));
  jalon_document_begin (fixture.document, "Test");
  jalon_document_set (fixture.document, jalon_document_get_project (fixture.document),
                      JALON_FIELD_TITLE, "Other", NULL);
  jalon_document_commit (fixture.document);
  while (window_fixture_find_toast (&fixture, title) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Nor for what is only taken back, or small. */
static void
test_no_offer (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  JalonElement *project;
  JalonElement *card = jalon_element_new (JALON_KIND_TAG, NULL);

  window_fixture_init (&fixture, application);
  jalon_element_set (card, jalon_kind_get_info (JALON_KIND_TAG)->title, "Small", NULL);
  project = jalon_document_get_project (fixture.document);
  jalon_document_begin (fixture.document, "Test");
  jalon_document_insert (fixture.document, project,
                         jalon_element_find_end (project, JALON_KIND_TAG), card);
  jalon_document_commit (fixture.document);
  remove_element (&fixture, card);
  g_assert_null (window_fixture_find_toast (&fixture, "“Small” deleted"));
  jalon_document_undo (fixture.document);
  jalon_document_undo (fixture.document);
  g_assert_null (window_fixture_find_toast (&fixture, "“Small” deleted"));
}

static guint
count_kept (void)
{
  g_autofree char *folder = jalon_recovery_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
save_template (WindowFixture *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JalonStore) store = jalon_store_new (file, NULL);

  g_assert_true (
    jalon_store_save (store, jalon_document_get_project (self->document), 0, NULL, NULL));
}

/* In another window, which the fixture has from now on. */
static void
open_path (WindowFixture *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JalonOpening) opening = NULL;

  window_fixture_clear (self);
  self->window = jalon_window_new (application);
  opening = jalon_opening_new (file, JALON_THEME_LIGHT);
  jalon_window_open_project (self->window, opening);
  while (jalon_window_get_document (self->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->document = g_object_ref (jalon_window_get_document (self->window));
  fixture_settle ();
}

/* The session ends: what is not saved is there at the next start, until it is discarded. */
static void
test_leave (void)
{
  g_autofree char *folder = jalon_recovery_get_folder ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (JalonStore) store = NULL;
  JalonElement *project;

  {
    g_auto (WindowFixture) fixture = { 0 };

    window_fixture_init (&fixture, application);
    remove_element (&fixture, window_fixture_get_map (&fixture, JALON_KIND_REGISTER));
    jalon_window_leave (fixture.window);
  }
  g_assert_cmpuint (count_kept (), ==, 3);

  left = jalon_recovery_claim (folder);
  g_assert_cmpuint (left->len, ==, 1);
  project = jalon_recovery_read (g_ptr_array_index (left, 0), &store, NULL);
  g_assert_nonnull (project);
  {
    g_auto (WindowFixture) fixture = { 0 };

    window_fixture_init (&fixture, application);
    jalon_window_show_recovered (fixture.window, g_ptr_array_index (left, 0), project, NULL);
    g_assert_true (jalon_document_get_project (jalon_window_get_document (fixture.window)) ==
                   project);
    g_assert_true (jalon_document_is_modified (jalon_window_get_document (fixture.window)));
    g_assert_cmpuint (count_kept (), ==, 3);
  }
  /* The window has gone with its project. */
  g_assert_cmpuint (count_kept (), ==, 0);
}

/* People see first what they chose, not the persona that it is about. */
static void
test_first_map (void)
{
  static const struct
  {
    const char *name;
    JalonKind kind;
  } templates[] = {
    { "workshop", JALON_KIND_JOURNEY },
    { "persona", JALON_KIND_PERSONA },
    { "empathy-map", JALON_KIND_EMPATHY_MAP },
    { "empathy-map-2017", JALON_KIND_EMPATHY_MAP },
    { "stakeholder-rings", JALON_KIND_STAKEHOLDER_MAP },
    { "service-blueprint", JALON_KIND_JOURNEY },
    { "register", JALON_KIND_REGISTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_auto (WindowFixture) fixture = { 0 };
      JalonMapView *canvas;

      window_fixture_init (&fixture, application);
      g_clear_object (&fixture.document);
      jalon_window_open_template (fixture.window, templates[i].name);
      fixture.document = g_object_ref (jalon_window_get_document (fixture.window));
      canvas =
        JALON_MAP_VIEW (fixture_find_child (GTK_WIDGET (fixture.window), JALON_TYPE_CANVAS, 0));
      g_assert_cmpint (jalon_element_get_kind (jalon_map_view_get_map (canvas)), ==,
                       templates[i].kind);
    }
}

/* The dialog over the window. */
static GtkWidget *
find_dialog (WindowFixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (self->window))
        return GTK_WIDGET (other);
    }
  return NULL;
}

/* A new map begins with one of the templates of its kind, or empty. */
static void
test_new_map (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  guint n;

  window_fixture_init (&fixture, application);
  n = count_maps (&fixture);
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *dialog;
      GtkFlowBoxChild *card;
      JalonElement *map;
      GtkWidget *canvas;

      gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.new-map", "s",
                                  "stakeholder-map");
      dialog = find_dialog (&fixture);
      g_assert_nonnull (dialog);
      card = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (
                                                fixture_find_child (dialog, GTK_TYPE_FLOW_BOX, 0)),
                                              i);
      g_signal_emit_by_name (card, "activate");
      g_assert_null (find_dialog (&fixture));
      g_assert_cmpuint (count_maps (&fixture), ==, n + i + 1);
      canvas = fixture_find_child (GTK_WIDGET (fixture.window), JALON_TYPE_CANVAS, 0);
      map = jalon_map_view_get_map (JALON_MAP_VIEW (canvas));
      g_assert_cmpint (jalon_element_get_kind (map), ==, JALON_KIND_STAKEHOLDER_MAP);
      g_assert_true ((jalon_element_get_n_children (map) == 0) == (i == 2));
    }
}

/* A file is shown again with the map that was open, where it was. */
static void
test_state (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "state.jalon", NULL);
  g_autofree char *map = NULL;
  JalonCanvas *canvas;
  double y = 0;

  g_mkdir_with_parents (g_get_user_state_dir (), 0700);
  for (guint i = 0; i < 2; i++)
    {
      g_auto (WindowFixture) fixture = { 0 };
      JalonElement *element;

      window_fixture_init (&fixture, application);
      if (i == 0)
        save_template (&fixture, path);
      open_path (&fixture, path);
      canvas =
        JALON_CANVAS (fixture_find_child (GTK_WIDGET (fixture.window), JALON_TYPE_CANVAS, 0));
      if (i == 0)
        {
          element = window_fixture_get_map (&fixture, JALON_KIND_STAKEHOLDER_MAP);
          map = g_strdup (jalon_element_get_id (element));
          jalon_window_show_map (fixture.window, element);
          fixture_settle ();
          jalon_canvas_set_zoom (canvas, 2.5);
          fixture_settle ();
          gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (canvas)), 130);
        }
      else
        {
          fixture_settle ();
          y = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (canvas)));
          g_assert_cmpstr (jalon_element_get_id (jalon_map_view_get_map (JALON_MAP_VIEW (canvas))),
                           ==, map);
          g_assert_cmpfloat (jalon_canvas_get_zoom (canvas), ==, 2.5);
          g_assert_cmpfloat (y, ==, 130);
        }
    }
}

static guint
count_class (WindowFixture *self, const char *type, const char *class)
{
  guint count = 0;
  GtkWidget *widget;

  for (guint i = 0; (widget = fixture_find_child (GTK_WIDGET (self->window),
                                                  g_type_from_name (type), i)) != NULL;
       i++)
    count += gtk_widget_has_css_class (widget, class) ? 1 : 0;
  return count;
}

/* Hits are marked in whatever shows the map. */
static void
test_find (void)
{
  g_auto (WindowFixture) self = { 0 };
  JalonElement *map;
  GtkWidget *entry;

  window_fixture_init (&self, application);
  map = window_fixture_get_map (&self, JALON_KIND_JOURNEY);
  jalon_document_begin (self.document, "Test");
  jalon_document_set (self.document, jalon_element_get_child (map, 0), JALON_FIELD_TITLE,
                      "xylophone", NULL);
  jalon_document_set (self.document, jalon_element_get_child (map, 1), JALON_FIELD_TITLE,
                      "xylophone", NULL);
  jalon_document_commit (self.document);
  jalon_window_show_map (self.window, map);
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.find", NULL);
  entry = fixture_find_child (GTK_WIDGET (self.window), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "xylophone");
  g_signal_emit_by_name (entry, "search-changed");
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.toggle-outline", NULL);
  fixture_settle ();
  g_assert_cmpuint (count_class (&self, "JalonOutlineRow", "found"), ==, 1);
  g_assert_cmpuint (count_class (&self, "JalonOutlineRow", "found-here"), ==, 1);
  g_signal_emit_by_name (entry, "stop-search");
  fixture_settle ();
  g_assert_cmpuint (count_class (&self, "JalonOutlineRow", "found-here"), ==, 0);
}

/* A title that no file can have is no name to begin with. */
static void
test_suggested_name (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  g_autofree char *title = g_strnfill (5000, 'x');
  g_autofree char *name = NULL;

  window_fixture_init (&fixture, application);
  memcpy (title, "../a", 4);
  jalon_document_begin (fixture.document, "Test");
  jalon_document_set (fixture.document, jalon_document_get_project (fixture.document),
                      JALON_FIELD_TITLE, title, NULL);
  jalon_document_commit (fixture.document);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.save-as", NULL);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (fixture.window->chooser));
  g_assert_true (g_str_has_prefix (name, "axxx"));
  g_assert_true (g_str_has_suffix (name, "xxx.jalon"));
  g_assert_cmpuint (strlen (name), <, 255);
}

/* What GTK's own dialog accepts without a name is as good as cancelled. */
static void
test_no_name (void)
{
  g_auto (WindowFixture) fixture = { 0 };

  window_fixture_init (&fixture, application);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.save-as", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (fixture.window->chooser), "");
  g_signal_emit_by_name (fixture.window->chooser, "response", GTK_RESPONSE_ACCEPT);
  g_assert_null (fixture.window->store);
  /* It may be reading its folder still. */
  g_assert_nonnull (fixture.window->chooser);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add_func ("/window/delete-map", test_delete_map);
  g_test_add_func ("/window/next-step", test_next_step);
  g_test_add_func ("/window/no-offer", test_no_offer);
  g_test_add_func ("/window/leave", test_leave);
  g_test_add_func ("/window/new-map", test_new_map);
  g_test_add_func ("/window/first-map", test_first_map);
  g_test_add_func ("/window/state", test_state);
  g_test_add_func ("/window/find", test_find);
  g_test_add_func ("/window/suggested-name", test_suggested_name);
  g_test_add_func ("/window/no-name", test_no_name);
  return fixture_run ();
}
