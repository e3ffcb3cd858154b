/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is dragged other than cards: headers, the edges of cards, wishes and links; and the keys for
 * the same. */

#include "canvas-fixture.h"

static JalonElement *
get (CanvasFixture *fixture, const char *id)
{
  return fixture_get (fixture->document, id);
}

static JalonRect
locate (CanvasFixture *fixture, const char *id)
{
  JalonRect rect;

  jalon_canvas_locate (fixture->canvas, canvas_fixture_find (fixture, id), &rect);
  return rect;
}

static void
activate (CanvasFixture *fixture, const char *id, const char *action)
{
  jalon_canvas_reveal (fixture->canvas, id);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
  fixture_settle ();
}

static void
add_stakeholder (CanvasFixture *fixture, const char *id)
{
  JalonElement *element = jalon_element_new (JALON_KIND_STAKEHOLDER, id);

  jalon_element_set (element, JALON_FIELD_NAME, id, NULL);
  jalon_element_set (element, JALON_FIELD_SUPPORT, "0.2", NULL);
  jalon_element_set (element, JALON_FIELD_INFLUENCE, "0.2", NULL);
  jalon_document_begin (fixture->document, "Add");
  jalon_document_insert (fixture->document, get (fixture, "power"), G_MAXUINT, element);
  jalon_document_commit (fixture->document);
  fixture_settle ();
}

/* The ids of the children of some kind, separated by blanks. */
static char *
list (JalonElement *parent, JalonKind kind)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    if (jalon_element_get_kind (jalon_element_get_child (parent, i)) == kind)
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "",
                              jalon_element_get_id (jalon_element_get_child (parent, i)));
  return g_string_free (ids, FALSE);
}

/* A header is dropped before another one or behind it, by which half of that it is over. */
static void
test_headers (void)
{
  static const struct
  {
    const char *dragged;
    const char *target;
    double part;
    const char *parent;
    JalonKind kind;
    const char *children;
    const char *label;
  } cases[] = {
    { "g1", "g2", 0.9, "trip", JALON_KIND_STAGE, "g2 g1", "Move Stage" },
    { "g2", "g1", 0.1, "trip", JALON_KIND_STAGE, "g2 g1", "Move Stage" },
    { "g1", "g2", 0.1, "trip", JALON_KIND_STAGE, "g1 g2", NULL },
    { "g1", "g1", 0.9, "trip", JALON_KIND_STAGE, "g1 g2", NULL },
    { "s1", "s2", 0.9, "g1", JALON_KIND_STEP, "s2 s1", "Move Step" },
    { "s1", "s3", 0.1, "g2", JALON_KIND_STEP, "s1 s3 s4", "Move Step" },
    { "s1", "s4", 0.9, "g2", JALON_KIND_STEP, "s3 s4 s1", "Move Step" },
    { "s4", "s2", 0.9, "g1", JALON_KIND_STEP, "s1 s2 s4", "Move Step" },
    { "does", "thinks", 0.9, "trip", JALON_KIND_LANE, "thinks does feels pains", "Move Lane" },
    { "pains", "does", 0.1, "trip", JALON_KIND_LANE, "pains does thinks feels", "Move Lane" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      g_autofree char *children = NULL;
      gboolean is_lane = cases[i].kind == JALON_KIND_LANE;
      JalonRect from, to;

      canvas_fixture_init (&fixture, "trip");
      from = locate (&fixture, cases[i].dragged);
      to = locate (&fixture, cases[i].target);
      canvas_fixture_drag (&fixture,
                           (JalonPoint){ from.x + from.width / 2, from.y + from.height / 2 },
                           (JalonPoint){ to.x + to.width * (is_lane ? 0.5 : cases[i].part),
                                         to.y + to.height * (is_lane ? cases[i].part : 0.5) });
      children = list (get (&fixture, cases[i].parent), cases[i].kind);
      g_assert_cmpstr (children, ==, cases[i].children);
      g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, cases[i].label);
    }
}

