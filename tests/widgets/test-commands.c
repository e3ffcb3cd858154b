/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "generate.h"
#include "widgets/jalon-commands.h"

static JalonSlot
make_cell (const char *step, const char *lane)
{
  return (JalonSlot){ .parent = (char *) step,
                      .kind = JALON_KIND_CARD,
                      .field = JALON_FIELD_LANE,
                      .value = (char *) lane };
}

static JalonSlot
make_scale (const char *step)
{
  return (JalonSlot){ .parent = (char *) step,
                      .kind = JALON_KIND_SCORE,
                      .field = JALON_FIELD_LANE,
                      .value = (char *) "feels",
                      .y_field = JALON_FIELD_VALUE,
                      .plane = { 0, 0, 100, 100 },
                      .y_min = -2,
                      .y_max = 2 };
}

/* The titles of the children of @parent in a row. */
static char *
list (JalonDocument *document, const char *parent)
{
  JalonElement *element = fixture_get (document, parent);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            jalon_element_get_id (jalon_element_get_child (element, i)));
  return g_string_free (text, FALSE);
}

static void
check_children (JalonDocument *document, const char *parent, const char *wanted)
{
  g_autofree char *found = list (document, parent);

  g_assert_cmpstr (found, ==, wanted);
}

static GPtrArray *
make_array (JalonDocument *document, const char *const *ids)
{
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (elements, fixture_get (document, ids[i]));
  return elements;
}

static void
test_add (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonSlot slot = make_cell ("s1", "does");
  JalonElement *card;

  card = jalon_commands_add (document, &slot, NULL, NULL, NULL);
  g_assert_true (jalon_slot_contains (&slot, card));
  g_assert_cmpuint (jalon_element_get_index (card), ==, 2);
  g_assert_cmpstr (jalon_document_get_selection (document)[0], ==, jalon_element_get_id (card));
  fixture_check_undo (document, before, "Add Card");

  card = jalon_commands_add (document, &slot, fixture_get (document, "c1"), NULL, NULL);
  g_assert_cmpuint (jalon_element_get_index (card), ==, 1);
}

static void
test_add_joins (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  const JalonSlot slot = make_cell ("s3", "does");

  g_ptr_array_add (elements, jalon_commands_add (document, &slot, NULL, NULL, "k"));
  g_assert_true (jalon_commands_set (document, elements, JALON_FIELD_TEXT, "a", "k", NULL));
  g_assert_true (jalon_commands_set (document, elements, JALON_FIELD_TEXT, "ab", "k", NULL));
  fixture_check_undo (document, before, "Add Card");
}

/* A score dies with its persona, so it names the one of the journey. */
static void
test_add_names_persona (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot slot = make_scale ("s3");
  const JalonPoint point = { 50, 25 };
  JalonElement *score = jalon_commands_add (document, &slot, NULL, &point, NULL);

  g_assert_cmpstr (jalon_element_get_text (score, JALON_FIELD_PERSONA), ==, "awa");
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, 1);
}

/* One for each persona; a journey of nobody has one curve. */
static void
test_add_has_room (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot slot = make_scale ("s3");

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (jalon_commands_can_add (document, &slot));
      g_assert_nonnull (jalon_commands_add (document, &slot, NULL, NULL, NULL));
      g_assert_false (jalon_commands_can_add (document, &slot));
      g_assert_null (jalon_commands_add (document, &slot, NULL, NULL, NULL));
      jalon_document_undo (document);

      jalon_document_begin (document, "Nobody");
      jalon_document_set (document, fixture_get (document, "trip"), JALON_FIELD_PERSONAS, NULL,
                          NULL);
      jalon_document_commit (document);
    }
}

static void
test_add_nowhere (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot slot = make_cell ("nowhere", "does");

  g_assert_null (jalon_commands_add (document, &slot, NULL, NULL, NULL));
  g_assert_null (jalon_document_get_undo_label (document));
}

static void
test_add_beside (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonSlot cell = make_cell ("s1", "does");
  JalonElement *step, *card;

  step = jalon_commands_add_beside (document, fixture_get (document, "s1"), NULL, FALSE, NULL);
  g_assert_cmpint (jalon_element_get_kind (step), ==, JALON_KIND_STEP);
  g_assert_cmpuint (jalon_element_get_index (step), ==, 1);
  g_assert_cmpstr (jalon_document_get_selection (document)[0], ==, jalon_element_get_id (step));
  fixture_check_undo (document, before, "Add Step");

  card = jalon_commands_add_beside (document, fixture_get (document, "c2"), &cell, TRUE, NULL);
  g_assert_true (jalon_slot_contains (&cell, card));
  g_assert_cmpuint (jalon_element_get_index (card), ==, 1);
  fixture_check_undo (document, before, "Add Card");
}

