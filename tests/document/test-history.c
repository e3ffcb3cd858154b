/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Transactions: nested, rolled back, joined. History: its labels, its bound, what it restores. */

#include <locale.h>

#include "document/jalon-document-private.h"
#include "sample.h"

static void
type (JalonDocument *document, const char *text)
{
  jalon_document_begin_coalesced (document, "Type", "slow/text");
  set_text (document, "slow", JALON_FIELD_TEXT, text);
  jalon_document_commit (document);
}

static void
rename_book (JalonDocument *document, const char *title)
{
  g_autofree char *label = g_strdup_printf ("Rename to %s", title);

  jalon_document_begin (document, label);
  set_text (document, "book", JALON_FIELD_TITLE, title);
  jalon_document_commit (document);
}

static const char *
get_text (JalonDocument *document)
{
  return jalon_element_get_text (find (document, "slow"), JALON_FIELD_TEXT);
}

static const char *
get_title (JalonDocument *document)
{
  return jalon_element_get_title (find (document, "book"));
}

static void
assert_labels (JalonDocument *document, const char *undo, const char *redo)
{
  gboolean can_undo;
  gboolean can_redo;

  g_assert_cmpstr (jalon_document_get_undo_label (document), ==, undo);
  g_assert_cmpstr (jalon_document_get_redo_label (document), ==, redo);
  g_object_get (document, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_cmpint (can_undo, ==, undo != NULL);
  g_assert_cmpint (can_redo, ==, redo != NULL);
}

static void
test_labels (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  assert_labels (document, NULL, NULL);
  g_assert_false (jalon_document_undo (document));
  g_assert_false (jalon_document_redo (document));
  rename_book (document, "A");
  rename_book (document, "B");
  assert_labels (document, "Rename to B", NULL);
  jalon_document_undo (document);
  assert_labels (document, "Rename to A", "Rename to B");
  jalon_document_undo (document);
  assert_labels (document, NULL, "Rename to A");
  jalon_document_redo (document);
  assert_labels (document, "Rename to A", "Rename to B");
  rename_book (document, "C");
  assert_labels (document, "Rename to C", NULL);
  jalon_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "A");
}

/* What a transaction puts back was never there. */
static void
test_nothing (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *late = find (document, "late");

  jalon_document_begin (document, "Nothing");
  jalon_document_commit (document);
  jalon_document_begin (document, "There and Back");
  set_text (document, "book", JALON_FIELD_TITLE, "Reserve");
  set_text (document, "book", JALON_FIELD_TITLE, "Book");
  jalon_document_move (document, late, find (document, "book"), 0);
  jalon_document_move (document, late, find (document, "book"), 1);
  jalon_document_move (document, late, find (document, "ride"), 0);
  jalon_document_commit (document);
  assert_labels (document, NULL, NULL);
  g_assert_false (jalon_document_is_modified (document));
}

static void
note_n_changes (JalonDocument *document, const JalonStep *step, guint *n_changes)
{
  *n_changes = jalon_step_get_n_changes (step);
}

/* What a gesture leaves does not grow with its length. */
static void
test_gesture (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *late = find (document, "late");
  JalonElement *high = find (document, "high");
  guint n_changes = 0;

  g_signal_connect (document, "changed", G_CALLBACK (note_n_changes), &n_changes);
  jalon_document_begin (document, "Drag");
  for (guint i = 0; i < 1000; i++)
    {
      jalon_document_move (document, late, find (document, i % 2 ? "book" : "ride"), i % 3);
      jalon_document_set_number (document, high, JALON_FIELD_VALUE, i % 4 - 2.0);
    }
  jalon_document_commit (document);
  g_assert_cmpuint (n_changes, <=, 3);
  g_assert_true (jalon_element_get_parent (late) == find (document, "book"));
  jalon_document_undo (document);
  g_assert_cmpuint (jalon_element_get_index (late), ==, 0);
  g_assert_true (jalon_element_get_parent (late) == find (document, "ride"));
  g_assert_cmpfloat (jalon_element_get_number (high, JALON_FIELD_VALUE), ==, 2);
}

static void
test_rollback (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autofree char *before = sample_dump (jalon_document_get_project (document));

  rename_book (document, "Book");
  jalon_document_begin (document, "Everything");
  set_text (document, "slow", JALON_FIELD_TEXT, "x");
  jalon_document_move (document, find (document, "late"), find (document, "book"), 0);
  jalon_document_insert (document, find (document, "book"), 0,
                         jalon_element_new (JALON_KIND_CARD, "new"));
  set_text (document, "new", JALON_FIELD_TEXT, "new");
  jalon_document_remove (document, find (document, "pain"));
  jalon_document_rollback (document);
  assert_dump (document, before);
  g_assert_null (jalon_document_lookup (document, "new"));
  assert_labels (document, NULL, NULL);
  g_assert_false (jalon_document_is_modified (document));
  EXPECT_CRITICAL ("*step != NULL*", jalon_document_rollback (document));
}

