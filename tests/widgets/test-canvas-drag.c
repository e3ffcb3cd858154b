/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

static JalonElement *
get (CanvasFixture *fixture, const char *id)
{
  return fixture_get (fixture->document, id);
}

static JalonPoint
at (CanvasFixture *fixture, const char *id)
{
  return canvas_fixture_locate (fixture, canvas_fixture_find (fixture, id));
}

static JalonPoint
at_slot (CanvasFixture *fixture, const char *parent, const char *value)
{
  return canvas_fixture_locate (fixture, canvas_fixture_find_slot (fixture, parent, value));
}

static void
test_between_cells (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *card;

  canvas_fixture_init (&fixture, "trip");
  card = get (&fixture, "c1");
  canvas_fixture_drag (&fixture, at (&fixture, "c1"), at_slot (&fixture, "s3", "pains"));
  g_assert_true (jalon_element_get_parent (card) == get (&fixture, "s3"));
  g_assert_cmpstr (jalon_element_get_text (card, JALON_FIELD_LANE), ==, "pains");
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Move Card");
  jalon_document_undo (fixture.document);
  g_assert_true (jalon_element_get_parent (card) == get (&fixture, "s1"));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* The map changes below the pointer, and with the next event there is no new scene yet. */
static void
test_changed_meanwhile (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  gpointer drag;
  JalonPoint from;

  canvas_fixture_init (&fixture, "trip");
  drag = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_DRAG,
                                  GDK_BUTTON_PRIMARY);
  from = at (&fixture, "c1");
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (drag, "drag-begin", from.x, from.y);
      if (i == 1)
        g_signal_emit_by_name (drag, "drag-update", 60.0, 60.0);
      jalon_document_begin (fixture.document, "Edit");
      jalon_document_remove (fixture.document, get (&fixture, "c2"));
      jalon_document_commit (fixture.document);
      g_signal_emit_by_name (drag, "drag-update", 70.0, 80.0);
      g_signal_emit_by_name (drag, "drag-end", 70.0, 80.0);
      jalon_document_undo (fixture.document);
      if (jalon_document_get_undo_label (fixture.document) != NULL)
        jalon_document_undo (fixture.document);
    }
}

static void
test_before_another (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonRect rect;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_locate (fixture.canvas, canvas_fixture_find (&fixture, "c3"), &rect);
  canvas_fixture_drag (&fixture, at (&fixture, "c1"), (JalonPoint){ rect.x + 30, rect.y + 2 });
  g_assert_true (jalon_element_get_parent (get (&fixture, "c1")) == get (&fixture, "s2"));
  g_assert_cmpuint (jalon_element_get_index (get (&fixture, "c1")), ==, 0);
}

static void
test_several (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  canvas_fixture_click (&fixture, canvas_fixture_find (&fixture, "c1"), 1);
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "c2"));
  canvas_fixture_drag (&fixture, at (&fixture, "c2"), at_slot (&fixture, "s4", "does"));
  g_assert_true (jalon_element_get_parent (get (&fixture, "c1")) == get (&fixture, "s4"));
  g_assert_true (jalon_element_get_parent (get (&fixture, "c2")) == get (&fixture, "s4"));
  canvas_fixture_check_selection (&fixture, "c1 c2");
}

/* Headers go with those of their kind alone. */
static void
test_several_kinds (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint to;

  canvas_fixture_init (&fixture, "trip");
  canvas_fixture_click (&fixture, canvas_fixture_find (&fixture, "g1"), 1);
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "s1"));
  to = at (&fixture, "s2");
  canvas_fixture_drag (&fixture, at (&fixture, "s1"), (JalonPoint){ to.x + 10, to.y });
  g_assert_cmpuint (jalon_element_get_index (get (&fixture, "s1")), ==, 1);
  g_assert_true (jalon_element_get_parent (get (&fixture, "g1")) == get (&fixture, "trip"));
}

