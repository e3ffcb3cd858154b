/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "widgets/jalon-finder.h"

typedef struct
{
  JalonDocument *document;
  JalonFinder *finder;
  guint n_changed;
} Fixture;

static void
count_cb (Fixture *self)
{
  self->n_changed++;
}

static void
set_text (Fixture *self, const char *id, JalonFieldId field, const char *text)
{
  jalon_document_begin (self->document, "Edit");
  jalon_document_set (self->document, fixture_get (self->document, id), field, text, NULL);
  jalon_document_commit (self->document);
}

/* "wagon" is in "awa", and in c1 and e2 of "trip". */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = fixture_new ();
  set_text (self, "c1", JALON_FIELD_TEXT, "A Wágon");
  set_text (self, "e2", JALON_FIELD_EVIDENCE, "wagon");
  set_text (self, "awa", JALON_FIELD_QUOTE, "WAGONS!");
  self->finder = jalon_finder_new ();
  g_signal_connect_swapped (self->finder, "changed", G_CALLBACK (count_cb), self);
  jalon_finder_set_document (self->finder, self->document);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->finder);
  g_assert_finalize_object (self->document);
}

static void
check (const JalonHit *hit, const char *id)
{
  g_assert_cmpstr (hit != NULL ? jalon_element_get_id (hit->element) : NULL, ==, id);
}

static void
test_query (Fixture *self, gconstpointer data)
{
  guint n = self->n_changed;

  g_assert_true (jalon_finder_set_query (self->finder, "wagon"));
  g_assert_false (jalon_finder_set_query (self->finder, "wagon"));
  g_assert_cmpuint (self->n_changed, ==, n + 1);
  g_assert_cmpuint (jalon_finder_get_hits (self->finder)->len, ==, 3);
  g_assert_cmpuint (jalon_finder_count_on (self->finder, fixture_get (self->document, "trip")), ==,
                    2);
  g_assert_cmpint (jalon_finder_get_position (self->finder), ==, -1);
  jalon_finder_set_query (self->finder, "");
  g_assert_cmpuint (jalon_finder_get_hits (self->finder)->len, ==, 0);
  check (jalon_finder_step (self->finder, NULL, TRUE), NULL);
}

/* From where people are, above it if need be, and never on another map. */
static void
test_start (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *map;
    const char *from;
    const char *hit;
  } cases[] = {
    { "trip", NULL, "c1" }, { "trip", "s1", "c1" }, { "trip", "c1", "c1" }, { "trip", "c2", "e2" },
    { "trip", "s4", "c1" }, { "awa", NULL, "awa" }, { "awa", "s1", "awa" }, { "power", NULL, NULL },
  };

  jalon_finder_set_query (self->finder, "wagon");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonElement *map = fixture_get (self->document, cases[i].map);
      JalonElement *from = cases[i].from != NULL ? fixture_get (self->document, cases[i].from)
                                                 : NULL;

      g_test_message ("%s from %s", cases[i].map, cases[i].from);
      check (jalon_finder_start (self->finder, map, from), cases[i].hit);
    }
}

/* Through all maps and round the end, both ways. */
static void
test_step (Fixture *self, gconstpointer data)
{
  const JalonHit *hit;
  g_autoptr (GString) way = g_string_new (NULL);

  jalon_finder_set_query (self->finder, "wagon");
  hit = jalon_finder_start (self->finder, fixture_get (self->document, "trip"), NULL);
  for (guint i = 0; i < 4; i++)
    {
      hit = jalon_finder_step (self->finder, hit->element, i < 3);
      g_string_append_printf (way, "%s ", jalon_element_get_id (hit->element));
    }
  g_assert_cmpstr (way->str, ==, "e2 awa c1 awa ");
}

/* People went elsewhere: it goes on from there. */
static void
test_step_from (Fixture *self, gconstpointer data)
{
  JalonElement *step = fixture_get (self->document, "s2");

  jalon_finder_set_query (self->finder, "wagon");
  check (jalon_finder_step (self->finder, step, FALSE), "c1");
  check (jalon_finder_step (self->finder, step, TRUE), "e2");
  check (jalon_finder_step (self->finder, fixture_get (self->document, "s3"), FALSE), "e2");
}

static void
settle (Fixture *self)
{
  guint n = self->n_changed;

  while (self->n_changed == n)
    g_main_context_iteration (NULL, TRUE);
}

/* Changes add and take away hits; the current one stays while it is one. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  jalon_finder_set_query (self->finder, "wagon");
  jalon_finder_start (self->finder, fixture_get (self->document, "trip"),
                      fixture_get (self->document, "e2"));
  set_text (self, "c2", JALON_FIELD_TEXT, "Another wagon");
  settle (self);
  g_assert_cmpuint (jalon_finder_get_hits (self->finder)->len, ==, 4);
  check (jalon_finder_get_hit (self->finder), "e2");

  jalon_document_begin (self->document, "Delete");
  jalon_document_remove (self->document, fixture_get (self->document, "s2"));
  jalon_document_commit (self->document);
  check (jalon_finder_get_hit (self->finder), "e2");
  settle (self);
  g_assert_cmpuint (jalon_finder_get_hits (self->finder)->len, ==, 3);
  check (jalon_finder_get_hit (self->finder), NULL);
  jalon_document_undo (self->document);
  settle (self);
  g_assert_cmpuint (jalon_finder_get_hits (self->finder)->len, ==, 4);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/finder/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("query", test_query);
  ADD ("start", test_start);
  ADD ("step", test_step);
  ADD ("step-from", test_step_from);
  ADD ("changes", test_changes);
#undef ADD
  return fixture_run ();
}
