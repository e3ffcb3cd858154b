/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

static void
test_properties (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  GtkWidget *canvas = jalon_canvas_new ();
  GValue first = G_VALUE_INIT, second = G_VALUE_INIT;

  g_value_init (&first, JALON_TYPE_DOCUMENT);
  g_value_init (&second, JALON_TYPE_DOCUMENT);
  g_value_set_object (&second, document);
  g_object_set (canvas, "document", document, NULL);
  fixture_check_property (G_OBJECT (canvas), "document", &first, &second);
  g_value_unset (&first);
  g_value_unset (&second);

  g_value_init (&first, JALON_TYPE_ELEMENT);
  g_value_init (&second, JALON_TYPE_ELEMENT);
  g_value_set_object (&first, fixture_get (document, "trip"));
  g_value_set_object (&second, fixture_get (document, "power"));
  fixture_check_property (G_OBJECT (canvas), "map", &first, &second);
  g_value_unset (&first);
  g_value_unset (&second);

  g_value_init (&first, G_TYPE_UINT);
  g_value_init (&second, G_TYPE_UINT);
  g_value_set_uint (&first, JALON_THEME_DARK);
  g_value_set_uint (&second, JALON_THEME_PRINT);
  fixture_check_property (G_OBJECT (canvas), "theme", &first, &second);
  g_value_unset (&first);
  g_value_unset (&second);

  g_value_init (&first, G_TYPE_DOUBLE);
  g_value_init (&second, G_TYPE_DOUBLE);
  g_value_set_double (&first, 0.5);
  g_value_set_double (&second, 2);
  fixture_check_property (G_OBJECT (canvas), "zoom", &first, &second);
  g_value_unset (&first);
  g_value_unset (&second);

  g_value_init (&first, G_TYPE_BOOLEAN);
  g_value_init (&second, G_TYPE_BOOLEAN);
  g_value_set_boolean (&second, TRUE);
  fixture_check_property (G_OBJECT (canvas), "editable", &first, &second);

  fixture_finalise (NULL, canvas);
}

static void
test_zoom_range (void)
{
  GtkWidget *canvas = jalon_canvas_new ();

  jalon_canvas_set_zoom (JALON_CANVAS (canvas), 1000);
  g_assert_cmpfloat (jalon_canvas_get_zoom (JALON_CANVAS (canvas)), ==, JALON_ZOOM_MAX);
  jalon_canvas_set_zoom (JALON_CANVAS (canvas), -3);
  g_assert_cmpfloat (jalon_canvas_get_zoom (JALON_CANVAS (canvas)), ==, JALON_ZOOM_MIN);
  fixture_finalise (NULL, canvas);
}

/* What is under the pointer stays there. */
static void
test_zoom_at (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint before, after;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_set_zoom (fixture.canvas, 2);
  jalon_canvas_scroll_by (fixture.canvas, 300, 200);
  jalon_canvas_to_sheet (fixture.canvas, 700, 500, &before);
  jalon_canvas_zoom_at (fixture.canvas, 2.6, 700, 500);
  jalon_canvas_to_sheet (fixture.canvas, 700, 500, &after);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
}

/* While people zoom, the next frame does with what has been painted; it is painted once they rest,
 * and nothing waits for that once the canvas is gone. */
static void
test_zoom_rests (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  guint zooming;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_zoom_at (fixture.canvas, 1.2, 300, 200);
  zooming = fixture.canvas->zooming;
  g_assert_cmpuint (zooming, !=, 0);
  jalon_canvas_zoom_at (fixture.canvas, 1.2, 300, 200);
  g_assert_cmpuint (fixture.canvas->zooming, ==, zooming);
  jalon_canvas_zoom_at (fixture.canvas, 1.3, 300, 200);
  g_assert_cmpuint (fixture.canvas->zooming, !=, zooming);
  while (fixture.canvas->zooming != 0)
    g_main_context_iteration (NULL, TRUE);
  jalon_canvas_zoom_at (fixture.canvas, 1.2, 300, 200);
}