static void
test_step_into_empty_stage (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *stage = jalon_element_new (JALON_KIND_STAGE, "g3");
  JalonRect from, to;

  canvas_fixture_init (&fixture, "trip");
  jalon_document_begin (fixture.document, "Add");
  jalon_document_insert (fixture.document, get (&fixture, "trip"), G_MAXUINT, stage);
  jalon_document_commit (fixture.document);
  fixture_settle ();
  from = locate (&fixture, "s1");
  to = locate (&fixture, "g3");
  canvas_fixture_drag (&fixture, (JalonPoint){ from.x + 10, from.y + 5 },
                       (JalonPoint){ to.x + to.width / 2, from.y + 5 });
  g_assert_true (jalon_element_get_parent (get (&fixture, "s1")) == stage);
}

/* The right edge of a card goes to the cell where it is dropped. */
static void
test_span (void)
{
  static const struct
  {
    const char *step;
    double part;
    const char *span;
  } cases[] = { { "s1", 0.7, "1" },
                { "s2", 0.3, "1" },
                { "s2", 0.7, "2" },
                { "s3", 0.8, "3" },
                { "s4", 2, "4" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      JalonRect card, step;

      canvas_fixture_init (&fixture, "trip");
      card = locate (&fixture, "c4");
      step = locate (&fixture, cases[i].step);
      canvas_fixture_drag (&fixture, (JalonPoint){ card.x + card.width - 2, card.y + 8 },
                           (JalonPoint){ step.x + step.width * cases[i].part, card.y + 8 });
      g_assert_cmpstr (jalon_element_get_text (get (&fixture, "c4"), JALON_FIELD_SPAN), ==,
                       cases[i].span);
      g_assert_true (jalon_element_get_parent (get (&fixture, "c4")) == get (&fixture, "s1"));
    }
}

static void
test_span_by_keys (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  activate (&fixture, "c4", "canvas.reach-left");
  g_assert_false (jalon_document_is_modified (fixture.document));
  activate (&fixture, "c4", "canvas.reach-right");
  activate (&fixture, "c4", "canvas.reach-right");
  g_assert_cmpstr (jalon_element_get_text (get (&fixture, "c4"), JALON_FIELD_SPAN), ==, "3");
  activate (&fixture, "c4", "canvas.reach-left");
  g_assert_cmpstr (jalon_element_get_text (get (&fixture, "c4"), JALON_FIELD_SPAN), ==, "2");
}

/* The ghost of a stakeholder is dragged, and not the stakeholder. */
static void
test_wish (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *boss;
  guint n_items;
  const JalonItem *items;
  JalonPoint from = { 0 };

  canvas_fixture_init (&fixture, "power");
  boss = get (&fixture, "boss");
  activate (&fixture, "boss", "canvas.reach-left");
  g_assert_cmpfloat_with_epsilon (jalon_element_get_number (boss, JALON_FIELD_DESIRED_SUPPORT),
                                  0.75, 0.001);
  g_assert_cmpfloat_with_epsilon (jalon_element_get_number (boss, JALON_FIELD_DESIRED_INFLUENCE),
                                  0.9, 0.001);
  for (guint i = 0; i < 5; i++)
    activate (&fixture, "boss", "canvas.reach-left");
  items = jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas), &n_items);
  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_role (items[i].node) == JALON_ROLE_DECORATION &&
        jalon_node_get_element (items[i].node) != NULL)
      from = canvas_fixture_locate (&fixture, (int) i);
  canvas_fixture_drag (&fixture, from, (JalonPoint){ from.x - 100, from.y + 100 });
  g_assert_cmpfloat (jalon_element_get_number (boss, JALON_FIELD_DESIRED_SUPPORT), <, 0.45);
  g_assert_cmpfloat (jalon_element_get_number (boss, JALON_FIELD_DESIRED_INFLUENCE), <, 0.85);
  g_assert_cmpstr (jalon_element_get_text (boss, JALON_FIELD_SUPPORT), ==, "0.8");
  g_assert_cmpstr (jalon_element_get_text (boss, JALON_FIELD_INFLUENCE), ==, "0.9");
}

