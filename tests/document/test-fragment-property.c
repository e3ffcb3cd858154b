/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is copied from one random project to another, what comes refers to nothing that is not
 * there, ids are unique, the file can be read, and one step takes all of it back. */

#include <locale.h>

#include "document/jalon-fragment.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "random-tree.h"

static GBytes *
write_document (JalonDocument *document)
{
  return jalon_writer_to_bytes (jalon_document_get_project (document));
}

/* As another process would get it. */
static JalonFragment *
send (JalonFragment *fragment)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (jalon_fragment_get_project (fragment));
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) project = jalon_reader_read (bytes, "clipboard", NULL, &error);

  g_assert_no_error (error);
  return jalon_fragment_new_from_project (project);
}

static void
note_id (JalonElement *element, gpointer data)
{
  if (!g_hash_table_add (data, (gpointer) jalon_element_get_id (element)))
    g_error ("Two elements have the id %s", jalon_element_get_id (element));
}

typedef struct
{
  JalonDocument *document;
  GHashTable *old;
} Check;

static void
check_references (JalonElement *element, gpointer data)
{
  Check *check = data;

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);
      g_auto (GStrv) ids = NULL;

      if (!jalon_field_is_reference (field) ||
          g_hash_table_contains (check->old, jalon_element_get_id (element)))
        continue;
      ids = jalon_element_get_references (element, field->id);
      for (guint k = 0; ids[k] != NULL; k++)
        {
          JalonElement *target = jalon_document_lookup (check->document, ids[k]);

          g_assert_nonnull (target);
          g_assert_cmpint (jalon_element_get_kind (target), ==, field->target);
        }
    }
}

static JalonElement *
pick_parent (GRand *rand, JalonDocument *document, JalonElement *child)
{
  JalonElement *project = jalon_document_get_project (document);

  for (guint i = 0; i < 50; i++)
    {
      JalonElement *parent = random_pick (rand, project);

      if (jalon_kind_can_hold (jalon_element_get_kind (parent), jalon_element_get_kind (child)))
        return parent;
    }
  return NULL;
}

static gboolean
play (GRand *rand, JalonDocument *source, JalonDocument *target)
{
  JalonElement *project = jalon_document_get_project (source);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (JalonFragment) packed = NULL;
  g_autoptr (JalonFragment) fragment = NULL;
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *map;

  for (guint n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    {
      JalonElement *element = random_pick (rand, project);

      if (element != project && jalon_element_get_kind (element) != JALON_KIND_UNKNOWN)
        g_ptr_array_add (elements, element);
    }
  if (elements->len == 0)
    return FALSE;
  packed = jalon_fragment_new (elements, NULL);
  fragment = send (packed);
  map = jalon_element_get_map (random_pick (rand, jalon_document_get_project (target)));

  jalon_document_begin (target, "Paste");
  jalon_fragment_unpack (fragment, target, map, &unpacked);
  for (guint i = 0; i < unpacked.elements->len; i++)
    {
      JalonElement *element = g_ptr_array_index (unpacked.elements, i);
      JalonElement *parent = pick_parent (rand, target, element);

      if (parent == NULL)
        {
          /* What refers to it would refer to nothing. */
          jalon_document_rollback (target);
          return FALSE;
        }
      jalon_document_insert (target, parent, G_MAXUINT, g_object_ref (element));
    }
  jalon_document_commit (target);
  return TRUE;
}

static void
check_round (GRand *rand, JalonDocument *source, JalonDocument *target)
{
  g_autoptr (GBytes) before = write_document (target);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JalonElement) read = NULL;
  g_autoptr (GError) error = NULL;
  Check check = { target, old };

  jalon_element_foreach (jalon_document_get_project (target), note_id, old);
  if (!play (rand, source, target))
    return;
  jalon_element_foreach (jalon_document_get_project (target), note_id, all);
  jalon_element_foreach (jalon_document_get_project (target), check_references, &check);
  after = write_document (target);
  read = jalon_reader_read (after, "after", NULL, &error);
  g_assert_no_error (error);

  g_assert_true (jalon_document_undo (target));
  undone = write_document (target);
  g_assert_true (g_bytes_equal (before, undone));
  g_assert_true (jalon_document_redo (target));
}

static void
run (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (JalonDocument) source = jalon_document_new (random_tree (rand, 80, i % 2 == 0));
      g_autoptr (JalonDocument) target = jalon_document_new (random_tree (rand, 40, i % 3 == 0));

      for (guint k = 0; k < 5; k++)
        check_round (rand, source, target);
      /* and into itself */
      check_round (rand, target, target);
    }
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
  g_test_add_func ("/fragment-property/fixed", test_fixed);
  g_test_add_func ("/fragment-property/random", test_random);
  return g_test_run ();
}
