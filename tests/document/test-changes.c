/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The four kinds of change, each done, undone and done again; and what is refused. */

#include <locale.h>
#include <math.h>

#include "document/jalon-error.h"
#include "sample.h"

typedef void (*ChangeFunc) (JalonDocument *document);

/* Makes the change in a transaction, and compares the tree before and after, there and back. */
static JalonDocument *
play (ChangeFunc change)
{
  JalonDocument *document = sample_document ();
  JalonElement *project = jalon_document_get_project (document);
  g_autofree char *before = sample_dump (project);
  g_autofree char *after = NULL;

  jalon_document_begin (document, "Change");
  change (document);
  jalon_document_commit (document);
  after = sample_dump (project);
  g_assert_cmpstr (after, !=, before);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (jalon_document_undo (document));
      assert_dump (document, before);
      g_assert_true (jalon_document_redo (document));
      assert_dump (document, after);
    }
  return document;
}

static void
set_it (JalonDocument *document)
{
  set_text (document, "slow", JALON_FIELD_TEXT, "Very\r\nslow\x01");
  set_text (document, "slow", JALON_FIELD_OWNER, "me");
  set_text (document, "slow", JALON_FIELD_TAGS, "");
}

static void
test_set (void)
{
  g_autoptr (JalonDocument) document = play (set_it);
  g_autofree char *line = sample_dump (find (document, "slow"));

  g_assert_cmpstr (line, ==, "        card slow lane=“pain” owner=“me” text=“Very\nslow�”\n");
}

static void
set_typed (JalonDocument *document)
{
  JalonElement *slow = find (document, "slow");

  jalon_document_set_number (document, slow, JALON_FIELD_CUSTOMER_VALUE, 33.25);
  jalon_document_set_number (document, slow, JALON_FIELD_BUSINESS_VALUE, 1e6);
  jalon_document_set_number (document, slow, JALON_FIELD_EFFORT, 2.6);
  jalon_document_set_number (document, find (document, "high"), JALON_FIELD_VALUE, -7);
  jalon_document_set_choice (document, slow, JALON_FIELD_STATUS, JALON_STATUS_STARTED);
}

static void
test_set_typed (void)
{
  g_autoptr (JalonDocument) document = play (set_typed);
  JalonElement *slow = find (document, "slow");

  g_assert_cmpstr (jalon_element_get_text (slow, JALON_FIELD_CUSTOMER_VALUE), ==, "33.25");
  g_assert_cmpstr (jalon_element_get_text (slow, JALON_FIELD_BUSINESS_VALUE), ==, "100");
  g_assert_cmpstr (jalon_element_get_text (slow, JALON_FIELD_EFFORT), ==, "3");
  g_assert_cmpstr (jalon_element_get_text (find (document, "high"), JALON_FIELD_VALUE), ==, "-2");
  g_assert_cmpstr (jalon_element_get_text (slow, JALON_FIELD_STATUS), ==, "started");
}