static void
check_relation (CanvasFixture *fixture, const char *from, const char *to)
{
  g_autofree char *ids = list (get (fixture, "power"), JALON_KIND_RELATION);
  JalonElement *relation = get (fixture, ids);

  g_assert_cmpstr (jalon_element_get_text (relation, JALON_FIELD_FROM), ==, from);
  g_assert_cmpstr (jalon_element_get_text (relation, JALON_FIELD_TO), ==, to);
  canvas_fixture_check_selection (fixture, ids);
}

static gboolean
can_want_nothing (CanvasFixture *fixture)
{
  guint64 revision = jalon_document_get_revision (fixture->document);

  jalon_canvas_go_to (fixture->canvas, canvas_fixture_find (fixture, "boss"), FALSE);
  jalon_canvas_update_actions (fixture->canvas, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.want-nothing", NULL);
  return jalon_document_get_revision (fixture->document) != revision;
}

/* What nobody wants any more is gone, in one step, and then there is nothing to clear. */
static void
test_want_nothing (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *boss;

  canvas_fixture_init (&fixture, "power");
  boss = get (&fixture, "boss");
  g_assert_false (can_want_nothing (&fixture));
  activate (&fixture, "boss", "canvas.reach-left");
  g_assert_true (can_want_nothing (&fixture));
  g_assert_false (jalon_element_has (boss, JALON_FIELD_DESIRED_SUPPORT));
  g_assert_false (jalon_element_has (boss, JALON_FIELD_DESIRED_INFLUENCE));
  g_assert_false (can_want_nothing (&fixture));
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Clear Desired Position");
  jalon_document_undo (fixture.document);
  g_assert_true (jalon_element_has (boss, JALON_FIELD_DESIRED_INFLUENCE));
  g_assert_true (can_want_nothing (&fixture));
}

/* The handle beside the pill that the keys are on leads to another pill, and the label opens. */
static void
test_link (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonRect boss, friend;

  canvas_fixture_init (&fixture, "power");
  add_stakeholder (&fixture, "friend");
  jalon_canvas_reveal (fixture.canvas, "boss");
  boss = locate (&fixture, "boss");
  friend = locate (&fixture, "friend");
  canvas_fixture_drag (&fixture, (JalonPoint){ boss.x + boss.width + 16, boss.y + boss.height / 2 },
                       (JalonPoint){ friend.x + friend.width / 2, friend.y + friend.height / 2 });
  check_relation (&fixture, "boss", "friend");
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
}

static void
test_link_to_nowhere (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonRect boss;

  canvas_fixture_init (&fixture, "power");
  jalon_canvas_reveal (fixture.canvas, "boss");
  boss = locate (&fixture, "boss");
  canvas_fixture_drag (&fixture, (JalonPoint){ boss.x + boss.width + 16, boss.y + boss.height / 2 },
                       (JalonPoint){ boss.x - 60, boss.y + 150 });
  g_assert_false (jalon_document_is_modified (fixture.document));
}

static void
test_link_by_keys (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "power");
  add_stakeholder (&fixture, "friend");
  activate (&fixture, "friend", "canvas.link");
  activate (&fixture, "boss", "canvas.edit");
  check_relation (&fixture, "friend", "boss");
}

/* Escape forgets the link that was begun; a card of a journey cannot begin one. */
static void
test_no_link (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "power");
  add_stakeholder (&fixture, "friend");
  activate (&fixture, "friend", "canvas.link");
  g_assert_true (fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_Escape, 0));
  g_assert_null (fixture.canvas->link_from);
  activate (&fixture, "boss", "canvas.edit");
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), get (&fixture, "trip"));
  fixture_settle ();
  activate (&fixture, "c1", "canvas.link");
  g_assert_null (fixture.canvas->link_from);
}

