/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A layout remembers what it has drawn; whoever looks at the scene must not notice. */

#include <locale.h>

#include "journey-fixture.h"
#include "random-edit.h"
#include "random-tree.h"
#include "scene-checks.h"

#define N_TREES 12
#define N_ELEMENTS 120
#define N_EDITS 25

static void
change (Drawing *drawing, const char *id, JalonFieldId field, const char *text)
{
  JalonElement *project = jalon_document_get_project (drawing->document);

  jalon_document_begin (drawing->document, "Edit");
  jalon_document_set (drawing->document, journey_find (project, id), field, text, NULL);
  jalon_document_commit (drawing->document);
  jalon_scene_unref (drawing->scene);
  drawing->scene = journey_draw (drawing->layout, journey_find (project, "journey"));
}

/* What is as it was keeps its node; what shows something of another is drawn again with it. */
static void
test_memory (void)
{
  JalonElement *project = journey_new_project ();
  JalonElement *journey = journey_find (project, "journey");
  g_auto (Drawing) drawing = { 0 };
  JalonNode *kept, *cell;

  journey_set (journey_add (project, JALON_KIND_TAG, "tag"), JALON_FIELD_NAME, "quick win");
  journey_add_lane (journey, "does", "actions");
  journey_add_lane (journey, "feels", "emotion");
  journey_add_card (journey_find (project, "step0"), "kept", "does",
                    "As it was, on as many lines as this needs");
  journey_add_card (journey_find (project, "step1"), "changed", "does", "Before");
  journey_set (journey_find (project, "changed"), JALON_FIELD_TAGS, "tag");
  journey_add_score (journey_find (project, "step0"), "score", "feels", "1");
  drawing = drawing_new (project);
  kept = find_node (drawing.scene, "kept");
  cell = drawing_find_slot (drawing.scene, "step0", JALON_KIND_CARD, "does")->node;

  change (&drawing, "changed", JALON_FIELD_TEXT, "After");
  g_assert_true (node_has_text (find_node (drawing.scene, "changed"), "After"));
  g_assert_true (cell == drawing_find_slot (drawing.scene, "step0", JALON_KIND_CARD, "does")->node);
  change (&drawing, "tag", JALON_FIELD_NAME, "slow win");
  g_assert_true (node_has_text (find_node (drawing.scene, "changed"), "slow win"));
  change (&drawing, "awa", JALON_FIELD_NAME, "Awa Ndiaye");
  g_assert_true (scene_has_text (drawing.scene, "Awa Ndiaye"));
  g_assert_cmpstr (jalon_node_get_label (find_node (drawing.scene, "score")), ==,
                   "Awa Ndiaye, +1 at Pays the deposit");
  g_assert_true (find_node (drawing.scene, "kept") == kept);
}

static void
check_against (JalonLayout *fresh, JalonLayout *layout, JalonElement *map)
{
  g_autoptr (JalonScene) a = journey_draw (layout, map);
  g_autoptr (JalonScene) b = NULL;

  jalon_layout_forget (fresh);
  b = journey_draw (fresh, map);
  check_scene (a);
  check_overlaps (a);
  check_same_scenes (a, b);
}

/* What every layout draws anew */
static JalonNode *
find_corner (JalonScene *scene)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (node_has_text (items[i].node, "Steps"))
      return items[i].node;
  g_assert_not_reached ();
}

