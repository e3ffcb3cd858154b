/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "sample.h"

/* Whatever changes in a document, the stamps of exactly those whose values changed rise. */
static void
test_stamp (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *slow = find (document, "slow");
  JalonElement *late = find (document, "late");
  guint64 first = jalon_element_get_stamp (slow);
  guint64 second;

  jalon_document_begin (document, "Change");
  set_text (document, "slow", JALON_FIELD_TEXT, "Very slow");
  jalon_document_move (document, late, find (document, "book"), 0);
  jalon_document_commit (document);
  second = jalon_element_get_stamp (slow);
  g_assert_cmpuint (second, >, first);
  g_assert_cmpuint (jalon_element_get_stamp (late), ==, 0);

  jalon_document_undo (document);
  g_assert_cmpuint (jalon_element_get_stamp (slow), >, second);
}

/* The stamp of a tree rises with whatever changes in it, and with nothing else. */
static void
test_tree_stamp (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *book = find (document, "book");
  JalonElement *ride = find (document, "ride");
  guint64 before;

  jalon_document_begin (document, "Change");
  set_text (document, "slow", JALON_FIELD_TEXT, "Very slow");
  jalon_document_commit (document);
  g_assert_cmpuint (jalon_element_get_tree_stamp (book), >, 0);
  g_assert_cmpuint (jalon_element_get_tree_stamp (book), ==,
                    jalon_element_get_tree_stamp (find (document, "project")));
  g_assert_cmpuint (jalon_element_get_tree_stamp (ride), ==, 0);
  g_assert_cmpuint (jalon_element_get_stamp (book), ==, 0);

  before = jalon_element_get_tree_stamp (book);
  jalon_document_begin (document, "Change");
  jalon_document_move (document, find (document, "late"), book, 0);
  jalon_document_commit (document);
  g_assert_cmpuint (jalon_element_get_tree_stamp (book), >, before);
  g_assert_cmpuint (jalon_element_get_tree_stamp (ride), >, 0);

  before = jalon_element_get_tree_stamp (ride);
  jalon_document_undo (document);
  g_assert_cmpuint (jalon_element_get_tree_stamp (ride), >, before);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/stamp/values", test_stamp);
  g_test_add_func ("/document/stamp/tree", test_tree_stamp);
  return g_test_run ();
}
