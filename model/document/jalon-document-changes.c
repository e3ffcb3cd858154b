/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one door: everything that changes a document goes through this file. */

#include <math.h>

#include "document/jalon-document-private.h"
#include "document/jalon-element-private.h"
#include "document/jalon-strangers.h"
#include "document/jalon-text.h"

static void
unindex_element (JalonElement *element, gpointer data)
{
  JalonDocument *self = data;

  g_hash_table_remove (self->elements, jalon_element_get_id (element));
  jalon_extent_add_element (&self->extent, element, -1);
}

static void
set_value (JalonDocument *self, const JalonChange *change)
{
  jalon_extent_add_value (&self->extent, change->field, change->text_before, -1);
  jalon_extent_add_value (&self->extent, change->field, change->text_after, 1);
  jalon_element_put_value (change->element, change->field, g_strdup (change->text_after));
  jalon_element_touch (change->element, ++self->last_stamp);
}

static void
place_element (JalonDocument *self, JalonElement *element, const JalonPlace *to)
{
  JalonElement *parent = g_hash_table_lookup (self->elements, to->parent);

  jalon_element_touch_tree (parent, ++self->last_stamp);
  jalon_element_insert_child (parent, to->index, element);
}

static JalonElement *
take_element (JalonDocument *self, const JalonPlace *from)
{
  JalonElement *parent = g_hash_table_lookup (self->elements, from->parent);

  jalon_element_touch_tree (parent, ++self->last_stamp);
  return jalon_element_steal_child (parent, from->index);
}

static void
remove_element (JalonDocument *self, const JalonChange *change)
{
  jalon_element_foreach (change->element, unindex_element, self);
  jalon_element_detach (change->element);
  g_object_unref (take_element (self, &change->from));
}