/* While nothing moves but in a cell, all around it is as it was. */
static void
test_renewed (void)
{
  static const struct
  {
    const char *element;
    JalonFieldId field;
    const char *text;
    gboolean is_renewed;
  } cases[] = {
    { "short", JALON_FIELD_TEXT, "After", TRUE },
    { "short", JALON_FIELD_TEXT, "Now on two lines, as there is room", TRUE },
    { "short", JALON_FIELD_TEXT, "", TRUE },
    { "short", JALON_FIELD_COLOUR, "rose", TRUE },
    { "tall", JALON_FIELD_TEXT, "1\n2\n3\n4\n5", FALSE },
    { "tall", JALON_FIELD_TEXT, "No more than this", FALSE },
    { "short", JALON_FIELD_TEXT, "1\n2\n3\n4", FALSE },
    { "short", JALON_FIELD_LANE, "feels", FALSE },
    { "short", JALON_FIELD_LANE, "gone", FALSE },
    { "short", JALON_FIELD_LANE, "does", FALSE },
    { "short", JALON_FIELD_SPAN, "2", FALSE },
    { "short", JALON_FIELD_SPAN, NULL, FALSE },
    { "score", JALON_FIELD_VALUE, "-1", FALSE },
    { "does", JALON_FIELD_TITLE, "What they do", FALSE },
    { "step1", JALON_FIELD_TITLE, "Pays", FALSE },
    { "awa", JALON_FIELD_NAME, "Awa Ndiaye", FALSE },
    { "journey", JALON_FIELD_TITLE, "Another", FALSE },
  };
  JalonElement *project = journey_new_project ();
  JalonElement *journey = journey_find (project, "journey");
  g_autoptr (JalonLayout) fresh = jalon_layout_new ();
  g_auto (Drawing) drawing = { 0 };

  journey_add_lane (journey, "does", "actions");
  journey_add_lane (journey, "feels", "emotion");
  journey_add_card (journey_find (project, "step0"), "tall", "does", "1\n2\n3");
  journey_add_card (journey_find (project, "step1"), "short", "does", "Before");
  journey_add_score (journey_find (project, "step1"), "score", "feels", "1");
  drawing = drawing_new (project);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonNode) corner = jalon_node_ref (find_corner (drawing.scene));

      change (&drawing, cases[i].element, cases[i].field, cases[i].text);
      if ((find_corner (drawing.scene) == corner) != cases[i].is_renewed)
        g_error ("Case %u: laid out in the wrong way", i);
      check_against (fresh, drawing.layout, journey);
    }
}

/* A journey with much in it, beside some of what it can refer to. */
static JalonElement *
random_project (GRand *rand)
{
  static const JalonKind kinds[] = { JALON_KIND_PERSONA, JALON_KIND_TAG,     JALON_KIND_METRIC,
                                     JALON_KIND_IMAGE,   JALON_KIND_JOURNEY, JALON_KIND_PERSONA };
  static const char *const lanes[] = { "emotion", "emotion", "arc", "touchpoints", "metrics" };
  JalonElement *project = random_element (rand, JALON_KIND_PROJECT, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  JalonElement *journey;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    jalon_element_append (project, random_element (rand, kinds[i], project));
  journey = random_element (rand, JALON_KIND_JOURNEY, project);
  jalon_element_append (project, journey);
  g_ptr_array_add (all, journey);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    journey_add_lane (journey, NULL, lanes[i]);
  while (all->len < N_ELEMENTS)
    {
      JalonElement *parent = g_ptr_array_index (all, g_rand_int_range (rand, 0, all->len));
      JalonKind kind = random_child (rand, jalon_element_get_kind (parent));

      if (kind == JALON_KIND_UNKNOWN)
        continue;
      g_ptr_array_add (all, random_element (rand, kind, project));
      jalon_element_append (parent, g_ptr_array_index (all, all->len - 1));
    }
  return project;
}

/* Whatever is in the tree and whatever is done to it, a layout that remembers draws what one that
 * does not would draw, and nothing lies on anything else. */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JalonLayout) fresh = jalon_layout_new ();
  g_autoptr (JalonLayout) layout = jalon_layout_new ();

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_TREES; i++)
    {
      JalonElement *project = random_project (rand);
      g_autoptr (JalonDocument) document = jalon_document_new (project);
      JalonElement *map = jalon_element_get_child (project,
                                                   jalon_element_get_n_children (project) - 1);
      g_autoptr (JalonElement) kept = g_object_ref (map);

      for (guint j = 0; j < N_EDITS; j++)
        {
          check_against (fresh, layout, map);
          random_play (rand, document, map);
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/memory/nodes", test_memory);
  g_test_add_func ("/layout/memory/renewed", test_renewed);
  g_test_add_func ("/layout/memory/random", test_random);
  return g_test_run ();
}
