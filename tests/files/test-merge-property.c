/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds of every merge: it is a valid tree that reads as it was written, loses no word that
 * either side wrote, brings back with what was deleted what went with it, and changes nothing when
 * it is merged again. */

#include <locale.h>

#include "document/jalon-document.h"
#include "files/jalon-merge.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "merge-versions.h"
#include "random-edit.h"
#include "random-tree.h"

#define N_ELEMENTS 80

/* A file of it reads without damage: all ids are different, all kinds where they may be. */
static void
check_file (JalonElement *project)
{
  g_autoptr (JalonReport) report = jalon_report_new ("merged.jalon");
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) read = jalon_reader_read (bytes, "merged.jalon", report, &error);
  g_autoptr (JalonDocument) document = jalon_document_new (jalon_element_copy (project));

  g_assert_no_error (error);
  assert_same (read, project);
}

/* A reference without target had none in a side that has it. */
static void
check_references (const Version *merged, const Version *ours, const Version *theirs)
{
  GHashTableIter iter;
  JalonElement *element;

  g_hash_table_iter_init (&iter, merged->elements);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &element))
    for (guint i = 0; i < jalon_element_get_n_values (element); i++)
      {
        const char *text;
        const JalonField *field = jalon_element_get_value (element, i, &text);
        g_auto (GStrv) ids = g_strsplit (text, " ", -1);

        for (guint j = 0; jalon_field_is_reference (field) && ids[j] != NULL; j++)
          if (look_up (merged, ids[j]) == NULL)
            g_assert_true (look_up (ours, ids[j]) == NULL || look_up (theirs, ids[j]) == NULL);
      }
}

static gboolean
has_word (const char *text, const char *word)
{
  return strstr (text, word) != NULL;
}

/* Every word of @text that was not in @before is in @merged. */
static void
check_words (const char *before, const char *text, const char *merged)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (before, words[i]) && !has_word (merged, words[i]))
      g_error ("“%s” of “%s” is not in “%s”; it was “%s”", words[i], text, merged, before);
}

/* All that @side wrote is there. */
static void
check_texts (const Version *base, const Version *side, const Version *merged)
{
  GHashTableIter iter;
  const char *id;
  JalonElement *element;

  g_hash_table_iter_init (&iter, side->elements);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &element))
    {
      JalonElement *before = look_up (base, id);
      JalonElement *after = look_up_twin (merged, element);
      const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

      for (; field->id != JALON_FIELD_NONE; field++)
        if ((field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS) &&
            strcmp (look_at (before, field), look_at (element, field)) != 0)
          {
            g_assert_nonnull (after);
            check_words (look_at (before, field), look_at (element, field), look_at (after, field));
          }
    }
}

/* What one side deleted and the other has. */
static gboolean
is_deleted (const Version *base, const Version *side, const Version *other, const char *id)
{
  return look_up (base, id) != NULL && look_up (side, id) == NULL && look_up (other, id) != NULL;
}

/* Whether one of the elements that @element cannot be without was deleted by @side and is back, and
 * none of them was and is not. */
static gboolean
must_return (const Version *base,
             const Version *side,
             const Version *other,
             const Version *merged,
             JalonElement *element)
{
  const char *parent = jalon_element_get_id (jalon_element_get_parent (element));
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (g_free);
  gboolean is_any_back = FALSE;

  g_ptr_array_add (needs, g_strdup (parent));
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      if ((field->flags & JALON_FLAG_CASCADE) != 0)
        g_ptr_array_add (needs, g_strdup (text));
    }
  for (guint i = 0; i < needs->len; i++)
    {
      if (!is_deleted (base, side, other, needs->pdata[i]))
        continue;
      if (look_up (merged, needs->pdata[i]) == NULL)
        return FALSE;
      is_any_back = TRUE;
    }
  return is_any_back;
}

/* Where @side deleted a target that is back, @after refers to it as @other does, unless @side has
 * found another target since. */
