/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "map-fixture.h"

static Fixture *
new_register (void)
{
  Fixture *fixture = fixture_new (JALON_KIND_REGISTER);

  fixture_add (fixture->project, JALON_KIND_PERSONA, "awa", JALON_FIELD_NAME, "Awa Diop",
               JALON_FIELD_NONE);
  fixture_add (fixture->project, JALON_KIND_JOURNEY, "renting", JALON_FIELD_TITLE, "Renting",
               JALON_FIELD_NONE);
  return fixture;
}

static JalonElement *
add_audience (Fixture *fixture,
              const char *id,
              const char *owner,
              const char *process,
              const char *measure)
{
  return fixture_add (fixture->map, JALON_KIND_AUDIENCE, id, JALON_FIELD_NAME, id,
                      JALON_FIELD_OWNER, owner, JALON_FIELD_PROCESS, process, JALON_FIELD_MEASURE,
                      measure, JALON_FIELD_NONE);
}

/* FIELD.md: no process, no measure or no owner is an operational liability, and is shown so. */
static void
test_liability (void)
{
  for (guint mask = 0; mask < 8; mask++)
    {
      g_autoptr (Fixture) fixture = new_register ();
      const JalonFieldId fields[] = { JALON_FIELD_OWNER, JALON_FIELD_PROCESS, JALON_FIELD_MEASURE };
      const JalonTheme *theme = jalon_theme_get (JALON_THEME_LIGHT);

      add_audience (fixture, "guests", mask & 1 ? "Marie" : "", mask & 2 ? "Weekly" : "",
                    mask & 4 ? "NPS" : "");
      fixture_draw (fixture);
      g_assert_cmpint (fixture_shows (fixture, "liability"), ==, mask != 7);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          const JalonItem *cell = fixture_find (fixture, "guests", fields[i]);
          gboolean is_missing = (mask >> i & 1) == 0;
          guint n;
          const JalonPrimitive *text = jalon_node_get_primitives (cell->node, &n);

          g_assert_cmpint (node_shows (cell->node, "none"), ==, is_missing);
          g_assert_cmpint (text->fill.red == theme->alert.red, ==, is_missing);
        }
    }
}

static void
test_subtitle (void)
{
  static const struct
  {
    guint n;
    guint n_liabilities;
    const char *language;
    const char *subtitle;
  } cases[] = {
    { 0, 0, "en", "Audience register" },
    { 2, 0, "en", "Audience register · none is a liability" },
    { 7, 1, "en", "Audience register · 1 of 7 is a liability" },
    { 7, 3, "en", "Audience register · 3 of 7 are a liability" },
    { 7, 3, "fr", "Registre des publics · 3 sur 7 sont un risque" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_register ();

      jalon_element_set (fixture->project, JALON_FIELD_LANGUAGE, cases[i].language, NULL);
      for (guint j = 0; j < cases[i].n; j++)
        add_audience (fixture, NULL, "Marie", "Weekly", j < cases[i].n_liabilities ? "" : "NPS");
      fixture_draw (fixture);
      g_assert_true (fixture_shows (fixture, cases[i].subtitle));
    }
}

/* Rows come in their order, with their ranks, and one more asks. */
static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = new_register ();
  const JalonItem *slot;
  double bottom = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("audience%u", i);

      add_audience (fixture, id, "Marie", i % 3 == 0 ? "A process with a name of many words" : "",
                    "NPS");
    }
  fixture_draw (fixture);
  slot = fixture_find_slot (fixture, JALON_KIND_AUDIENCE, NULL, NULL);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("audience%u", i);
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);
      const JalonItem *row = fixture_find (fixture, id, JALON_FIELD_NONE);
      guint n;

      g_assert_cmpint (jalon_node_get_role (row->node), ==, JALON_ROLE_ROW);
      g_assert_true (node_shows (row->node, rank));
      g_assert_true (slot == &jalon_scene_get_items (fixture->scene, &n)[row->slot]);
      g_assert_cmpfloat (row->y, >=, bottom);
      bottom = row->y + jalon_node_get_height (row->node);
    }
  g_assert_true (node_shows (slot->node, "13"));
  g_assert_true (node_shows (slot->node, "Who else deals with us?"));
  g_assert_cmpfloat (bottom, <, slot->y + jalon_node_get_height (slot->node));
}