/* A cell for scores takes no cards. */
static void
test_refused (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  canvas_fixture_drag (&fixture, at (&fixture, "c1"), at_slot (&fixture, "s3", "feels"));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* A score goes up and down over its step, whatever the pointer does sideways. */
static void
test_score (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint from, to;
  double value;

  canvas_fixture_init (&fixture, "trip");
  from = at (&fixture, "e1");
  to = (JalonPoint){ at (&fixture, "s3").x, at (&fixture, "e2").y };
  canvas_fixture_drag (&fixture, from, to);
  value = jalon_element_get_number (get (&fixture, "e1"), JALON_FIELD_VALUE);
  g_assert_cmpfloat_with_epsilon (value, -1, 0.11);
  g_assert_true (jalon_element_get_parent (get (&fixture, "e1")) == get (&fixture, "s1"));
}

static void
test_plane (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint from;
  JalonElement *boss;

  canvas_fixture_init (&fixture, "power");
  boss = get (&fixture, "boss");
  from = at (&fixture, "boss");
  canvas_fixture_drag (&fixture, from, (JalonPoint){ from.x - 60, from.y + 40 });
  g_assert_cmpfloat (jalon_element_get_number (boss, JALON_FIELD_SUPPORT), <, 0.8);
  g_assert_cmpfloat (jalon_element_get_number (boss, JALON_FIELD_INFLUENCE), <, 0.9);
}

static double
get_knob (CanvasFixture *fixture)
{
  return jalon_element_get_number (get (fixture, "plans"), JALON_FIELD_VALUE);
}

/* A knob goes along its track, wherever the pointer goes; digits and Alt with an arrow move it. */
static void
test_knob (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *slider = jalon_element_new (JALON_KIND_SLIDER, "plans");
  JalonPoint from;
  guint n_items;
  const JalonItem *items;
  int knob = -1;

  canvas_fixture_init (&fixture, "awa");
  jalon_document_begin (fixture.document, "Add");
  jalon_document_insert (fixture.document, get (&fixture, "awa"), 0, slider);
  jalon_document_commit (fixture.document);
  fixture_settle ();
  items = jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas), &n_items);
  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_role (items[i].node) == JALON_ROLE_POINT)
      knob = (int) i;
  from = canvas_fixture_locate (&fixture, knob);
  canvas_fixture_drag (&fixture, from, (JalonPoint){ from.x + 60, from.y + 90 });
  g_assert_cmpfloat_with_epsilon (get_knob (&fixture), 75, 1.1);
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Move Slider");
  jalon_document_undo (fixture.document);
  g_assert_cmpfloat (get_knob (&fixture), ==, 50);

  jalon_canvas_go_to (fixture.canvas, knob, FALSE);
  g_assert_true (fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_5, 0));
  g_assert_cmpfloat (get_knob (&fixture), ==, 100);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.move-left", NULL);
  g_assert_cmpfloat (get_knob (&fixture), ==, 95);
}

/* A click that trembles is no drag. */
static void
test_threshold (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint from;

  canvas_fixture_init (&fixture, "power");
  from = at (&fixture, "boss");
  canvas_fixture_drag (&fixture, from, (JalonPoint){ from.x + 3, from.y + 2 });
  g_assert_false (jalon_document_is_modified (fixture.document));
}

static void
test_band (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonRect first, last;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_locate (fixture.canvas, canvas_fixture_find (&fixture, "c1"), &first);
  jalon_canvas_locate (fixture.canvas, canvas_fixture_find (&fixture, "c2"), &last);
  canvas_fixture_drag (&fixture, (JalonPoint){ last.x + 20, last.y + last.height + 3 },
                       (JalonPoint){ first.x + 60, first.y + 4 });
  canvas_fixture_check_selection (&fixture, "c1 c2");
  g_assert_cmpint (fixture.canvas->cursor, ==, canvas_fixture_find (&fixture, "c1"));
}

static void
test_pan (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  GtkAdjustment *across;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  jalon_canvas_set_zoom (fixture.canvas, 3);
  fixture_press (widget, GDK_KEY_space, 0);
  across = fixture.canvas->adjustments[0];
  gtk_adjustment_set_value (across, 100);
  canvas_fixture_drag (&fixture, (JalonPoint){ 400, 300 }, (JalonPoint){ 340, 300 });
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 160);
  g_assert_false (jalon_document_is_modified (fixture.document));
}