static void
check_returned_references (const Version *base,
                           const Version *side,
                           const Version *other,
                           const Version *merged,
                           JalonElement *element)
{
  const char *id = jalon_element_get_id (element);
  JalonElement *before = look_up (base, id);
  JalonElement *now = look_up (side, id);

  for (guint i = 0; before != NULL && now != NULL && i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);
      g_auto (GStrv) ids = g_strsplit (text, " ", -1);

      for (guint j = 0; jalon_field_is_reference (field) && ids[j] != NULL; j++)
        if (jalon_kind_is_map (field->target) && is_deleted (base, side, other, ids[j]) &&
            look_up (merged, ids[j]) != NULL && has_word (look_at (before, field), ids[j]) &&
            (field->type == JALON_TYPE_REFERENCES || look_at (now, field)[0] == '\0'))
          g_assert_true (has_word (look_at (look_up (merged, id), field), ids[j]));
    }
}

/* What @side deleted and is back has with it what went with it. */
static void
check_returned (const Version *base,
                const Version *side,
                const Version *other,
                const Version *merged)
{
  GHashTableIter iter;
  const char *id;
  JalonElement *element;

  g_hash_table_iter_init (&iter, other->elements);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &element))
    {
      if (is_deleted (base, side, other, id) && must_return (base, side, other, merged, element) &&
          look_up (merged, id) == NULL)
        g_error ("%s is not back", id);
      check_returned_references (base, side, other, merged, element);
    }
}

/* The same is there whoever merges, unless both sides moved something: then it is where ours put
 * it, and that comes back if theirs deleted it. */
static void
check_same_elements (JalonMerge *merge,
                     JalonElement *base,
                     JalonElement *theirs,
                     JalonElement *ours)
{
  g_autoptr (JalonMerge) swapped = jalon_merge_new (base, theirs, ours);
  g_auto (Version) merged = { NULL, NULL };
  g_auto (Version) other = { NULL, NULL };
  GHashTableIter iter;
  JalonElement *element;

  version_init (&merged, g_object_ref (merge->project));
  version_init (&other, g_object_ref (swapped->project));
  for (guint i = 0; i < merge->conflicts->len; i++)
    if (((JalonConflict *) merge->conflicts->pdata[i])->type == JALON_CONFLICT_PLACE)
      return;
  g_assert_cmpuint (g_hash_table_size (other.elements), ==, g_hash_table_size (merged.elements));
  g_hash_table_iter_init (&iter, other.elements);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &element))
    g_assert_nonnull (look_up_same (&merged, element));
}

static void
play_free (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_edits = g_rand_int_range (rand, 0, 40);
  g_auto (Version) base = { NULL, NULL };
  g_auto (Version) ours = { NULL, NULL };
  g_auto (Version) theirs = { NULL, NULL };
  g_auto (Version) merged = { NULL, NULL };
  g_autoptr (JalonMerge) merge = NULL;

  g_test_message ("seed %u", seed);
  version_init (&base, random_tree (rand, N_ELEMENTS, TRUE));
  version_init (&ours, random_edit_copy (rand, base.project, n_edits));
  version_init (&theirs, random_edit_copy (rand, base.project, n_edits));
  merge = jalon_merge_new (base.project, ours.project, theirs.project);
  version_init (&merged, g_object_ref (merge->project));

  check_file (merged.project);
  check_references (&merged, &ours, &theirs);
  check_texts (&base, &ours, &merged);
  check_texts (&base, &theirs, &merged);
  check_returned (&base, &ours, &theirs, &merged);
  check_returned (&base, &theirs, &ours, &merged);
  check_same_elements (merge, base.project, theirs.project, ours.project);
  assert_merge (base.project, merged.project, theirs.project, merged.project);
  assert_merge (base.project, ours.project, ours.project, ours.project);
  assert_merge (base.project, ours.project, base.project, ours.project);
  assert_merge (base.project, base.project, theirs.project, theirs.project);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/files/merge-property", play_free, play_many);
  return g_test_run ();
}
