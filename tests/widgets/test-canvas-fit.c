/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

/* How large a map is seen before people zoom. */

static void
test_whole (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonScene *scene;

  canvas_fixture_init (&fixture, "trip");
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.zoom-fit", NULL);
  scene = jalon_canvas_get_scene (fixture.canvas);
  g_assert_cmpfloat (jalon_scene_get_width (scene) * jalon_canvas_get_zoom (fixture.canvas), <=,
                     gtk_widget_get_width (GTK_WIDGET (fixture.canvas)) + 1);
  g_assert_cmpfloat (jalon_scene_get_height (scene) * jalon_canvas_get_zoom (fixture.canvas), <=,
                     gtk_widget_get_height (GTK_WIDGET (fixture.canvas)) + 1);
}

static void
resize (CanvasFixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) != width)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
}

/* A new map follows the size of the window until people zoom. */
static void
test_new (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonMapView *view;
  double narrow, wide;

  canvas_fixture_init (&fixture, "power");
  view = JALON_MAP_VIEW (fixture.canvas);
  resize (&fixture, 600);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), ==, 1);

  jalon_map_view_set_map (view, fixture_get (fixture.document, "trip"));
  fixture_settle ();
  narrow = jalon_canvas_get_zoom (fixture.canvas);
  g_assert_cmpfloat (narrow, <, 1);
  resize (&fixture, 700);
  wide = jalon_canvas_get_zoom (fixture.canvas);
  g_assert_cmpfloat (wide, >, narrow);

  /* It is left and come back to in between. */
  jalon_map_view_set_map (view, fixture_get (fixture.document, "head"));
  fixture_settle ();
  jalon_map_view_set_map (view, fixture_get (fixture.document, "trip"));
  fixture_settle ();
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), ==, wide);
  resize (&fixture, 800);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), >, wide);
  wide = jalon_canvas_get_zoom (fixture.canvas);

  jalon_canvas_set_zoom (fixture.canvas, wide * 1.5);
  resize (&fixture, 900);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), ==, wide * 1.5);
}

/* What people have scrolled to stays where it is while the map is fitted anew. */
static void
test_scrolled (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint before, after;
  double narrow;

  canvas_fixture_init (&fixture, "power");
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), fixture_get (fixture.document, "head"));
  resize (&fixture, 700);
  narrow = jalon_canvas_get_zoom (fixture.canvas);
  g_assert_cmpfloat (narrow, <, 1);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 700, 300);
  fixture_settle ();
  jalon_canvas_scroll_by (fixture.canvas, 0, 60);
  jalon_canvas_to_sheet (fixture.canvas, 0, 0, &before);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 800, 300);
  while (gtk_widget_get_width (GTK_WIDGET (fixture.canvas)) != 800)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), >, narrow);
  jalon_canvas_to_sheet (fixture.canvas, 0, 0, &after);
  g_assert_cmpfloat (before.y, >, 0);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 2);
}

/* All of the map is still seen after a pane has opened beside it, until people zoom. */
static void
test_again (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  double wide, narrow;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  resize (&fixture, 900);
  gtk_widget_activate_action (widget, "canvas.zoom-fit", NULL);
  wide = jalon_canvas_get_zoom (fixture.canvas);
  resize (&fixture, 600);
  narrow = jalon_canvas_get_zoom (fixture.canvas);
  g_assert_cmpfloat (narrow, <, wide);
  g_assert_cmpfloat (jalon_scene_get_width (jalon_canvas_get_scene (fixture.canvas)) * narrow, <=,
                     601);
  gtk_widget_activate_action (widget, "canvas.zoom-in", NULL);
  narrow = jalon_canvas_get_zoom (fixture.canvas);
  resize (&fixture, 900);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), ==, narrow);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/fit/whole", test_whole);
  g_test_add_func ("/canvas/fit/new", test_new);
  g_test_add_func ("/canvas/fit/scrolled", test_scrolled);
  g_test_add_func ("/canvas/fit/again", test_again);
  return g_test_run ();
}
