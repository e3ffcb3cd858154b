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

/* What is fitted leaves nothing to scroll to, also where rounding makes it longer. */
static void
test_rounding (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GtkAdjustment) across = NULL;
  guint n_longer = 0;

  canvas_fixture_init (&fixture, "power");
  g_object_get (fixture.canvas, "hadjustment", &across, NULL);
  for (int width = 400; width < 900; width++)
    {
      double length = jalon_scene_get_width (jalon_canvas_get_scene (fixture.canvas));

      if (width / length * length <= width)
        continue;
      n_longer++;
      resize (&fixture, width);
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.zoom-fit", NULL);
      fixture_settle ();
      g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==,
                         gtk_adjustment_get_page_size (across));
    }
  g_assert_cmpuint (n_longer, >, 0);
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

/* Waits for the next frame of the window. */
static void
wait_for_frame (CanvasFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->canvas));
  gint64 counter = gdk_frame_clock_get_frame_counter (clock);

  while (gdk_frame_clock_get_frame_counter (clock) == counter)
    g_main_context_iteration (NULL, TRUE);
}

/* What the canvas has shown last. */
static cairo_surface_t *
get_picture (CanvasFixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_same_picture (cairo_surface_t *a, cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 (gsize) cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a)) ==
         0;
}

/* What was stretched while people zoomed is sharp once they rest, without their doing. */
static void
test_zoom_sharp (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  cairo_surface_t *stretched, *rested, *anew;

  canvas_fixture_init (&fixture, "trip");
  do
    {
      jalon_canvas_zoom_at (fixture.canvas, jalon_canvas_get_zoom (fixture.canvas) * 1.01, 300,
                            200);
      wait_for_frame (&fixture);
    }
  while (fixture.canvas->zooming == 0);
  stretched = get_picture (&fixture);
  /* What assistive technology sees follows a little later, and would have a frame painted too. */
  g_clear_handle_id (&fixture.canvas->proxies_source, g_source_remove);
  while (fixture.canvas->zooming != 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
  rested = get_picture (&fixture);
  gtk_widget_queue_draw (GTK_WIDGET (fixture.canvas));
  wait_for_frame (&fixture);
  anew = get_picture (&fixture);
  g_assert_true (is_same_picture (rested, anew));
  g_assert_false (is_same_picture (rested, stretched));
  cairo_surface_destroy (stretched);
  cairo_surface_destroy (rested);
  cairo_surface_destroy (anew);
}

/* All that is written is in view. */
static void
check_in_view (CanvasFixture *fixture, graphene_rect_t *bounds)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture->canvas->editor), widget, bounds));
  g_assert_cmpfloat (bounds->origin.x, >=, 0);
  g_assert_cmpfloat (bounds->origin.x + bounds->size.width, <=, gtk_widget_get_width (widget));
  g_assert_cmpfloat (bounds->origin.y + bounds->size.height, <=, gtk_widget_get_height (widget));
}

/* What is written on a small map can be read, also on its last card: it is larger. */
static void
test_written (void)
{
  static const char *const steps[] = { "s1", "s4" };
  g_auto (CanvasFixture) fixture = { 0 };
  graphene_rect_t bounds;
  JalonRect place;

  canvas_fixture_init (&fixture, "trip");
  resize (&fixture, 260);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.zoom-fit", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      int slot = canvas_fixture_find_slot (&fixture, steps[i], "pains");

      jalon_canvas_locate (fixture.canvas, slot, &place);
      jalon_canvas_go_to (fixture.canvas, slot, FALSE);
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.edit", NULL);
      canvas_fixture_type (&fixture, "Waits for an answer, and for the key, and for the heating");
      fixture_settle ();
      check_in_view (&fixture, &bounds);
      g_assert_cmpfloat (bounds.size.width, >, place.width);
      jalon_canvas_finish_edit (fixture.canvas);
    }
  /* The title of the map has all of its width, and stays where it is. */
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "trip"), FALSE);
  jalon_canvas_locate (fixture.canvas, fixture.canvas->cursor, &place);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.edit", NULL);
  fixture_settle ();
  check_in_view (&fixture, &bounds);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, place.x, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/fit/whole", test_whole);
  g_test_add_func ("/canvas/fit/new", test_new);
  g_test_add_func ("/canvas/fit/rounding", test_rounding);
  g_test_add_func ("/canvas/fit/written", test_written);
  g_test_add_func ("/canvas/fit/scrolled", test_scrolled);
  g_test_add_func ("/canvas/fit/again", test_again);
  g_test_add_func ("/canvas/fit/zoom-sharp", test_zoom_sharp);
  return fixture_run ();
}
