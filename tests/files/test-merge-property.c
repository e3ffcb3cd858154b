/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds of every merge: it is a valid tree that reads as it was written, loses no word that
 * either side wrote, and changes nothing when it is merged again. Of independent edits it has all,
 * whoever merges. */

#include <locale.h>

#include "files/jalon-merge.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "random-edit.h"
#include "random-tree.h"

#define N_ELEMENTS 80

/* A tree and its elements by id. */
typedef struct
{
  JalonElement *project;
  GHashTable *elements;
} Version;

static void
version_init (Version *self, JalonElement *project)
{
  self->project = project;
  self->elements = jalon_element_index (project);
}

static void
version_clear (Version *self)
{
  g_hash_table_unref (self->elements);
  g_object_unref (self->project);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Version, version_clear)

static JalonElement *
look_up (const Version *self, const char *id)
{
  return g_hash_table_lookup (self->elements, id);
}

/* The first of the kind of @element in @self that has the same in @field. */
static JalonElement *
find_like (const Version *self, JalonElement *element, JalonFieldId field)
{
  GHashTableIter iter;
  JalonElement *other;

  g_hash_table_iter_init (&iter, self->elements);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &other))
    if (jalon_element_get_kind (other) == jalon_element_get_kind (element) &&
        strcmp (jalon_element_get_text (other, field), jalon_element_get_text (element, field)) ==
          0)
      return other;
  return NULL;
}

/* @element as it is in @self. What the table does not know is known by what it says: if it is gone,
 * a copy of it is it. */
static JalonElement *
look_up_same (const Version *self, JalonElement *element)
{
  JalonElement *found = look_up (self, jalon_element_get_id (element));

  return found == NULL && jalon_element_get_kind (element) == JALON_KIND_UNKNOWN
           ? find_like (self, element, JALON_FIELD_RAW)
           : found;
}

/* @element as it is in @self, or what stands for it because both sides added the same. */
static JalonElement *
look_up_twin (const Version *self, JalonElement *element)
{
  JalonElement *found = look_up_same (self, element);
  JalonFieldId key = jalon_kind_get_info (jalon_element_get_kind (element))->key;

  return found == NULL && key != JALON_FIELD_NONE ? find_like (self, element, key) : found;
}

static const char *
get_text (JalonElement *element, const JalonField *field)
{
  return element != NULL && jalon_element_has (element, field->id)
           ? jalon_element_get_text (element, field->id)
           : "";
}

/* What differs first, and a little before it, says enough. */
static void
assert_same (JalonElement *a, JalonElement *b)
{
  g_autoptr (GBytes) left = jalon_writer_to_bytes (a);
  g_autoptr (GBytes) right = jalon_writer_to_bytes (b);
  const char *in_left = g_bytes_get_data (left, NULL);
  const char *in_right = g_bytes_get_data (right, NULL);
  guint i = 0;

  if (g_bytes_equal (left, right))
    return;
  while (in_left[i] == in_right[i])
    i++;
  i -= MIN (i, 300);
  g_error ("not the same:\n%.600s\n%.600s", in_left + i, in_right + i);
}

static JalonElement *
merge (JalonElement *base, JalonElement *ours, JalonElement *theirs, guint *n_conflicts)
{
  g_autoptr (JalonMerge) merged = jalon_merge_new (base, ours, theirs);

  if (n_conflicts != NULL)
    *n_conflicts = merged->conflicts->len;
  return g_object_ref (merged->project);
}

static void
assert_merge (JalonElement *base, JalonElement *ours, JalonElement *theirs, JalonElement *expected)
{
  g_autoptr (JalonElement) merged = merge (base, ours, theirs, NULL);

  assert_same (merged, expected);
}

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
            strcmp (get_text (before, field), get_text (element, field)) != 0)
          {
            g_assert_nonnull (after);
            check_words (get_text (before, field), get_text (element, field),
                         get_text (after, field));
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
            look_up (merged, ids[j]) != NULL && has_word (get_text (before, field), ids[j]) &&
            (field->type == JALON_TYPE_REFERENCES || get_text (now, field)[0] == '\0'))
          g_assert_true (has_word (get_text (look_up (merged, id), field), ids[j]));
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

