/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes with an element, what forgets it, and that all of it comes back. */

#include <locale.h>

#include "sample.h"

/* Removes the ids, compares what is left, and takes it back. */
static void
check_removal (const char *ids, const char *expected)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autofree char *before = sample_dump (jalon_document_get_project (document));
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  const char *project = "project project\n";
  g_autofree char *whole = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (elements, find (document, words[i]));
  jalon_document_begin (document, "Remove");
  jalon_document_remove_all (document, elements);
  jalon_document_commit (document);
  whole = g_strconcat (project, expected, NULL);
  assert_dump (document, whole);

  jalon_document_undo (document);
  assert_dump (document, before);
  jalon_document_redo (document);
  assert_dump (document, whole);
}

#define ANA                                                                                        \
  "  persona ana name=“Ana”\n"                                                                 \
  "    trait like text=“Likes trains”\n"
#define BEN "  persona ben name=“Ben”\n"
#define TRIP "  journey trip title=“Trip” personas=“ana ben”\n"
#define LANES                                                                                      \
  "    lane mood type=“emotion”\n"                                                             \
  "    lane pain type=“pains”\n"
#define GO "    stage go title=“Go”\n"
#define BOOK "      step book title=“Book”\n"
#define SLOW "        card slow lane=“pain” tags=“urgent web” text=“Slow”\n"
#define HIGH "        score high lane=“mood” persona=“ana” value=“2”\n"
#define RIDE "      step ride title=“Ride”\n"
#define LATE "        card late lane=“pain” text=“Late”\n"
#define LOW "        score low lane=“mood” persona=“ben” value=“-1”\n"
#define TEAM "  register team\n"
#define FANS "    audience fans persona=“ana” journey=“trip”\n"
#define URGENT "  tag urgent name=“Urgent”\n"
#define WEB "  tag web name=“Web”\n"

/* The cards of a lane go with it; they stay where another lane is meant. */
static void
test_lane (void)
{
  check_removal ("pain", ANA BEN TRIP
                 "    lane mood type=“emotion”\n" GO BOOK HIGH RIDE LOW TEAM FANS URGENT WEB);
  check_removal ("mood", ANA BEN TRIP
                 "    lane pain type=“pains”\n" GO BOOK SLOW RIDE LATE TEAM FANS URGENT WEB);
}

/* The scores of a persona go with it; journeys and audiences only forget it. */
static void
test_persona (void)
{
  check_removal ("ana", BEN "  journey trip title=“Trip” personas=“ben”\n" LANES GO BOOK SLOW RIDE
                          LATE LOW TEAM "    audience fans journey=“trip”\n" URGENT WEB);
  check_removal ("ana ben", "  journey trip title=“Trip”\n" LANES GO BOOK SLOW RIDE LATE TEAM
                            "    audience fans journey=“trip”\n" URGENT WEB);
}

static void
test_list (void)
{
  check_removal ("urgent", ANA BEN TRIP LANES GO BOOK
                 "        card slow lane=“pain” tags=“web” text=“Slow”\n" HIGH RIDE LATE LOW TEAM
                   FANS WEB);
  check_removal ("web", ANA BEN TRIP LANES GO BOOK
                 "        card slow lane=“pain” tags=“urgent” text=“Slow”\n" HIGH RIDE LATE LOW TEAM
                   FANS URGENT);
  check_removal ("web urgent", ANA BEN TRIP LANES GO BOOK
                 "        card slow lane=“pain” text=“Slow”\n" HIGH RIDE LATE LOW TEAM FANS);
}

/* What is below goes with it, and what refers from within is not touched. */
static void
test_subtree (void)
{
  check_removal ("book", ANA BEN TRIP LANES GO RIDE LATE LOW TEAM FANS URGENT WEB);
  check_removal ("trip", ANA BEN TEAM "    audience fans persona=“ana”\n" URGENT WEB);
}

/* In any order, one twice, one below another, one that would go anyway. */
static void
test_several (void)
{
  const char *expected = ANA BEN TRIP
    "    lane mood type=“emotion”\n" GO RIDE LOW TEAM FANS URGENT WEB;

  check_removal ("book slow pain", expected);
  check_removal ("slow book pain", expected);
  check_removal ("pain late slow book book", expected);
}

/* What refers from elsewhere into what goes, and a list that keeps more than one. */
static void
test_reference_into_subtree (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (JalonElement) copy = jalon_element_copy_as_new (find (document, "go"));
  JalonElement *other = jalon_element_new (JALON_KIND_JOURNEY, "other");
  JalonElement *step;
  JalonElement *card;

  jalon_document_begin (document, "Copy Stage");
  jalon_document_insert (document, jalon_document_get_project (document), 9, other);
  jalon_document_insert (document, other, 0, g_steal_pointer (&copy));
  step = jalon_element_get_child (jalon_element_get_child (other, 0), 0);
  card = jalon_element_get_child (step, 0);
  jalon_document_insert (document, step, 9, jalon_element_new (JALON_KIND_CARD, "free"));
  set_text (document, "free", JALON_FIELD_TAGS, "one urgent two slow web three");
  jalon_document_commit (document);
  g_assert_cmpstr (jalon_element_get_text (card, JALON_FIELD_LANE), ==, "pain");

  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, find (document, "trip"));
  jalon_document_remove (document, find (document, "urgent"));
  jalon_document_commit (document);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 1);
  g_assert_cmpstr (jalon_element_get_text (find (document, "free"), JALON_FIELD_TAGS), ==,
                   "one two web three");
}

static void
test_relations (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *map = jalon_element_new (JALON_KIND_STAKEHOLDER_MAP, "map");
  static const char *const ids[] = { "a", "b", "c" };

  jalon_document_begin (document, "Draw");
  jalon_document_insert (document, jalon_document_get_project (document), 0, map);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strconcat (ids[i], ids[(i + 1) % 3], NULL);
      JalonElement *relation = jalon_element_new (JALON_KIND_RELATION, id);

      jalon_document_insert (document, map, 0, jalon_element_new (JALON_KIND_STAKEHOLDER, ids[i]));
      jalon_document_insert (document, map, 99, relation);
      set_text (document, id, JALON_FIELD_FROM, ids[i]);
      set_text (document, id, JALON_FIELD_TO, ids[(i + 1) % 3]);
    }
  jalon_document_remove (document, find (document, "a"));
  jalon_document_commit (document);
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 3);
  g_assert_nonnull (jalon_document_lookup (document, "bc"));
  jalon_document_undo (document);
  g_assert_cmpuint (jalon_element_get_n_children (jalon_document_get_project (document)), ==, 6);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/removal/lane", test_lane);
  g_test_add_func ("/document/removal/persona", test_persona);
  g_test_add_func ("/document/removal/list", test_list);
  g_test_add_func ("/document/removal/subtree", test_subtree);
  g_test_add_func ("/document/removal/several", test_several);
  g_test_add_func ("/document/removal/reference-into-subtree", test_reference_into_subtree);
  g_test_add_func ("/document/removal/relations", test_relations);
  return g_test_run ();
}
