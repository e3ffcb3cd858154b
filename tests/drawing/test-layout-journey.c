/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "journey-fixture.h"
#include "scene-checks.h"

static void
test_lane_type (gconstpointer data)
{
  const JalonChoice *type = data;
  gboolean is_curve = strcmp (type->nick, "emotion") == 0 || strcmp (type->nick, "arc") == 0;
  JalonElement *project = journey_new_project ();
  JalonElement *step = journey_find (project, "step1");
  g_auto (Drawing) drawing = { 0 };
  const JalonSlot *slot;

  journey_add_lane (journey_find (project, "journey"), "lane", type->nick);
  journey_add_card (step, "card", "lane", "Deposit rules hard to understand");
  journey_add_card (step, "other", "lane", "Looks for something to do with three children");
  journey_add_score (step, "score", "lane", "-1.5");
  drawing = drawing_new (project);

  slot = drawing_find_slot_of (drawing.scene, "card");
  g_assert_cmpstr (slot->parent, ==, "step1");
  g_assert_cmpint (slot->kind, ==, is_curve ? JALON_KIND_SCORE : JALON_KIND_CARD);
  g_assert_cmpint (slot->field, ==, JALON_FIELD_LANE);
  g_assert_cmpstr (slot->value, ==, "lane");
  g_assert_true (slot == drawing_find_slot_of (drawing.scene, "other"));
  g_assert_cmpint (jalon_scene_find (drawing.scene, "score", JALON_FIELD_VALUE) >= 0, ==, is_curve);
  g_assert_nonnull (strstr (jalon_node_get_label (find_node (drawing.scene, "card")), type->label));
  /* Its name, for the lane has none of its own */
  g_assert_true (node_has_text (find_node (drawing.scene, "lane"), type->label));
}

/* How many lanes are hidden is said on the screen alone, and takes no room. */
static void
test_hidden (void)
{
  double height = 0;

  for (int n = 0; n <= 2; n++)
    {
      JalonElement *project = journey_new_project ();
      JalonElement *journey = journey_find (project, "journey");
      g_auto (Drawing) drawing = { 0 };
      int item;

      journey_add_lane (journey, "shown", "actions");
      if (n > 0)
        journey_set (journey_add_lane (journey, "one", "pains"), JALON_FIELD_HIDDEN, "yes");
      if (n > 1)
        journey_set (journey_add_lane (journey, "two", "gains"), JALON_FIELD_HIDDEN, "yes");
      drawing = drawing_new (project);
      item = jalon_scene_find (drawing.scene, "journey", JALON_FIELD_HIDDEN);
      g_assert_cmpint (item >= 0, ==, n > 0);
      if (n == 0)
        height = jalon_scene_get_height (drawing.scene);
      g_assert_cmpfloat (jalon_scene_get_height (drawing.scene), ==, height);
      if (n > 0)
        {
          guint n_items;
          JalonNode *node = jalon_scene_get_items (drawing.scene, &n_items)[item].node;

          g_assert_true (jalon_node_is_for_screen (node));
          g_assert_true (node_has_text (node, n == 1 ? "Hidden lanes: 1" : "Hidden lanes: 2"));
        }
    }
}

static int
pick_jump (Drawing *drawing, const char *id, double y)
{
  const JalonItem *item = drawing_find_item (drawing->scene, id);

  return jalon_scene_pick_target (drawing->scene, JALON_TARGET_JUMP, item->x + 20, item->y + y);
}

/* The line that names another journey leads there; the text below it does not. */
static void
test_jump (void)
{
  JalonElement *project = journey_new_project ();
  JalonElement *other = journey_add (project, JALON_KIND_JOURNEY, "other");
  g_auto (Drawing) drawing = { 0 };
  JalonElement *card;

  journey_set (other, JALON_FIELD_TITLE, "Behind it");
  journey_add_lane (journey_find (project, "journey"), "links", "links");
  card = journey_add_card (journey_find (project, "step1"), "card", "links",
                           "What they do not see");
  journey_set (card, JALON_FIELD_JOURNEY, "other");
  journey_add_card (journey_find (project, "step2"), "none", "links", "Nowhere");
  drawing = drawing_new (project);
  g_assert_cmpint (pick_jump (&drawing, "card", 15), >=, 0);
  g_assert_cmpint (pick_jump (&drawing, "card", 40), ==, -1);
  g_assert_cmpint (pick_jump (&drawing, "none", 15), ==, -1);
}

