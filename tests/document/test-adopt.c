/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document becomes another tree: the same bytes, the same objects, few changes, and back. */

#include <locale.h>

#include "document/jalon-order.h"
#include "files/jalon-writer.h"
#include "random-edit.h"
#include "random-tree.h"

static GBytes *
write_document (JalonDocument *document)
{
  return jalon_writer_to_bytes (jalon_document_get_project (document));
}

static void
assert_bytes (JalonDocument *document, GBytes *expected)
{
  g_autoptr (GBytes) bytes = write_document (document);

  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
count_changes (JalonDocument *document, gpointer step, gpointer data)
{
  guint *n = data;

  *n = jalon_step_get_n_changes (step);
}

/* Makes @document what @target is; returns by how many changes. */
static guint
adopt (JalonDocument *document, JalonElement *target)
{
  guint n_changes = 0;
  gulong handler = g_signal_connect (document, "changed", G_CALLBACK (count_changes), &n_changes);

  jalon_document_begin (document, "Adopt");
  g_assert_true (jalon_document_adopt (document, target));
  jalon_document_commit (document);
  g_signal_handler_disconnect (document, handler);
  return n_changes;
}

static void
note_element (JalonElement *element, gpointer data)
{
  g_hash_table_insert (data, g_strdup (jalon_element_get_id (element)), g_object_ref (element));
}

static GHashTable *
list_elements (JalonElement *project)
{
  GHashTable *elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  jalon_element_foreach (project, note_element, elements);
  return elements;
}

/* What was there and is there is the same object. */
static void
assert_same_objects (JalonDocument *document, GHashTable *before)
{
  GHashTableIter iter;
  const char *id;
  JalonElement *element;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &element))
    {
      JalonElement *now = jalon_document_lookup (document, id);

      g_assert_true (now == NULL || now == element);
    }
}

/* Becomes @target and goes back and forth. Returns the number of changes. */
static guint
check (JalonDocument *document, JalonElement *target)
{
  g_autoptr (GBytes) before = write_document (document);
  g_autoptr (GBytes) expected = jalon_writer_to_bytes (target);
  g_autoptr (GHashTable) objects = list_elements (jalon_document_get_project (document));
  guint n_changes = adopt (document, target);

  assert_bytes (document, expected);
  assert_same_objects (document, objects);
  if (n_changes == 0)
    return 0;
  g_assert_true (jalon_document_undo (document));
  assert_bytes (document, before);
  g_assert_true (jalon_document_redo (document));
  assert_bytes (document, expected);
  return n_changes;
}

static JalonElement *
add (JalonElement *parent, JalonKind kind, const char *id)
{
  JalonElement *element = jalon_element_new (kind, id);

  jalon_element_append (parent, element);
  return element;
}

/* A project with a stage of steps, each named by a letter. A capital is a card in the step before
 * it. */
static JalonElement *
make_project (const char *letters)
{
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, "p");
  JalonElement *journey = add (project, JALON_KIND_JOURNEY, "journey");
  JalonElement *stage = add (journey, JALON_KIND_STAGE, "stage");
  JalonElement *step = NULL;

  for (const char *p = letters; *p != '\0'; p++)
    {
      const char id[] = { *p, '\0' };

      if (g_ascii_islower (*p))
        step = add (stage, JALON_KIND_STEP, id);
      else
        add (step, JALON_KIND_CARD, id);
    }
  return project;
}

static const struct
{
  const char *before;
  const char *after;
  guint n_changes;
} cases[] = {
  { "abc", "abc", 0 },           { "", "abc", 3 },      { "abc", "", 3 },
  { "abc", "axbc", 1 },          { "abcd", "bcda", 1 }, { "abcd", "dabc", 1 },
  { "xabc", "abc", 1 },          { "axbyc", "cab", 3 }, { "aABb", "aAbB", 1 },
  { "aABb", "bBA", 3 },          { "aAb", "bxA", 3 },   { "aAbB", "bAaB", 3 },
  { "a", "axAByC", 2 },          { "axAByC", "a", 2 },  { "aAx", "aXYAx", 2 },
  { "abcdefgh", "hgfedcba", 7 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = jalon_document_new (make_project (cases[i].before));
      g_autoptr (JalonElement) target = make_project (cases[i].after);

      g_test_message ("%s → %s", cases[i].before, cases[i].after);
      g_assert_cmpuint (check (document, target), ==, cases[i].n_changes);
    }
}

