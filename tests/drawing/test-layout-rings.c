/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "drawing/jalon-layout-stakeholder-private.h"
#include "stakeholder-fixture.h"

/* Where the path of a part of a ring begins and ends tells which ring it is. */
static double
get_outer_radius (const JalonItem *part)
{
  guint n;
  const JalonPrimitive *band = jalon_node_get_primitives (part->node, &n);
  const JalonPathElement *elements = jalon_path_get_elements (band->path, &n);
  double outer = 0;

  for (guint i = 0; i < n; i++)
    if (elements[i].verb == JALON_PATH_CURVE)
      outer = MAX (outer, hypot (elements[i].points[2].x / 1.6, elements[i].points[2].y));
  return outer;
}

static void
check_in_ring (Fixture *fixture, const char *id, const char *ring, const char *side)
{
  guint n = 0;
  guint index = jalon_choices_find (jalon_ring_choices, ring);
  const JalonItem *part = fixture_find_slot (fixture, JALON_KIND_STAKEHOLDER, ring, side);
  const JalonPrimitive *band = jalon_node_get_primitives (part->node, &n);
  JalonRect pill = item_get_rect (fixture_find (fixture, id, JALON_FIELD_NAME));
  double middle_x = part->x + band->rect.x, middle_y = part->y + band->rect.y;
  double outer = get_outer_radius (part), inner = 0;

  g_assert_true (part == stakeholder_map_get_slot (fixture, id));
  g_assert_true (
    jalon_scene_get_items (
      fixture->scene,
      &n)[jalon_scene_pick_slot (fixture->scene, pill.x + pill.width / 2, pill.y + pill.height / 2)]
      .node == part->node);
  if (index > 0)
    inner = get_outer_radius (fixture_find_slot (fixture, JALON_KIND_STAKEHOLDER,
                                                 jalon_ring_choices[index - 1].nick, side));
  for (guint i = 0; i < 4; i++)
    {
      double x = pill.x + (i % 2) * pill.width - middle_x;
      double y = pill.y + (i / 2) * pill.height - middle_y;

      g_assert_cmpfloat (hypot (x / 1.6, y), <=, outer);
      g_assert_cmpfloat (hypot (x / 1.6, y), >=, inner);
      if (strcmp (side, "external") == 0)
        g_assert_cmpfloat (x, <, 0);
      else if (strcmp (side, "internal") == 0)
        g_assert_cmpfloat (x, >, 0);
      else
        g_assert_cmpfloat (y, >, 0);
    }
}

static void
test_rings (void)
{
  for (guint n = 1; n <= 41; n += 8)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("rings");

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("person%u", i);

          fixture_add (fixture->map, JALON_KIND_STAKEHOLDER, id, JALON_FIELD_NAME,
                       i % 4 == 0 ? "Municipal office for holiday rentals" : "Front desk",
                       JALON_FIELD_RING, jalon_ring_choices[i % 3].nick, JALON_FIELD_SIDE,
                       jalon_side_choices[i / 3 % 3].nick, JALON_FIELD_NONE);
        }
      fixture_draw (fixture);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("person%u", i);

          check_in_ring (fixture, id, jalon_ring_choices[i % 3].nick,
                         jalon_side_choices[i / 3 % 3].nick);
        }
    }
}

