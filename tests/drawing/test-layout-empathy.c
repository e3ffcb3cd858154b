/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "map-fixture.h"

#define N_SECTIONS (JALON_NOTE_HEARS + 1)

static Fixture *
new_map (const char *canvas)
{
  Fixture *fixture = fixture_new (JALON_KIND_EMPATHY_MAP);

  jalon_element_set (fixture->map, JALON_FIELD_CANVAS, canvas, NULL);
  fixture_add (fixture->project, JALON_KIND_PERSONA, "awa", JALON_FIELD_NAME, "Awa Diop",
               JALON_FIELD_NONE);
  jalon_element_set (fixture->map, JALON_FIELD_PERSONA, "awa", NULL);
  return fixture;
}

static void
add_notes (Fixture *fixture, const char *section, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", section, i);

      fixture_add (fixture->map, JALON_KIND_NOTE, id, JALON_FIELD_SECTION, section,
                   JALON_FIELD_TEXT, "Sends the link to her sister before she pays",
                   JALON_FIELD_EVIDENCE, "6 interviews", JALON_FIELD_NONE);
    }
}

static const JalonItem *
find_section (Fixture *fixture, guint section)
{
  return fixture_find_slot (fixture, JALON_KIND_NOTE, jalon_note_section_choices[section].nick,
                            NULL);
}

/* Each section is drawn on both canvases as soon as it has a note, and takes it. */
static void
test_section (gconstpointer data)
{
  const JalonChoice *section = data;
  static const char *const canvases[] = { "quadrants", "gray-2017" };

  for (guint i = 0; i < G_N_ELEMENTS (canvases); i++)
    {
      g_autoptr (Fixture) fixture = new_map (canvases[i]);
      g_autofree char *id = g_strdup_printf ("%s0", section->nick);
      const JalonItem *slot;
      const JalonItem *note;
      JalonRect inner, outer;
      guint n;

      add_notes (fixture, section->nick, 1);
      fixture_draw (fixture);
      slot = fixture_find_slot (fixture, JALON_KIND_NOTE, section->nick, NULL);
      note = fixture_find (fixture, id, JALON_FIELD_TEXT);
      g_assert_true (node_shows (slot->node, section->label));
      g_assert_true (slot == &jalon_scene_get_items (fixture->scene, &n)[note->slot]);
      inner = item_get_rect (note);
      outer = item_get_rect (slot);
      g_assert_cmpfloat (inner.x, >=, outer.x);
      g_assert_cmpfloat (inner.y, >, outer.y);
      g_assert_cmpfloat (inner.x + inner.width, <=, outer.x + outer.width);
      g_assert_cmpfloat (inner.y + inner.height, <=, outer.y + outer.height);
    }
}

/* Which sections an empty map shows, and that it asks in each. */
static void
test_sections (void)
{
  static const struct
  {
    const char *canvas;
    const char *pains_gains;
    guint sections;
  } cases[] = {
    { "quadrants", "no", 0x00f },
    { "quadrants", "yes", 0x03f },
    { "gray-2017", "no", 0x3ff },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_map (cases[i].canvas);

      jalon_element_set (fixture->map, JALON_FIELD_PAINS_GAINS, cases[i].pains_gains, NULL);
      fixture_draw (fixture);
      for (guint j = 0; j < N_SECTIONS; j++)
        g_assert_cmpint (find_section (fixture, j) != NULL, ==, cases[i].sections >> j & 1);
      g_assert_true (
        fixture_shows (fixture, "What have we heard them say? Quote their own words."));
      g_assert_false (fixture_shows (fixture, "Also noted"));
    }
}

static gboolean
is_asked_on_paper (Fixture *fixture, const char *question)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (fixture->scene, &n);

  for (guint i = 0; i < n; i++)
    if (node_shows (items[i].node, question))
      return !jalon_node_is_for_screen (items[i].node);
  g_assert_not_reached ();
}

/* An empty map is a worksheet, on paper too; one with notes asks on the screen alone. */
static void
test_questions (void)
{
  g_autoptr (Fixture) empty = new_map ("quadrants");
  g_autoptr (Fixture) begun = new_map ("quadrants");
  const char *question = "What do they do today? What have we watched them do?";

  fixture_draw (empty);
  add_notes (begun, "says", 1);
  fixture_draw (begun);
  g_assert_true (is_asked_on_paper (empty, question));
  g_assert_false (is_asked_on_paper (begun, question));
}

/* Switching the canvas loses no note: what one of them lacks stands below. */
static void
test_also_noted (void)
{
  g_autoptr (Fixture) fixture = new_map ("quadrants");
  const JalonItem *hears;

  add_notes (fixture, "hears", 2);
  fixture_draw (fixture);
  hears = find_section (fixture, JALON_NOTE_HEARS);
  g_assert_true (fixture_shows (fixture, "Also noted"));
  g_assert_cmpfloat (hears->y, >, find_section (fixture, JALON_NOTE_DOES)->y);
  g_assert_null (find_section (fixture, JALON_NOTE_SEES));

  fixture_set (fixture, "map", JALON_FIELD_CANVAS, "gray-2017");
  fixture_draw (fixture);
  g_assert_false (fixture_shows (fixture, "Also noted"));
  g_assert_nonnull (fixture_find (fixture, "hears1", JALON_FIELD_TEXT));
}