/* All of it, and not below the headers. */
static void
check_in_view (CanvasFixture *fixture, int item)
{
  JalonRect rect, body;

  jalon_canvas_locate (fixture->canvas, item, &rect);
  jalon_canvas_get_body (fixture->canvas, &body);
  g_assert_cmpfloat (rect.x, >=, body.x - 1);
  g_assert_cmpfloat (rect.y, >=, body.y - 1);
  g_assert_cmpfloat (rect.x + rect.width, <=, body.x + body.width + 1);
  g_assert_cmpfloat (rect.y + rect.height, <=, body.y + body.height + 1);
}

static void
test_zoom_to_selection (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  const char *const ids[] = { "c1", "c3", NULL };

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  gtk_widget_activate_action (widget, "canvas.zoom-selection", NULL);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), ==, 1);

  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  gtk_widget_activate_action (widget, "canvas.zoom-selection", NULL);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), >, 1);
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), <, 2);
  check_in_view (&fixture, canvas_fixture_find (&fixture, "c1"));

  jalon_document_set_selection (fixture.document, ids);
  gtk_widget_activate_action (widget, "canvas.zoom-selection", NULL);
  check_in_view (&fixture, canvas_fixture_find (&fixture, "c1"));
  check_in_view (&fixture, canvas_fixture_find (&fixture, "c3"));

  /* A step without cards, with the cells below it */
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "s4"), FALSE);
  gtk_widget_activate_action (widget, "canvas.zoom-selection", NULL);
  check_in_view (&fixture, canvas_fixture_find_slot (&fixture, "s4", "does"));
  check_in_view (&fixture, canvas_fixture_find_slot (&fixture, "s4", "pains"));
}

/* What is gone to on a map that was never seen is in view. */
static void
test_reveal_on_new_map (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "head");
  jalon_canvas_set_zoom (fixture.canvas, 4);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), fixture_get (fixture.document, "trip"));
  g_assert_true (jalon_map_view_reveal (JALON_MAP_VIEW (fixture.canvas),
                                        fixture_get (fixture.document, "p1"), JALON_FIELD_NONE));
  fixture_settle ();
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), <=, 1);
  check_in_view (&fixture, canvas_fixture_find (&fixture, "p1"));
  canvas_fixture_check_selection (&fixture, "p1");
}

/* A map is known by its title, not by the slot of what has no place in a section. */
static void
test_reveal_map (void)
{
  static const char *const ids[] = { "awa", "power", "trip", "head" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };

      canvas_fixture_init (&fixture, ids[i]);
      g_assert_true (jalon_map_view_reveal (JALON_MAP_VIEW (fixture.canvas),
                                            fixture_get (fixture.document, ids[i]),
                                            JALON_FIELD_NONE));
      g_assert_cmpint (fixture.canvas->cursor, ==, canvas_fixture_find (&fixture, ids[i]));
    }
}

/* Each map is where and as large as it was left. */
static void
test_views (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_set_zoom (fixture.canvas, 2);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), fixture_get (fixture.document, "power"));
  fixture_settle ();
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), !=, 2);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), fixture_get (fixture.document, "trip"));
  fixture_settle ();
  g_assert_cmpfloat (jalon_canvas_get_zoom (fixture.canvas), ==, 2);
}

/* There is as much to scroll as there is of the map, after changes too. */
static void
test_grows (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autofree char *text = g_strnfill (300, 'w');
  GtkAdjustment *down;
  double before;

  canvas_fixture_init (&fixture, "trip");
  down = fixture.canvas->adjustments[1];
  jalon_canvas_set_zoom (fixture.canvas, 2);
  fixture_settle ();
  before = gtk_adjustment_get_upper (down);
  jalon_document_begin (fixture.document, "Edit");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "c4"), JALON_FIELD_TEXT,
                      text, NULL);
  jalon_document_commit (fixture.document);
  fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, before + 100);
  jalon_document_undo (fixture.document);
  fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), ==, before);
}

