/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two versions, in words. */

#include <locale.h>

#include "document/jalon-difference.h"
#include "sample-edit.h"

static char *
list_sentences (JalonElement *before, JalonElement *after)
{
  g_autoptr (GPtrArray) differences = jalon_difference_list (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      JalonDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", difference->sentence);
    }
  return g_string_free (text, FALSE);
}

static const char *const cases[][2] = {
  { "", "" },

  /* Fields */
  { "slow.text=Slower", "Card “Slow” in “Book” is now “Slower”" },
  { "slow.text=", "Card “Slow” in “Book”: Text cleared, which was “Slow”" },
  { "slow.owner=Ann", "Card “Slow” in “Book”: Owner set to “Ann”" },
  { "slow.tags=web", "Card “Slow” in “Book”: Tags changed from “Urgent”, “Web” to “Web”" },
  { "high.value=-1.5", "Score Emotion curve, “Ana” in “Book”: Value changed from 2 to −1.5" },
  { "high.value=0", "Score Emotion curve, “Ana” in “Book”: Value changed from 2 to 0" },
  { "book.moment-of-truth=yes", "Step “Book” in “Go”: Moment of truth changed from no to yes" },
  { "slow.colour=mint", "Card “Slow” in “Book”: Colour set to Mint" },
  { "mood.type=pains", "Lane Emotion curve: Type changed from Emotion curve to Pains" },
  { "fans.persona=ben", "Audience: Persona changed from “Ana” to “Ben”" },
  { "trip.title=Journey", "Journey “Trip” is now “Journey”" },
  { "project.title=P", "Project is now “P”" },
  { "slow.owner=Ann\nand Ben", "Card “Slow” in “Book”: Owner set to “Ann and Ben”" },

  /* Coming, going, moving */
  { "+card x book; x.text=New", "Card “New” in “Book” added" },
  { "+stage s trip; s.title=End; +step t s; +step u s",
    "Stage “End” added, with 2 elements in it" },
  { "-slow", "Card “Slow” in “Book” deleted" },
  { "-ride", "Step “Ride” in “Go” deleted, with 2 elements in it" },
  { "late>book", "Card “Late” in “Ride” moved to Step “Book”" },
  { "ride>go:0", "Step “Ride” in “Go” moved to the front" },
  { "+step t go:0; -t; book>go:1", "Step “Ride” in “Go” moved to the front" },
  { "+stage s trip; s.title=End; book>s",
    "Stage “End” added\nStep “Book” in “Go” moved to Stage “End”" },
  { "late>book:0; -ride", "Step “Ride” in “Go” deleted, with 1 element in it\n"
                          "Card “Late” in “Ride” moved to Step “Book”" },
  { "web>project:0; ben>project:5", "Tag “Web” moved to the front\n"
                                    "Persona “Ben” moved behind Tag “Urgent”" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonElement) before = sample_project ();
      g_autoptr (JalonElement) after = sample_edit (cases[i][0]);
      g_autofree char *sentences = list_sentences (before, after);

      g_assert_cmpstr (sentences, ==, cases[i][1]);
    }
}

/* What is between the beginnings of two long texts is left out. */
static void
test_long (void)
{
  g_autoptr (JalonElement)
    before = sample_edit ("slow.text=It takes very long until one can pay by card");
  g_autoptr (JalonElement)
    after = sample_edit ("slow.text=It takes very long until one can pay by transfer");
  g_autofree char *sentences = list_sentences (before, after);

  g_assert_cmpstr (sentences, ==,
                   "Card “It takes very long until one can pay by card” in “Book”: Text changed "
                   "from “… card” to “… transfer”");
}

/* What programs read. */
static void
test_members (void)
{
  g_autoptr (JalonElement) before = sample_project ();
  g_autoptr (JalonElement) after = sample_edit ("late>book:0; -ride; slow.owner=Ann; web.name=W");
  g_autoptr (GPtrArray) differences = jalon_difference_list (before, after);
  JalonDifference *difference;

  g_assert_cmpuint (differences->len, ==, 4);

  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpint (difference->type, ==, JALON_CHANGE_REMOVE);
  g_assert_cmpint (difference->kind, ==, JALON_KIND_STEP);
  g_assert_cmpstr (difference->id, ==, "ride");
  g_assert_cmpstr (difference->map, ==, "trip");
  g_assert_cmpstr (difference->map_name, ==, "Journey “Trip”");
  g_assert_cmpstr (difference->before, ==, "go");
  g_assert_cmpuint (difference->n_more, ==, 1);

  difference = g_ptr_array_index (differences, 1);
  g_assert_cmpint (difference->type, ==, JALON_CHANGE_MOVE);
  g_assert_cmpstr (difference->id, ==, "late");
  g_assert_cmpstr (difference->before, ==, "ride");
  g_assert_cmpstr (difference->after, ==, "book");

  difference = g_ptr_array_index (differences, 2);
  g_assert_cmpint (difference->type, ==, JALON_CHANGE_SET);
  g_assert_cmpint (difference->field->id, ==, JALON_FIELD_OWNER);
  g_assert_cmpstr (difference->before, ==, "");
  g_assert_cmpstr (difference->after, ==, "Ann");

  difference = g_ptr_array_index (differences, 3);
  g_assert_null (difference->map);
}

/* An id that means something else is another element; a project with another id is the same. */
static void
test_identity (void)
{
  g_autoptr (JalonElement) before = jalon_element_new (JALON_KIND_PROJECT, "one");
  g_autoptr (JalonElement) after = jalon_element_new (JALON_KIND_PROJECT, "two");
  g_autofree char *sentences = NULL;

  jalon_element_append (before, jalon_element_new (JALON_KIND_TAG, "x"));
  jalon_element_append (after, jalon_element_new (JALON_KIND_METRIC, "x"));
  jalon_element_append (before, jalon_element_new (JALON_KIND_TAG, "y"));
  jalon_element_append (after, jalon_element_new (JALON_KIND_TAG, "y"));
  sentences = list_sentences (before, after);
  g_assert_cmpstr (sentences, ==, "Tag deleted\nMetric Net promoter score added");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/difference/cases", test_cases);
  g_test_add_func ("/document/difference/long", test_long);
  g_test_add_func ("/document/difference/members", test_members);
  g_test_add_func ("/document/difference/identity", test_identity);
  return g_test_run ();
}