/* Does what @change says; the tree is as it was before it. */
void
jalon_document_apply (JalonDocument *self, const JalonChange *change)
{
  switch (change->type)
    {
    case JALON_CHANGE_SET:
      set_value (self, change);
      break;

    case JALON_CHANGE_INSERT:
      jalon_document_index (self, change->element);
      place_element (self, g_object_ref (change->element), &change->to);
      break;

    case JALON_CHANGE_REMOVE:
      remove_element (self, change);
      break;

    case JALON_CHANGE_MOVE:
      place_element (self, take_element (self, &change->from), &change->to);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Makes @change (transfer full) and notes it. */
void
jalon_document_do (JalonDocument *self, JalonChange *change)
{
  jalon_document_apply (self, change);
  jalon_step_add (self->step, change);
}

/**
 * jalon_document_begin:
 * @self: a document
 * @label: what the user is doing, translated, in header case, as in "Move Card"
 *
 * Opens a transaction. A transaction within another one is part of it.
 */
void
jalon_document_begin (JalonDocument *self, const char *label)
{
  jalon_document_begin_coalesced (self, label, NULL);
}

/**
 * jalon_document_begin_coalesced:
 * @self: a document
 * @label: what the user is doing, translated, in header case
 * @key: (nullable): what it belongs to, for instance the field that is being typed in
 *
 * Opens a transaction that joins the last step if that has the same @key, so that typing a word is
 * undone as one. jalon_document_end_coalescing() starts a new step. Within another transaction
 * @label and @key do not count.
 */
void
jalon_document_begin_coalesced (JalonDocument *self, const char *label, const char *key)
{
  g_return_if_fail (JALON_IS_DOCUMENT (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (!self->is_telling);

  if (self->step == NULL)
    {
      self->step = jalon_step_new (label, key);
      self->step->selection_before = g_strdupv (self->selection);
      self->step->revision_before = self->revision;
      self->extent_before = self->extent;
    }
  jalon_step_seal (self->step);
  g_array_append_val (self->begun, self->step->n_sealed);
}

/* Ends the innermost transaction; returns how many changes there were when it began. */
static guint
end (JalonDocument *self)
{
  guint n_changes = g_array_index (self->begun, guint, self->begun->len - 1);

  g_array_set_size (self->begun, self->begun->len - 1);
  return n_changes;
}

/**
 * jalon_document_has_room:
 * @self: a document with an open transaction
 * @error: %JALON_ERROR_REFUSED
 *
 * Returns: %TRUE if what the transaction has made of it can be saved, see jalon-limits.h
 */
gboolean
jalon_document_has_room (JalonDocument *self, GError **error)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL, FALSE);

  return jalon_extent_check (&self->extent, &self->extent_before, error) &&
         (self->extent.n_strangers == self->extent_before.n_strangers ||
          jalon_strangers_check (self->project, error));
}

static void
refuse (JalonDocument *self, const GError *error)
{
  jalon_document_rollback (self);
  jalon_document_tell_refusal (self, error);
}

/**
 * jalon_document_commit:
 * @self: a document with an open transaction
 *
 * Ends the transaction. What the outermost one changed becomes a step that can be undone, and
 * listeners hear of it once. One that changed nothing, or put everything back, leaves no trace. One
 * that leaves more than a file can hold is taken back, and #JalonDocument::refused says why; what
 * it inserted is gone then.
 *
 * Returns: %TRUE if it stands, as that of an inner transaction always does for the time being
 */
gboolean
jalon_document_commit (JalonDocument *self)
{
  g_autoptr (GError) error = NULL;
  JalonStep *step;

  g_return_val_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL, FALSE);

  if (self->begun->len == 1 && !jalon_document_has_room (self, &error))
    {
      refuse (self, error);
      return FALSE;
    }
  end (self);
  if (self->begun->len > 0)
    return TRUE;
  step = g_steal_pointer (&self->step);
  if (!jalon_step_finish (step))
    {
      jalon_step_free (step);
      /* What came and went again may have been selected in between. */
      jalon_document_set_selection (self, (const char *const *) self->selection);
      return TRUE;
    }
  self->revision = ++self->last_revision;
  step->revision_after = self->revision;
  jalon_document_file_step (self, step);
  return TRUE;
}

/**
 * jalon_document_rollback:
 * @self: a document with an open transaction
 *
 * Ends the transaction and takes back what it changed, and the selection. One within another takes
 * back its own part only, and not the selection. Listeners hear nothing.
 */
void
jalon_document_rollback (JalonDocument *self)
{
  g_autoptr (JalonStep) step = NULL;
  char **selection;
  guint n_before;

  g_return_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL);

  n_before = end (self);
  for (guint i = self->step->changes->len; i > n_before; i--)
    {
      JalonChange *change = g_ptr_array_index (self->step->changes, i - 1);

      jalon_change_invert (change);
      jalon_document_apply (self, change);
    }
  jalon_step_truncate (self->step, n_before);
  step = self->begun->len == 0 ? g_steal_pointer (&self->step) : NULL;
  selection = step != NULL ? step->selection_before : self->selection;
  jalon_document_set_selection (self, (const char *const *) selection);
}

/**
 * jalon_document_set:
 * @self: a document with an open transaction
 * @element: one of its elements
 * @field: a field of its kind
 * @text: (nullable): what it shall be, see #JalonFieldType; %NULL or "" for the fallback
 * @error: %JALON_ERROR_VALUE
 *
 * Sets a field. Texts are cleaned of what a file cannot hold.
 *
 * Returns: %TRUE if @text is a value of the field
 */
gboolean
jalon_document_set (JalonDocument *self,
                    JalonElement *element,
                    JalonFieldId field,
                    const char *text,
                    GError **error)
{
  const JalonField *row;
  g_autofree char *canonical = NULL;
  const char *before;

  g_return_val_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL, FALSE);
  g_return_val_if_fail (jalon_element_get_document (element) == self, FALSE);
  row = jalon_element_get_field (element, field);
  g_return_val_if_fail (row != NULL, FALSE);

  canonical = jalon_field_canonicalize (row, text, error);
  if (canonical == NULL)
    return FALSE;
  before = jalon_element_peek_value (element, field);
  before = before != NULL ? before : "";
  if (strcmp (before, canonical) != 0)
    jalon_document_do (self, jalon_change_new_set (element, row, g_strdup (before), canonical));
  return TRUE;
}

/**
 * jalon_document_set_number:
 * @self: a document with an open transaction
 * @element: one of its elements
 * @field: a number or an integer
 * @number: a finite number; the nearest that the field can hold is taken
 *
 * Sets a number.
 */
