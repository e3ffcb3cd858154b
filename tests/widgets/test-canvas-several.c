/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to one thing is done to all that is selected. */

#include "canvas-fixture.h"
#include "widgets/jalon-commands.h"

/* Selects elements by their ids; the keys are on the first. */
static void
select_all (CanvasFixture *fixture, const char *ids)
{
  g_autoptr (GPtrArray) elements = fixture_get_all (fixture->document, ids);
  const char *first = jalon_element_get_id (elements->pdata[0]);

  jalon_canvas_go_to (fixture->canvas, canvas_fixture_find (fixture, first), FALSE);
  jalon_commands_select (fixture->document, elements);
  canvas_fixture_check_selection (fixture, ids);
}

static double
get_number (CanvasFixture *fixture, const char *id, JalonFieldId field)
{
  return jalon_element_get_number (fixture_get (fixture->document, id), field);
}

/* One step has led here from @before, or nothing has happened. */
static void
check_step (CanvasFixture *fixture, GBytes *before, const char *label)
{
  if (label != NULL)
    fixture_check_undo (fixture->document, before, label);
  g_assert_null (jalon_document_get_undo_label (fixture->document));
}

static void
test_move (void)
{
  static const struct
  {
    const char *what, *action;
    const char *parent, *children;
    const char *label; /* NULL if they cannot move */
  } cases[] = {
    { "c1 c2", "canvas.move-right", "s2", "c3 c1 c2 p1 e2", "Move Card" },
    { "c2 c1", "canvas.move-right", "s2", "c3 c1 c2 p1 e2", "Move Card" },
    { "c1 c3", "canvas.move-right", "s2", "c1 p1 e2", "Move Card" },
    { "c3 c1", "canvas.move-right", "s3", "c3", "Move Card" },
    { "c1 c3", "canvas.move-left", "s1", "c1 c2 c4 e1", NULL },
    { "c1 c2", "canvas.move-down", "s1", "c4 c1 c2 e1", "Move Card" },
    { "c1 c2", "canvas.move-up", "s1", "c1 c2 c4 e1", NULL },
    { "s1 s2", "canvas.move-right", "g2", "s1 s2 s3 s4", "Move Step" },
    { "s4 s3", "canvas.move-right", "g2", "s3 s4", NULL },
    { "thinks does", "canvas.move-down", "trip", "feels does thinks pains g1 g2", "Move Lane" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      g_autoptr (GBytes) before = NULL;

      canvas_fixture_init (&fixture, "trip");
      before = fixture_to_bytes (fixture.document);
      select_all (&fixture, cases[i].what);
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), cases[i].action, NULL);
      fixture_check_children (fixture.document, cases[i].parent, cases[i].children);
      canvas_fixture_check_selection (&fixture, cases[i].what);
      check_step (&fixture, before, cases[i].label);
    }
}

/* Within a cell both go past the third, wherever the keys are. */
static void
test_move_in_cell (void)
{
  static const char *const whats[] = { "c1 c2", "c2 c1" };

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      JalonElement *third;

      canvas_fixture_init (&fixture, "trip");
      third = fixture_get (fixture.document, "c4");
      jalon_document_begin (fixture.document, "Prepare");
      jalon_document_set (fixture.document, third, JALON_FIELD_LANE, "does", NULL);
      jalon_document_commit (fixture.document);
      fixture_settle ();
      select_all (&fixture, whats[i]);
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.move-down", NULL);
      fixture_check_children (fixture.document, "s1", "c4 c1 c2 e1");
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.move-up", NULL);
      fixture_check_children (fixture.document, "s1", "c1 c2 c4 e1");
    }
}

/* Cards of two lanes go to the next lane that takes each. */
static void
test_move_lanes (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  select_all (&fixture, "c1 c4");
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.move-down", NULL);
  g_assert_cmpstr (jalon_element_get_text (fixture_get (fixture.document, "c1"), JALON_FIELD_LANE),
                   ==, "thinks");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (fixture.document, "c4"), JALON_FIELD_LANE),
                   ==, "pains");
}

static void
test_scores (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  select_all (&fixture, "e1 e2");
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.move-up", NULL);
  g_assert_cmpfloat_with_epsilon (get_number (&fixture, "e1", JALON_FIELD_VALUE), 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_number (&fixture, "e2", JALON_FIELD_VALUE), -0.5, 1e-9);
  check_step (&fixture, before, "Move Score");
  fixture_settle ();
  g_assert_true (fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_4, 0));
  g_assert_cmpfloat (get_number (&fixture, "e1", JALON_FIELD_VALUE), ==, 1);
  g_assert_cmpfloat (get_number (&fixture, "e2", JALON_FIELD_VALUE), ==, 1);
  check_step (&fixture, before, "Set Score");
}

