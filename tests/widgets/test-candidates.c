/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-candidates.h"

/* What the project holds, or what is on the same map; never itself; in the order of the file. */
static void
test_find (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    const char *found;
  } cases[] = {
    { "head", JALON_FIELD_PERSONA, "awa jean" },
    { "c1", JALON_FIELD_TAGS, "tag1 tag2" },
    { "c1", JALON_FIELD_LANE, "does thinks feels pains" },
    { "c1", JALON_FIELD_METRIC, "nps" },
    { "c1", JALON_FIELD_JOURNEY, "trip trip2" },
    { "trip", JALON_FIELD_COUNTERPART, "trip2" },
    { "trip2", JALON_FIELD_COUNTERPART, "trip" },
    { "awa", JALON_FIELD_PORTRAIT, "" },
  };
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *journey = jalon_element_new (JALON_KIND_JOURNEY, "trip2");

  jalon_element_append (journey, jalon_element_new (JALON_KIND_LANE, "lane2"));
  jalon_document_begin (document, "Add");
  jalon_document_insert (document, jalon_document_get_project (document), G_MAXUINT, journey);
  jalon_document_commit (document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonElement *element = fixture_get (document, cases[i].id);
      g_autoptr (GPtrArray)
        found = jalon_candidates_find (element, jalon_element_get_field (element, cases[i].field));
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                jalon_element_get_id (g_ptr_array_index (found, j)));
      g_assert_cmpstr (ids->str, ==, cases[i].found);
    }
}

/* What has no title is called after its kind. */
static void
test_name (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();

  g_assert_cmpstr (jalon_candidates_name (fixture_get (document, "awa")), ==, "Awa Diop");
  jalon_document_begin (document, "Rename");
  jalon_document_set (document, fixture_get (document, "awa"), JALON_FIELD_NAME, NULL, NULL);
  jalon_document_commit (document);
  g_assert_cmpstr (jalon_candidates_name (fixture_get (document, "awa")), ==, "Persona");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/candidates/find", test_find);
  g_test_add_func ("/candidates/name", test_name);
  return fixture_run ();
}
