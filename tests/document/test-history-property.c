/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random transactions, committed, rolled back, nested, coalesced, undone and redone: a revision is
 * always the same bytes in a file, and undoing and redoing all leads from one end to the other. */

#include <locale.h>

#include "document/jalon-document-private.h"
#include "files/jalon-writer.h"
#include "random-edit.h"
#include "random-tree.h"

#define N_CHANGES 10000
#define N_ELEMENTS 150

typedef struct
{
  GRand *rand;
  JalonDocument *document;
  GHashTable *states; /* revision → checksum of the file */
  GHashTable *trees;  /* element, which is kept → Tree */
  guint n_changes;
  guint n_rolled_back;
  guint n_returned; /* how often a known revision came back */
} Play;

/* An element with all below it, when it was last seen. */
typedef struct
{
  guint64 stamp;
  guint hash;
} Tree;

static gboolean
chance (Play *play, double probability)
{
  return g_rand_double (play->rand) < probability;
}

static JalonElement *
pick (Play *play)
{
  return random_pick (play->rand, jalon_document_get_project (play->document));
}

static GBytes *
write_file (Play *play)
{
  return jalon_writer_to_bytes (jalon_document_get_project (play->document));
}

static void
measure_element (JalonElement *element, gpointer data)
{
  jalon_extent_add_element (data, element, 1);
}

/* The document knows how large it is, in elements, and no less than its file in bytes. */
static void
check_extent (Play *play, GBytes *bytes)
{
  const JalonExtent *known = &play->document->extent;
  JalonExtent extent = { 0, 0, 0 };
  gint64 length = (gint64) g_bytes_get_size (bytes);

  jalon_element_foreach (jalon_document_get_project (play->document), measure_element, &extent);
  g_assert_cmpint (known->n_elements, ==, extent.n_elements);
  g_assert_cmpint (known->n_bytes, ==, extent.n_bytes);
  g_assert_cmpint (known->n_bytes, >=, length);
  g_assert_cmpint (known->n_bytes, <, 2 * length + 200);
}

static void
check_element (JalonElement *element, gpointer data)
{
  Play *play = data;

  g_assert_true (jalon_element_get_document (element) == play->document);
  g_assert_true (jalon_document_lookup (play->document, jalon_element_get_id (element)) == element);
}

static guint
hash_tree (JalonElement *element)
{
  guint hash = g_str_hash (jalon_element_get_id (element));

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      hash = (hash * 31 + (guint) field->id) * 31 + g_str_hash (text);
    }
  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    hash = hash * 37 + hash_tree (jalon_element_get_child (element, i));
  return hash;
}

/* What has changed, itself or anywhere below, has another stamp, which is higher. */
static void
check_stamp (JalonElement *element, gpointer data)
{
  Play *play = data;
  Tree *tree = g_hash_table_lookup (play->trees, element);
  guint64 stamp = jalon_element_get_tree_stamp (element);
  guint hash = hash_tree (element);

  if (tree == NULL)
    {
      tree = g_new0 (Tree, 1);
      g_hash_table_insert (play->trees, g_object_ref (element), tree);
    }
  else if (tree->hash != hash)
    g_assert_cmpuint (stamp, >, tree->stamp);
  g_assert_cmpuint (stamp, >=, jalon_element_get_stamp (element));
  *tree = (Tree){ stamp, hash };
}

/* The tree, its index and the selection fit together, and the revision is what it was. */
static void
check (Play *play)
{
  guint64 revision = jalon_document_get_revision (play->document);
  const char *const *selection = jalon_document_get_selection (play->document);
  g_autoptr (GBytes) bytes = write_file (play);
  char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const char *known = g_hash_table_lookup (play->states, GUINT_TO_POINTER (revision));

  jalon_element_foreach (jalon_document_get_project (play->document), check_element, play);
  jalon_element_foreach (jalon_document_get_project (play->document), check_stamp, play);
  check_extent (play, bytes);
  for (guint i = 0; selection[i] != NULL; i++)
    g_assert_nonnull (jalon_document_lookup (play->document, selection[i]));

  if (known == NULL)
    {
      g_hash_table_insert (play->states, GUINT_TO_POINTER (revision), sum);
      return;
    }
  g_assert_cmpstr (known, ==, sum);
  play->n_returned++;
  g_free (sum);
}

static void
select_something (Play *play)
{
  const char *ids[] = { jalon_element_get_id (pick (play)), jalon_element_get_id (pick (play)),
                        NULL };

  jalon_document_set_selection (play->document, ids);
}

