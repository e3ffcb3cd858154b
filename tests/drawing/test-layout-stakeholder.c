/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "drawing/jalon-layout-stakeholder-private.h"
#include "scene-checks.h"
#include "stakeholder-fixture.h"

static gboolean
is_within (JalonRect inner, JalonRect outer)
{
  return inner.x >= outer.x - 0.01 && inner.y >= outer.y - 0.01 &&
         inner.x + inner.width <= outer.x + outer.width + 0.01 &&
         inner.y + inner.height <= outer.y + outer.height + 0.01;
}

/* FIELD.md, stakeholder map: names and strategies of both presets. */
static void
test_quadrants (void)
{
  static const struct
  {
    const char *preset;
    const char *support;
    const char *influence;
    const char *name;
    const char *axis;
  } cases[] = {
    { "support", "0.8", "0.8", "Champions", "Support →" },
    { "support", "0.8", "0.2", "Supporters", "Influence →" },
    { "support", "0.2", "0.8", "Gatekeepers", "Support →" },
    { "support", "0.2", "0.2", "Bystanders", "Influence →" },
    { "support", "0.51", "0.49", "Supporters", "Support →" },
    { "support", "0", "1", "Gatekeepers", "Support →" },
    { "interest", "0.8", "0.8", "Manage closely", "Interest →" },
    { "interest", "0.2", "0.8", "Keep satisfied", "Power →" },
    { "interest", "0.8", "0.2", "Keep informed", "Interest →" },
    { "interest", "0.2", "0.2", "Monitor", "Power →" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");
      const JalonItem *slot;

      jalon_element_set (fixture->map, JALON_FIELD_PRESET, cases[i].preset, NULL);
      stakeholder_map_add (fixture, "one", cases[i].support, cases[i].influence);
      fixture_draw (fixture);
      slot = stakeholder_map_get_slot (fixture, "one");
      g_assert_cmpstr (jalon_node_get_label (slot->node), ==, cases[i].name);
      g_assert_true (fixture_shows (fixture, cases[i].axis));
      g_assert_true (is_within (item_get_rect (fixture_find (fixture, "one", JALON_FIELD_NAME)),
                                item_get_rect (slot)));
    }
}

static void
test_own_names (void)
{
  static const JalonFieldId fields[] = {
    JALON_FIELD_CHAMPIONS,       JALON_FIELD_CHAMPIONS_TEXT,  JALON_FIELD_SUPPORTERS,
    JALON_FIELD_SUPPORTERS_TEXT, JALON_FIELD_GATEKEEPERS,     JALON_FIELD_GATEKEEPERS_TEXT,
    JALON_FIELD_BYSTANDERS,      JALON_FIELD_BYSTANDERS_TEXT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");
      JalonRect rect;
      JalonTextStyle style;
      const JalonItem *item;

      jalon_element_set (fixture->map, fields[i], "Stoppers", NULL);
      fixture_draw (fixture);
      item = fixture_find (fixture, "map", fields[i]);
      g_assert_true (node_shows (item->node, "Stoppers"));
      g_assert_true (jalon_node_get_editor (item->node, &rect, &style));
    }
}

/* However much is written on a quadrant, it stays within. */
static void
test_long_texts (void)
{
  g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");
  g_autoptr (GString) words = g_string_new (NULL);
  JalonRect upper, lower;

  for (guint i = 0; i < 300; i++)
    g_string_append (words, "Involve them in every project. ");
  jalon_element_set (fixture->map, JALON_FIELD_CHAMPIONS, words->str, NULL);
  fixture_draw (fixture);
  check_scene (fixture->scene);
  upper = item_get_rect (fixture_find (fixture, "map", JALON_FIELD_CHAMPIONS));
  lower = item_get_rect (fixture_find (fixture, "map", JALON_FIELD_SUPPORTERS));
  g_assert_cmpfloat (upper.y + upper.height, <, lower.y);
}

/* The slots say where on the sheet which numbers are: what the editor writes when one drops a pill
 * is where it is drawn. */
static void
test_plane (void)
{
  static const char *const values[] = { "0.2", "0.35", "0.65", "0.8" };

  for (guint i = 0; i < G_N_ELEMENTS (values) * G_N_ELEMENTS (values); i++)
    {
      const char *support = values[i / 4];
      const char *influence = values[i % 4];
      g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");
      const JalonItem *item;
      const JalonItem *slot;
      const JalonSlot *s;
      JalonRect pill;
      double x, y;

      stakeholder_map_add (fixture, "one", support, influence);
      fixture_draw (fixture);
      slot = stakeholder_map_get_slot (fixture, "one");
      s = jalon_node_get_slot (slot->node);
      item = fixture_find (fixture, "one", JALON_FIELD_NAME);
      pill = item_get_rect (item);
      g_assert_cmpint (s->x_field, ==, JALON_FIELD_SUPPORT);
      g_assert_cmpint (s->y_field, ==, JALON_FIELD_INFLUENCE);
      x = (pill.x + pill.width / 2 - slot->x - s->plane.x) / s->plane.width;
      y = (pill.y + pill.height / 2 - slot->y - s->plane.y) / s->plane.height;
      g_assert_cmpfloat_with_epsilon (s->x_min + x * (s->x_max - s->x_min),
                                      g_ascii_strtod (support, NULL), 0.01);
      g_assert_cmpfloat_with_epsilon (s->y_max - y * (s->y_max - s->y_min),
                                      g_ascii_strtod (influence, NULL), 0.01);
    }
}

/* Nobody lies on anybody, nor on the name of a quadrant; everybody stays in the quadrant. */
static void
check_crowd (Fixture *fixture, guint n)
{
  static const JalonFieldId names[] = {
    JALON_FIELD_CHAMPIONS,        JALON_FIELD_SUPPORTERS,      JALON_FIELD_GATEKEEPERS,
    JALON_FIELD_BYSTANDERS,       JALON_FIELD_CHAMPIONS_TEXT,  JALON_FIELD_SUPPORTERS_TEXT,
    JALON_FIELD_GATEKEEPERS_TEXT, JALON_FIELD_BYSTANDERS_TEXT,
  };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("person%u", i);
      JalonRect pill = item_get_rect (fixture_find (fixture, id, JALON_FIELD_NAME));

      g_assert_true (is_within (pill, item_get_rect (stakeholder_map_get_slot (fixture, id))));
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        g_assert_false (
          rects_overlap (pill, item_get_rect (fixture_find (fixture, "map", names[j]))));
    }
}