static void
test_spans (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  select_all (&fixture, "c1 c3");
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.reach-right", NULL);
  g_assert_cmpfloat (get_number (&fixture, "c1", JALON_FIELD_SPAN), ==, 2);
  g_assert_cmpfloat (get_number (&fixture, "c3", JALON_FIELD_SPAN), ==, 2);
  check_step (&fixture, before, "Change “Steps it spans”");
}

/* By the edge of one of them all grow by as many steps, whatever they spanned. */
static void
test_edge (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;
  JalonRect card, cell;

  canvas_fixture_init (&fixture, "trip");
  jalon_document_begin (fixture.document, "Prepare");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "c4"), JALON_FIELD_SPAN, "2",
                      NULL);
  jalon_document_commit (fixture.document);
  fixture_settle ();
  before = fixture_to_bytes (fixture.document);
  select_all (&fixture, "c3 c4");
  jalon_canvas_locate (fixture.canvas, canvas_fixture_find (&fixture, "c3"), &card);
  jalon_canvas_locate (fixture.canvas, canvas_fixture_find_slot (&fixture, "s3", "does"), &cell);
  canvas_fixture_drag (&fixture, (JalonPoint){ card.x + card.width - 2, card.y + 5 },
                       (JalonPoint){ cell.x + cell.width - 5, card.y + 5 });
  g_assert_cmpfloat (get_number (&fixture, "c3", JALON_FIELD_SPAN), ==, 2);
  g_assert_cmpfloat (get_number (&fixture, "c4", JALON_FIELD_SPAN), ==, 3);
  g_assert_cmpfloat (get_number (&fixture, "c1", JALON_FIELD_SPAN), ==, 1);
  fixture_check_undo (fixture.document, before, "Change “Steps it spans”");
}

/* What is selected is merged; one alone takes what comes next. */
static void
test_merge (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  select_all (&fixture, "s2 s1");
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.merge", NULL);
  fixture_check_children (fixture.document, "g1", "s1");
  fixture_check_children (fixture.document, "g2", "s3 s4");
  canvas_fixture_check_selection (&fixture, "s1");
}

/* Another two beside the owner, and all three selected. */
static void
open_plane (CanvasFixture *self)
{
  canvas_fixture_init (self, "power");
  jalon_document_begin (self->document, "Prepare");
  for (guint i = 0; i < 2; i++)
    {
      JalonElement *element = jalon_element_new (JALON_KIND_STAKEHOLDER, i == 0 ? "cook" : "heir");

      jalon_document_insert (self->document, fixture_get (self->document, "power"), G_MAXUINT,
                             element);
      jalon_document_set_number (self->document, element, JALON_FIELD_SUPPORT, 0.2 + 0.3 * i);
      jalon_document_set_number (self->document, element, JALON_FIELD_INFLUENCE, 0.5);
    }
  jalon_document_commit (self->document);
  fixture_settle ();
  select_all (self, "boss cook heir");
}

/* All go as far as the one that is dragged. */
static void
test_drag (void)
{
  static const JalonFieldId fields[] = { JALON_FIELD_SUPPORT, JALON_FIELD_INFLUENCE };
  static const char *const ids[] = { "boss", "cook", "heir" };
  g_auto (CanvasFixture) fixture = { 0 };
  double before[3][2];
  JalonPoint from;

  open_plane (&fixture);
  for (guint i = 0; i < 3; i++)
    for (guint k = 0; k < 2; k++)
      before[i][k] = get_number (&fixture, ids[i], fields[k]);
  from = canvas_fixture_locate (&fixture, canvas_fixture_find (&fixture, "boss"));
  canvas_fixture_drag (&fixture, from, (JalonPoint){ from.x - 60, from.y + 40 });
  for (guint k = 0; k < 2; k++)
    {
      double by = get_number (&fixture, "boss", fields[k]) - before[0][k];

      g_assert_cmpfloat (by, <, -0.02);
      for (guint i = 1; i < 3; i++)
        g_assert_cmpfloat_with_epsilon (get_number (&fixture, ids[i], fields[k]) - before[i][k], by,
                                        1e-6);
    }
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Move Stakeholder");
}

/* Where one would like to have them: all a little to the left. */
static void
test_wishes (void)
{
  static const char *const ids[] = { "boss", "cook", "heir" };
  g_auto (CanvasFixture) fixture = { 0 };

  open_plane (&fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.reach-left", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpfloat_with_epsilon (get_number (&fixture, ids[i], JALON_FIELD_DESIRED_SUPPORT),
                                    get_number (&fixture, ids[i], JALON_FIELD_SUPPORT) - 0.05,
                                    1e-6);
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Move Desired Position");
}

