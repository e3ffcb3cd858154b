/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-zoom-bar.h"

/* In the order in which they stand; the zoom, which opens a menu, between the first two. */
static const struct
{
  const char *action;
  const char *label;
} buttons[] = {
  { "win.zoom-out", "Zoom Out" },
  { "win.zoom-in", "Zoom In" },
  { "win.zoom-fit", "Fit" },
};

static GtkWidget *
get_button (GtkWidget *bar, guint index)
{
  return fixture_find_child (bar, GTK_TYPE_BUTTON, index > 0 ? index + 1 : 0);
}

static void
test_properties (void)
{
  GtkWidget *bar = jalon_zoom_bar_new ();
  GValue half = G_VALUE_INIT, twice = G_VALUE_INIT;
  double zoom;

  g_object_get (bar, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 1);
  g_value_init (&half, G_TYPE_DOUBLE);
  g_value_init (&twice, G_TYPE_DOUBLE);
  g_value_set_double (&half, 0.5);
  g_value_set_double (&twice, 2);
  fixture_check_property (G_OBJECT (bar), "zoom", &half, &twice);
  g_value_unset (&half);
  g_value_unset (&twice);
  g_value_init (&half, G_TYPE_BOOLEAN);
  g_value_init (&twice, G_TYPE_BOOLEAN);
  g_value_set_boolean (&twice, TRUE);
  fixture_check_property (G_OBJECT (bar), "overview", &half, &twice);
  fixture_finalise (NULL, bar);
}

static void
test_shows (void)
{
  static const struct
  {
    double zoom;
    const char *label;
  } cases[] = {
    { 1, "100 %" }, { 0.72, "72 %" }, { 0.666, "67 %" }, { 4, "400 %" }, { 0.054, "5 %" },
  };
  GtkWidget *bar = jalon_zoom_bar_new ();
  GtkWidget *menu_button = fixture_find_child (bar, GTK_TYPE_MENU_BUTTON, 0);
  GtkWidget *percent = fixture_find_child (menu_button, GTK_TYPE_LABEL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      jalon_zoom_bar_set_zoom (JALON_ZOOM_BAR (bar), cases[i].zoom);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (percent)), ==, cases[i].label);
    }
  fixture_finalise (NULL, bar);
}

static void
did_cb (GSimpleAction *action, GVariant *parameter, gpointer done)
{
  g_string_append (done, g_action_get_name (G_ACTION (action)));
}

/* Each button does what the window can, and only while it can. */
static void
test_actions (void)
{
  GtkWidget *bar = jalon_zoom_bar_new ();
  GtkWidget *window = fixture_show (bar, 300, 60);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GString) done = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = get_button (bar, i);
      g_autoptr (GSimpleAction) action = NULL;

      g_assert_false (gtk_widget_get_sensitive (button));
      action = g_simple_action_new (buttons[i].action + strlen ("win."), NULL);
      g_signal_connect (action, "activate", G_CALLBACK (did_cb), done);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = get_button (bar, i);

      g_assert_true (gtk_widget_get_sensitive (button));
      g_string_truncate (done, 0);
      g_signal_emit_by_name (button, "clicked");
      g_assert_cmpstr (done->str, ==, buttons[i].action + strlen ("win."));
      g_assert_true (fixture_reaches (window, button));
    }
  fixture_finalise (window, bar);
}

static gboolean
has_overview (GtkWidget *bar)
{
  gboolean value;

  g_object_get (bar, "overview", &value, NULL);
  return value;
}

/* The menu hides the overview and brings it back. */
static void
test_overview (void)
{
  GtkWidget *bar = jalon_zoom_bar_new ();

  g_assert_true (has_overview (bar));
  gtk_widget_activate_action (bar, "zoom-bar.overview", NULL);
  g_assert_false (has_overview (bar));
  gtk_widget_activate_action (bar, "zoom-bar.overview", NULL);
  g_assert_true (has_overview (bar));
  fixture_finalise (NULL, bar);
}

/* Each button says what it does, also those that only have an icon. */
static void
test_accessible (void)
{
  GtkWidget *bar = jalon_zoom_bar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = get_button (bar, i);

      fixture_check_label (button, buttons[i].label);
      g_assert_nonnull (gtk_widget_get_tooltip_text (button));
    }
  g_assert_null (get_button (bar, G_N_ELEMENTS (buttons)));
  fixture_check_label (fixture_find_child (bar, GTK_TYPE_MENU_BUTTON, 0), "Zoom");
  fixture_finalise (NULL, bar);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/zoom-bar/properties", test_properties);
  g_test_add_func ("/zoom-bar/shows", test_shows);
  g_test_add_func ("/zoom-bar/actions", test_actions);
  g_test_add_func ("/zoom-bar/overview", test_overview);
  g_test_add_func ("/zoom-bar/accessible", test_accessible);
  return fixture_run ();
}