void
jalon_document_set_number (JalonDocument *self,
                           JalonElement *element,
                           JalonFieldId field,
                           double number)
{
  const JalonField *row = jalon_element_get_field (element, field);
  g_autofree char *text = NULL;

  g_return_if_fail (row != NULL && row->min < row->max);
  g_return_if_fail (isfinite (number));

  number = CLAMP (number, row->min, row->max);
  text = jalon_number_format (row->type == JALON_TYPE_INTEGER ? round (number) : number);
  jalon_document_set (self, element, field, text, NULL);
}

/**
 * jalon_document_set_choice:
 * @self: a document with an open transaction
 * @element: one of its elements
 * @field: a choice
 * @choice: a value of the enumeration of its choices
 *
 * Sets a choice.
 */
void
jalon_document_set_choice (JalonDocument *self,
                           JalonElement *element,
                           JalonFieldId field,
                           int choice)
{
  const JalonField *row = jalon_element_get_field (element, field);

  g_return_if_fail (row != NULL && row->choices != NULL);
  g_return_if_fail (choice >= 0 && (guint) choice < jalon_choices_count (row->choices));

  jalon_document_set (self, element, field, row->choices[choice].nick, NULL);
}

typedef struct
{
  JalonDocument *self;
  GHashTable *ids;
  gboolean found;
} ClashSearch;

static void
find_clash (JalonElement *element, gpointer data)
{
  ClashSearch *search = data;
  const char *id = jalon_element_get_id (element);

  search->found |= g_hash_table_contains (search->self->elements, id) ||
                   !g_hash_table_add (search->ids, (gpointer) id);
}

/* Tells whether an id of @subtree is taken, or stands there twice. */
static gboolean
clashes (JalonDocument *self, JalonElement *subtree)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (jalon_text_hash, g_str_equal);
  ClashSearch search = { self, ids, FALSE };

  jalon_element_foreach (subtree, find_clash, &search);
  return search.found;
}

/**
 * jalon_document_insert:
 * @self: a document with an open transaction
 * @parent: one of its elements that may hold @element
 * @index: where among its children; past the end for last
 * @element: (transfer full): an element in no document, with ids that are not in this one
 *
 * Inserts an element with all below it.
 */
void
jalon_document_insert (JalonDocument *self,
                       JalonElement *parent,
                       guint index,
                       JalonElement *element)
{
  g_autoptr (JalonElement) owned = element;

  g_return_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL);
  g_return_if_fail (jalon_element_get_document (parent) == self);
  g_return_if_fail (jalon_element_get_document (element) == NULL);
  g_return_if_fail (jalon_element_get_parent (element) == NULL);
  g_return_if_fail (
    jalon_kind_can_hold (jalon_element_get_kind (parent), jalon_element_get_kind (element)));
  g_return_if_fail (!clashes (self, element));

  index = MIN (index, jalon_element_get_n_children (parent));
  jalon_document_do (self,
                     jalon_change_new_place (JALON_CHANGE_INSERT, element, NULL, 0, parent, index));
}

/**
 * jalon_document_move:
 * @self: a document with an open transaction
 * @element: one of its elements, not the project
 * @parent: one of its elements that may hold @element and is not below it
 * @index: where among the other children; past the end for last
 *
 * Moves an element with all below it.
 */
void
jalon_document_move (JalonDocument *self, JalonElement *element, JalonElement *parent, guint index)
{
  JalonElement *before;
  guint n_others;

  g_return_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL);
  g_return_if_fail (jalon_element_get_document (element) == self && element != self->project);
  g_return_if_fail (jalon_element_get_document (parent) == self);
  g_return_if_fail (!jalon_element_contains (element, parent));
  g_return_if_fail (
    jalon_kind_can_hold (jalon_element_get_kind (parent), jalon_element_get_kind (element)));

  before = jalon_element_get_parent (element);
  n_others = jalon_element_get_n_children (parent) - (before == parent ? 1 : 0);
  index = MIN (index, n_others);
  if (before == parent && jalon_element_get_index (element) == index)
    return;
  jalon_document_do (self,
                     jalon_change_new_place (JALON_CHANGE_MOVE, element, before,
                                             jalon_element_get_index (element), parent, index));
}