static void
test_fields (void)
{
  g_autoptr (JalonDocument) document = jalon_document_new (make_project ("aAb"));
  g_autoptr (JalonElement) target = make_project ("aAb");
  JalonElement *card = jalon_document_lookup (document, "A");
  const char *selection[] = { "A", "b", NULL };

  jalon_document_set_selection (document, selection);
  jalon_element_set (target, JALON_FIELD_TITLE, "Title", NULL);
  jalon_element_set (target, JALON_FIELD_EXTRA, " mood=\"3\"", NULL);
  g_assert_cmpuint (check (document, target), ==, 2);
  g_assert_true (
    g_strv_equal (jalon_document_get_selection (document), (const char *const *) selection));
  g_assert_true (jalon_document_lookup (document, "A") == card);
}

/* An id that means something else now is another element. */
static void
test_kind (void)
{
  g_autoptr (JalonDocument) document = jalon_document_new (make_project ("aABb"));
  g_autoptr (JalonElement) target = jalon_element_new (JALON_KIND_PROJECT, "p");
  g_autoptr (GBytes) before = write_document (document);
  JalonElement *journey = add (target, JALON_KIND_JOURNEY, "stage");
  JalonElement *step = add (add (journey, JALON_KIND_STAGE, "b"), JALON_KIND_STEP, "journey");

  add (step, JALON_KIND_SCORE, "A");
  add (step, JALON_KIND_CARD, "B");
  adopt (document, target);
  {
    g_autoptr (GBytes) expected = jalon_writer_to_bytes (target);

    assert_bytes (document, expected);
  }
  jalon_document_undo (document);
  assert_bytes (document, before);
}

static void
test_other_project (void)
{
  g_autoptr (JalonDocument) document = jalon_document_new (make_project ("ab"));
  g_autoptr (JalonElement) other = jalon_element_new (JALON_KIND_PROJECT, "q");
  g_autoptr (GBytes) before = write_document (document);

  jalon_document_begin (document, "Adopt");
  g_assert_false (jalon_document_adopt (document, other));
  jalon_document_commit (document);
  assert_bytes (document, before);
  g_assert_false (jalon_document_is_modified (document));
}

/* What was edited comes by not many more changes than it was made by, for a removal clears
 * references too. */
static void
play (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JalonDocument) document = jalon_document_new (random_tree (rand, 150, TRUE));

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (JalonElement)
        target = random_edit_copy (rand, jalon_document_get_project (document),
                                   g_rand_int_range (rand, 0, 30));

      check (document, target);
      g_assert_cmpuint (adopt (document, target), ==, 0);
      if (g_rand_double (rand) < 0.3)
        jalon_document_undo (document);
    }
}

static void
test_fixed (void)
{
  for (guint32 seed = 1; seed < 6; seed++)
    play (seed);
}

static void
test_random (void)
{
  play (g_test_rand_int ());
}

static const struct
{
  const char *ranks;
  const char *rising;
} orders[] = {
  { "", "" },           { "5", "+" },         { "12345", "+++++" }, { "21", "-+" },
  { "54321", "----+" }, { "23451", "++++-" }, { "51234", "-++++" }, { "3142596", "-+-+++-" },
};

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      guint n = strlen (orders[i].ranks);
      guint ranks[8] = { 0 };
      gboolean is_rising[8];
      guint n_rising = 0, n_expected = 0;
      guint last = 0;

      for (guint j = 0; j < n; j++)
        ranks[j] = orders[i].ranks[j];
      jalon_order_find_rising (ranks, n, is_rising);
      for (guint j = 0; j < n; j++)
        {
          n_expected += orders[i].rising[j] == '+';
          if (!is_rising[j])
            continue;
          g_assert_cmpuint (ranks[j], >, last);
          last = ranks[j];
          n_rising++;
        }
      g_assert_cmpuint (n_rising, ==, n_expected);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/adopt/cases", test_cases);
  g_test_add_func ("/document/adopt/fields", test_fields);
  g_test_add_func ("/document/adopt/kind", test_kind);
  g_test_add_func ("/document/adopt/other-project", test_other_project);
  g_test_add_func ("/document/adopt/fixed", test_fixed);
  g_test_add_func ("/document/adopt/random", test_random);
  g_test_add_func ("/document/adopt/order", test_order);
  return g_test_run ();
}