static void
test_labels (void)
{
  JalonElement *project = journey_new_project ();
  g_auto (Drawing) drawing = { 0 };

  journey_add_lane (journey_find (project, "journey"), "pains", "pains");
  journey_add_lane (journey_find (project, "journey"), "feels", "emotion");
  journey_add_card (journey_find (project, "step1"), "card", "pains", "Rules hard to understand");
  journey_add_score (journey_find (project, "step1"), "score", "feels", "-1.5");
  drawing = drawing_new (project);

  g_assert_cmpstr (jalon_node_get_label (find_node (drawing.scene, "card")), ==,
                   "Pains, step Pays the deposit: Rules hard to understand");
  g_assert_cmpstr (jalon_node_get_label (find_node (drawing.scene, "score")), ==,
                   "Awa Diop, −1.5 at Pays the deposit");
}

static void
test_language (void)
{
  JalonElement *project = journey_new_project ();
  g_auto (Drawing) drawing = { 0 };

  journey_set (project, JALON_FIELD_LANGUAGE, "fr");
  journey_add_lane (journey_find (project, "journey"), "feels", "emotion");
  journey_add_score (journey_find (project, "step1"), "score", "feels", "-1.5");
  drawing = drawing_new (project);
  g_assert_true (scene_has_text (drawing.scene, "Parcours · intégration"));
  g_assert_nonnull (strstr (jalon_node_get_label (find_node (drawing.scene, "score")), "−1,5"));
}

/* Between a number and its percent sign stands what the language puts there. */
static void
test_percent (void)
{
  static const char *const cases[][2] = {
    { "", "9.1\u00A0%" },
    { "fr", "9,1\u202F%" },
    { "id", "9,1%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonElement *project = journey_new_project ();
      JalonElement *metric = journey_add (project, JALON_KIND_METRIC, "swaps");
      g_auto (Drawing) drawing = { 0 };

      journey_set (project, JALON_FIELD_LANGUAGE, cases[i][0]);
      journey_set (metric, JALON_FIELD_TYPE, "other");
      journey_set (metric, JALON_FIELD_VALUE, "9.1");
      journey_set (metric, JALON_FIELD_UNIT, "%");
      journey_add_lane (journey_find (project, "journey"), "measured", "metrics");
      journey_set (journey_add_card (journey_find (project, "step1"), "card", "measured", ""),
                   JALON_FIELD_METRIC, "swaps");
      drawing = drawing_new (project);
      g_assert_true (scene_has_text (drawing.scene, cases[i][1]));
    }
}

/* A score is where its number is: a number a quarter of the plane above another is so drawn. */
static void
test_plane (void)
{
  static const struct
  {
    const char *value;
    double share;
  } cases[] = { { "-2", 1 }, { "-1", 0.75 }, { "0", 0.5 }, { "2", 0 } };
  JalonElement *project = journey_new_project ();
  g_auto (Drawing) drawing = { 0 };

  journey_add_lane (journey_find (project, "journey"), "feels", "emotion");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *step = g_strdup_printf ("step%u", i);
      g_autofree char *id = g_strdup_printf ("score%u", i);

      journey_add_score (journey_find (project, step), id, "feels", cases[i].value);
    }
  drawing = drawing_new (project);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *step = g_strdup_printf ("step%u", i);
      g_autofree char *id = g_strdup_printf ("score%u", i);
      const JalonItem *cell = drawing_find_slot (drawing.scene, step, JALON_KIND_SCORE, "feels");
      const JalonItem *point = drawing_find_item (drawing.scene, id);
      const JalonSlot *slot = jalon_node_get_slot (cell->node);
      double y = point->y + jalon_node_get_height (point->node) / 2 - cell->y;
      double x = point->x + jalon_node_get_width (point->node) / 2 - cell->x;

      g_assert_cmpint (slot->y_field, ==, JALON_FIELD_VALUE);
      g_assert_cmpfloat_with_epsilon (y, slot->plane.y + cases[i].share * slot->plane.height, 1e-6);
      g_assert_cmpfloat_with_epsilon (x, jalon_node_get_width (cell->node) / 2, 1e-6);
    }
}

