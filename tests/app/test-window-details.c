/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jalon-window.h"
#include "fixture.h"
#include "widgets/jalon-canvas.h"
#include "widgets/jalon-inspector.h"
#include "widgets/jalon-sidebar.h"
#include "window-fixture.h"

/* The details beside the map, and where the keys are. */

static gboolean
is_at (JalonWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static JalonElement *
find_map (JalonDocument *document, JalonKind kind)
{
  JalonElement *project = jalon_document_get_project (document);
  guint i = 0;

  while (jalon_element_get_kind (jalon_element_get_child (project, i)) != kind)
    i++;
  return jalon_element_get_child (project, i);
}

/* From the map to the fields of what is selected, though they were hidden, and back. */
static void
test_details (gconstpointer application)
{
  JalonWindow *self = jalon_window_new (GTK_APPLICATION ((gpointer) application));
  GtkWidget *window = GTK_WIDGET (self);
  GtkWidget *canvas, *inspector, *row;
  JalonDocument *document;
  JalonElement *map;
  const char *ids[] = { NULL, NULL };

  jalon_window_open_template (self, "workshop");
  gtk_window_present (GTK_WINDOW (self));
  fixture_settle ();
  document = jalon_window_get_document (self);
  canvas = fixture_find_child (window, JALON_TYPE_CANVAS, 0);
  inspector = fixture_find_child (window, JALON_TYPE_INSPECTOR, 0);
  map = find_map (document, JALON_KIND_STAKEHOLDER_MAP);
  jalon_window_show_map (self, map);
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  gtk_widget_grab_focus (canvas);
  while (gtk_widget_get_mapped (inspector))
    g_main_context_iteration (NULL, TRUE);

  ids[0] = jalon_element_get_id (jalon_element_get_child (map, 0));
  jalon_document_set_selection (document, ids);
  gtk_widget_activate_action (canvas, "canvas.details", NULL);
  while (!is_at (self, inspector))
    g_main_context_iteration (NULL, TRUE);
  row = fixture_find_child (inspector, ADW_TYPE_PREFERENCES_ROW, 0);
  g_assert_true (is_at (self, row));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Name");

  gtk_widget_activate_action (window, "win.details", NULL);
  g_assert_true (is_at (self, canvas));

  /* Nothing can be written there any more. */
  g_assert_true (jalon_inspector_focus_first (JALON_INSPECTOR (inspector)));
  g_object_set (self, "only-reads", TRUE, NULL);
  g_assert_true (is_at (self, canvas));
  g_object_set (self, "only-reads", FALSE, NULL);

  g_assert_true (jalon_inspector_focus_first (JALON_INSPECTOR (inspector)));
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  g_assert_true (is_at (self, canvas));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A list that is open goes with the fields, not off the screen, and the keys go to the map. */
static void
test_open_list (gconstpointer application)
{
  JalonWindow *self = jalon_window_new (GTK_APPLICATION ((gpointer) application));
  GtkWidget *window = GTK_WIDGET (self);
  GtkWidget *inspector, *row, *popover;

  jalon_window_open_template (self, "workshop");
  gtk_window_present (GTK_WINDOW (self));
  fixture_settle ();
  jalon_window_show_map (self, find_map (jalon_window_get_document (self), JALON_KIND_JOURNEY));
  adw_flap_set_reveal_flap (ADW_FLAP (fixture_find_child (window, ADW_TYPE_FLAP, 1)), TRUE);
  fixture_settle ();
  inspector = fixture_find_child (window, JALON_TYPE_INSPECTOR, 0);
  row = fixture_find_child (inspector, ADW_TYPE_COMBO_ROW, 0);
  popover = fixture_find_child (row, GTK_TYPE_POPOVER, 0);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (popover));
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  g_assert_false (gtk_widget_get_mapped (popover));
  g_assert_true (is_at (self, fixture_find_child (window, JALON_TYPE_CANVAS, 0)));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* In a small window the list of maps lies over the map, with the keys; no menu is cut off. */
static void
test_small (gconstpointer application)
{
  JalonWindow *self = jalon_window_new (GTK_APPLICATION ((gpointer) application));
  GtkWidget *window = GTK_WIDGET (self);
  GtkWidget *sidebar, *button, *popover;
  int natural;

  jalon_window_open_template (self, "workshop");
  gtk_window_set_default_size (GTK_WINDOW (self), 800, 600);
  gtk_window_present (GTK_WINDOW (self));
  fixture_settle ();
  sidebar = fixture_find_child (window, JALON_TYPE_SIDEBAR, 0);
  gtk_widget_activate_action (window, "win.toggle-sidebar", NULL);
  g_assert_true (is_at (self, sidebar));
  gtk_widget_activate_action (window, "win.toggle-sidebar", NULL);
  g_assert_false (is_at (self, sidebar));

  for (guint i = 0;; i++)
    {
      button = fixture_find_child (window, GTK_TYPE_MENU_BUTTON, i);
      if (gtk_menu_button_get_primary (GTK_MENU_BUTTON (button)))
        break;
    }
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_widget_measure (popover, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 300);
  g_assert_cmpint (natural, <, 600 - 47);
  g_assert_false (gtk_widget_get_has_tooltip (button));
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_settle ();
  g_assert_true (gtk_widget_get_has_tooltip (button));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The details come and go beside a map whose scroll bars do so with them, while something is told:
 * GTK warns where a widget has no size by then. */
static void
test_moving (gconstpointer application)
{
  JalonWindow *self = jalon_window_new (GTK_APPLICATION ((gpointer) application));
  GtkWidget *window = GTK_WIDGET (self);
  GtkWidget *canvas, *flap;

  jalon_window_open_template (self, "workshop");
  gtk_window_set_default_size (GTK_WINDOW (self), 800, 600);
  gtk_window_present (GTK_WINDOW (self));
  fixture_settle ();
  canvas = fixture_find_child (window, JALON_TYPE_CANVAS, 0);
  flap = fixture_find_child (window, ADW_TYPE_FLAP, 1);
  jalon_window_show_map (self, find_map (jalon_window_get_document (self), JALON_KIND_JOURNEY));
  adw_flap_set_reveal_flap (ADW_FLAP (flap), FALSE);
  fixture_settle ();
  gtk_widget_activate_action (canvas, "canvas.zoom-fit", NULL);
  jalon_canvas_set_zoom (JALON_CANVAS (canvas), jalon_canvas_get_zoom (JALON_CANVAS (canvas)));
  for (guint i = 0; i < 4; i++)
    {
      double end = adw_flap_get_reveal_flap (ADW_FLAP (flap)) ? 0 : 1;

      gtk_widget_activate_action (window, "win.tell", "s", "Told");
      gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
      while (adw_flap_get_reveal_progress (ADW_FLAP (flap)) != end)
        g_main_context_iteration (NULL, TRUE);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  GtkApplication *application;
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add_data_func ("/window/details", application, test_details);
  g_test_add_data_func ("/window/moving", application, test_moving);
  g_test_add_data_func ("/window/open-list", application, test_open_list);
  g_test_add_data_func ("/window/small", application, test_small);
  return fixture_run ();
}
