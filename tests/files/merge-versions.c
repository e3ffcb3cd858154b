/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-versions.h"

#include "files/jalon-merge.h"
#include "files/jalon-writer.h"

void
version_init (Version *self, JalonElement *project)
{
  self->project = project;
  self->elements = jalon_element_index (project);
}

void
version_clear (Version *self)
{
  g_hash_table_unref (self->elements);
  g_object_unref (self->project);
}

JalonElement *
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
JalonElement *
look_up_same (const Version *self, JalonElement *element)
{
  JalonElement *found = look_up (self, jalon_element_get_id (element));

  return found == NULL && jalon_element_get_kind (element) == JALON_KIND_UNKNOWN
           ? find_like (self, element, JALON_FIELD_RAW)
           : found;
}

/* @element as it is in @self, or what stands for it because both sides added the same. */
JalonElement *
look_up_twin (const Version *self, JalonElement *element)
{
  JalonElement *found = look_up_same (self, element);
  JalonFieldId key = jalon_kind_get_info (jalon_element_get_kind (element))->key;

  return found == NULL && key != JALON_FIELD_NONE ? find_like (self, element, key) : found;
}

const char *
look_at (JalonElement *element, const JalonField *field)
{
  return element != NULL && jalon_element_has (element, field->id)
           ? jalon_element_get_text (element, field->id)
           : "";
}

/* What differs first, and a little before it, says enough. */
void
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

void
assert_merge (JalonElement *base, JalonElement *ours, JalonElement *theirs, JalonElement *expected)
{
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);

  assert_same (merge->project, expected);
}

/* Calls @play with the same seeds each time, and with new ones. */
void
play_many (gconstpointer play)
{
  void (*play_one) (guint32 seed) = play;

  for (guint32 seed = 1; seed <= 100; seed++)
    play_one (seed);
  for (guint i = 0; i < 100; i++)
    play_one (g_test_rand_int ());
}
