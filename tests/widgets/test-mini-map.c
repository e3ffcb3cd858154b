/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "widgets/jalon-mini-map.h"

typedef struct
{
  CanvasFixture canvas;
  JalonMiniMap *map;
} Fixture;

/* Over the lower right corner of the canvas. */
static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller;

  canvas_fixture_init (&self->canvas, "trip");
  self->map = JALON_MINI_MAP (jalon_mini_map_new ());
  jalon_mini_map_set_canvas (self->map, self->canvas.canvas);
  gtk_widget_set_halign (GTK_WIDGET (self->map), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->map), GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->map), 64);
  scroller = g_object_ref (gtk_window_get_child (GTK_WINDOW (self->canvas.window)));
  gtk_window_set_child (GTK_WINDOW (self->canvas.window), NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->map));
  g_object_unref (scroller);
  gtk_window_set_child (GTK_WINDOW (self->canvas.window), overlay);
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer map = self->map;

  g_object_add_weak_pointer (G_OBJECT (map), &map);
  canvas_fixture_clear (&self->canvas);
  g_assert_null (map);
}

static void
zoom (Fixture *self, double zoom)
{
  jalon_canvas_set_zoom (self->canvas.canvas, zoom);
  fixture_settle ();
}

static void
test_properties (void)
{
  GtkWidget *map = g_object_ref_sink (jalon_mini_map_new ());
  g_autoptr (GtkWidget) canvas = g_object_ref_sink (jalon_canvas_new ());
  g_autoptr (GtkWidget) other = g_object_ref_sink (jalon_canvas_new ());
  GValue first = G_VALUE_INIT, second = G_VALUE_INIT;

  g_value_init (&first, JALON_TYPE_CANVAS);
  g_value_init (&second, JALON_TYPE_CANVAS);
  g_value_set_object (&first, canvas);
  g_value_set_object (&second, other);
  fixture_check_property (G_OBJECT (map), "canvas", &first, &second);
  g_value_unset (&first);
  g_value_unset (&second);

  g_value_init (&first, G_TYPE_BOOLEAN);
  g_value_init (&second, G_TYPE_BOOLEAN);
  g_value_set_boolean (&second, TRUE);
  fixture_check_property (G_OBJECT (map), "wanted", &first, &second);
  fixture_check_label (map, "Overview of the map");
  g_assert_finalize_object (map);
}

/* It is there while much of the map is not in view, and people want it. */
static void
test_visible (Fixture *self, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (self->map);

  zoom (self, 0.5);
  g_assert_false (gtk_widget_get_visible (map));
  zoom (self, 3);
  g_assert_true (gtk_widget_get_visible (map));
  jalon_mini_map_set_wanted (self->map, FALSE);
  fixture_settle ();
  g_assert_false (gtk_widget_get_visible (map));
  jalon_mini_map_set_wanted (self->map, TRUE);
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (map));
  jalon_map_view_set_map (JALON_MAP_VIEW (self->canvas.canvas), NULL);
  fixture_settle ();
  g_assert_false (gtk_widget_get_visible (map));
}

static double
get_middle (Fixture *self, int axis)
{
  GtkAdjustment *adjustment = self->canvas.canvas->adjustments[axis];

  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
}

/* A press brings that part of the map into view; the frame is dragged as it was taken. */
static void
test_drag (Fixture *self, gconstpointer data)
{
  gpointer drag = fixture_find_controller (GTK_WIDGET (self->map), GTK_TYPE_GESTURE_DRAG,
                                           GDK_BUTTON_PRIMARY);
  double width, height, x, y;
  JalonScene *scene;

  zoom (self, 4);
  scene = jalon_canvas_get_scene (self->canvas.canvas);
  width = gtk_widget_get_width (GTK_WIDGET (self->map));
  height = gtk_widget_get_height (GTK_WIDGET (self->map));
  jalon_canvas_scroll_by (self->canvas.canvas, -1e6, -1e6);
  g_signal_emit_by_name (drag, "drag-begin", width / 2, height / 2);
  x = get_middle (self, 0);
  y = get_middle (self, 1);
  g_assert_cmpfloat_with_epsilon (x, jalon_scene_get_width (scene) * 4 / 2, 2);
  g_assert_cmpfloat_with_epsilon (y, jalon_scene_get_height (scene) * 4 / 2, 2);

  /* Taken beside its middle, it does not leap. */
  g_signal_emit_by_name (drag, "drag-begin", width / 2 + 3, height / 2 - 2);
  g_assert_cmpfloat (get_middle (self, 0), ==, x);
  jalon_canvas_scroll_by (self->canvas.canvas, 100, 100);
  g_signal_emit_by_name (drag, "drag-begin", 0.0, 0.0);
  g_assert_cmpfloat (gtk_adjustment_get_value (self->canvas.canvas->adjustments[0]), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (self->canvas.canvas->adjustments[1]), ==, 0);
}

/* Nothing stays below it: the end of the sheet can be scrolled up, and what is gone to is clear of
 * it. */
static void
test_covered (Fixture *self, gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas.canvas);
  graphene_rect_t bounds;
  JalonScene *scene;
  guint n_items;
  JalonPoint origin;

  zoom (self, 3);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (self->map), canvas, &bounds));
  scene = jalon_canvas_get_scene (self->canvas.canvas);
  jalon_canvas_scroll_by (self->canvas.canvas, 1e6, 1e6);
  fixture_settle ();
  jalon_canvas_get_origin (self->canvas.canvas, &origin);
  g_assert_cmpfloat (origin.y + jalon_scene_get_height (scene) * 3, <=, bounds.origin.y + 1);

  jalon_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const JalonItem *item = jalon_canvas_get_item (self->canvas.canvas, i);
      JalonRect rect;

      if (jalon_node_get_role (item->node) != JALON_ROLE_CARD)
        continue;
      jalon_canvas_scroll_by (self->canvas.canvas, -1e6, -1e6);
      jalon_canvas_go_to (self->canvas.canvas, i, FALSE);
      jalon_canvas_locate (self->canvas.canvas, i, &rect);
      if (rect.height > bounds.origin.y / 2)
        continue;
      g_assert_true (rect.x + rect.width <= bounds.origin.x ||
                     rect.y + rect.height <= bounds.origin.y);
    }

  jalon_mini_map_set_wanted (self->map, FALSE);
  fixture_settle ();
  g_assert_cmpfloat (self->canvas.canvas->covered.height, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mini-map/properties", test_properties);
#define ADD(name, test) g_test_add ("/mini-map/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("visible", test_visible);
  ADD ("drag", test_drag);
  ADD ("covered", test_covered);
#undef ADD
  return fixture_run ();
}