/* What a map of a template names becomes what the project has. */
static void
test_add_map (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *map = jalon_element_new (JALON_KIND_EMPATHY_MAP, NULL);
  JalonElement *project = jalon_document_get_project (document);

  g_assert_true (jalon_element_set (map, JALON_FIELD_PERSONA, "elsewhere", NULL));
  g_assert_true (jalon_element_set (map, JALON_FIELD_TAGS, "nothing", NULL));
  jalon_commands_add_map (document, map);
  g_assert_true (jalon_element_get_parent (map) == project);
  g_assert_cmpstr (jalon_element_get_text (map, JALON_FIELD_PERSONA), ==, "awa");
  g_assert_cmpstr (jalon_element_get_text (map, JALON_FIELD_TAGS), ==, "tag1");
  g_assert_cmpuint (jalon_element_get_index (map), ==,
                    jalon_element_get_index (fixture_get (document, "head")) + 1);
}

static void
test_remove (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = make_array (document, (const char *const[]){ "c1", "c3", NULL });

  jalon_commands_remove (document, elements);
  g_assert_null (jalon_document_lookup (document, "c1"));
  g_assert_null (jalon_document_lookup (document, "c3"));
  fixture_check_undo (document, before, "Delete Card");
}

static void
test_duplicate (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = make_array (document, (const char *const[]){ "c1", NULL });
  g_autoptr (GPtrArray) copies = jalon_commands_duplicate (document, elements);
  JalonElement *copy = g_ptr_array_index (copies, 0);

  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpstr (jalon_element_get_title (copy), ==, "Looks at pictures");
  g_assert_cmpuint (jalon_element_get_index (copy), ==, 1);
  g_assert_cmpstr (jalon_document_get_selection (document)[0], ==, jalon_element_get_id (copy));
  fixture_check_undo (document, before, "Duplicate Card");
}

/* A card grows over copies of what is under it, as over new steps; its own copy is as long as it
 * was. */
static void
test_duplicate_under_card (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GPtrArray) elements = make_array (document, (const char *const[]){ "g1", NULL });
  g_autoptr (GPtrArray) copies = NULL;
  JalonElement *card = fixture_get (document, "c2");
  JalonElement *step;

  jalon_document_begin (document, "Prepare");
  jalon_document_set_number (document, card, JALON_FIELD_SPAN, 3);
  jalon_document_commit (document);
  copies = jalon_commands_duplicate (document, elements);
  g_assert_cmpfloat (jalon_element_get_number (card, JALON_FIELD_SPAN), ==, 5);
  step = jalon_element_get_child (g_ptr_array_index (copies, 0), 0);
  card = jalon_element_get_child (step, 1);
  g_assert_cmpfloat (jalon_element_get_number (card, JALON_FIELD_SPAN), ==, 3);
}

static void
test_place (void)
{
  static const struct
  {
    const char *what[3];
    const char *step, *lane, *before;
    const char *s1, *s2;
  } cases[] = {
    /* within the cell, to the end, before another, and to where it is */
    { { "c1" }, "s1", "does", NULL, "c2 c1 c4 e1", "c3 p1 e2" },
    { { "c2" }, "s1", "does", "c1", "c2 c1 c4 e1", "c3 p1 e2" },
    { { "c1" }, "s1", "does", "c2", "c1 c2 c4 e1", "c3 p1 e2" },
    { { "c2" }, "s1", "does", NULL, "c1 c2 c4 e1", "c3 p1 e2" },
    /* to another step, another lane */
    { { "c1" }, "s2", "does", NULL, "c2 c4 e1", "c3 c1 p1 e2" },
    { { "c1" }, "s2", "does", "c3", "c2 c4 e1", "c1 c3 p1 e2" },
    { { "c1" }, "s2", "thinks", NULL, "c2 c4 e1", "c3 p1 e2 c1" },
    { { "c1", "c2" }, "s2", "does", "c3", "c4 e1", "c1 c2 c3 p1 e2" },
    /* what does not belong there stays */
    { { "e1", "c1" }, "s2", "does", NULL, "c2 c4 e1", "c3 c1 p1 e2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GPtrArray) elements = make_array (document, cases[i].what);
      const JalonSlot slot = make_cell (cases[i].step, cases[i].lane);

      jalon_commands_place (document, elements, &slot,
                            cases[i].before != NULL ? fixture_get (document, cases[i].before)
                                                    : NULL,
                            NULL);
      check_children (document, "s1", cases[i].s1);
      check_children (document, "s2", cases[i].s2);
    }
}

static void
test_place_on_plane (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = make_array (document, (const char *const[]){ "e1", NULL });
  const JalonSlot slot = make_scale ("s1");

  jalon_commands_place (document, elements, &slot, NULL, &(JalonPoint){ 0, 75 });
  g_assert_cmpfloat (jalon_element_get_number (fixture_get (document, "e1"), JALON_FIELD_VALUE), ==,
                     -1);
  check_children (document, "s1", "c1 c2 c4 e1");
  fixture_check_undo (document, before, "Move Score");
}

/* What is copied stays, and what does not belong there is left out. */
static void
test_place_copies (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray)
    elements = make_array (document, (const char *const[]){ "e1", "c1", "c2", NULL });
  const JalonSlot slot = make_cell ("s2", "does");
  g_autofree char *wanted = NULL;
  const char *const *ids;

  jalon_commands_place_copies (document, elements, &slot, fixture_get (document, "c3"), NULL);
  ids = jalon_document_get_selection (document);
  wanted = g_strdup_printf ("%s %s c3 p1 e2", ids[0], ids[1]);
  check_children (document, "s1", "c1 c2 c4 e1");
  check_children (document, "s2", wanted);
  g_assert_cmpstr (jalon_element_get_title (fixture_get (document, ids[1])), ==, "Makes a list");
  fixture_check_undo (document, before, "Duplicate Card");
}