static void
test_escape (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  gpointer drag;
  JalonPoint from;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  drag = fixture_find_controller (widget, GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);
  from = at (&fixture, "c1");
  g_signal_emit_by_name (drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (drag, "drag-update", 200.0, 10.0);
  g_assert_cmpint (fixture.canvas->drag, ==, JALON_DRAG_MOVE);
  g_assert_true (fixture_press (widget, GDK_KEY_Escape, 0));
  /* The button is still down, and the pointer goes on. */
  g_signal_emit_by_name (drag, "drag-update", 210.0, 10.0);
  g_assert_cmpint (fixture.canvas->drag, ==, JALON_DRAG_NONE);
  g_signal_emit_by_name (drag, "drag-end", 210.0, 10.0);
  g_assert_false (jalon_document_is_modified (fixture.document));
  canvas_fixture_check_selection (&fixture, "c1");
}

/* Something else comes to stand where the pressed card was: that is not what people drag. */
static void
test_other_meanwhile (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  gpointer drag;
  JalonPoint from, to;

  canvas_fixture_init (&fixture, "trip");
  drag = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_DRAG,
                                  GDK_BUTTON_PRIMARY);
  from = at (&fixture, "c1");
  to = at_slot (&fixture, "s3", "pains");
  g_signal_emit_by_name (drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (drag, "drag-update", 60.0, 60.0);
  g_assert_cmpint (fixture.canvas->drag, ==, JALON_DRAG_MOVE);
  jalon_document_begin (fixture.document, "Others");
  jalon_document_move (fixture.document, get (&fixture, "c1"), get (&fixture, "s1"), G_MAXUINT);
  jalon_document_commit (fixture.document);
  fixture_settle ();
  g_signal_emit_by_name (drag, "drag-update", to.x - from.x, to.y - from.y);
  g_signal_emit_by_name (drag, "drag-end", to.x - from.x, to.y - from.y);
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Others");
}

/* What one button drags is not what the other one is pressed on. */
static void
test_both_buttons (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  gpointer drag, pan;
  JalonPoint from, to, other;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  drag = fixture_find_controller (widget, GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);
  pan = fixture_find_controller (widget, GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_MIDDLE);
  from = at (&fixture, "c1");
  other = at (&fixture, "c3");
  to = at_slot (&fixture, "s3", "pains");
  g_signal_emit_by_name (drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (drag, "drag-update", 60.0, 60.0);
  g_signal_emit_by_name (pan, "drag-begin", other.x, other.y);
  g_signal_emit_by_name (pan, "drag-update", 20.0, 0.0);
  g_signal_emit_by_name (pan, "drag-end", 20.0, 0.0);
  g_assert_cmpint (fixture.canvas->drag, ==, JALON_DRAG_MOVE);
  g_signal_emit_by_name (drag, "drag-update", to.x - from.x, to.y - from.y);
  g_signal_emit_by_name (drag, "drag-end", to.x - from.x, to.y - from.y);
  g_assert_true (jalon_element_get_parent (get (&fixture, "c1")) == get (&fixture, "s3"));
  g_assert_true (jalon_element_get_parent (get (&fixture, "c3")) == get (&fixture, "s2"));
}

static void
wait_until_scrolled (JalonCanvas *canvas)
{
  GtkAdjustment *across = canvas->adjustments[0];

  for (guint i = 0; i < 200 && gtk_adjustment_get_value (across) < 50; i++)
    fixture_wait (20);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), >=, 50);
}

/* What is dragged to the edge has the sheet scroll, until it is let go. */
static void
test_autoscroll (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint from;
  gpointer drag;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_set_zoom (fixture.canvas, 2);
  fixture_settle ();
  from = at (&fixture, "c1");
  drag = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_DRAG,
                                  GDK_BUTTON_PRIMARY);
  g_signal_emit_by_name (drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (drag, "drag-update", 995 - from.x, 0.0);
  wait_until_scrolled (fixture.canvas);
  g_signal_emit_by_name (drag, "drag-end", 995 - from.x, 0.0);
  g_assert_cmpuint (fixture.canvas->autoscroll, ==, 0);
}

/* So does what comes from elsewhere, but not before it has come in. */
static void
test_autoscroll_from_elsewhere (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  gpointer motion;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_set_zoom (fixture.canvas, 2);
  fixture_settle ();
  motion = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_DROP_CONTROLLER_MOTION,
                                    0);
  g_signal_emit_by_name (motion, "motion", 995.0, 300.0);
  g_assert_cmpuint (fixture.canvas->autoscroll, ==, 0);
  g_signal_emit_by_name (motion, "motion", 500.0, 300.0);
  g_signal_emit_by_name (motion, "motion", 995.0, 300.0);
  wait_until_scrolled (fixture.canvas);
  g_signal_emit_by_name (motion, "leave");
  g_assert_cmpuint (fixture.canvas->autoscroll, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-drag/between-cells", test_between_cells);
  g_test_add_func ("/canvas-drag/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/canvas-drag/before-another", test_before_another);
  g_test_add_func ("/canvas-drag/several", test_several);
  g_test_add_func ("/canvas-drag/several-kinds", test_several_kinds);
  g_test_add_func ("/canvas-drag/refused", test_refused);
  g_test_add_func ("/canvas-drag/score", test_score);
  g_test_add_func ("/canvas-drag/plane", test_plane);
  g_test_add_func ("/canvas-drag/knob", test_knob);
  g_test_add_func ("/canvas-drag/threshold", test_threshold);
  g_test_add_func ("/canvas-drag/band", test_band);
  g_test_add_func ("/canvas-drag/pan", test_pan);
  g_test_add_func ("/canvas-drag/escape", test_escape);
  g_test_add_func ("/canvas-drag/other-meanwhile", test_other_meanwhile);
  g_test_add_func ("/canvas-drag/both-buttons", test_both_buttons);
  g_test_add_func ("/canvas-drag/autoscroll", test_autoscroll);
  g_test_add_func ("/canvas-drag/autoscroll-from-elsewhere", test_autoscroll_from_elsewhere);
  return fixture_run ();
}