static void
test_nested (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  jalon_document_begin (document, "Outer");
  set_text (document, "book", JALON_FIELD_TITLE, "One");
  jalon_document_begin (document, "Inner");
  set_text (document, "book", JALON_FIELD_TITLE, "Two");
  jalon_document_commit (document);
  assert_labels (document, NULL, NULL);
  set_text (document, "slow", JALON_FIELD_TEXT, "x");
  jalon_document_commit (document);
  assert_labels (document, "Outer", NULL);
  jalon_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "Book");
  g_assert_cmpstr (get_text (document), ==, "Slow");
}

/* What fails within something larger takes back its own part. */
static void
test_nested_rollback (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *late = find (document, "late");

  jalon_document_begin (document, "Outer");
  set_text (document, "book", JALON_FIELD_TITLE, "One");
  jalon_document_move (document, late, find (document, "book"), 0);
  jalon_document_begin (document, "Inner");
  set_text (document, "book", JALON_FIELD_TITLE, "Two");
  jalon_document_move (document, late, find (document, "book"), 1);
  jalon_document_begin (document, "Innermost");
  set_text (document, "book", JALON_FIELD_TITLE, "Three");
  jalon_document_rollback (document);
  g_assert_cmpstr (get_title (document), ==, "Two");
  jalon_document_rollback (document);
  g_assert_cmpstr (get_title (document), ==, "One");
  g_assert_cmpuint (jalon_element_get_index (late), ==, 0);
  set_text (document, "slow", JALON_FIELD_TEXT, "x");
  jalon_document_commit (document);

  g_assert_cmpstr (get_title (document), ==, "One");
  jalon_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "Book");
  g_assert_true (jalon_element_get_parent (late) == find (document, "ride"));
}

static void
test_typing (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  type (document, "Slow p");
  type (document, "Slow pa");
  type (document, "Slow pay");
  assert_labels (document, "Type", NULL);
  jalon_document_undo (document);
  g_assert_cmpstr (get_text (document), ==, "Slow");
  assert_labels (document, NULL, "Type");
  jalon_document_redo (document);
  g_assert_cmpstr (get_text (document), ==, "Slow pay");
}

typedef void (*SealFunc) (JalonDocument *document);

static void
leave (JalonDocument *document)
{
  jalon_document_end_coalescing (document);
}

static void
save (JalonDocument *document)
{
  jalon_document_mark_saved (document, jalon_document_get_revision (document));
}

static void
undo_and_redo (JalonDocument *document)
{
  jalon_document_undo (document);
  jalon_document_redo (document);
}

static void
do_other_thing (JalonDocument *document)
{
  rename_book (document, "Other");
}

/* What ends a step: the caret leaves, the file is saved, undo, anything else that is done. */
static void
test_seals (void)
{
  static const SealFunc seals[] = { leave, save, undo_and_redo, do_other_thing };

  for (guint i = 0; i < G_N_ELEMENTS (seals); i++)
    {
      g_autoptr (JalonDocument) document = sample_document ();

      type (document, "First");
      seals[i](document);
      type (document, "Second");
      type (document, "Second and more");
      jalon_document_undo (document);
      g_assert_cmpstr (get_text (document), ==, "First");
    }
}

static void
test_keys (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  type (document, "First");
  jalon_document_begin_coalesced (document, "Type", "late/text");
  set_text (document, "late", JALON_FIELD_TEXT, "x");
  jalon_document_commit (document);
  type (document, "Second");
  jalon_document_undo (document);
  g_assert_cmpstr (get_text (document), ==, "First");
  jalon_document_undo (document);
  g_assert_cmpstr (jalon_element_get_text (find (document, "late"), JALON_FIELD_TEXT), ==, "Late");
  g_assert_cmpstr (get_text (document), ==, "First");
}

/* What is typed and erased again was never there: not in the history, not as unsaved. */
static void
test_erased (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  type (document, "Kept");
  jalon_document_end_coalescing (document);
  save (document);
  type (document, "Kept x");
  g_assert_true (jalon_document_is_modified (document));
  type (document, "Kept");
  g_assert_false (jalon_document_is_modified (document));
  type (document, "Kept y");
  jalon_document_undo (document);
  g_assert_cmpstr (get_text (document), ==, "Kept");
  jalon_document_undo (document);
  g_assert_cmpstr (get_text (document), ==, "Slow");
}

static void
test_modified (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  guint64 saved;

  g_assert_false (jalon_document_is_modified (document));
  rename_book (document, "A");
  g_assert_true (jalon_document_is_modified (document));
  saved = jalon_document_get_revision (document);
  jalon_document_mark_saved (document, saved);
  g_assert_false (jalon_document_is_modified (document));

  rename_book (document, "B");
  g_assert_true (jalon_document_is_modified (document));
  jalon_document_undo (document);
  g_assert_false (jalon_document_is_modified (document));
  g_assert_cmpuint (jalon_document_get_revision (document), ==, saved);
  jalon_document_undo (document);
  g_assert_true (jalon_document_is_modified (document));

  /* Another way to the same number of steps is not the saved state. */
  rename_book (document, "C");
  g_assert_true (jalon_document_is_modified (document));
  jalon_document_undo (document);
  g_assert_true (jalon_document_is_modified (document));
}