static void
test_shift (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();

  g_assert_true (jalon_commands_shift (document, fixture_get (document, "s1"), 1));
  check_children (document, "g1", "s2 s1");
  g_assert_true (jalon_commands_shift (document, fixture_get (document, "s1"), 1));
  check_children (document, "g1", "s2");
  check_children (document, "g2", "s1 s3 s4");
  g_assert_true (jalon_commands_shift (document, fixture_get (document, "s1"), -1));
  check_children (document, "g1", "s2 s1");
  /* Lanes stand before the stages: a stage passes stages only, and nothing leaves its map. */
  g_assert_true (jalon_commands_shift (document, fixture_get (document, "g2"), -1));
  check_children (document, "trip", "does thinks feels pains g2 g1");
  g_assert_false (jalon_commands_shift (document, fixture_get (document, "g2"), -1));
  g_assert_false (jalon_commands_shift (document, fixture_get (document, "pains"), 1));
  g_assert_false (jalon_commands_shift (document, fixture_get (document, "boss"), 1));
}

/* A lane passes the next one that people see, and pinned lanes are among themselves. */
static void
test_shift_lanes (void)
{
  static const struct
  {
    const char *hidden, *pinned;
    const char *lane;
    int by;
    const char *lanes; /* NULL if it cannot move */
  } cases[] = {
    { NULL, NULL, "does", 1, "thinks does feels pains g1 g2" },
    { NULL, NULL, "pains", -1, "does thinks pains feels g1 g2" },
    { NULL, NULL, "does", -1, NULL },
    { "thinks", NULL, "does", 1, "thinks feels does pains g1 g2" },
    { "thinks", NULL, "feels", -1, "feels does thinks pains g1 g2" },
    { NULL, "does", "does", 1, NULL },
    { NULL, "does", "thinks", -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      gboolean moved;

      jalon_document_begin (document, "Flags");
      if (cases[i].hidden != NULL)
        jalon_document_set (document, fixture_get (document, cases[i].hidden), JALON_FIELD_HIDDEN,
                            "yes", NULL);
      if (cases[i].pinned != NULL)
        jalon_document_set (document, fixture_get (document, cases[i].pinned), JALON_FIELD_PINNED,
                            "yes", NULL);
      jalon_document_commit (document);
      moved = jalon_commands_shift (document, fixture_get (document, cases[i].lane), cases[i].by);
      g_assert_cmpint (moved, ==, cases[i].lanes != NULL);
      if (moved)
        check_children (document, "trip", cases[i].lanes);
    }
}

static void
test_pass (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();

  jalon_commands_pass (document, fixture_get (document, "c1"), fixture_get (document, "c2"));
  check_children (document, "s1", "c2 c1 c4 e1");
  jalon_commands_pass (document, fixture_get (document, "c1"), fixture_get (document, "c2"));
  check_children (document, "s1", "c1 c2 c4 e1");
}

static void
test_nudge (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonSlot slot = make_scale ("s1");
  JalonElement *score = fixture_get (document, "e1");

  g_assert_true (jalon_commands_nudge (document, score, &slot, 0, 5));
  g_assert_cmpfloat_with_epsilon (jalon_element_get_number (score, JALON_FIELD_VALUE), 1.5, 1e-9);
  g_assert_true (jalon_commands_nudge (document, score, &slot, 0, 50));
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, 2);
  g_assert_false (jalon_commands_nudge (document, score, &slot, 5, 0));
  fixture_check_undo (document, before, "Move Score");
}