/* Marks of the same score stand beside each other, the first one, a star, in its place on top. */
static void
test_marks (void)
{
  JalonElement *project = journey_new_project ();
  JalonElement *step = journey_find (project, "step1");
  g_auto (Drawing) drawing = { 0 };
  const JalonItem *first, *second;

  journey_add_lane (journey_find (project, "journey"), "feels", "emotion");
  journey_add (project, JALON_KIND_PERSONA, "jean");
  journey_set (step, JALON_FIELD_MOMENT_OF_TRUTH, "yes");
  journey_add_score (step, "first", "feels", "1");
  journey_set (journey_add_score (step, "second", "feels", "1"), JALON_FIELD_PERSONA, "jean");
  drawing = drawing_new (project);
  first = drawing_find_item (drawing.scene, "first");
  second = drawing_find_item (drawing.scene, "second");

  g_assert_cmpfloat (first->y, ==, second->y);
  g_assert_cmpfloat (first->x + 20, ==, second->x);
  g_assert_cmpint (jalon_scene_find (drawing.scene, "first", JALON_FIELD_NONE), >,
                   jalon_scene_find (drawing.scene, "second", JALON_FIELD_NONE));
}

/* How many lines of curves, of width 4, a scene has. */
static guint
count_segments (JalonScene *scene)
{
  guint n, n_segments = 0;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_primitives;
      const JalonPrimitive *primitives = jalon_node_get_primitives (items[i].node, &n_primitives);

      for (guint j = 0; j < n_primitives; j++)
        if (primitives[j].type == JALON_PRIMITIVE_PATH && primitives[j].line_width == 4)
          n_segments++;
    }
  return n_segments;
}