/* A link that was begun waits on its map only, and only as long as that can be changed. */
static void
test_link_left_behind (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonMapView *view;

  canvas_fixture_init (&fixture, "power");
  view = JALON_MAP_VIEW (fixture.canvas);
  activate (&fixture, "boss", "canvas.link");
  g_assert_nonnull (fixture.canvas->link_from);
  jalon_map_view_set_editable (view, FALSE);
  g_assert_null (fixture.canvas->link_from);
  jalon_map_view_set_editable (view, TRUE);
  activate (&fixture, "boss", "canvas.link");
  jalon_map_view_set_map (view, get (&fixture, "trip"));
  fixture_settle ();
  activate (&fixture, "c1", "canvas.edit");
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
}

/* Escape lets go of what is selected, but the keys do not lose their place. */
static void
test_escape (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_reveal (fixture.canvas, "c1");
  g_assert_true (fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_Escape, 0));
  canvas_fixture_check_selection (&fixture, "");
  g_assert_true (fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_Down, 0));
  canvas_fixture_check_selection (&fixture, "c2");
}

/* Up from the last step of a wide stage leads to it, not to the next stage, which is nearer. */
static void
test_up_to_stage (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_document_begin (fixture.document, "Add");
  jalon_document_insert (fixture.document, get (&fixture, "g1"), G_MAXUINT,
                         jalon_element_new (JALON_KIND_STEP, "s5"));
  jalon_document_insert (fixture.document, get (&fixture, "g1"), G_MAXUINT,
                         jalon_element_new (JALON_KIND_STEP, "s6"));
  jalon_document_commit (fixture.document);
  fixture_settle ();
  jalon_canvas_reveal (fixture.canvas, "s6");
  g_assert_true (fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_Up, 0));
  canvas_fixture_check_selection (&fixture, "g1");
}

/* Whoever lets go of the selection in the midst of a drag drops nothing. */
static void
test_nothing_to_drop (void)
{
  static const char *const dragged[] = { "s1", "c1" };
  static const char *const none[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (dragged); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      gpointer drag;
      JalonRect rect;

      canvas_fixture_init (&fixture, "trip");
      drag = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_DRAG,
                                      GDK_BUTTON_PRIMARY);
      rect = locate (&fixture, dragged[i]);
      g_signal_emit_by_name (drag, "drag-begin", rect.x + 10, rect.y + 10);
      g_signal_emit_by_name (drag, "drag-update", rect.width, 0.0);
      jalon_document_set_selection (fixture.document, none);
      g_signal_emit_by_name (drag, "drag-end", rect.width, 0.0);
      g_assert_false (jalon_document_is_modified (fixture.document));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-reach/headers", test_headers);
  g_test_add_func ("/canvas-reach/step-into-empty-stage", test_step_into_empty_stage);
  g_test_add_func ("/canvas-reach/span", test_span);
  g_test_add_func ("/canvas-reach/span-by-keys", test_span_by_keys);
  g_test_add_func ("/canvas-reach/wish", test_wish);
  g_test_add_func ("/canvas-reach/want-nothing", test_want_nothing);
  g_test_add_func ("/canvas-reach/link", test_link);
  g_test_add_func ("/canvas-reach/link-to-nowhere", test_link_to_nowhere);
  g_test_add_func ("/canvas-reach/link-by-keys", test_link_by_keys);
  g_test_add_func ("/canvas-reach/no-link", test_no_link);
  g_test_add_func ("/canvas-reach/link-left-behind", test_link_left_behind);
  g_test_add_func ("/canvas-reach/escape", test_escape);
  g_test_add_func ("/canvas-reach/up-to-stage", test_up_to_stage);
  g_test_add_func ("/canvas-reach/nothing-to-drop", test_nothing_to_drop);
  return fixture_run ();
}