/* A drag that ends where it began is none. */
static void
test_drag_nowhere (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonPoint from;
  JalonRect rect;

  canvas_fixture_init (&fixture, "trip");
  select_all (&fixture, "g1 g2");
  from = canvas_fixture_locate (&fixture, canvas_fixture_find (&fixture, "g1"));
  jalon_canvas_locate (fixture.canvas, canvas_fixture_find (&fixture, "g2"), &rect);
  canvas_fixture_drag (&fixture, from, (JalonPoint){ rect.x + rect.width - 5, from.y });
  select_all (&fixture, "c1 c2");
  from = canvas_fixture_locate (&fixture, canvas_fixture_find (&fixture, "c1"));
  jalon_canvas_locate (fixture.canvas, canvas_fixture_find (&fixture, "c2"), &rect);
  canvas_fixture_drag (&fixture, from, (JalonPoint){ from.x, rect.y + rect.height + 3 });
  fixture_check_children (fixture.document, "trip", "does thinks feels pains g1 g2");
  fixture_check_children (fixture.document, "s1", "c1 c2 c4 e1");
  g_assert_null (jalon_document_get_undo_label (fixture.document));
}

static void
set_phase (JalonDocument *document, const char *stage, const char *phase)
{
  jalon_document_set (document, fixture_get (document, stage), JALON_FIELD_PHASE, phase, NULL);
}

/* The bar of a phase that begins with a stage */
static int
find_bar (CanvasFixture *fixture, const char *stage)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (fixture->canvas),
                                                  &n_items);

  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_field (items[i].node) == JALON_FIELD_PHASE &&
        strcmp (jalon_node_get_element (items[i].node), stage) == 0)
      return (int) i;
  return -1;
}

/* The bar of a phase stands for all stages below it, and for no others of that phase. */
static void
test_phase (void)
{
  static const struct
  {
    const char *bar;
    const char *stages;
  } cases[] = {
    { "g1", "g1 g2" },
    { "g3", "g3" },
    { "g4", "g4" },
  };
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *map;

  canvas_fixture_init (&fixture, "trip");
  map = fixture_get (fixture.document, "trip");
  jalon_document_begin (fixture.document, "Phases");
  for (guint i = 3; i <= 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);

      jalon_document_insert (fixture.document, map, jalon_element_get_n_children (map),
                             jalon_element_new (JALON_KIND_STAGE, id));
    }
  set_phase (fixture.document, "g3", "during");
  jalon_document_commit (fixture.document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      jalon_canvas_go_to (fixture.canvas, find_bar (&fixture, cases[i].bar), FALSE);
      canvas_fixture_check_selection (&fixture, cases[i].stages);
    }
  g_assert_cmpint (find_bar (&fixture, "g2"), ==, -1);
  jalon_canvas_toggle (fixture.canvas, find_bar (&fixture, "g1"));
  canvas_fixture_check_selection (&fixture, "g4 g1 g2");
  jalon_canvas_toggle (fixture.canvas, find_bar (&fixture, "g1"));
  canvas_fixture_check_selection (&fixture, "g4");
}

/* A click lets people choose, for all of them in one step. */
static void
test_choose_phase (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;
  JalonCanvas *canvas;

  canvas_fixture_init (&fixture, "trip");
  canvas = fixture.canvas;
  jalon_document_begin (fixture.document, "Phases");
  set_phase (fixture.document, "g1", "during");
  set_phase (fixture.document, "g2", "during");
  jalon_document_commit (fixture.document);
  fixture_settle ();
  before = fixture_to_bytes (fixture.document);
  canvas_fixture_click (&fixture, find_bar (&fixture, "g1"), 1);
  g_assert_true (jalon_canvas_menu_is_open (canvas));
  g_assert_true (gtk_widget_activate_action (canvas->menu, "set.phase", "s", "after"));
  for (guint i = 1; i <= 2; i++)
    g_assert_cmpstr (jalon_element_get_text (fixture_get (fixture.document, i == 1 ? "g1" : "g2"),
                                             JALON_FIELD_PHASE),
                     ==, "after");
  fixture_check_undo (fixture.document, before, "Change “Phase”");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-several/move", test_move);
  g_test_add_func ("/canvas-several/move-in-cell", test_move_in_cell);
  g_test_add_func ("/canvas-several/move-lanes", test_move_lanes);
  g_test_add_func ("/canvas-several/scores", test_scores);
  g_test_add_func ("/canvas-several/spans", test_spans);
  g_test_add_func ("/canvas-several/edge", test_edge);
  g_test_add_func ("/canvas-several/merge", test_merge);
  g_test_add_func ("/canvas-several/drag", test_drag);
  g_test_add_func ("/canvas-several/wishes", test_wishes);
  g_test_add_func ("/canvas-several/drag-nowhere", test_drag_nowhere);
  g_test_add_func ("/canvas-several/phase", test_phase);
  g_test_add_func ("/canvas-several/choose-phase", test_choose_phase);
  return fixture_run ();
}
