/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "document/jalon-search.h"
#include "sample.h"

/* The hits as "id/field id/field". */
static void
assert_hits (JalonElement *within, const char *query, const char *expected)
{
  g_autoptr (GArray) hits = jalon_search (within, query);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const JalonHit *hit = &g_array_index (hits, JalonHit, i);

      g_string_append_printf (found, "%s%s/%s", i > 0 ? " " : "",
                              jalon_element_get_id (hit->element), hit->field->name);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static JalonDocument *
make_document (void)
{
  JalonDocument *document = sample_document ();

  jalon_document_begin (document, "Write");
  set_text (document, "project", JALON_FIELD_TITLE, "Été à l’étranger");
  set_text (document, "ana", JALON_FIELD_COLOUR, "mint");
  set_text (document, "ben", JALON_FIELD_DESCRIPTION, "Sur l’ŒUVRE\net la STRASSE");
  set_text (document, "ben", JALON_FIELD_CATEGORY, "media");
  set_text (document, "book", JALON_FIELD_OWNER, "Großkunden");
  set_text (document, "book", JALON_FIELD_MOMENT_OF_TRUTH, "yes");
  set_text (document, "slow", JALON_FIELD_CUSTOMER_VALUE, "73.5");
  set_text (document, "slow", JALON_FIELD_EFFORT, "4");
  jalon_document_insert (document, jalon_document_get_project (document), 99,
                         jalon_element_new (JALON_KIND_METRIC, "nps"));
  set_text (document, "nps", JALON_FIELD_DATE, "2026-03-31");
  set_text (document, "nps", JALON_FIELD_COUNTS, "12 345");
  jalon_document_insert (document, jalon_document_get_project (document), 99,
                         jalon_element_new (JALON_KIND_IMAGE, "photo"));
  set_text (document, "photo", JALON_FIELD_DATA, "mint");
  set_text (document, "photo", JALON_FIELD_TYPE, "jpeg");
  set_text (document, "photo", JALON_FIELD_EXTRA, " mood=\"mint\"");
  jalon_document_commit (document);
  return document;
}

static void
test_letters (void)
{
  g_autoptr (JalonDocument) document = make_document ();
  JalonElement *project = jalon_document_get_project (document);

  assert_hits (project, "été", "project/title");
  assert_hits (project, "ETE", "project/title");
  assert_hits (project, "Etranger", "project/title");
  assert_hits (project, "e\xcc\x81t\xc3\xa9 a", "project/title");
  assert_hits (project, "oeuvre", "ben/description");
  assert_hits (project, "œuvre", "ben/description");
  assert_hits (project, "straße", "ben/description");
  assert_hits (project, "GROSSKUNDEN", "book/owner");
  assert_hits (project, "elsewhere", "");
}

static void
test_fields (void)
{
  g_autoptr (JalonDocument) document = make_document ();
  JalonElement *project = jalon_document_get_project (document);

  /* Choices and colours by the words people read, numbers and days as they are written */
  assert_hits (project, "influencer", "ben/category");
  assert_hits (project, "media", "ben/category");
  assert_hits (project, "mint", "ana/colour");
  assert_hits (project, "73.5", "slow/customer-value");
  assert_hits (project, "2026-03", "nps/date");
  assert_hits (project, "345", "nps/counts");
  /* Not flags, ids, pictures, what nobody is shown, nor what a newer version wrote */
  assert_hits (project, "jpeg", "");
  assert_hits (project, "yes", "");
  assert_hits (project, "urgent", "urgent/name");
  assert_hits (project, "pain", "pain/type");
}

static void
test_order_and_place (void)
{
  g_autoptr (JalonDocument) document = make_document ();
  JalonElement *project = jalon_document_get_project (document);

  assert_hits (project, "t",
               "project/title ana/colour like/text ben/description trip/title "
               "mood/type late/text urgent/name");
  assert_hits (find (document, "go"), "o", "go/title book/title book/owner slow/text");
  assert_hits (find (document, "slow"), "slow", "slow/text");
  assert_hits (project, "", "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/search/letters", test_letters);
  g_test_add_func ("/document/search/fields", test_fields);
  g_test_add_func ("/document/search/order-and-place", test_order_and_place);
  return g_test_run ();
}