/* A save that ends after more was typed covers what it began with. */
static void
test_saved_late (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  guint64 writing;

  type (document, "Written");
  writing = jalon_document_get_revision (document);
  jalon_document_end_coalescing (document);
  type (document, "Written and more");
  jalon_document_mark_saved (document, writing);
  g_assert_true (jalon_document_is_modified (document));
  jalon_document_undo (document);
  g_assert_cmpstr (get_text (document), ==, "Written");
  g_assert_false (jalon_document_is_modified (document));
}

static void
select_ids (JalonDocument *document, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  jalon_document_set_selection (document, (const char *const *) words);
}

static void
assert_selection (JalonDocument *document, const char *expected)
{
  g_autofree char *ids = g_strjoinv (" ", (char **) jalon_document_get_selection (document));

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_selection (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  assert_selection (document, "");
  select_ids (document, "slow gone late");
  assert_selection (document, "slow late");

  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, find (document, "late"));
  jalon_document_commit (document);
  assert_selection (document, "slow");
  select_ids (document, "book");
  rename_book (document, "A");
  select_ids (document, "ride ana");

  jalon_document_undo (document);
  assert_selection (document, "book");
  jalon_document_undo (document);
  assert_selection (document, "slow late");
  jalon_document_redo (document);
  assert_selection (document, "book");
  jalon_document_redo (document);
  assert_selection (document, "ride ana");
  jalon_document_set_selection (document, NULL);
  assert_selection (document, "");
}

/* A step that leaves nothing leaves nothing selected either. */
static void
test_selection_of_nothing (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *tag = jalon_element_new (JALON_KIND_TAG, "brief");

  jalon_document_begin (document, "Nothing");
  jalon_document_insert (document, jalon_document_get_project (document), 0, tag);
  select_ids (document, "brief");
  jalon_document_remove (document, tag);
  jalon_document_commit (document);
  assert_selection (document, "");
}

static void
test_selection_after_rollback (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  select_ids (document, "slow");
  jalon_document_begin (document, "Outer");
  jalon_document_begin (document, "Inner");
  jalon_document_insert (document, find (document, "book"), 0,
                         jalon_element_new (JALON_KIND_CARD, "new"));
  select_ids (document, "new late");
  jalon_document_rollback (document);
  assert_selection (document, "late");
  jalon_document_rollback (document);
  assert_selection (document, "slow");
}

/* The oldest steps go first; the last can always be undone. */
static void
test_bound (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autofree char *filler = g_strnfill (1000, 'x');
  guint n = 0;

  jalon_document_history_limit (document, 10000);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s%u", filler, i);

      rename_book (document, title);
    }
  while (jalon_document_undo (document))
    n++;
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n, <=, 9);

  while (jalon_document_redo (document))
    continue;
  jalon_document_history_limit (document, 0);
  g_assert_true (jalon_document_undo (document));
  g_assert_true (g_str_has_suffix (get_title (document), "x98"));
  g_assert_false (jalon_document_undo (document));
}

/* What was inserted lives in the tree; what was removed lives in the history. */
static void
test_bound_counts_what_it_holds (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *image = jalon_element_new (JALON_KIND_IMAGE, "big");
  g_autofree char *data = g_strnfill (400000, 'A');

  jalon_element_set (image, JALON_FIELD_DATA, data, NULL);
  jalon_document_history_limit (document, 100000);
  rename_book (document, "A");
  jalon_document_begin (document, "Insert");
  jalon_document_insert (document, jalon_document_get_project (document), 0, image);
  jalon_document_commit (document);
  rename_book (document, "B");
  assert_labels (document, "Rename to B", NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_true (jalon_document_undo (document));
  g_assert_false (jalon_document_undo (document));
  for (guint i = 0; i < 3; i++)
    g_assert_true (jalon_document_redo (document));

  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, find (document, "big"));
  jalon_document_commit (document);
  g_assert_true (jalon_document_undo (document));
  g_assert_false (jalon_document_undo (document));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/history/labels", test_labels);
  g_test_add_func ("/document/history/nothing", test_nothing);
  g_test_add_func ("/document/history/gesture", test_gesture);
  g_test_add_func ("/document/history/rollback", test_rollback);
  g_test_add_func ("/document/history/nested", test_nested);
  g_test_add_func ("/document/history/nested-rollback", test_nested_rollback);
  g_test_add_func ("/document/history/typing", test_typing);
  g_test_add_func ("/document/history/seals", test_seals);
  g_test_add_func ("/document/history/keys", test_keys);
  g_test_add_func ("/document/history/erased", test_erased);
  g_test_add_func ("/document/history/modified", test_modified);
  g_test_add_func ("/document/history/saved-late", test_saved_late);
  g_test_add_func ("/document/history/selection", test_selection);
  g_test_add_func ("/document/history/selection-of-nothing", test_selection_of_nothing);
  g_test_add_func ("/document/history/selection-after-rollback", test_selection_after_rollback);
  g_test_add_func ("/document/history/bound", test_bound);
  g_test_add_func ("/document/history/bound-counts-what-it-holds", test_bound_counts_what_it_holds);
  return g_test_run ();
}