/* The same is there whoever merges. */
static void
check_same_elements (const Version *merged, const Version *swapped)
{
  GHashTableIter iter;
  JalonElement *element;

  g_assert_cmpuint (g_hash_table_size (swapped->elements), ==,
                    g_hash_table_size (merged->elements));
  g_hash_table_iter_init (&iter, swapped->elements);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &element))
    g_assert_nonnull (look_up_same (merged, element));
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
  g_auto (Version) swapped = { NULL, NULL };

  g_test_message ("seed %u", seed);
  version_init (&base, random_tree (rand, N_ELEMENTS, TRUE));
  version_init (&ours, random_edit_copy (rand, base.project, n_edits));
  version_init (&theirs, random_edit_copy (rand, base.project, n_edits));
  version_init (&merged, merge (base.project, ours.project, theirs.project, NULL));

  check_file (merged.project);
  check_references (&merged, &ours, &theirs);
  check_texts (&base, &ours, &merged);
  check_texts (&base, &theirs, &merged);
  check_returned (&base, &ours, &theirs, &merged);
  check_returned (&base, &theirs, &ours, &merged);
  version_init (&swapped, merge (base.project, theirs.project, ours.project, NULL));
  check_same_elements (&merged, &swapped);
  assert_merge (base.project, merged.project, theirs.project, merged.project);
  assert_merge (base.project, ours.project, ours.project, ours.project);
  assert_merge (base.project, ours.project, base.project, ours.project);
  assert_merge (base.project, base.project, theirs.project, theirs.project);
}

/* What one side did. */
typedef struct
{
  GHashTable *done;    /* "what id": what may be done by one side only */
  GHashTable *touched; /* ids of what must be there */
  GHashTable *removed; /* ids of what is gone */
} Deeds;

static void
deeds_init (Deeds *self)
{
  self->done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
deeds_clear (Deeds *self)
{
  g_hash_table_unref (self->done);
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->removed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deeds, deeds_clear)

static void
note_targets (Deeds *self, const JalonField *field, const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text, " ", -1);

  for (guint i = 0; jalon_field_is_reference (field) && ids[i] != NULL; i++)
    g_hash_table_add (self->touched, g_strdup (ids[i]));
}

static void
note_values (JalonElement *element, gpointer data)
{
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      note_targets (data, field, text);
    }
}

static void
note_removed (JalonElement *element, gpointer data)
{
  g_hash_table_add (data, g_strdup (jalon_element_get_id (element)));
}

static void
note_change (Deeds *self, const JalonChange *change)
{
  if (change->type == JALON_CHANGE_REMOVE)
    {
      jalon_element_foreach (change->element, note_removed, self->removed);
      return;
    }
  g_hash_table_add (self->touched, g_strdup (change->id));
  if (change->type == JALON_CHANGE_SET)
    {
      g_hash_table_add (self->done, g_strconcat (change->field->name, " ", change->id, NULL));
      note_targets (self, change->field, change->text_after);
      return;
    }
  g_hash_table_add (self->touched, g_strdup (change->to.parent));
  if (change->type == JALON_CHANGE_INSERT)
    jalon_element_foreach (change->element, note_values, self);
  else
    {
      g_hash_table_add (self->done, g_strconcat ("move ", change->id, NULL));
      g_hash_table_add (self->done, g_strconcat ("order ", change->from.parent, NULL));
      g_hash_table_add (self->done, g_strconcat ("order ", change->to.parent, NULL));
    }
}

static void
note_step (JalonDocument *document, gpointer step, gpointer data)
{
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    note_change (data, jalon_step_get_change (step, i));
}

static gboolean
meets (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (b, key))
      return TRUE;
  return FALSE;
}

static void
add_all (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_add (to, key);
    }
}

/* Edits @document once, unless what comes of it meets what @others did. */
static void
edit_beside (JalonDocument *document, GRand *rand, Deeds *own, const Deeds *others)
{
  g_auto (Deeds) tried = { NULL, NULL, NULL };
  gulong handler;
  guint64 revision = jalon_document_get_revision (document);

  deeds_init (&tried);
  handler = g_signal_connect (document, "changed", G_CALLBACK (note_step), &tried);
  jalon_document_begin (document, "Edit");
  random_edit (rand, document);
  jalon_document_commit (document);
  g_signal_handler_disconnect (document, handler);

  if (meets (tried.done, others->done) || meets (tried.touched, others->removed) ||
      meets (tried.removed, others->touched))
    {
      if (jalon_document_get_revision (document) != revision)
        jalon_document_undo (document);
      return;
    }
  add_all (own->done, tried.done);
  add_all (own->touched, tried.touched);
  add_all (own->removed, tried.removed);
}