/* The third sector is there when somebody is in it or gave it a name. */
static void
test_own_sector (void)
{
  static const struct
  {
    const char *side;
    const char *name;
    gboolean is_there;
  } cases[] = { { "internal", "", FALSE }, { "own", "", TRUE }, { "internal", "Press", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = stakeholder_map_new ("rings");

      jalon_element_set (fixture->map, JALON_FIELD_SECTOR_OWN, cases[i].name, NULL);
      fixture_add (fixture->map, JALON_KIND_STAKEHOLDER, "one", JALON_FIELD_NAME, "Ann",
                   JALON_FIELD_SIDE, cases[i].side, JALON_FIELD_NONE);
      fixture_draw (fixture);
      g_assert_cmpint (fixture_find_slot (fixture, JALON_KIND_STAKEHOLDER, "essential", "own") !=
                         NULL,
                       ==, cases[i].is_there);
      g_assert_nonnull (
        fixture_find_slot (fixture, JALON_KIND_STAKEHOLDER, "important", "internal"));
      g_assert_cmpint (
        jalon_node_get_slot (
          fixture_find_slot (fixture, JALON_KIND_STAKEHOLDER, "important", "external")->node)
          ->other_field,
        ==, JALON_FIELD_SIDE);
    }
}

static gboolean
is_within (const JalonRect *inner, const JalonRect *outer)
{
  return inner->x >= outer->x - 0.01 && inner->y >= outer->y - 0.01 &&
         inner->x + inner->width <= outer->x + outer->width + 0.01 &&
         inner->y + inner->height <= outer->y + outer->height + 0.01;
}

/* Against trying every place on a grid, on which all edges lie. */
static void
check_room (GRand *rand)
{
  const JalonRect bounds = { 3, 5, 60, 40 };
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (JalonRect));
  JalonRect rect = { g_rand_int_range (rand, -10, 70), g_rand_int_range (rand, -10, 60),
                     g_rand_int_range (rand, 1, 20), g_rand_int_range (rand, 1, 20) };
  JalonRect found = rect;
  double gap = g_rand_int_range (rand, 0, 4), best = G_MAXDOUBLE;
  guint n = g_rand_int_range (rand, 0, 12);

  for (guint i = 0; i < n; i++)
    {
      JalonRect obstacle = { g_rand_int_range (rand, 0, 60), g_rand_int_range (rand, 0, 40),
                             g_rand_int_range (rand, 0, 20), g_rand_int_range (rand, 0, 20) };

      g_array_append_val (obstacles, obstacle);
    }
  for (double x = bounds.x; x + rect.width <= bounds.x + bounds.width; x++)
    for (double y = bounds.y; y + rect.height <= bounds.y + bounds.height; y++)
      {
        JalonRect here = { x, y, rect.width, rect.height };

        if (!jalon_rect_meets_any (&here, obstacles, gap))
          best = MIN (best, hypot (x - rect.x, y - rect.y));
      }

  g_assert_cmpint (jalon_rect_find_room (&found, &bounds, obstacles, gap), ==, best < G_MAXDOUBLE);
  if (best == G_MAXDOUBLE)
    {
      g_assert_cmpmem (&found, sizeof found, &rect, sizeof rect);
      return;
    }
  g_assert_cmpfloat_with_epsilon (hypot (found.x - rect.x, found.y - rect.y), best, 1e-6);
  g_assert_false (jalon_rect_meets_any (&found, obstacles, gap));
  g_assert_true (is_within (&found, &bounds));
}

static void
test_find_room (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++)
    check_room (rand);
}

/* Between what ends at 8 and what begins at 22, where one wants to be; else behind the second. */
static void
test_find_room_near (void)
{
  static const struct
  {
    double width; /* of the second one */
    double far;
    double found; /* −1 if there is no room */
  } cases[] = { { 38, 20, 10 }, { 38, 60, 64 }, { 78, 20, -1 } };
  const JalonRect bounds = { 0, 0, 100, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (JalonRect));
      const JalonRect both[] = { { 0, 0, 8, 10 }, { 22, 0, cases[i].width, 10 } };
      JalonRect rect = { 10, 0, 10, 10 };

      g_array_append_vals (obstacles, both, G_N_ELEMENTS (both));
      g_assert_cmpint (jalon_rect_find_room_near (&rect, &bounds, obstacles, 4, 2, cases[i].far),
                       ==, cases[i].found >= 0);
      g_assert_cmpfloat (rect.x, ==, cases[i].found >= 0 ? cases[i].found : 10);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/rings/find-room", test_find_room);
  g_test_add_func ("/layout/rings/find-room-near", test_find_room_near);
  g_test_add_func ("/layout/rings/parts", test_rings);
  g_test_add_func ("/layout/rings/own-sector", test_own_sector);
  return g_test_run ();
}
