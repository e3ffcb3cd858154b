/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-edge-scroll.h"

#define HEIGHT 300

/* Away from the edges, and at the ends of what there is, nothing moves. */
static void
test_scrolls (void)
{
  static const struct
  {
    double from;
    double y;
    int direction;
  } cases[] = {
    { 150, 295, 1 }, { 150, 270, 1 }, { 150, 5, -1 }, { 150, 150, 0 }, { 295, 298, 0 }, { 5, 2, 0 },
  };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_drawing_area_new ();
  GtkAdjustment *adjustment;
  GtkWidget *window;
  gpointer over;

  gtk_widget_set_size_request (content, 100, 5000);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  jalon_edge_scroll_init (GTK_SCROLLED_WINDOW (scroller));
  window = fixture_show (scroller, 200, HEIGHT);
  fixture_settle ();
  g_assert_cmpint (gtk_widget_get_height (scroller), ==, HEIGHT);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  over = fixture_find_controller (scroller, GTK_TYPE_DROP_CONTROLLER_MOTION, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double before = 2000, moved;

      gtk_adjustment_set_value (adjustment, before);
      g_signal_emit_by_name (over, "motion", 50.0, cases[i].from);
      g_signal_emit_by_name (over, "motion", 50.0, cases[i].y);
      fixture_wait (200);
      moved = gtk_adjustment_get_value (adjustment) - before;
      g_assert_cmpint ((moved > 0) - (moved < 0), ==, cases[i].direction);

      g_signal_emit_by_name (over, "leave");
      before = gtk_adjustment_get_value (adjustment);
      fixture_wait (100);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, before);
    }
  fixture_finalise (window, scroller);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edge-scroll/scrolls", test_scrolls);
  return fixture_run ();
}