static void
test_set_refused (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *slow = find (document, "slow");
  g_autoptr (GError) error = NULL;

  jalon_document_begin (document, "Change");
  g_assert_false (jalon_document_set (document, slow, JALON_FIELD_SPAN, "zero", &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
  g_assert_true (jalon_document_set (document, slow, JALON_FIELD_SPAN, "1.0", NULL));
  g_assert_true (jalon_document_set (document, slow, JALON_FIELD_TEXT, "Slow", NULL));
  EXPECT_CRITICAL ("*row != NULL*",
                   jalon_document_set (document, slow, JALON_FIELD_TITLE, "x", NULL));
  EXPECT_CRITICAL ("*isfinite*",
                   jalon_document_set_number (document, slow, JALON_FIELD_EFFORT, NAN));
  EXPECT_CRITICAL ("*row->min < row->max*",
                   jalon_document_set_number (document, slow, JALON_FIELD_TEXT, 1));
  EXPECT_CRITICAL ("*choice >= 0*",
                   jalon_document_set_choice (document, slow, JALON_FIELD_STATUS, -1));
  EXPECT_CRITICAL ("*choice >= 0*",
                   jalon_document_set_choice (document, slow, JALON_FIELD_STATUS, 99));
  EXPECT_CRITICAL ("*row->choices != NULL*",
                   jalon_document_set_choice (document, slow, JALON_FIELD_TEXT, 0));
  jalon_document_commit (document);
  g_assert_null (jalon_document_get_undo_label (document));
}

static void
insert_it (JalonDocument *document)
{
  JalonElement *stage = jalon_element_new (JALON_KIND_STAGE, "stay");
  JalonElement *step = jalon_element_new (JALON_KIND_STEP, "sleep");

  jalon_element_append (stage, step);
  jalon_document_insert (document, find (document, "trip"), 2, stage);
  jalon_document_insert (document, step, 9, jalon_element_new (JALON_KIND_CARD, "noise"));
  set_text (document, "noise", JALON_FIELD_LANE, "pain");
}

static void
test_insert (void)
{
  g_autoptr (JalonDocument) document = play (insert_it);
  g_autofree char *lines = sample_dump (find (document, "stay"));

  g_assert_cmpstr (lines, ==,
                   "    stage stay\n"
                   "      step sleep\n"
                   "        card noise lane=“pain”\n");
  g_assert_cmpuint (jalon_element_get_index (find (document, "stay")), ==, 2);
  g_assert_true (jalon_element_get_document (find (document, "noise")) == document);
  jalon_document_undo (document);
  g_assert_null (jalon_document_lookup (document, "stay"));
  g_assert_null (jalon_document_lookup (document, "noise"));
}

static JalonElement *
make_twins (void)
{
  JalonElement *step = jalon_element_new (JALON_KIND_STEP, "step");

  jalon_element_append (step, jalon_element_new (JALON_KIND_CARD, "twin"));
  jalon_element_append (step, jalon_element_new (JALON_KIND_CARD, "twin"));
  return step;
}

static void
test_insert_refused (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (JalonElement) outside = jalon_element_new (JALON_KIND_STEP, NULL);
  JalonElement *project = jalon_document_get_project (document);
  JalonElement *book = find (document, "book");
  JalonElement *slow = find (document, "slow");
  g_autofree char *before = sample_dump (project);

  jalon_document_begin (document, "Change");
  EXPECT_CRITICAL ("*jalon_kind_can_hold*",
                   jalon_document_insert (document, book, 0,
                                          jalon_element_new (JALON_KIND_STEP, NULL)));
  EXPECT_CRITICAL ("*clashes*",
                   jalon_document_insert (document, book, 0,
                                          jalon_element_new (JALON_KIND_CARD, "slow")));
  EXPECT_CRITICAL ("*clashes*",
                   jalon_document_insert (document, find (document, "go"), 0, make_twins ()));
  EXPECT_CRITICAL ("*get_document (element) == NULL*",
                   jalon_document_insert (document, book, 0, g_object_ref (slow)));
  EXPECT_CRITICAL ("*get_document (parent) == self*",
                   jalon_document_insert (document, outside, 0,
                                          jalon_element_new (JALON_KIND_CARD, NULL)));
  jalon_document_commit (document);
  assert_dump (document, before);
}

static void
move_it (JalonDocument *document)
{
  jalon_document_move (document, find (document, "slow"), find (document, "ride"), 1);
  jalon_document_move (document, find (document, "ben"), jalon_document_get_project (document), 0);
  jalon_document_move (document, find (document, "book"), find (document, "go"), 99);
}

static void
assert_children (JalonDocument *document, const char *id, const char *expected)
{
  JalonElement *element = find (document, id);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            jalon_element_get_id (jalon_element_get_child (element, i)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_move (void)
{
  g_autoptr (JalonDocument) document = play (move_it);

  assert_children (document, "book", "high");
  assert_children (document, "ride", "late slow low");
  assert_children (document, "project", "ben ana trip team urgent web");
  assert_children (document, "go", "ride book");
}

/* The index counts the others: each place among its siblings, from each place. */
static void
test_move_among_siblings (void)
{
  static const char *const expected[4] = { "ana ben trip team urgent web",
                                           "ben ana trip team urgent web",
                                           "ben trip ana team urgent web",
                                           "ben trip team urgent web ana" };
  static const guint places[4] = { 0, 1, 2, 99 };

  for (guint from = 0; from < 4; from++)
    for (guint to = 0; to < 4; to++)
      {
        g_autoptr (JalonDocument) document = sample_document ();
        JalonElement *project = jalon_document_get_project (document);
        JalonElement *ana = find (document, "ana");

        jalon_document_begin (document, "Arrange");
        jalon_document_move (document, ana, project, places[from]);
        jalon_document_commit (document);
        jalon_document_begin (document, "Move");
        jalon_document_move (document, ana, project, places[to]);
        jalon_document_commit (document);
        assert_children (document, "project", expected[to]);
        if (from != to)
          jalon_document_undo (document);
        assert_children (document, "project", expected[from]);
      }
}

static void
test_move_refused (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *project = jalon_document_get_project (document);
  JalonElement *book = find (document, "book");
  JalonElement *trip = find (document, "trip");
  g_autofree char *before = sample_dump (project);

  jalon_document_begin (document, "Change");
  EXPECT_CRITICAL ("*jalon_kind_can_hold*", jalon_document_move (document, book, trip, 0));
  EXPECT_CRITICAL ("*jalon_element_contains*", jalon_document_move (document, book, book, 0));
  EXPECT_CRITICAL ("*element != self->project*", jalon_document_move (document, project, trip, 0));
  jalon_document_commit (document);
  assert_dump (document, before);
}

static void
remove_leaf (JalonDocument *document)
{
  jalon_document_remove (document, find (document, "late"));
}

static void
test_remove (void)
{
  g_autoptr (JalonDocument) document = play (remove_leaf);

  g_assert_null (jalon_document_lookup (document, "late"));
  assert_children (document, "ride", "low");
}

/* The same object comes back, so that what a caller or a list holds stays right. */
static void
test_identity (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (JalonElement) late = g_object_ref (find (document, "late"));

  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, late);
  jalon_document_commit (document);
  g_assert_null (jalon_element_get_document (late));
  g_assert_null (jalon_element_get_parent (late));
  jalon_document_undo (document);
  g_assert_true (find (document, "late") == late);
  g_assert_true (jalon_element_get_document (late) == document);
}

/* A change outside a transaction, or of what is elsewhere, is seen and does nothing. */
static void
test_no_transaction (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (JalonDocument) other = sample_document ();
  JalonElement *project = jalon_document_get_project (document);
  JalonElement *slow = find (document, "slow");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *before = sample_dump (project);

  EXPECT_CRITICAL ("*step != NULL*",
                   jalon_document_set (document, slow, JALON_FIELD_TEXT, "x", NULL));
  EXPECT_CRITICAL ("*step != NULL*",
                   jalon_document_insert (document, project, 0,
                                          jalon_element_new (JALON_KIND_TAG, NULL)));
  EXPECT_CRITICAL ("*step != NULL*", jalon_document_move (document, slow, project, 0));
  EXPECT_CRITICAL ("*step != NULL*", jalon_document_remove (document, slow));
  EXPECT_CRITICAL ("*step != NULL*", jalon_document_remove_all (document, none));
  EXPECT_CRITICAL ("*step != NULL*", jalon_document_commit (document));
  EXPECT_CRITICAL ("*step != NULL*", jalon_document_rollback (document));

  jalon_document_begin (other, "Change");
  EXPECT_CRITICAL ("*get_document (element) == self*",
                   jalon_document_set (other, slow, JALON_FIELD_TEXT, "x", NULL));
  EXPECT_CRITICAL ("*== self*", jalon_document_remove (other, slow));
  EXPECT_CRITICAL ("*== self*", jalon_document_move (other, slow, find (other, "ride"), 0));
  EXPECT_CRITICAL ("*self->project*",
                   jalon_document_remove (other, jalon_document_get_project (other)));
  EXPECT_CRITICAL ("*self->step == NULL*", jalon_document_undo (other));
  EXPECT_CRITICAL ("*self->step == NULL*", jalon_document_redo (other));
  jalon_document_commit (other);

  assert_dump (document, before);
  assert_dump (other, before);
  g_assert_false (jalon_document_is_modified (document));
}

/* A card on which nothing was written in the end was never there, not even for redo. */
static void
test_comes_and_goes (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *step = jalon_element_get_parent (find (document, "slow"));
  JalonElement *card = jalon_element_new (JALON_KIND_CARD, NULL);

  jalon_document_begin_coalesced (document, "Add", "add");
  jalon_document_insert (document, step, 0, card);
  jalon_document_set (document, card, JALON_FIELD_TEXT, "T", NULL);
  jalon_document_commit (document);
  jalon_document_begin_coalesced (document, "Take Back", "add");
  jalon_document_remove (document, card);
  jalon_document_commit (document);
  g_assert_null (jalon_document_get_undo_label (document));
  g_assert_null (jalon_document_get_redo_label (document));
  g_assert_false (jalon_document_is_modified (document));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/changes/set", test_set);
  g_test_add_func ("/document/changes/set-typed", test_set_typed);
  g_test_add_func ("/document/changes/set-refused", test_set_refused);
  g_test_add_func ("/document/changes/insert", test_insert);
  g_test_add_func ("/document/changes/insert-refused", test_insert_refused);
  g_test_add_func ("/document/changes/move", test_move);
  g_test_add_func ("/document/changes/move-among-siblings", test_move_among_siblings);
  g_test_add_func ("/document/changes/move-refused", test_move_refused);
  g_test_add_func ("/document/changes/remove", test_remove);
  g_test_add_func ("/document/changes/identity", test_identity);
  g_test_add_func ("/document/changes/no-transaction", test_no_transaction);
  g_test_add_func ("/document/changes/comes-and-goes", test_comes_and_goes);
  return g_test_run ();
}