static void
change_something (Play *play)
{
  random_edit (play->rand, play->document);
  if (chance (play, 0.1))
    select_something (play);
  play->n_changes++;
}

static void
roll_back (Play *play, GBytes *before)
{
  g_autoptr (GBytes) after = NULL;

  jalon_document_rollback (play->document);
  after = write_file (play);
  g_assert_true (g_bytes_equal (before, after));
  play->n_rolled_back++;
}

static void
play_transaction (Play *play, guint depth)
{
  static const char *const keys[] = { NULL, NULL, "typing", "dragging" };
  g_autoptr (GBytes) before = write_file (play);
  guint n = g_rand_int_range (play->rand, 0, 6);

  jalon_document_begin_coalesced (play->document, "Play",
                                  keys[g_rand_int_range (play->rand, 0, 4)]);
  for (guint i = 0; i < n; i++)
    {
      if (depth < 3 && chance (play, 0.1))
        play_transaction (play, depth + 1);
      else
        change_something (play);
    }
  if (chance (play, 0.15))
    roll_back (play, before);
  else
    jalon_document_commit (play->document);
}

/* Sets a field and sets it back, in two transactions that join: nothing was there. */
static void
play_nothing (Play *play)
{
  JalonElement *element = jalon_document_get_project (play->document);
  g_autofree char *before = g_strdup (jalon_element_get_text (element, JALON_FIELD_TITLE));
  const char *texts[] = { "typed", before };
  guint64 revision = jalon_document_get_revision (play->document);

  jalon_document_end_coalescing (play->document);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      jalon_document_begin_coalesced (play->document, "Type", "nothing");
      jalon_document_set (play->document, element, JALON_FIELD_TITLE, texts[i], NULL);
      jalon_document_commit (play->document);
    }
  g_assert_cmpuint (jalon_document_get_revision (play->document), ==, revision);
}

static void
play_history (Play *play)
{
  for (guint i = g_rand_int_range (play->rand, 0, 6); i > 0; i--)
    if (jalon_document_undo (play->document))
      check (play);
  for (guint i = g_rand_int_range (play->rand, 0, 6); i > 0; i--)
    if (jalon_document_redo (play->document))
      check (play);
}

static void
assert_file (Play *play, GBytes *expected)
{
  g_autoptr (GBytes) bytes = write_file (play);

  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
go_to_both_ends (Play *play, GBytes *start)
{
  g_autoptr (GBytes) end = NULL;
  guint n_undone = 0;
  guint n_redone = 0;

  while (jalon_document_redo (play->document))
    check (play);
  end = write_file (play);
  for (; jalon_document_undo (play->document); n_undone++)
    check (play);
  assert_file (play, start);
  g_assert_false (jalon_document_is_modified (play->document));
  for (; jalon_document_redo (play->document); n_redone++)
    check (play);
  assert_file (play, end);
  g_assert_cmpuint (n_undone, ==, n_redone);
  g_assert_cmpuint (n_undone, >, 500);
  while (jalon_document_undo (play->document))
    continue;
  assert_file (play, start);
}

static void
run (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JalonDocument) document = jalon_document_new (random_tree (rand, N_ELEMENTS, TRUE));
  g_autoptr (GHashTable) states = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) trees = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  Play play = { rand, document, states, trees, 0, 0, 0 };
  g_autoptr (GBytes) start = write_file (&play);

  g_test_message ("seed %u", seed);
  jalon_document_history_limit (document, G_MAXSIZE);
  check (&play);
  while (play.n_changes < N_CHANGES)
    {
      play_transaction (&play, 1);
      check (&play);
      if (chance (&play, 0.1))
        play_history (&play);
      if (chance (&play, 0.02))
        play_nothing (&play);
      if (chance (&play, 0.05))
        jalon_document_end_coalescing (document);
    }
  go_to_both_ends (&play, start);

  g_test_message ("%u changes, %u states, %u times back, %u rolled back", play.n_changes,
                  g_hash_table_size (states), play.n_returned, play.n_rolled_back);
  g_assert_cmpuint (play.n_returned, >, 1000);
  g_assert_cmpuint (play.n_rolled_back, >, 100);
}

static void
test_fixed (void)
{
  run (20260331);
}

static void
test_random (void)
{
  run (g_test_rand_int ());
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/history-property/fixed", test_fixed);
  g_test_add_func ("/document/history-property/random", test_random);
  return g_test_run ();
}
