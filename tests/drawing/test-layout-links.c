/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "stakeholder-fixture.h"

static void
relate (Fixture *fixture, const char *id, const char *from, const char *to, const char *label)
{
  fixture_add (fixture->map, JALON_KIND_RELATION, id, JALON_FIELD_FROM, from, JALON_FIELD_TO, to,
               JALON_FIELD_TYPE, "trust", JALON_FIELD_LABEL, label, JALON_FIELD_NONE);
}

static JalonRect
get_words (Fixture *fixture, const char *id)
{
  const JalonItem *link = fixture_find (fixture, id, JALON_FIELD_LABEL);
  JalonRect rect;
  JalonTextStyle style;

  g_assert_cmpint (jalon_node_get_role (link->node), ==, JALON_ROLE_LINK);
  g_assert_true (jalon_node_get_editor (link->node, &rect, &style));
  rect.x += link->x;
  rect.y += link->y;
  return rect;
}

/* The words of relations lie on no pill and on no other words. */
static void
check_words (Fixture *fixture, guint n_people, guint n_relations)
{
  for (guint i = 0; i < n_relations; i++)
    {
      g_autofree char *id = g_strdup_printf ("relation%u", i);
      JalonRect words = get_words (fixture, id);

      for (guint j = 0; j < n_people; j++)
        {
          g_autofree char *person = g_strdup_printf ("person%u", j);

          g_assert_false (rects_overlap (words, item_get_rect (fixture_find (fixture, person,
                                                                             JALON_FIELD_NAME))));
        }
      for (guint j = 0; j < i; j++)
        {
          g_autofree char *other = g_strdup_printf ("relation%u", j);

          g_assert_false (rects_overlap (words, get_words (fixture, other)));
        }
    }
}

static void
test_crowds (void)
{
  static const char *const layouts[] = { "quadrants", "rings" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint n = 1; n <= 20; n += 3)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new (layouts[n / 3 % 2]);

      for (guint i = 0; i < n; i++)
        stakeholder_map_add_random (rand, fixture, i);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("relation%u", i);
          g_autofree char *from = g_strdup_printf ("person%u", g_rand_int_range (rand, 0, n));
          g_autofree char *to = g_strdup_printf ("person%u", g_rand_int_range (rand, 0, n));

          relate (fixture, id, from, to, i % 2 == 0 ? "budget" : "");
        }
      fixture_draw (fixture);
      check_words (fixture, n, n);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *type;
    const char *label;
    const char *words;
  } cases[] = {
    { "trust", "", "trust" },
    { "trust", "first names", "trust · first names" },
    { "own", "gossip", "gossip" },
    { "own", "", "…" },
    { "goods", "sheets", "goods · sheets" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("quadrants");

      stakeholder_map_add (fixture, "a", "0.2", "0.2");
      stakeholder_map_add (fixture, "b", "0.8", "0.8");
      fixture_add (fixture->map, JALON_KIND_RELATION, "relation", JALON_FIELD_FROM, "a",
                   JALON_FIELD_TO, "b", JALON_FIELD_TYPE, cases[i].type, JALON_FIELD_LABEL,
                   cases[i].label, JALON_FIELD_NONE);
      relate (fixture, "nobody", "a", "gone", "");
      relate (fixture, "self", "b", "b", "");
      fixture_draw (fixture);
      g_assert_true (
        node_shows (fixture_find (fixture, "relation", JALON_FIELD_LABEL)->node, cases[i].words));
      g_assert_null (fixture_find (fixture, "nobody", JALON_FIELD_NONE));
      g_assert_nonnull (fixture_find (fixture, "self", JALON_FIELD_LABEL));
    }
}

/* Words that are higher than the plane, with which nobody labels a relation by hand, make the sheet
 * grow; shorter ones are wider than high. */
static void
test_long_words (void)
{
  static const struct
  {
    const char *layout;
    const char *words;
    guint n;
    gboolean is_high;
  } cases[] = {
    { "quadrants", "signs what they propose, ", 12, FALSE },
    { "quadrants", "signs what they propose, ", 400, FALSE },
    { "quadrants", "\uFDFD ", 400, TRUE },
    { "rings", "signs what they propose, ", 12, FALSE },
    { "rings", "\uFDFD ", 400, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new (cases[i].layout);
      g_autoptr (GString) words = g_string_new (NULL);
      JalonRect rect;

      for (guint j = 0; j < cases[i].n; j++)
        g_string_append (words, cases[i].words);
      stakeholder_map_add (fixture, "one", "0.2", "0.2");
      stakeholder_map_add (fixture, "two", "0.8", "0.8");
      relate (fixture, "relation", "one", "two", words->str);
      fixture_draw (fixture);
      rect = get_words (fixture, "relation");
      g_assert_cmpint (rect.height > 900, ==, cases[i].is_high);
      g_assert_cmpint (rect.width > 2 * rect.height, ==, cases[i].n < 100);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/links/crowds", test_crowds);
  g_test_add_func ("/layout/links/words", test_words);
  g_test_add_func ("/layout/links/long-words", test_long_words);
  return g_test_run ();
}
