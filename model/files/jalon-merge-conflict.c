/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people are told of a merge, and what they can choose instead. */

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "document/jalon-wording.h"
#include "files/jalon-merge-private.h"

JalonConflict *
merge_add_conflict (Merge *self, MergeNode *node, JalonConflictType type, const JalonField *field)
{
  JalonConflict *conflict = g_new0 (JalonConflict, 1);

  conflict->type = type;
  conflict->kind = node->kind;
  conflict->id = g_strdup (node->id);
  conflict->field = field;
  g_ptr_array_add (self->conflicts, conflict);
  return conflict;
}

void
merge_conflict_free (gpointer data)
{
  JalonConflict *conflict = data;

  for (guint i = 0; i < JALON_N_MERGE_CHOICES; i++)
    {
      g_free (conflict->options[i].text);
      g_free (conflict->options[i].words);
    }
  g_free (conflict->id);
  g_free (conflict->sentence);
  g_free (conflict);
}

/* Notes that both sides moved @node, to different places. */
static void
note_torn (Merge *self, MergeNode *node)
{
  JalonConflict *conflict = merge_add_conflict (self, node, JALON_CONFLICT_PLACE, NULL);

  for (guint side = MERGE_OURS; side <= MERGE_THEIRS; side++)
    conflict->options[side].text =
      g_strdup (merge_find_parent (self, merge_node_see (node, side))->id);
  conflict->taken = JALON_MERGE_OURS;
}

/* Whether a side deleted @node and not what is above it: one question for all that it holds. */
static gboolean
is_top_of_missed (MergeNode *node, MergeVersion *missing)
{
  MergeVersion missing_above;

  return merge_node_was_missed (node, missing) &&
         !(node->parent != NULL && merge_node_was_missed (node->parent, &missing_above) &&
           missing_above == *missing);
}

/* Notes what happened to the place and the life of @node. */
void
merge_note_node (Merge *self, MergeNode *node)
{
  MergeVersion missing;

  if (node == self->root)
    return;
  if (merge_is_torn (self, node))
    note_torn (self, node);
  if (is_top_of_missed (node, &missing) && node->is_called)
    {
      JalonConflict *conflict = merge_add_conflict (self, node, JALON_CONFLICT_REMOVED, NULL);

      conflict->taken = missing == MERGE_OURS ? JALON_MERGE_THEIRS : JALON_MERGE_OURS;
      conflict->options[conflict->taken].text = g_strdup (node->parent->id);
    }
}

/* All elements by id: as they are in the merged project or, for what is not in it, in a version. */
static GHashTable *
index_all (Merge *self, JalonElement *project)
{
  GHashTable *elements = g_hash_table_new (jalon_text_hash, g_str_equal);
  g_autoptr (GHashTable) merged = jalon_element_index (project);

  for (guint i = 0; i < self->list->len; i++)
    {
      MergeNode *node = g_ptr_array_index (self->list, i);
      JalonElement *element = g_hash_table_lookup (merged, node->id);

      g_hash_table_insert (elements, (gpointer) node->id,
                           element != NULL ? element : merge_node_see (node, MERGE_OURS));
    }
  return elements;
}

static char *
describe_field (JalonConflict *conflict, const char *name)
{
  g_autofree char *field = jalon_wording_field (conflict->field);
  const JalonConflictOption *options = conflict->options;

  if (conflict->taken == JALON_MERGE_BOTH)
    /* Translators: an element, a field, two values */
    return g_strdup_printf (_ ("%s: %s was changed to %s here and to %s there; both are kept"),
                            name, field, options[JALON_MERGE_OURS].words,
                            options[JALON_MERGE_THEIRS].words);
  /* Translators: an element, a field, two values, the value of the two that is taken */
  return g_strdup_printf (_ ("%s: %s was changed to %s here and to %s there; now it is %s"), name,
                          field, options[JALON_MERGE_OURS].words, options[JALON_MERGE_THEIRS].words,
                          options[conflict->taken].words);
}

static char *
describe (JalonConflict *conflict, const char *name)
{
  const JalonConflictOption *options = conflict->options;

  switch (conflict->type)
    {
    case JALON_CONFLICT_FIELD:
      return describe_field (conflict, name);

    case JALON_CONFLICT_PLACE:
      /* Translators: an element, two others that hold it, the one of the two that holds it now */
      return g_strdup_printf (_ ("%s was moved to %s here and to %s there; now it is in %s"), name,
                              options[JALON_MERGE_OURS].words, options[JALON_MERGE_THEIRS].words,
                              options[conflict->taken].words);

    case JALON_CONFLICT_REMOVED:
    default:
      return g_strdup_printf (conflict->taken == JALON_MERGE_OURS
                                ? _ ("%s was deleted there, but changed or needed here; it stays")
                                : _ ("%s was deleted here, but changed or needed there; it stays"),
                              name);
    }
}

