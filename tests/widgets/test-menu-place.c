/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"
#include "outline-fixture.h"
#include "widgets/jalon-menu-place.h"

/* Opens the menu of what is written, in which nothing can be done but to choose an emoji, and goes
 * round in it with the arrows. */
static void
go_round (GtkWidget *window)
{
  GtkWidget *text = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *focus;

  g_assert_true (gtk_widget_activate_action (text, "menu.popup", NULL));
  fixture_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
  for (guint i = 0; i < 3; i++)
    gtk_widget_child_focus (window, GTK_DIR_DOWN);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
  g_assert_true (gtk_widget_is_ancestor (focus, text));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)));
  fixture_settle ();
}

/* A long menu has no room above or below the middle of the screen, but beside a point. */
static void
test_long (void)
{
  GtkWidget *button = gtk_button_new_with_label ("Menu");
  GtkWidget *window = fixture_show (button, 600, 900);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;
  int natural;

  for (guint i = 0; i < 20; i++)
    g_menu_append (menu, "Item", NULL);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, button);
  jalon_menu_place (GTK_POPOVER (popover), &(GdkRectangle){ 300, 450, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (popover));
  fixture_settle ();
  gtk_widget_measure (popover, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 550);
  g_assert_cmpint (natural, <, 900);
  g_assert_cmpint (gtk_widget_get_height (popover), ==, natural);
  gtk_widget_unparent (popover);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_canvas (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  fixture_add_button (fixture.window);
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  go_round (fixture.window);
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
}

static void
test_outline (OutlineFixture *self, gconstpointer data)
{
  outline_fixture_act (self, "s1", "row.edit");
  go_round (self->window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/menu-place/long", test_long);
  g_test_add_func ("/menu-place/canvas", test_canvas);
  g_test_add ("/menu-place/outline", OutlineFixture, "trip", outline_fixture_set_up, test_outline,
              outline_fixture_tear_down);
  return fixture_run ();
}
