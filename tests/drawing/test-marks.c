/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signs on what came, changed and went. */

#include <locale.h>

#include "drawing/jalon-marks.h"

/* A sheet of 400 × 300 with a card of 100 × 50 at (40, 60). */
static JalonScene *
make_scene (void)
{
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, "map");
  JalonScene *scene = jalon_scene_new (map, jalon_theme_get (JALON_THEME_LIGHT));

  jalon_scene_add (scene, jalon_node_new (JALON_ROLE_CARD, "card", JALON_FIELD_TEXT, 100, 50), 40,
                   60, JALON_LAYER_BODY, -1);
  jalon_scene_set_size (scene, 400, 300);
  return scene;
}

static void
test_add (void)
{
  for (JalonMark mark = 0; mark < JALON_N_MARKS; mark++)
    {
      g_autoptr (JalonScene) scene = make_scene ();
      const JalonItem *items;
      guint n_items;

      g_assert_true (jalon_marks_add (scene, "card", JALON_FIELD_NONE, mark));
      items = jalon_scene_get_items (scene, &n_items);
      g_assert_cmpuint (n_items, ==, 2);
      g_assert_cmpint (jalon_node_get_role (items[1].node), ==, JALON_ROLE_DECORATION);
      g_assert_cmpfloat (items[1].x, <, 40);
      g_assert_cmpfloat (items[1].y, <, 60);
      g_assert_cmpfloat (items[1].x + items[1].width, >, 140);
      g_assert_cmpfloat (items[1].y + items[1].height, >, 110);
      g_assert_cmpint (jalon_scene_pick (scene, 50, 70), ==, 0);
    }
}

static void
test_nothing (void)
{
  g_autoptr (JalonScene) scene = make_scene ();
  guint n_items;

  g_assert_false (jalon_marks_add (scene, "none", JALON_FIELD_NONE, JALON_MARK_PLUS));
  g_assert_false (jalon_marks_add (scene, "card", JALON_FIELD_OWNER, JALON_MARK_PLUS));
  g_assert_true (jalon_marks_add (scene, "card", JALON_FIELD_TEXT, JALON_MARK_PLUS));
  jalon_scene_get_items (scene, &n_items);
  g_assert_cmpuint (n_items, ==, 2);
}

static void
test_legend (void)
{
  const char *words[JALON_N_MARKS] = { "Came", "Changed", "Went" };
  g_autoptr (JalonScene) scene = make_scene ();
  const JalonItem *items;
  guint n_items;

  jalon_marks_add_legend (scene, words);
  items = jalon_scene_get_items (scene, &n_items);
  g_assert_cmpuint (n_items, ==, 2);
  g_assert_cmpfloat (items[1].y, >=, 300);
  g_assert_cmpfloat (jalon_scene_get_height (scene), >=, items[1].y + items[1].height);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/marks/add", test_add);
  g_test_add_func ("/drawing/marks/nothing", test_nothing);
  g_test_add_func ("/drawing/marks/legend", test_legend);
  return g_test_run ();
}