static void
test_gaps (void)
{
  static const struct
  {
    const char *steps;
    guint n_segments;
  } cases[] = { { "0123", 1 }, { "023", 1 }, { "013", 1 }, { "02", 0 }, { "3", 0 }, { "", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonElement *project = journey_new_project ();
      g_auto (Drawing) drawing = { 0 };

      journey_add_lane (journey_find (project, "journey"), "feels", "emotion");
      for (const char *p = cases[i].steps; *p != '\0'; p++)
        {
          char step[] = { 's', 't', 'e', 'p', *p, '\0' };

          journey_add_score (journey_find (project, step), NULL, "feels", "1");
        }
      drawing = drawing_new (project);
      g_assert_cmpuint (count_segments (drawing.scene), ==, cases[i].n_segments);
    }
}

static void
test_rows (void)
{
  JalonElement *project = journey_new_project ();
  JalonElement *journey = journey_find (project, "journey");
  g_auto (Drawing) drawing = { 0 };

  journey_add_lane (journey, "first", "actions");
  journey_set (journey_add_lane (journey, "hidden", "actions"), JALON_FIELD_HIDDEN, "yes");
  journey_set (journey_add_lane (journey, "folded", "actions"), JALON_FIELD_COLLAPSED, "yes");
  journey_set (journey_add_lane (journey, "pinned", "actions"), JALON_FIELD_PINNED, "yes");
  for (guint i = 0; i < 3; i++)
    journey_add_card (journey_find (project, "step2"), NULL, "folded", "Counted");
  journey_add_card (journey_find (project, "step2"), "secret", "hidden", "Not shown");
  journey_add_card (journey_find (project, "step2"), "lost", "nowhere", "Kept in sight");
  drawing = drawing_new (project);

  g_assert_cmpfloat (drawing_find_item (drawing.scene, "pinned")->y, <,
                     drawing_find_item (drawing.scene, "first")->y);
  g_assert_cmpint (jalon_scene_find (drawing.scene, "hidden", JALON_FIELD_NONE), ==, -1);
  g_assert_cmpint (jalon_scene_find (drawing.scene, "secret", JALON_FIELD_NONE), ==, -1);
  g_assert_cmpfloat (jalon_node_get_height (find_node (drawing.scene, "folded")), <, 40);
  g_assert_true (node_has_text (find_node (drawing.scene, "folded"), "3"));
  g_assert_nonnull (drawing_find_slot (drawing.scene, "step2", JALON_KIND_CARD, "folded"));
  g_assert_nonnull (drawing_find_slot_of (drawing.scene, "lost"));
}

static void
test_spans (void)
{
  JalonElement *project = journey_new_project ();
  g_auto (Drawing) drawing = { 0 };
  JalonElement *wide, *wider;

  journey_add_lane (journey_find (project, "journey"), "does", "actions");
  wide = journey_add_card (journey_find (project, "step1"), "wide", "does", "Over two stages");
  journey_set (wide, JALON_FIELD_SPAN, "2");
  journey_add_card (journey_find (project, "step2"), "below", "does", "Below it");
  wider = journey_add_card (journey_find (project, "step3"), "last", "does",
                            "No further than the last step");
  journey_set (wider, JALON_FIELD_SPAN, "1000");
  drawing = drawing_new (project);

  g_assert_cmpfloat (jalon_node_get_width (find_node (drawing.scene, "wide")), ==, 2 * 154 - 16);
  g_assert_cmpfloat (jalon_node_get_width (find_node (drawing.scene, "last")), ==, 154 - 16);
  g_assert_cmpfloat (drawing_find_item (drawing.scene, "below")->y, >,
                     drawing_find_item (drawing.scene, "wide")->y);
}

/* What is empty invites: each place for a first thing takes it. */
static void
test_empty (void)
{
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, "project");
  g_auto (Drawing) drawing = { 0 };
  JalonElement *journey;

  journey_add (project, JALON_KIND_JOURNEY, "journey");
  drawing = drawing_new (project);
  g_assert_nonnull (drawing_find_slot (drawing.scene, "journey", JALON_KIND_STAGE, NULL));
  g_assert_nonnull (drawing_find_slot (drawing.scene, "journey", JALON_KIND_LANE, NULL));
  drawing_clear (&drawing);

  project = jalon_element_new (JALON_KIND_PROJECT, "project");
  journey = journey_add (project, JALON_KIND_JOURNEY, "journey");
  journey_add (journey, JALON_KIND_STAGE, "stage");
  drawing = drawing_new (project);
  g_assert_nonnull (drawing_find_slot (drawing.scene, "stage", JALON_KIND_STEP, NULL));
  g_assert_null (drawing_find_slot (drawing.scene, "journey", JALON_KIND_STAGE, NULL));
  drawing_clear (&drawing);

  project = journey_new_project ();
  journey_add_lane (journey_find (project, "journey"), "pains", "pains");
  drawing = drawing_new (project);
  g_assert_true (scene_has_text (drawing.scene, "What hurts?"));
}

/* How many nodes are left out of files. */
static guint
count_for_screen (JalonScene *scene)
{
  guint n, n_for_screen = 0;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    n_for_screen += jalon_node_is_for_screen (items[i].node) ? 1 : 0;
  return n_for_screen;
}

/* An empty journey is a sheet to fill in by hand; one that was begun is a result. */
static void
test_worksheet (void)
{
  for (guint n_cards = 0; n_cards <= 1; n_cards++)
    {
      JalonElement *project = journey_new_project ();
      JalonElement *journey = journey_find (project, "journey");
      g_auto (Drawing) drawing = { 0 };

      journey_add_lane (journey, "does", "actions");
      journey_add_lane (journey, "pains", "pains");
      journey_add_lane (journey, "feels", "emotion");
      journey_add (journey, JALON_KIND_STAGE, "empty");
      if (n_cards > 0)
        journey_add_card (journey_find (project, "step0"), "card", "does", "Saves two pictures");
      drawing = drawing_new (project);
      g_assert_cmpuint (count_for_screen (drawing.scene), ==, n_cards > 0 ? 3 : 0);
    }
}