static gboolean
overlap (JalonRect a, JalonRect b)
{
  return a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 &&
         b.y < a.y + a.height - 0.01;
}

/* A section grows with its notes; those round the head never reach into it, nor into each other. */
static void
test_growth (gconstpointer data)
{
  const JalonChoice *section = data;
  g_autoptr (Fixture) fixture = new_map ("gray-2017");
  double height;

  fixture_draw (fixture);
  height = jalon_scene_get_height (fixture->scene);
  for (guint n = 1; n <= 40; n += 13)
    {
      g_autoptr (Fixture) grown = new_map ("gray-2017");

      add_notes (grown, section->nick, n);
      fixture_draw (grown);
      g_assert_cmpfloat (jalon_scene_get_height (grown->scene), >=, height - 0.01);
      for (guint i = 0; i < N_SECTIONS; i++)
        for (guint j = 0; j < i; j++)
          {
            gboolean in_head = i < JALON_NOTE_WHO && i != JALON_NOTE_SAYS && i != JALON_NOTE_DOES;

            if (in_head == (j < JALON_NOTE_WHO && j != JALON_NOTE_SAYS && j != JALON_NOTE_DOES))
              g_assert_false (overlap (item_get_rect (find_section (grown, i)),
                                       item_get_rect (find_section (grown, j))));
          }
    }
}

/* Whether a point lies in a closed path of curves, by counting what a ray to the right crosses. */
static gboolean
is_in_path (const JalonPrimitive *primitive, double x, double y)
{
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (primitive->path, &n);
  JalonPoint a = { 0 };
  gboolean is_in = FALSE;

  for (guint i = 0; i < n; i++)
    for (guint j = 1; j <= 32; j++)
      {
        const JalonPoint *p = elements[i].points;
        double t = j / 32.0, s = 1 - t;
        JalonPoint start, b;

        if (elements[i].verb != JALON_PATH_CURVE)
          {
            a = elements[i].verb == JALON_PATH_MOVE ? p[0] : a;
            break;
          }
        start = i > 0 && elements[i - 1].verb == JALON_PATH_CURVE ? elements[i - 1].points[2]
                                                                  : elements[i - 1].points[0];
        b.x = s * s * s * start.x + 3 * s * s * t * p[0].x + 3 * s * t * t * p[1].x +
              t * t * t * p[2].x;
        b.y = s * s * s * start.y + 3 * s * s * t * p[0].y + 3 * s * t * t * p[1].y +
              t * t * t * p[2].y;
        if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
          is_in = !is_in;
        a = b;
      }
  return is_in;
}

static const JalonItem *
find_head (Fixture *fixture)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (fixture->scene, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (jalon_node_get_label (items[i].node), "Thinks and feels") == 0)
      return &items[i];
  g_assert_not_reached ();
}

/* What is thought and felt stays in the head, however much it is. */
static void
test_head (void)
{
  static const char *const inside[] = { "thinks", "feels", "pains", "gains" };

  for (guint n = 0; n <= 24; n += 6)
    {
      g_autoptr (Fixture) fixture = new_map ("gray-2017");
      const JalonItem *head;
      const JalonPrimitive *outline;
      guint n_primitives;

      for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
        add_notes (fixture, inside[i], n + i);
      fixture_draw (fixture);
      head = find_head (fixture);
      outline = &jalon_node_get_primitives (head->node, &n_primitives)[0];
      for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
        {
          const JalonItem *slot = fixture_find_slot (fixture, JALON_KIND_NOTE, inside[i], NULL);
          JalonRect r = item_get_rect (slot);

          r.x -= head->x;
          r.y -= head->y;
          g_assert_true (is_in_path (outline, r.x, r.y));
          g_assert_true (is_in_path (outline, r.x + r.width, r.y));
          g_assert_true (is_in_path (outline, r.x, r.y + r.height));
          g_assert_true (is_in_path (outline, r.x + r.width, r.y + r.height));
        }
    }
}