/* Every field of an audience that the table shows is a cell of its own. */
static void
test_cells (void)
{
  static const struct
  {
    JalonFieldId field;
    const char *empty;
    const char *text;
    const char *shown;
  } cases[] = {
    { JALON_FIELD_NAME, "Audience", "Guests", "Guests" },
    { JALON_FIELD_PERSONA, "–", "awa", "Awa Diop" },
    { JALON_FIELD_JOURNEY, "–", "renting", "Renting" },
    { JALON_FIELD_OWNER, "none", "Marie", "Marie" },
    { JALON_FIELD_PROCESS, "none", "Weekly", "Weekly" },
    { JALON_FIELD_MEASURE, "none", "NPS", "NPS" },
  };
  g_autoptr (Fixture) fixture = new_register ();

  fixture_add (fixture->map, JALON_KIND_AUDIENCE, "audience", JALON_FIELD_NONE);
  fixture_draw (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonRect rect;
      JalonTextStyle style;
      const JalonItem *cell = fixture_find (fixture, "audience", cases[i].field);

      g_assert_true (node_shows (cell->node, cases[i].empty));
      g_assert_true (jalon_node_get_editor (cell->node, &rect, &style));
      fixture_set (fixture, "audience", cases[i].field, cases[i].text);
      fixture_draw (fixture);
      cell = fixture_find (fixture, "audience", cases[i].field);
      g_assert_true (node_shows (cell->node, cases[i].shown));
    }
  g_assert_false (fixture_shows (fixture, "liability"));
}

/* Cells stand side by side in their columns, and a long text makes its row high, not wide. */
static void
test_wrapping (void)
{
  g_autoptr (Fixture) fixture = new_register ();
  JalonRect shallow, deep;

  add_audience (fixture, "short", "Marie", "Weekly", "NPS");
  add_audience (fixture, "long", "Marie",
                "Every second Tuesday somebody reads all letters of the month and answers them",
                "NPS");
  fixture_draw (fixture);
  shallow = item_get_rect (fixture_find (fixture, "short", JALON_FIELD_PROCESS));
  deep = item_get_rect (fixture_find (fixture, "long", JALON_FIELD_PROCESS));
  g_assert_cmpfloat (shallow.x, ==, deep.x);
  g_assert_cmpfloat (shallow.width, ==, deep.width);
  g_assert_cmpfloat (shallow.height, <, deep.height);
}

static void
test_headers (void)
{
  g_autoptr (Fixture) fixture = new_register ();
  JalonRect top, side;
  const JalonItem *row;

  add_audience (fixture, "guests", "Marie", "Weekly", "NPS");
  fixture_draw (fixture);
  jalon_scene_get_headers (fixture->scene, &top, &side);
  row = fixture_find (fixture, "guests", JALON_FIELD_NONE);
  g_assert_cmpfloat (top.height, >, 0);
  g_assert_cmpfloat (top.y + top.height, ==, row->y);
  g_assert_cmpfloat (top.width, ==, jalon_scene_get_width (fixture->scene));
}

static void
test_memory (void)
{
  g_autoptr (Fixture) fixture = new_register ();
  JalonNode *kept;

  add_audience (fixture, "guests", "Marie", "Weekly", "NPS");
  add_audience (fixture, "owners", "Paul", "Yearly visit", "");
  fixture_draw (fixture);
  kept = jalon_node_ref (fixture_find (fixture, "guests", JALON_FIELD_PROCESS)->node);
  fixture_set (fixture, "owners", JALON_FIELD_MEASURE, "Complaints");
  fixture_draw (fixture);
  g_assert_true (fixture_find (fixture, "guests", JALON_FIELD_PROCESS)->node == kept);
  jalon_node_unref (kept);
}

static void
test_random (void)
{
  check_random_maps (JALON_KIND_REGISTER);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/register/liability", test_liability);
  g_test_add_func ("/layout/register/subtitle", test_subtitle);
  g_test_add_func ("/layout/register/rows", test_rows);
  g_test_add_func ("/layout/register/cells", test_cells);
  g_test_add_func ("/layout/register/wrapping", test_wrapping);
  g_test_add_func ("/layout/register/headers", test_headers);
  g_test_add_func ("/layout/register/memory", test_memory);
  g_test_add_func ("/layout/register/random", test_random);
  return g_test_run ();
}
