/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What both sides did beside each other is all in the merge, whoever merges. */

#include <locale.h>

#include "document/jalon-document.h"
#include "files/jalon-merge.h"
#include "merge-versions.h"
#include "random-edit.h"
#include "random-tree.h"

#define N_ELEMENTS 80

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
        if (strcmp (look_at (before, field), look_at (element, field)) != 0 &&
            has_targets (merged, side, field, look_at (element, field)))
          g_assert_cmpstr (look_at (after, field), ==, look_at (element, field));
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
  JalonDocument *documents[2];
  g_auto (Deeds) ours_did = { NULL, NULL, NULL };
  g_auto (Deeds) theirs_did = { NULL, NULL, NULL };
  g_auto (Version) base = { NULL, NULL };
  g_auto (Version) ours = { NULL, NULL };
  g_auto (Version) theirs = { NULL, NULL };
  g_auto (Version) merged = { NULL, NULL };
  g_autoptr (JalonMerge) merge = NULL;

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

  merge = jalon_merge_new (base.project, ours.project, theirs.project);
  version_init (&merged, g_object_ref (merge->project));
  g_assert_cmpuint (merge->conflicts->len, ==, 0);
  check_has_all (&base, &ours, &theirs, &merged);
  check_has_all (&base, &theirs, &ours, &merged);
  check_order (&ours, &theirs_did, &merged);
  check_order (&theirs, &ours_did, &merged);
  assert_merge (base.project, theirs.project, ours.project, merged.project);
  assert_merge (base.project, merged.project, theirs.project, merged.project);
  assert_merge (base.project, ours.project, merged.project, merged.project);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/files/merge-independent", play_independent, play_many);
  return g_test_run ();
}
