/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"
#include "widgets/jalon-canvas-proxy.h"

/* Proxies are looked after when everything has come to rest. */
static void
rest (void)
{
  fixture_wait (200);
  fixture_settle ();
}

static JalonCanvasProxy *
get_proxy (CanvasFixture *fixture, const char *id)
{
  return JALON_CANVAS_PROXY (
    jalon_canvas_get_proxy (fixture->canvas, canvas_fixture_find (fixture, id)));
}

static void
test_says (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonCanvasProxy *proxy;

  canvas_fixture_init (&fixture, "trip");
  fixture_check_name (GTK_WIDGET (fixture.canvas), fixture_get (fixture.document, "trip"));
  rest ();
  proxy = get_proxy (&fixture, "c2");
  g_assert_nonnull (strstr (jalon_canvas_proxy_get_label (proxy), "Makes a list"));
  g_assert_cmpstr (jalon_canvas_proxy_get_description (proxy), ==, "Card, 2 of 2");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (proxy)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

/* Every item that the keys reach and people see, has one, where the item is. */
static void
test_places (void)
{
  static const char *const ids[] = { "trip", "g1", "s2", "does", "c1", "c3", "e1", "p1" };
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  rest ();
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *proxy = GTK_WIDGET (get_proxy (&fixture, ids[i]));
      graphene_rect_t bounds;
      JalonRect rect;

      jalon_canvas_locate (fixture.canvas, canvas_fixture_find (&fixture, ids[i]), &rect);
      g_assert_true (gtk_widget_compute_bounds (proxy, GTK_WIDGET (fixture.canvas), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.x, rect.x, 1.5);
      g_assert_cmpfloat_with_epsilon (bounds.origin.y, rect.y, 1.5);
      g_assert_cmpfloat_with_epsilon (bounds.size.width, rect.width, 1.5);
    }
}

/* An edit elsewhere leaves a proxy the same widget; the text of its own changes what it says. */
static void
test_stays (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonCanvasProxy *one, *other;

  canvas_fixture_init (&fixture, "trip");
  rest ();
  one = get_proxy (&fixture, "c1");
  other = get_proxy (&fixture, "p1");
  jalon_document_begin (fixture.document, "Edit");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "c1"), JALON_FIELD_TEXT,
                      "Changed", NULL);
  jalon_document_commit (fixture.document);
  rest ();
  g_assert_true (get_proxy (&fixture, "c1") == one);
  g_assert_true (get_proxy (&fixture, "p1") == other);
  g_assert_nonnull (strstr (jalon_canvas_proxy_get_label (one), "Changed"));
}

static guint
count_proxies (CanvasFixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (JALON_IS_CANVAS_PROXY (child) && gtk_widget_get_child_visible (child))
      n++;
  return n;
}

static void
test_only_in_view (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  guint all, some;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_zoom_to_fit (fixture.canvas);
  rest ();
  all = count_proxies (&fixture);
  jalon_canvas_set_zoom (fixture.canvas, 4);
  rest ();
  some = count_proxies (&fixture);
  g_assert_cmpuint (all, >, 20);
  g_assert_cmpuint (some, <, all / 2);
  g_assert_cmpuint (some, >, 0);

  /* More comes into view, also without scrolling. */
  jalon_canvas_scroll_by (fixture.canvas, -G_MAXINT, -G_MAXINT);
  rest ();
  some = count_proxies (&fixture);
  jalon_canvas_zoom_at (fixture.canvas, 2, 0, 0);
  rest ();
  g_assert_cmpuint (count_proxies (&fixture), >, some);
}

/* The keyboard focus is on the proxy of what the keys are on. */
static void
test_focus (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  rest ();
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window)) ==
                 GTK_WIDGET (get_proxy (&fixture, "c1")));
  fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_Down, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window)) ==
                 GTK_WIDGET (get_proxy (&fixture, "c2")));
}

static void
test_actions (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  rest ();
  gtk_widget_activate_action (GTK_WIDGET (get_proxy (&fixture, "c3")), "item.select", NULL);
  canvas_fixture_check_selection (&fixture, "c3");
  gtk_widget_activate_action (GTK_WIDGET (get_proxy (&fixture, "c1")), "item.edit", NULL);
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
  jalon_canvas_finish_edit (fixture.canvas);
  gtk_widget_activate_action (GTK_WIDGET (get_proxy (&fixture, "c1")), "item.delete", NULL);
  g_assert_null (jalon_document_lookup (fixture.document, "c1"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-accessible/says", test_says);
  g_test_add_func ("/canvas-accessible/places", test_places);
  g_test_add_func ("/canvas-accessible/stays", test_stays);
  g_test_add_func ("/canvas-accessible/only-in-view", test_only_in_view);
  g_test_add_func ("/canvas-accessible/focus", test_focus);
  g_test_add_func ("/canvas-accessible/actions", test_actions);
  return fixture_run ();
}