static void
test_score (void)
{
  static const double values[] = { -2, -1, 0, 1, 2 };
  const JalonSlot slot = make_scale ("s3");
  const JalonSlot cards = make_cell ("s3", "does");

  for (int digit = 1; digit <= 5; digit++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      JalonElement *score = jalon_commands_score (document, &slot, NULL, digit);

      g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==,
                         values[digit - 1]);
      g_assert_true (jalon_slot_contains (&slot, score));
      fixture_check_undo (document, before, "Set Score");
      g_assert_null (jalon_commands_score (document, &cards, NULL, digit));
    }
}

static void
test_set (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = make_array (document, (const char *const[]){ "c1", "p1", NULL });
  g_autoptr (GError) error = NULL;

  g_assert_true (jalon_commands_set (document, elements, JALON_FIELD_OWNER, "Lina", NULL, NULL));
  g_assert_cmpstr (jalon_element_get_text (fixture_get (document, "p1"), JALON_FIELD_OWNER), ==,
                   "Lina");
  fixture_check_undo (document, before, "Change “Owner”");

  g_assert_false (jalon_commands_set (document, elements, JALON_FIELD_EFFORT, "9", NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (jalon_document_is_modified (document));
}

/* Where there is no room nothing comes, and nothing is left of it. */
static void
test_full (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot cell = make_cell ("s1", "does");
  const JalonSlot scale = make_scale ("s3");
  g_autoptr (GPtrArray) elements = make_array (document, (const char *const[]){ "c1", NULL });
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  generate_filling (document, JALON_KIND_TAG, 0);
  before = fixture_to_bytes (document);
  g_assert_null (jalon_commands_add (document, &cell, NULL, NULL, NULL));
  g_assert_null (
    jalon_commands_add_beside (document, fixture_get (document, "s1"), NULL, FALSE, NULL));
  g_assert_null (jalon_commands_split (document, fixture_get (document, "s2"), NULL, NULL));
  g_assert_null (jalon_commands_score (document, &scale, NULL, 3));
  g_assert_null (jalon_commands_make_to_be (document, fixture_get (document, "trip")));
  g_assert_false (
    jalon_commands_add_map (document, jalon_element_new (JALON_KIND_EMPATHY_MAP, NULL)));
  copies = jalon_commands_duplicate (document, elements);
  g_assert_cmpuint (copies->len, ==, 0);
  jalon_commands_place_copies (document, elements, &cell, NULL, NULL);
  after = fixture_to_bytes (document);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpstr (jalon_document_get_undo_label (document), ==, "Fill");
  g_assert_true (jalon_commands_set (document, elements, JALON_FIELD_TEXT, "A", NULL, NULL));
}

static void
test_selection (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GPtrArray) elements = make_array (document, (const char *const[]){ "c3", "c1", NULL });
  g_autoptr (GPtrArray) selected = NULL;

  jalon_commands_select (document, elements);
  selected = jalon_commands_get_selected (document);
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_true (g_ptr_array_index (selected, 0) == fixture_get (document, "c3"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands/add", test_add);
  g_test_add_func ("/commands/add-joins", test_add_joins);
  g_test_add_func ("/commands/add-names-persona", test_add_names_persona);
  g_test_add_func ("/commands/add-has-room", test_add_has_room);
  g_test_add_func ("/commands/add-nowhere", test_add_nowhere);
  g_test_add_func ("/commands/add-beside", test_add_beside);
  g_test_add_func ("/commands/add-map", test_add_map);
  g_test_add_func ("/commands/remove", test_remove);
  g_test_add_func ("/commands/duplicate", test_duplicate);
  g_test_add_func ("/commands/duplicate-under-card", test_duplicate_under_card);
  g_test_add_func ("/commands/place", test_place);
  g_test_add_func ("/commands/place-on-plane", test_place_on_plane);
  g_test_add_func ("/commands/place-copies", test_place_copies);
  g_test_add_func ("/commands/shift", test_shift);
  g_test_add_func ("/commands/shift-lanes", test_shift_lanes);
  g_test_add_func ("/commands/pass", test_pass);
  g_test_add_func ("/commands/nudge", test_nudge);
  g_test_add_func ("/commands/score", test_score);
  g_test_add_func ("/commands/set", test_set);
  g_test_add_func ("/commands/full", test_full);
  g_test_add_func ("/commands/selection", test_selection);
  return fixture_run ();
}
