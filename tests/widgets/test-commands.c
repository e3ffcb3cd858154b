/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "generate.h"
#include "widgets/jalon-commands.h"

static void
test_add (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonSlot slot = fixture_make_cell ("s1", "does");
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
  const JalonSlot slot = fixture_make_cell ("s3", "does");

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
  const JalonSlot slot = fixture_make_scale ("s3");
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
  const JalonSlot slot = fixture_make_scale ("s3");

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
  const JalonSlot slot = fixture_make_cell ("nowhere", "does");

  g_assert_null (jalon_commands_add (document, &slot, NULL, NULL, NULL));
  g_assert_null (jalon_document_get_undo_label (document));
}

static void
test_add_beside (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonSlot cell = fixture_make_cell ("s1", "does");
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
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "c1 c3");

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
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "c1");
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
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "g1");
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
test_set (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "c1 p1");
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
  const JalonSlot cell = fixture_make_cell ("s1", "does");
  const JalonSlot scale = fixture_make_scale ("s3");
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "c1");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  generate_filling (document, JALON_KIND_TAG, 0);
  before = fixture_to_bytes (document);
  g_assert_null (jalon_commands_add (document, &cell, NULL, NULL, NULL));
  g_assert_null (
    jalon_commands_add_beside (document, fixture_get (document, "s1"), NULL, FALSE, NULL));
  g_assert_null (jalon_commands_split (document, fixture_get (document, "s2"), NULL, NULL));
  g_assert_null (jalon_commands_score (document, &scale, none, 3));
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
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "c3 c1");
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
  g_test_add_func ("/commands/set", test_set);
  g_test_add_func ("/commands/full", test_full);
  g_test_add_func ("/commands/selection", test_selection);
  return fixture_run ();
}