static void
test_footer (void)
{
  static const struct
  {
    const char *confidence;
    const char *evidence;
    const char *driver;
    const char *footer;
  } cases[] = {
    { "", "", "", NULL },
    { "researched", "", "", "Researched" },
    { "", "6 interviews", "", "6 interviews" },
    { "", "", "belief", "Assumed · belief" },
    { "partly", "", "emotion", "Partly researched · emotion" },
    { "partly", "site data", "behaviour", "site data · behaviour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_map ("quadrants");
      const JalonItem *note;
      guint n;

      fixture_add (fixture->map, JALON_KIND_NOTE, "note", JALON_FIELD_TEXT, "Reads reviews",
                   JALON_FIELD_CONFIDENCE, cases[i].confidence, JALON_FIELD_EVIDENCE,
                   cases[i].evidence, JALON_FIELD_DRIVER, cases[i].driver, JALON_FIELD_NONE);
      fixture_draw (fixture);
      note = fixture_find (fixture, "note", JALON_FIELD_TEXT);
      jalon_node_get_primitives (note->node, &n);
      if (cases[i].footer != NULL)
        g_assert_true (node_shows (note->node, cases[i].footer));
      else
        g_assert_cmpuint (n, ==, 2);
    }
}

/* The persona is in the middle of the quadrants and covers no note. */
static void
check_nobody (const char *canvas, gboolean is_begun)
{
  g_autoptr (Fixture) fixture = new_map (canvas);
  JalonNode *node;

  if (is_begun)
    add_notes (fixture, "says", 1);
  fixture_draw (fixture);
  node = fixture_find (fixture, "map", JALON_FIELD_PERSONA)->node;
  g_assert_cmpint (jalon_node_get_target (node, NULL), ==, JALON_TARGET_NONE);
  g_assert_false (node_shows (node, "Who?"));
  fixture_set (fixture, "map", JALON_FIELD_PERSONA, NULL);
  fixture_draw (fixture);
  node = fixture_find (fixture, "map", JALON_FIELD_PERSONA)->node;
  g_assert_cmpint (jalon_node_get_target (node, NULL), ==, JALON_TARGET_CHOICE);
  g_assert_true (node_shows (node, "Who?"));
  g_assert_true (is_asked_on_paper (fixture, "Who?") == !is_begun);
}

/* Where nobody is in the middle yet it asks for somebody, as sections do for notes. */
static void
test_nobody (void)
{
  for (guint i = 0; i < 2; i++)
    {
      check_nobody ("quadrants", i);
      check_nobody ("gray-2017", i);
    }
}

static void
test_persona (void)
{
  g_autoptr (Fixture) fixture = new_map ("quadrants");
  JalonRect persona;

  for (guint i = 0; i < 4; i++)
    add_notes (fixture, jalon_note_section_choices[i].nick, 14);
  fixture_draw (fixture);
  persona = item_get_rect (fixture_find (fixture, "map", JALON_FIELD_PERSONA));
  g_assert_cmpfloat_with_epsilon (persona.x + persona.width / 2,
                                  jalon_scene_get_width (fixture->scene) / 2, 0.01);
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 14; j++)
      {
        g_autofree char *id = g_strdup_printf ("%s%u", jalon_note_section_choices[i].nick, j);

        g_assert_false (
          overlap (persona, item_get_rect (fixture_find (fixture, id, JALON_FIELD_TEXT))));
      }
}

static void
test_memory (void)
{
  g_autoptr (Fixture) fixture = new_map ("quadrants");
  JalonNode *kept;
  JalonNode *changed;

  add_notes (fixture, "says", 2);
  fixture_draw (fixture);
  kept = jalon_node_ref (fixture_find (fixture, "says0", JALON_FIELD_TEXT)->node);
  changed = jalon_node_ref (fixture_find (fixture, "says1", JALON_FIELD_TEXT)->node);
  fixture_set (fixture, "says1", JALON_FIELD_TEXT, "Is the fence closed?");
  fixture_draw (fixture);
  g_assert_true (fixture_find (fixture, "says0", JALON_FIELD_TEXT)->node == kept);
  g_assert_true (fixture_find (fixture, "says1", JALON_FIELD_TEXT)->node != changed);
  jalon_node_unref (kept);
  jalon_node_unref (changed);
}

static void
test_language (void)
{
  g_autoptr (Fixture) fixture = new_map ("gray-2017");

  jalon_element_set (fixture->project, JALON_FIELD_LANGUAGE, "fr", NULL);
  fixture_draw (fixture);
  g_assert_true (fixture_shows (fixture, "Pense et ressent"));
  g_assert_true (fixture_shows (fixture, "Carte d’empathie · voit, dit, fait, entend — Awa Diop"));
}

static void
test_random (void)
{
  check_random_maps (JALON_KIND_EMPATHY_MAP);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (const JalonChoice *c = jalon_note_section_choices; c->nick != NULL; c++)
    {
      g_autofree char *section = g_strdup_printf ("/layout/empathy/section/%s", c->nick);
      g_autofree char *growth = g_strdup_printf ("/layout/empathy/growth/%s", c->nick);

      g_test_add_data_func (section, c, test_section);
      g_test_add_data_func (growth, c, test_growth);
    }
  g_test_add_func ("/layout/empathy/sections", test_sections);
  g_test_add_func ("/layout/empathy/questions", test_questions);
  g_test_add_func ("/layout/empathy/also-noted", test_also_noted);
  g_test_add_func ("/layout/empathy/head", test_head);
  g_test_add_func ("/layout/empathy/footer", test_footer);
  g_test_add_func ("/layout/empathy/persona", test_persona);
  g_test_add_func ("/layout/empathy/nobody", test_nobody);
  g_test_add_func ("/layout/empathy/memory", test_memory);
  g_test_add_func ("/layout/empathy/language", test_language);
  g_test_add_func ("/layout/empathy/random", test_random);
  return g_test_run ();
}
