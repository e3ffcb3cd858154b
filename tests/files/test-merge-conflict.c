/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people choose where both sides wanted something else. */

#include <locale.h>

#include "files/jalon-merge.h"
#include "sample-edit.h"

/* What people can choose instead, and what comes of it. */
static JalonMergeChoice
find_choice (const JalonConflict *conflict, JalonDocument *document)
{
  JalonMergeChoice choice = JALON_N_MERGE_CHOICES;

  return jalon_conflict_find_choice (conflict, document, &choice) ? choice : JALON_N_MERGE_CHOICES;
}

static void
check_choice (const char *ours, const char *theirs, JalonMergeChoice choice, const char *expected)
{
  g_autoptr (JalonElement) base = sample_project ();
  g_autoptr (JalonElement) left = sample_edit (ours);
  g_autoptr (JalonElement) right = sample_edit (theirs);
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, left, right);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (merge->project));
  const JalonConflict *conflict;

  g_assert_cmpuint (merge->conflicts->len, ==, 1);
  conflict = g_ptr_array_index (merge->conflicts, 0);
  g_assert_cmpint (find_choice (conflict, document), ==, conflict->taken);
  g_assert_true (jalon_conflict_can_resolve (conflict, document, choice));
  jalon_document_begin (document, "Resolve");
  jalon_conflict_resolve (conflict, document, choice);
  jalon_document_commit (document);
  sample_check (document, expected);
  g_assert_cmpint (find_choice (conflict, document), ==, choice);
}

static void
test_choices (void)
{
  check_choice ("slow.text=A", "slow.text=B", JALON_MERGE_OURS, "slow.text=A");
  check_choice ("slow.text=A", "slow.text=B", JALON_MERGE_THEIRS, "slow.text=B");
  check_choice ("slow.text=A", "slow.text=B", JALON_MERGE_BOTH, "slow.text=A\nB");
  check_choice ("high.value=1", "high.value=-1", JALON_MERGE_THEIRS, "high.value=-1");
  check_choice ("slow.text=A", "-slow", JALON_MERGE_OURS, "slow.text=A");
  check_choice ("slow.text=A", "-slow", JALON_MERGE_THEIRS, "!slow");
  check_choice ("-slow", "slow.text=A", JALON_MERGE_OURS, "!slow");
  check_choice ("-pain", "pain.title=Woe", JALON_MERGE_OURS, "!slow");
  check_choice ("+step x go; late>x", "late>book", JALON_MERGE_THEIRS, "late@book");
  check_choice ("+step x go; late>x", "late>book", JALON_MERGE_OURS, "late@x");
}

/* What people do later may leave nothing to choose. */
static void
check_later (const char *ours, const char *theirs, const char *later, JalonMergeChoice expected)
{
  g_autoptr (JalonElement) base = sample_project ();
  g_autoptr (JalonElement) left = sample_edit (ours);
  g_autoptr (JalonElement) right = sample_edit (theirs);
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, left, right);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (merge->project));
  const JalonConflict *conflict = g_ptr_array_index (merge->conflicts, 0);

  sample_edit_document (document, later);
  g_assert_cmpint (find_choice (conflict, document), ==, expected);
  if (jalon_document_lookup (document, conflict->id) == NULL)
    for (JalonMergeChoice choice = 0; choice < JALON_N_MERGE_CHOICES; choice++)
      g_assert_false (jalon_conflict_can_resolve (conflict, document, choice));
}

static void
test_later (void)
{
  check_later ("slow.text=A", "slow.text=B", "late.text=C", JALON_MERGE_BOTH);
  check_later ("slow.text=A", "slow.text=B", "slow.text=C", JALON_N_MERGE_CHOICES);
  check_later ("slow.text=A", "slow.text=B", "slow.text=B", JALON_MERGE_THEIRS);
  check_later ("slow.text=A", "slow.text=B", "-slow", JALON_N_MERGE_CHOICES);
  check_later ("slow.text=", "slow.text=B", "slow.text=", JALON_MERGE_OURS);
  check_later ("slow.text=A", "-slow", "slow.text=C", JALON_MERGE_OURS);
  check_later ("slow.text=A", "-slow", "-slow", JALON_MERGE_THEIRS);
  check_later ("+step x go; late>x", "late>book", "late>book", JALON_MERGE_THEIRS);
  check_later ("+step x go; late>x", "late>book", "late>ride", JALON_N_MERGE_CHOICES);
  check_later ("+step x go; late>x", "late>book", "-late", JALON_N_MERGE_CHOICES);
}

/* Nothing is put where nothing is any more. */
static void
test_gone (void)
{
  g_autoptr (JalonElement) base = sample_project ();
  g_autoptr (JalonElement) left = sample_edit ("+step x go; late>x");
  g_autoptr (JalonElement) right = sample_edit ("late>book");
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, left, right);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (merge->project));
  const JalonConflict *conflict = g_ptr_array_index (merge->conflicts, 0);

  sample_edit_document (document, "-book");
  g_assert_true (jalon_conflict_can_resolve (conflict, document, JALON_MERGE_OURS));
  g_assert_false (jalon_conflict_can_resolve (conflict, document, JALON_MERGE_THEIRS));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/merge-conflict/choices", test_choices);
  g_test_add_func ("/files/merge-conflict/later", test_later);
  g_test_add_func ("/files/merge-conflict/gone", test_gone);
  return g_test_run ();
}
