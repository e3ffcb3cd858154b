/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-commands.h"

/* What is so before a test begins. */
static void
set (JalonDocument *document, const char *id, JalonFieldId field, const char *text)
{
  jalon_document_begin (document, "Prepare");
  g_assert_true (jalon_document_set (document, fixture_get (document, id), field, text, NULL));
  jalon_document_commit (document);
}

static void
test_several (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GBytes) before = NULL;

  g_ptr_array_add (cards, fixture_get (document, "c1"));
  g_ptr_array_add (cards, fixture_get (document, "c2"));
  set (document, "c2", JALON_FIELD_TAGS, "tag2");
  before = fixture_to_bytes (document);
  jalon_commands_refer (document, cards, JALON_FIELD_TAGS, "tag1", TRUE);
  g_assert_cmpstr (jalon_element_get_text (fixture_get (document, "c1"), JALON_FIELD_TAGS), ==,
                   "tag1");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (document, "c2"), JALON_FIELD_TAGS), ==,
                   "tag2 tag1");
  fixture_check_undo (document, before, "Change “Tags”");

  jalon_commands_refer (document, cards, JALON_FIELD_TAGS, "tag2", FALSE);
  g_assert_false (jalon_element_has (fixture_get (document, "c2"), JALON_FIELD_TAGS));
  fixture_check_undo (document, before, "Change “Tags”");
}

/* Where only one can be named, another takes its place. */
static void
test_one (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);

  g_ptr_array_add (maps, fixture_get (document, "head"));
  jalon_commands_refer (document, maps, JALON_FIELD_PERSONA, "jean", TRUE);
  g_assert_cmpstr (jalon_element_get_text (fixture_get (document, "head"), JALON_FIELD_PERSONA), ==,
                   "jean");
  fixture_check_undo (document, before, "Change “Persona”");

  jalon_commands_refer (document, maps, JALON_FIELD_PERSONA, "awa", FALSE);
  g_assert_false (jalon_element_has (fixture_get (document, "head"), JALON_FIELD_PERSONA));
  fixture_check_undo (document, before, "Change “Persona”");
}

/* Who refers to a map that is dropped on an element. */
static const struct
{
  const char *element;
  const char *target;
  const char *referrer; /* NULL for nobody */
  JalonFieldId field;
} drops[] = {
  { "trip", "jean", "trip", JALON_FIELD_PERSONAS },
  { "c1", "jean", "trip", JALON_FIELD_PERSONAS },
  { "s2", "jean", "trip", JALON_FIELD_PERSONAS },
  { "trip", "awa", NULL, JALON_FIELD_NONE }, /* does so already */
  { "c1", "awa", NULL, JALON_FIELD_NONE },
  { "head", "jean", "head", JALON_FIELD_PERSONA },
  { "n1", "jean", "head", JALON_FIELD_PERSONA },
  { "boss", "jean", "boss", JALON_FIELD_PERSONA },
  { "power", "jean", NULL, JALON_FIELD_NONE },
  { "link", "way", "link", JALON_FIELD_JOURNEY },
  { "c1", "way", NULL, JALON_FIELD_NONE }, /* no lane of links */
  { "trip", "way", NULL, JALON_FIELD_NONE },
  { "trip", "trip", NULL, JALON_FIELD_NONE },
  { "awa", "jean", NULL, JALON_FIELD_NONE },
  { "trip", "head", NULL, JALON_FIELD_NONE },
};

/* A lane of links with a card, and a journey that it may refer to */
static void
add_links (JalonDocument *document)
{
  JalonElement *lane = jalon_element_new (JALON_KIND_LANE, "links");
  JalonElement *card = jalon_element_new (JALON_KIND_CARD, "link");

  jalon_element_set (lane, JALON_FIELD_TYPE, "links", NULL);
  jalon_element_set (card, JALON_FIELD_LANE, "links", NULL);
  jalon_document_begin (document, "Prepare");
  jalon_document_insert (document, fixture_get (document, "trip"), 0, lane);
  jalon_document_insert (document, fixture_get (document, "s1"), 0, card);
  jalon_document_insert (document, jalon_document_get_project (document), G_MAXUINT,
                         jalon_element_new (JALON_KIND_JOURNEY, "way"));
  jalon_document_commit (document);
}

static void
test_drop (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonField *field;
  JalonElement *referrer;

  add_links (document);
  referrer = jalon_commands_find_referrer (fixture_get (document, drops[i].element),
                                           fixture_get (document, drops[i].target), &field);
  g_assert_cmpstr (referrer != NULL ? jalon_element_get_id (referrer) : NULL, ==,
                   drops[i].referrer);
  if (referrer == NULL)
    return;
  g_assert_cmpint (field->id, ==, drops[i].field);

  /* It does so once, and is selected. */
  g_assert_true (jalon_commands_refer_from (fixture_get (document, drops[i].element),
                                            fixture_get (document, drops[i].target)) == referrer);
  g_assert_true (jalon_element_refers_to (referrer, field->id, drops[i].target));
  g_assert_cmpstr (jalon_document_get_selection (document)[0], ==, drops[i].referrer);
  g_assert_null (jalon_commands_refer_from (fixture_get (document, drops[i].element),
                                            fixture_get (document, drops[i].target)));
}

static JalonSlot
make_plane (void)
{
  return (JalonSlot){ .parent = (char *) "power",
                      .kind = JALON_KIND_STAKEHOLDER,
                      .x_field = JALON_FIELD_SUPPORT,
                      .plane = { 0, 0, 100, 100 },
                      .x_min = 0,
                      .x_max = 1 };
}

/* A persona is added as a stakeholder, under its name, where it is dropped. */
static void
test_add_for (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonSlot slot = make_plane ();
  JalonElement *jean = fixture_get (document, "jean");
  JalonElement *added;

  g_assert_true (jalon_commands_can_add_for (document, &slot, jean));
  added = jalon_commands_add_for (document, &slot, jean, &(JalonPoint){ 30, 0 });
  g_assert_true (jalon_element_get_parent (added) == fixture_get (document, "power"));
  g_assert_cmpstr (jalon_element_get_title (added), ==, jalon_element_get_title (jean));
  g_assert_true (jalon_element_refers_to (added, JALON_FIELD_PERSONA, "jean"));
  g_assert_cmpfloat (jalon_element_get_number (added, JALON_FIELD_SUPPORT), ==, 0.3);
  g_assert_cmpstr (jalon_document_get_selection (document)[0], ==, jalon_element_get_id (added));
  fixture_check_undo (document, before, "Add Stakeholder");
}

/* A journey is no stakeholder, and a note or a score is no persona. */
static void
test_add_for_nobody (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot plane = make_plane ();
  const JalonSlot notes = { .parent = (char *) "head", .kind = JALON_KIND_NOTE };
  const JalonSlot scores = { .parent = (char *) "s1", .kind = JALON_KIND_SCORE };

  g_assert_false (jalon_commands_can_add_for (document, &plane, fixture_get (document, "trip")));
  g_assert_false (jalon_commands_can_add_for (document, &notes, fixture_get (document, "jean")));
  g_assert_false (jalon_commands_can_add_for (document, &scores, fixture_get (document, "jean")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refer/several", test_several);
  g_test_add_func ("/refer/one", test_one);
  g_test_add_func ("/refer/add-for", test_add_for);
  g_test_add_func ("/refer/add-for-nobody", test_add_for_nobody);
  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      g_autofree char *path = g_strdup_printf ("/refer/%s on %s", drops[i].target,
                                               drops[i].element);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_drop);
    }
  return g_test_run ();
}