static char *
describe_option (const JalonConflict *conflict, const char *text, GHashTable *elements)
{
  switch (conflict->type)
    {
    case JALON_CONFLICT_FIELD:
      return text != NULL ? jalon_wording_value (conflict->field, text, elements) : NULL;

    case JALON_CONFLICT_PLACE:
      return text != NULL ? jalon_wording_name (g_hash_table_lookup (elements, text), elements)
                          : NULL;

    case JALON_CONFLICT_REMOVED:
    default:
      return g_strdup (text != NULL ? _ ("keep it") : _ ("delete it"));
    }
}

/* Puts what there is to tell into words, now that the merged project has its names. */
void
merge_describe (Merge *self, JalonElement *project)
{
  g_autoptr (GHashTable) elements = NULL;

  if (self->conflicts->len > 0)
    elements = index_all (self, project);
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      JalonConflict *conflict = g_ptr_array_index (self->conflicts, i);
      g_autofree char *name = jalon_wording_name_in (g_hash_table_lookup (elements, conflict->id),
                                                     elements);

      for (guint choice = 0; choice < JALON_N_MERGE_CHOICES; choice++)
        if (choice != JALON_MERGE_BOTH || conflict->type == JALON_CONFLICT_FIELD)
          conflict->options[choice].words =
            describe_option (conflict, conflict->options[choice].text, elements);
      conflict->sentence = describe (conflict, name);
    }
}

/* Returns: (nullable): what @self is about, if it is there */
static JalonElement *
find_element (const JalonConflict *self, JalonDocument *document)
{
  JalonElement *element = jalon_document_lookup (document, self->id);

  return element != NULL && jalon_element_get_kind (element) == self->kind ? element : NULL;
}

/* Returns: (nullable): what an option would have to say now if it were chosen */
static const char *
get_state (const JalonConflict *self, JalonElement *element)
{
  if (element == NULL)
    return NULL;
  if (self->type != JALON_CONFLICT_FIELD)
    return jalon_element_get_id (jalon_element_get_parent (element));
  return jalon_element_has (element, self->field->id)
           ? jalon_element_get_text (element, self->field->id)
           : "";
}

/**
 * jalon_conflict_find_choice:
 * @self: a conflict
 * @document: a document that has adopted the merged project at some time
 * @choice: (out): the choice that stands
 *
 * Looks which side people, or the merge for them, have chosen.
 *
 * Returns: %FALSE if what is there now is none of the choices: it has been changed or deleted since
 */
gboolean
jalon_conflict_find_choice (const JalonConflict *self,
                            JalonDocument *document,
                            JalonMergeChoice *choice)
{
  JalonElement *element = find_element (self, document);
  const char *state = get_state (self, element);

  for (guint i = 0; i < JALON_N_MERGE_CHOICES; i++)
    {
      const JalonConflictOption *option = &self->options[i];
      gboolean is_it = self->type == JALON_CONFLICT_REMOVED
                         ? (option->text != NULL) == (element != NULL)
                         : state != NULL && g_strcmp0 (option->text, state) == 0;

      if (option->words != NULL && is_it)
        {
          *choice = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * jalon_conflict_can_resolve:
 * @self: a conflict
 * @document: as for jalon_conflict_resolve()
 * @choice: what shall be
 *
 * Returns: whether that can still be chosen: what it needs is there
 */
gboolean
jalon_conflict_can_resolve (const JalonConflict *self,
                            JalonDocument *document,
                            JalonMergeChoice choice)
{
  const JalonConflictOption *option = &self->options[choice];

  return option->words != NULL && find_element (self, document) != NULL &&
         (self->type != JALON_CONFLICT_PLACE ||
          jalon_document_lookup (document, option->text) != NULL);
}

static void
put_into (JalonDocument *document, JalonElement *element, const char *id)
{
  JalonElement *parent = jalon_document_lookup (document, id);
  JalonKind kind = jalon_element_get_kind (element);

  if (parent != NULL && jalon_element_get_parent (element) != parent)
    jalon_document_move (document, element, parent, jalon_element_find_end (parent, kind));
}

/**
 * jalon_conflict_resolve:
 * @self: a conflict
 * @document: a document with an open transaction that has adopted the merged project
 * @choice: what shall be, one that has words
 *
 * Decides otherwise than the merge did. What is not in @document any more needs no decision.
 */
void
jalon_conflict_resolve (const JalonConflict *self, JalonDocument *document, JalonMergeChoice choice)
{
  JalonElement *element = find_element (self, document);
  const char *text = self->options[choice].text;

  g_return_if_fail (self->options[choice].words != NULL);

  if (element == NULL)
    return;
  if (self->type == JALON_CONFLICT_FIELD)
    jalon_document_set (document, element, self->field->id, text, NULL);
  else if (self->type == JALON_CONFLICT_PLACE)
    put_into (document, element, text);
  else if (text == NULL)
    jalon_document_remove (document, element);
}
