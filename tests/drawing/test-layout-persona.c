/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "map-fixture.h"

#define NARROW_SPACE "\xe2\x80\xaf"

static Fixture *
new_persona (void)
{
  Fixture *fixture = fixture_new (JALON_KIND_PERSONA);

  jalon_element_set (fixture->map, JALON_FIELD_NAME, "Awa Diop", NULL);
  return fixture;
}

static void
add_notes (Fixture *fixture, const char *section, guint n)
{
  for (guint i = 0; i < n; i++)
    fixture_add (fixture->map, JALON_KIND_TRAIT, NULL, JALON_FIELD_SECTION, section,
                 JALON_FIELD_TEXT, "A place the children will remember", JALON_FIELD_NONE);
}

static gboolean
is_offered (const JalonItem *item)
{
  return item != NULL && jalon_node_is_for_screen (item->node);
}

/* What is not known can be told, on the screen. */
static void
test_facts (void)
{
  static const struct
  {
    JalonFieldId field;
    const char *text;
    const char *label;
  } cases[] = {
    { JALON_FIELD_AGE, "38", "Age" },
    { JALON_FIELD_OCCUPATION, "Nurse, shifts", "Occupation" },
    { JALON_FIELD_PLACE, "Lyon", "Lives in" },
    { JALON_FIELD_HOUSEHOLD, "Three children", "Household" },
    { JALON_FIELD_RANK, "2", "Value rank" },
    { JALON_FIELD_DESCRIPTION, "Books at night.", "Description" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_persona ();
      const JalonItem *item;

      jalon_element_set (fixture->map, cases[i].field, cases[i].text, NULL);
      fixture_draw (fixture);
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          item = fixture_find (fixture, "map", cases[j].field);
          g_assert_nonnull (item);
          g_assert_cmpint (is_offered (item), ==, i != j);
        }
      item = fixture_find (fixture, "map", cases[i].field);
      g_assert_true (node_shows (item->node, cases[i].label));
      g_assert_true (node_shows (item->node, cases[i].text));
    }
}