static void
test_crowds (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint n = 1; n <= 60; n += n < 10 ? 1 : 10)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");

      for (guint i = 0; i < n; i++)
        stakeholder_map_add_random (rand, fixture, i);
      fixture_draw (fixture);
      check_crowd (fixture, n);
    }
}

/* Whoever stands alone is not pushed, wherever the others are. */
static void
test_minimal_push (void)
{
  g_autoptr (Fixture) alone = stakeholder_map_new ("quadrants");
  g_autoptr (Fixture) among = stakeholder_map_new ("quadrants");
  JalonRect a, b, first, second;

  stakeholder_map_add (alone, "one", "0.25", "0.25");
  fixture_draw (alone);
  stakeholder_map_add (among, "one", "0.25", "0.25");
  stakeholder_map_add (among, "two", "0.75", "0.75");
  stakeholder_map_add (among, "three", "0.75", "0.75");
  fixture_draw (among);
  a = item_get_rect (fixture_find (alone, "one", JALON_FIELD_NAME));
  b = item_get_rect (fixture_find (among, "one", JALON_FIELD_NAME));
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
  first = item_get_rect (fixture_find (among, "two", JALON_FIELD_NAME));
  second = item_get_rect (fixture_find (among, "three", JALON_FIELD_NAME));
  g_assert_cmpfloat_with_epsilon (fabs (second.y - first.y), first.height + JALON_PILL_GAP, 0.01);
}