/* Headers stay in view, each in its direction, and are picked where they are seen. */
static void
test_frozen (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  int step, lane, card;
  JalonRect before, after;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_set_zoom (fixture.canvas, 2);
  step = canvas_fixture_find (&fixture, "s3");
  lane = canvas_fixture_find (&fixture, "pains");
  card = canvas_fixture_find (&fixture, "c3");
  jalon_canvas_scroll_by (fixture.canvas, 200, 300);

  jalon_canvas_locate (fixture.canvas, step, &before);
  jalon_canvas_scroll_by (fixture.canvas, 0, 100);
  jalon_canvas_locate (fixture.canvas, step, &after);
  g_assert_cmpfloat (before.y, ==, after.y);
  g_assert_cmpfloat (after.y, >=, 0);
  g_assert_cmpint (jalon_canvas_pick (fixture.canvas, after.x + 5, after.y + 5), ==, step);

  jalon_canvas_locate (fixture.canvas, lane, &before);
  jalon_canvas_locate (fixture.canvas, card, &after);
  jalon_canvas_scroll_by (fixture.canvas, 50, 0);
  g_assert_cmpfloat (canvas_fixture_locate (&fixture, card).x, <, after.x + after.width / 2);
  jalon_canvas_locate (fixture.canvas, lane, &after);
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (after.x, >=, 0);
}

static void
test_keys (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  canvas_fixture_check_selection (&fixture, "c1");
  g_assert_true (fixture_press (widget, GDK_KEY_Down, 0));
  canvas_fixture_check_selection (&fixture, "c2");
  g_assert_true (fixture_press (widget, GDK_KEY_Right, 0));
  canvas_fixture_check_selection (&fixture, "c3");
  g_assert_true (fixture_press (widget, GDK_KEY_Right, 0));
  canvas_fixture_check_selection (&fixture, "");
  g_assert_cmpint (fixture.canvas->cursor, ==, canvas_fixture_find_slot (&fixture, "s3", "does"));
  g_assert_true (fixture_press (widget, GDK_KEY_Home, 0));
  canvas_fixture_check_selection (&fixture, "trip");
  g_assert_false (fixture_press (widget, GDK_KEY_s, GDK_CONTROL_MASK));
}

static void
test_tab (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c2"), FALSE);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  canvas_fixture_check_selection (&fixture, "c3");
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
  canvas_fixture_check_selection (&fixture, "c1");
}

static void
test_selection (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  canvas_fixture_click (&fixture, canvas_fixture_find (&fixture, "c1"), 1);
  canvas_fixture_check_selection (&fixture, "c1");
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "p1"));
  canvas_fixture_check_selection (&fixture, "c1 p1");
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "c1"));
  canvas_fixture_check_selection (&fixture, "p1");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c3"), TRUE);
  canvas_fixture_check_selection (&fixture, "c1 c2 c3");
  canvas_fixture_click (&fixture, canvas_fixture_find_slot (&fixture, "s4", "pains"), 1);
  canvas_fixture_check_selection (&fixture, "");
}

/* Undo brings the selection back, and the keys go there. */
static void
test_selection_follows (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  const char *const ids[] = { "p1", NULL };

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  jalon_document_set_selection (fixture.document, ids);
  g_assert_cmpint (fixture.canvas->cursor, ==, canvas_fixture_find (&fixture, "p1"));
}

/* Who asks once more to write on what is still empty has taken it away by that. */
static void
test_edit_empty_again (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  for (guint i = 0; i < 2; i++)
    {
      int item;

      canvas_fixture_click (&fixture, canvas_fixture_find_slot (&fixture, "s4", "does"), 2);
      g_assert_true (jalon_canvas_get_editing (fixture.canvas));
      item = i == 0 ? fixture.canvas->cursor : canvas_fixture_find (&fixture, "p1");
      g_assert_true (jalon_canvas_edit (fixture.canvas, item, FALSE));
      g_assert_cmpint (jalon_canvas_get_editing (fixture.canvas), ==, i > 0);
      jalon_canvas_finish_edit (fixture.canvas);
      g_assert_false (jalon_document_is_modified (fixture.document));
    }
}

static void
test_delete (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.delete", NULL);
  g_assert_null (jalon_document_lookup (fixture.document, "c1"));
  canvas_fixture_check_selection (&fixture, "c2");
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.delete", NULL);
  g_assert_cmpint (fixture.canvas->cursor, ==, canvas_fixture_find_slot (&fixture, "s1", "does"));
  jalon_document_undo (fixture.document);
  jalon_document_undo (fixture.document);
  canvas_fixture_check_selection (&fixture, "c1");
}