static void
test_blueprint (void)
{
  static const struct
  {
    const char *lanes;
    const char *lines;
  } cases[] = {
    { "actions thoughts", "" },
    { "actions frontstage", "interaction" },
    { "frontstage backstage", "visibility" },
    { "actions pains backstage", "visibility" },
    { "backstage support", "internal" },
    { "actions frontstage backstage systems", "interaction visibility internal" },
    { "backstage actions", "visibility" },
    { "backstage metrics", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonElement *project = journey_new_project ();
      g_auto (GStrv) lanes = g_strsplit (cases[i].lanes, " ", -1);
      g_auto (Drawing) drawing = { 0 };

      for (guint j = 0; lanes[j] != NULL; j++)
        journey_add_lane (journey_find (project, "journey"), NULL, lanes[j]);
      drawing = drawing_new (project);
      g_assert_cmpint (scene_has_text (drawing.scene, "Line of interaction"), ==,
                       strstr (cases[i].lines, "interaction") != NULL);
      g_assert_cmpint (scene_has_text (drawing.scene, "Line of visibility"), ==,
                       strstr (cases[i].lines, "visibility") != NULL);
      g_assert_cmpint (scene_has_text (drawing.scene, "Line of internal"), ==,
                       strstr (cases[i].lines, "internal") != NULL);
    }
}

/* As the keyboard walks: a stage, its first step, its cells from top to bottom, the next step. */
static void
test_order (void)
{
  static const char *const order[] = {
    "stage0", "step0", "a", "b", "step1", "c", "stage1", "step2"
  };
  JalonElement *project = journey_new_project ();
  g_auto (Drawing) drawing = { 0 };
  int before = -1;

  journey_add_lane (journey_find (project, "journey"), "does", "actions");
  journey_add_lane (journey_find (project, "journey"), "thinks", "thoughts");
  journey_add_card (journey_find (project, "step0"), "b", "thinks", "Second lane");
  journey_add_card (journey_find (project, "step0"), "a", "does", "First lane");
  journey_add_card (journey_find (project, "step1"), "c", "does", "Next step");
  drawing = drawing_new (project);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      int item = jalon_scene_find (drawing.scene, order[i], JALON_FIELD_NONE);

      g_assert_cmpint (item, >, before);
      before = item;
    }
}

static void
test_headers (void)
{
  JalonElement *project = journey_new_project ();
  g_auto (Drawing) drawing = { 0 };
  JalonRect top, side;

  journey_add_lane (journey_find (project, "journey"), "does", "actions");
  drawing = drawing_new (project);
  jalon_scene_get_headers (drawing.scene, &top, &side);
  g_assert_cmpint (drawing_find_item (drawing.scene, "step0")->layer, ==, JALON_LAYER_TOP);
  g_assert_cmpint (drawing_find_item (drawing.scene, "does")->layer, ==, JALON_LAYER_SIDE);
  g_assert_cmpfloat (top.y + top.height, ==, side.y);
  g_assert_cmpfloat (drawing_find_item (drawing.scene, "step0")->y, <, side.y);
  g_assert_cmpfloat (drawing_find_item (drawing.scene, "step0")->x, ==, side.x + side.width);
  g_assert_cmpfloat (drawing_find_item (drawing.scene, "does")->y, >=, side.y);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (const JalonChoice *type = jalon_lane_type_choices; type->nick != NULL; type++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/journey/lane/%s", type->nick);

      g_test_add_data_func (path, type, test_lane_type);
    }
  g_test_add_func ("/layout/journey/hidden", test_hidden);
  g_test_add_func ("/layout/journey/jump", test_jump);
  g_test_add_func ("/layout/journey/labels", test_labels);
  g_test_add_func ("/layout/journey/language", test_language);
  g_test_add_func ("/layout/journey/percent", test_percent);
  g_test_add_func ("/layout/journey/plane", test_plane);
  g_test_add_func ("/layout/journey/marks", test_marks);
  g_test_add_func ("/layout/journey/gaps", test_gaps);
  g_test_add_func ("/layout/journey/rows", test_rows);
  g_test_add_func ("/layout/journey/spans", test_spans);
  g_test_add_func ("/layout/journey/empty", test_empty);
  g_test_add_func ("/layout/journey/worksheet", test_worksheet);
  g_test_add_func ("/layout/journey/blueprint", test_blueprint);
  g_test_add_func ("/layout/journey/order", test_order);
  g_test_add_func ("/layout/journey/headers", test_headers);
  return g_test_run ();
}