/* Where somebody is wanted stands a ghost, in the right quadrant, and an arrow leads there. */
static void
test_desired (void)
{
  static const struct
  {
    const char *support;
    const char *influence;
    guint n_shown;
  } cases[] = {
    { "", "", 1 }, { "0.9", "", 2 }, { "", "0.9", 2 }, { "0.9", "0.9", 2 }, { "0.2", "0.2", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");
      guint n, n_shown = 0;
      const JalonItem *items;

      stakeholder_map_add (fixture, "one", "0.2", "0.2");
      jalon_element_set (jalon_element_get_child (fixture->map, 0), JALON_FIELD_DESIRED_SUPPORT,
                         cases[i].support, NULL);
      jalon_element_set (jalon_element_get_child (fixture->map, 0), JALON_FIELD_DESIRED_INFLUENCE,
                         cases[i].influence, NULL);
      fixture_draw (fixture);
      items = jalon_scene_get_items (fixture->scene, &n);
      for (guint j = 0; j < n; j++)
        n_shown += node_shows (items[j].node, "one") ? 1 : 0;
      g_assert_cmpuint (n_shown, ==, cases[i].n_shown);
      g_assert_cmpint (fixture_shows (fixture, "Desired position"), ==, n_shown == 2);
    }
}

static void
test_dispositions (void)
{
  for (const JalonChoice *c = jalon_disposition_choices; c->nick != NULL; c++)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");

      fixture_add (fixture->map, JALON_KIND_STAKEHOLDER, "one", JALON_FIELD_NAME, "Web agency",
                   JALON_FIELD_DISPOSITION, c->nick, JALON_FIELD_NONE);
      fixture_draw (fixture);
      for (const JalonChoice *d = jalon_disposition_choices; d->nick != NULL; d++)
        g_assert_cmpint (fixture_shows (fixture, d->label), ==, d == c);
      g_assert_nonnull (
        strstr (jalon_node_get_label (fixture_find (fixture, "one", JALON_FIELD_NAME)->node),
                c->label));
    }
}

static void
test_empty (void)
{
  g_autoptr (Fixture) quadrants = stakeholder_map_new ("quadrants");
  g_autoptr (Fixture) rings = stakeholder_map_new ("rings");

  fixture_draw (quadrants);
  g_assert_true (
    fixture_shows (quadrants,
                   "Who has a say in this, and who feels its effects? Place them here."));
  fixture_draw (rings);
  g_assert_true (
    fixture_shows (rings, "Without whom would this fail? Place the essential ones here."));
}

static void
test_memory (void)
{
  g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");
  JalonNode *kept;

  stakeholder_map_add (fixture, "one", "0.2", "0.2");
  stakeholder_map_add (fixture, "two", "0.8", "0.8");
  fixture_draw (fixture);
  kept = jalon_node_ref (fixture_find (fixture, "one", JALON_FIELD_NAME)->node);
  fixture_set (fixture, "two", JALON_FIELD_NAME, "Somebody else");
  fixture_draw (fixture);
  g_assert_true (fixture_find (fixture, "one", JALON_FIELD_NAME)->node == kept);
  jalon_node_unref (kept);
}

/* The colour of a portrait comes from the order of the personas, not only from its own. */
static void
test_portrait_memory (void)
{
  g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");
  g_autoptr (JalonLayout) fresh = jalon_layout_new ();
  g_autoptr (JalonScene) expected = NULL;
  JalonElement *first = fixture_add (fixture->project, JALON_KIND_PERSONA, "first",
                                     JALON_FIELD_NONE);

  fixture_add (fixture->project, JALON_KIND_PERSONA, "second", JALON_FIELD_NONE);
  jalon_element_set (stakeholder_map_add (fixture, "one", "0.2", "0.2"), JALON_FIELD_PERSONA,
                     "second", NULL);
  fixture_draw (fixture);
  jalon_document_begin (fixture->document, "Edit");
  jalon_document_remove (fixture->document, first);
  jalon_document_commit (fixture->document);
  fixture_draw (fixture);

  expected = jalon_layout_draw (fresh, fixture->map, jalon_theme_get (JALON_THEME_LIGHT));
  check_same_scenes (fixture->scene, expected);
}

static void
test_random (void)
{
  check_random_maps (JALON_KIND_STAKEHOLDER_MAP);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/stakeholder/quadrants", test_quadrants);
  g_test_add_func ("/layout/stakeholder/own-names", test_own_names);
  g_test_add_func ("/layout/stakeholder/long-texts", test_long_texts);
  g_test_add_func ("/layout/stakeholder/plane", test_plane);
  g_test_add_func ("/layout/stakeholder/crowds", test_crowds);
  g_test_add_func ("/layout/stakeholder/minimal-push", test_minimal_push);
  g_test_add_func ("/layout/stakeholder/desired", test_desired);
  g_test_add_func ("/layout/stakeholder/dispositions", test_dispositions);
  g_test_add_func ("/layout/stakeholder/empty", test_empty);
  g_test_add_func ("/layout/stakeholder/memory", test_memory);
  g_test_add_func ("/layout/stakeholder/portrait-memory", test_portrait_memory);
  g_test_add_func ("/layout/stakeholder/random", test_random);
  return g_test_run ();
}