static void
test_move (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  JalonElement *card;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  card = fixture_get (fixture.document, "c1");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  gtk_widget_activate_action (widget, "canvas.move-down", NULL);
  g_assert_cmpuint (jalon_element_get_index (card), ==, 1);
  gtk_widget_activate_action (widget, "canvas.move-right", NULL);
  g_assert_true (jalon_element_get_parent (card) == fixture_get (fixture.document, "s2"));
  gtk_widget_activate_action (widget, "canvas.move-down", NULL);
  g_assert_cmpstr (jalon_element_get_text (card, JALON_FIELD_LANE), ==, "thinks");
  canvas_fixture_check_selection (&fixture, "c1");

  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "s1"), FALSE);
  gtk_widget_activate_action (widget, "canvas.move-right", NULL);
  g_assert_cmpuint (jalon_element_get_index (fixture_get (fixture.document, "s1")), ==, 1);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "e1"), FALSE);
  gtk_widget_activate_action (widget, "canvas.move-up", NULL);
  g_assert_cmpfloat_with_epsilon (jalon_element_get_number (fixture_get (fixture.document, "e1"),
                                                            JALON_FIELD_VALUE),
                                  1.5, 1e-9);
}

/* Digits score an empty cell of the curve, or what is on it. */
static void
test_digits (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  const char *const *selection;
  JalonElement *score;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find_slot (&fixture, "s3", "feels"), FALSE);
  g_assert_true (fixture_press (widget, GDK_KEY_5, 0));
  selection = jalon_document_get_selection (fixture.document);
  g_assert_nonnull (selection[0]);
  score = fixture_get (fixture.document, selection[0]);
  g_assert_cmpint (jalon_element_get_kind (score), ==, JALON_KIND_SCORE);
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, 2);
  g_assert_true (fixture_press (widget, GDK_KEY_1, 0));
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, -2);
}

/* A canvas that is not editable changes nothing, whatever people do. */
static void
test_not_editable (void)
{
  static const char *const actions[] = {
    "canvas.edit",      "canvas.delete",    "canvas.duplicate",
    "canvas.add-after", "canvas.move-left", "canvas.move-down"
  };
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.canvas), FALSE);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (widget, actions[i], NULL);
  canvas_fixture_click (&fixture, canvas_fixture_find_slot (&fixture, "s4", "does"), 2);
  canvas_fixture_drag (&fixture,
                       canvas_fixture_locate (&fixture, canvas_fixture_find (&fixture, "c1")),
                       canvas_fixture_locate (&fixture, canvas_fixture_find (&fixture, "c3")));
  fixture_press (widget, GDK_KEY_5, 0);
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* The map may go while it is shown. */
static void
test_map_removed (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "trip"));
  jalon_document_commit (fixture.document);
  g_assert_null (jalon_map_view_get_map (JALON_MAP_VIEW (fixture.canvas)));
  fixture_settle ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/properties", test_properties);
  g_test_add_func ("/canvas/zoom-range", test_zoom_range);
  g_test_add_func ("/canvas/zoom-at", test_zoom_at);
  g_test_add_func ("/canvas/zoom-rests", test_zoom_rests);
  g_test_add_func ("/canvas/zoom-to-selection", test_zoom_to_selection);
  g_test_add_func ("/canvas/reveal-on-new-map", test_reveal_on_new_map);
  g_test_add_func ("/canvas/reveal-map", test_reveal_map);
  g_test_add_func ("/canvas/views", test_views);
  g_test_add_func ("/canvas/grows", test_grows);
  g_test_add_func ("/canvas/frozen", test_frozen);
  g_test_add_func ("/canvas/keys", test_keys);
  g_test_add_func ("/canvas/tab", test_tab);
  g_test_add_func ("/canvas/selection", test_selection);
  g_test_add_func ("/canvas/selection-follows", test_selection_follows);
  g_test_add_func ("/canvas/edit-empty-again", test_edit_empty_again);
  g_test_add_func ("/canvas/delete", test_delete);
  g_test_add_func ("/canvas/move", test_move);
  g_test_add_func ("/canvas/digits", test_digits);
  g_test_add_func ("/canvas/not-editable", test_not_editable);
  g_test_add_func ("/canvas/map-removed", test_map_removed);
  return fixture_run ();
}