static void
test_summary (void)
{
  static const struct
  {
    const char *role;
    const char *share;
    const char *summary;
  } cases[] = {
    { "", "", "Supplier" },
    { "owns two houses", "", "Supplier · owns two houses" },
    { "", "32", "Supplier · 32 % of the base" },
    { "owns two houses", "0.5", "Supplier · owns two houses · 0.5 % of the base" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_persona ();

      jalon_element_set (fixture->map, JALON_FIELD_CATEGORY, "supplier", NULL);
      jalon_element_set (fixture->map, JALON_FIELD_ROLE, cases[i].role, NULL);
      jalon_element_set (fixture->map, JALON_FIELD_SHARE, cases[i].share, NULL);
      fixture_draw (fixture);
      g_assert_true (
        node_shows (fixture_find (fixture, "map", JALON_FIELD_ROLE)->node, cases[i].summary));
    }
}

static void
test_quote (void)
{
  static const char *const cases[][3] = {
    { "en", "I pay for a week.", "“I pay for a week.”" },
    { "en", "“I pay.”", "“I pay.”" },
    { "en", "«Я плачу»", "«Я плачу»" },
    { "fr", "Je paie.", "«\u00a0Je paie.\u00a0»" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_persona ();

      jalon_element_set (fixture->project, JALON_FIELD_LANGUAGE, cases[i][0], NULL);
      jalon_element_set (fixture->map, JALON_FIELD_QUOTE, cases[i][1], NULL);
      fixture_draw (fixture);
      g_assert_true (
        node_shows (fixture_find (fixture, "map", JALON_FIELD_QUOTE)->node, cases[i][2]));
    }
}

/* Each section takes its notes, in a colour of its own. */
static void
test_section (gconstpointer data)
{
  const JalonChoice *section = data;
  g_autoptr (Fixture) fixture = new_persona ();
  const JalonItem *slot;
  const JalonItem *note;
  guint n;

  fixture_add (fixture->map, JALON_KIND_TRAIT, "note", JALON_FIELD_SECTION, section->nick,
               JALON_FIELD_TEXT, "Two school calendars", JALON_FIELD_NONE);
  fixture_draw (fixture);
  slot = fixture_find_slot (fixture, JALON_KIND_TRAIT, section->nick, NULL);
  note = fixture_find (fixture, "note", JALON_FIELD_TEXT);
  g_assert_nonnull (slot);
  g_assert_true (node_shows (slot->node, section->label));
  g_assert_cmpstr (jalon_node_get_slot (slot->node)->parent, ==, "map");
  g_assert_true (slot == &jalon_scene_get_items (fixture->scene, &n)[note->slot]);
  g_assert_cmpfloat (note->y, >, slot->y);
}

/* A sheet with few notes asks for the main sections; a full one does not. */
static void
test_invitations (void)
{
  g_autoptr (Fixture) empty = new_persona ();
  g_autoptr (Fixture) full = new_persona ();

  fixture_draw (empty);
  add_notes (full, "needs", 12);
  fixture_draw (full);
  for (guint i = 0; jalon_trait_section_choices[i].nick != NULL; i++)
    {
      const char *nick = jalon_trait_section_choices[i].nick;

      g_assert_cmpint (is_offered (fixture_find_slot (empty, JALON_KIND_TRAIT, nick, NULL)), ==,
                       i > JALON_TRAIT_PROBLEMS);
      g_assert_cmpint (is_offered (fixture_find_slot (full, JALON_KIND_TRAIT, nick, NULL)), ==,
                       i != JALON_TRAIT_NEEDS);
    }
  g_assert_true (fixture_shows (empty, "What gets in their way?"));
  g_assert_true (fixture_shows (empty, "What would they say, in their own words?"));
  g_assert_true (is_offered (fixture_find (full, "map", JALON_FIELD_QUOTE)));
}

/* Columns are read from top to bottom, then from left to right, and none runs far ahead. */
static void
test_columns (void)
{
  g_autoptr (Fixture) fixture = new_persona ();
  JalonRect before = { 0 };

  for (guint i = 0; jalon_trait_section_choices[i].nick != NULL; i++)
    add_notes (fixture, jalon_trait_section_choices[i].nick, 2);
  fixture_draw (fixture);
  for (guint i = 0; jalon_trait_section_choices[i].nick != NULL; i++)
    {
      const JalonItem *slot = fixture_find_slot (fixture, JALON_KIND_TRAIT,
                                                 jalon_trait_section_choices[i].nick, NULL);
      JalonRect rect = item_get_rect (slot);

      g_assert_true (rect.x > before.x || (rect.x == before.x && rect.y > before.y));
      g_assert_cmpint (i % 4 == 0, ==, rect.x > before.x);
      before = rect;
    }
}

static void
test_sliders (void)
{
  static const struct
  {
    const char *value;
    double share;
  } cases[] = { { "0", 0 }, { "25", 0.25 }, { "100", 1 } };
  g_autoptr (Fixture) fixture = new_persona ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fixture_add (fixture->map, JALON_KIND_SLIDER, cases[i].value, JALON_FIELD_LEFT, "Plans ahead",
                 JALON_FIELD_RIGHT, "Decides late", JALON_FIELD_VALUE, cases[i].value,
                 JALON_FIELD_NONE);
  fixture_draw (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JalonItem *item = fixture_find (fixture, cases[i].value, JALON_FIELD_LEFT);
      guint n;
      const JalonPrimitive *primitives = jalon_node_get_primitives (item->node, &n);
      const JalonRect *track = &primitives[n - 1].rect;
      JalonRect knob = item_get_rect (fixture_find (fixture, cases[i].value, JALON_FIELD_VALUE));

      g_assert_cmpfloat_with_epsilon (knob.x - item->x,
                                      cases[i].share * (track->width - knob.width), 1e-9);
      g_assert_cmpfloat_with_epsilon (knob.y + knob.height / 2,
                                      item->y + track->y + track->height / 2, 1e-9);
      g_assert_nonnull (fixture_find (fixture, cases[i].value, JALON_FIELD_RIGHT));
    }
}

/* The first slider and the first evidence can be added on the sheet. */
static void
test_first (void)
{
  static const JalonKind kinds[] = { JALON_KIND_SLIDER, JALON_KIND_SOURCE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (Fixture) without = new_persona ();
      g_autoptr (Fixture) with = new_persona ();

      fixture_draw (without);
      g_assert_true (is_offered (fixture_find_slot (without, kinds[i], NULL, NULL)));
      fixture_add (with->map, kinds[i], "one", JALON_FIELD_NONE);
      fixture_draw (with);
      g_assert_false (is_offered (fixture_find_slot (with, kinds[i], NULL, NULL)));
    }
}

static void
test_sources (void)
{
  static const struct
  {
    const char *people;
    const char *date;
    const char *line;
  } cases[] = {
    { "", "", "economic" },
    { "1", "", "economic · 1 person" },
    { "12", "2025-11-18", "economic · 12 people · 2025-11-18" },
    { "1840", "", "economic · 1" NARROW_SPACE "840 people" },
    { "1234567", "", "economic · 1" NARROW_SPACE "234" NARROW_SPACE "567 people" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_persona ();

      fixture_add (fixture->map, JALON_KIND_SOURCE, "source", JALON_FIELD_TYPE, "economic",
                   JALON_FIELD_PEOPLE, cases[i].people, JALON_FIELD_DATE, cases[i].date,
                   JALON_FIELD_TEXT, "Bookings", JALON_FIELD_NONE);
      fixture_draw (fixture);
      g_assert_true (
        node_shows (fixture_find (fixture, "source", JALON_FIELD_TEXT)->node, cases[i].line));
    }
}

/* As soon as one note says how sure we are, all do, and the sheet says what the marks mean. */
static void
test_marks (void)
{
  g_autoptr (Fixture) fixture = new_persona ();
  guint before, after;

  fixture_add (fixture->map, JALON_KIND_TRAIT, "other", JALON_FIELD_TEXT, "Another",
               JALON_FIELD_NONE);
  fixture_add (fixture->map, JALON_KIND_TRAIT, "sure", JALON_FIELD_TEXT, "A note",
               JALON_FIELD_NONE);
  fixture_draw (fixture);
  g_assert_false (fixture_shows (fixture, "partly researched"));
  jalon_node_get_primitives (fixture_find (fixture, "other", JALON_FIELD_TEXT)->node, &before);

  fixture_set (fixture, "sure", JALON_FIELD_CONFIDENCE, "partly");
  fixture_draw (fixture);
  g_assert_true (fixture_shows (fixture, "partly researched"));
  jalon_node_get_primitives (fixture_find (fixture, "other", JALON_FIELD_TEXT)->node, &after);
  g_assert_cmpuint (after, >, before);
}

static void
test_language (void)
{
  g_autoptr (Fixture) fixture = new_persona ();

  jalon_element_set (fixture->project, JALON_FIELD_LANGUAGE, "id", NULL);
  jalon_element_set (fixture->map, JALON_FIELD_AGE, "38", NULL);
  fixture_draw (fixture);
  g_assert_true (fixture_shows (fixture, "Usia"));
  g_assert_true (fixture_shows (fixture, "Kebutuhan"));
  g_assert_false (fixture_shows (fixture, "Needs"));
}

/* The sheet is read from the left: an Arabic name stands beside the portrait, and both ends of a
 * slider at their ends. */
static void
test_right_to_left (void)
{
  g_autoptr (Fixture) fixture = new_persona ();
  guint n;
  const JalonPrimitive *texts;

  jalon_element_set (fixture->map, JALON_FIELD_NAME, "ليلى حسن", NULL);
  fixture_add (fixture->map, JALON_KIND_SLIDER, "slider", JALON_FIELD_LEFT, "سعر",
               JALON_FIELD_RIGHT, "راحة", JALON_FIELD_NONE);
  fixture_draw (fixture);
  texts = jalon_node_get_primitives (fixture_find (fixture, "map", JALON_FIELD_NAME)->node, &n);
  g_assert_cmpfloat (texts[0].rect.x + texts[0].rect.width, <, 300);
  texts = jalon_node_get_primitives (fixture_find (fixture, "slider", JALON_FIELD_LEFT)->node, &n);
  g_assert_cmpfloat (texts[0].rect.x + texts[0].rect.width, <, 100);
  g_assert_cmpfloat (texts[1].rect.x + texts[1].rect.width, >, 250);
}

static void
test_random (void)
{
  check_random_maps (JALON_KIND_PERSONA);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (const JalonChoice *c = jalon_trait_section_choices; c->nick != NULL; c++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/persona/section/%s", c->nick);

      g_test_add_data_func (path, c, test_section);
    }
  g_test_add_func ("/layout/persona/facts", test_facts);
  g_test_add_func ("/layout/persona/summary", test_summary);
  g_test_add_func ("/layout/persona/quote", test_quote);
  g_test_add_func ("/layout/persona/invitations", test_invitations);
  g_test_add_func ("/layout/persona/columns", test_columns);
  g_test_add_func ("/layout/persona/sliders", test_sliders);
  g_test_add_func ("/layout/persona/first", test_first);
  g_test_add_func ("/layout/persona/sources", test_sources);
  g_test_add_func ("/layout/persona/marks", test_marks);
  g_test_add_func ("/layout/persona/language", test_language);
  g_test_add_func ("/layout/persona/right-to-left", test_right_to_left);
  g_test_add_func ("/layout/persona/random", test_random);
  return g_test_run ();
}