/* Whether no reference of @text means what another stands for in @merged. */
static gboolean
has_targets (const Version *merged, const Version *side, const JalonField *field, const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text, " ", -1);

  for (guint i = 0; jalon_field_is_reference (field) && ids[i] != NULL; i++)
    if (look_up (side, ids[i]) != NULL && look_up (merged, ids[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Every element of @side is there as that left it, but for what @other did. */
static void
check_has_all (const Version *base,
               const Version *side,
               const Version *other,
               const Version *merged)
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

      /* What the other side deleted */
      if (before != NULL && look_up (other, id) == NULL)
        {
          g_assert_true (look_up (merged, id) == NULL || look_up_same (other, element) != NULL);
          continue;
        }
      g_assert_nonnull (after);
      for (; field->id != JALON_FIELD_NONE; field++)
        if (strcmp (get_text (before, field), get_text (element, field)) != 0 &&
            has_targets (merged, side, field, get_text (element, field)))
          g_assert_cmpstr (get_text (after, field), ==, get_text (element, field));
    }
}

/* Where the other side moved nothing, everything is in the order of @side. */
static void
check_order (const Version *side, const Deeds *others, const Version *merged)
{
  GHashTableIter iter;
  const char *id;
  JalonElement *parent;

  g_hash_table_iter_init (&iter, side->elements);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &parent))
    {
      g_autofree char *order = g_strconcat ("order ", id, NULL);
      int last = -1;

      if (g_hash_table_contains (others->done, order))
        continue;
      for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
        {
          JalonElement *child = jalon_element_get_child (parent, i);
          JalonElement *after = look_up (merged, jalon_element_get_id (child));

          if (after == NULL || jalon_element_get_parent (after) != look_up (merged, id))
            continue;
          g_assert_cmpint (jalon_element_get_index (after), >, last);
          last = jalon_element_get_index (after);
        }
    }
}

static void
play_independent (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JalonElement) base_tree = random_tree (rand, N_ELEMENTS, TRUE);
  g_autoptr (JalonElement) swapped = NULL;
  JalonDocument *documents[2];
  g_auto (Deeds) ours_did = { NULL, NULL, NULL };
  g_auto (Deeds) theirs_did = { NULL, NULL, NULL };
  g_auto (Version) base = { NULL, NULL };
  g_auto (Version) ours = { NULL, NULL };
  g_auto (Version) theirs = { NULL, NULL };
  g_auto (Version) merged = { NULL, NULL };
  guint n_conflicts;

  g_test_message ("seed %u", seed);
  version_init (&base, g_object_ref (base_tree));
  deeds_init (&ours_did);
  deeds_init (&theirs_did);
  for (guint i = 0; i < 2; i++)
    documents[i] = jalon_document_new (jalon_element_copy (base_tree));
  for (guint i = 0; i < 40; i++)
    {
      edit_beside (documents[0], rand, &ours_did, &theirs_did);
      edit_beside (documents[1], rand, &theirs_did, &ours_did);
    }
  version_init (&ours, jalon_element_copy (jalon_document_get_project (documents[0])));
  version_init (&theirs, jalon_element_copy (jalon_document_get_project (documents[1])));
  g_object_unref (documents[0]);
  g_object_unref (documents[1]);

  version_init (&merged, merge (base.project, ours.project, theirs.project, &n_conflicts));
  g_assert_cmpuint (n_conflicts, ==, 0);
  check_has_all (&base, &ours, &theirs, &merged);
  check_has_all (&base, &theirs, &ours, &merged);
  check_order (&ours, &theirs_did, &merged);
  check_order (&theirs, &ours_did, &merged);
  swapped = merge (base.project, theirs.project, ours.project, NULL);
  assert_same (swapped, merged.project);
  assert_merge (base.project, merged.project, theirs.project, merged.project);
  assert_merge (base.project, ours.project, merged.project, merged.project);
}

static void
play_many (gconstpointer data)
{
  void (*play) (guint32 seed) = data;

  for (guint32 seed = 1; seed <= 100; seed++)
    play (seed);
  for (guint i = 0; i < 100; i++)
    play (g_test_rand_int ());
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/files/merge-property/free", play_free, play_many);
  g_test_add_data_func ("/files/merge-property/independent", play_independent, play_many);
  return g_test_run ();
}
