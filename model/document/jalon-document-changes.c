/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one door: everything that changes a document is in this file. */

#include "document/jalon-document-private.h"
#include "document/jalon-element-private.h"

static void
unindex_element (JalonElement *element, gpointer data)
{
  g_hash_table_remove (data, jalon_element_get_id (element));
}

static void
place_element (JalonDocument *self, JalonElement *element, const JalonPlace *to)
{
  JalonElement *parent = g_hash_table_lookup (self->elements, to->parent);

  jalon_element_insert_child (parent, to->index, element);
}

static JalonElement *
take_element (JalonDocument *self, const JalonPlace *from)
{
  JalonElement *parent = g_hash_table_lookup (self->elements, from->parent);

  return jalon_element_steal_child (parent, from->index);
}

static void
remove_element (JalonDocument *self, const JalonChange *change)
{
  jalon_element_foreach (change->element, unindex_element, self->elements);
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
      g_free (
        jalon_element_swap_value (change->element, change->field, g_strdup (change->text_after)));
      jalon_element_touch (change->element, ++self->last_stamp);
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

static void
do_change (JalonDocument *self, JalonChange *change)
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
 * undone as one. jalon_document_end_coalescing() starts a new step.
 */
void
jalon_document_begin_coalesced (JalonDocument *self, const char *label, const char *key)
{
  g_return_if_fail (JALON_IS_DOCUMENT (self));
  g_return_if_fail (label != NULL);

  if (self->depth++ > 0)
    return;
  self->step = jalon_step_new (label, key);
  self->step->selection_before = g_strdupv (self->selection);
  self->step->revision_before = self->revision;
}

/**
 * jalon_document_commit:
 * @self: a document with an open transaction
 *
 * Ends the transaction. What it changed becomes a step that can be undone, and listeners hear of it
 * once. One that changed nothing leaves no trace.
 */
void
jalon_document_commit (JalonDocument *self)
{
  JalonStep *step;

  g_return_if_fail (JALON_IS_DOCUMENT (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  step = g_steal_pointer (&self->step);
  if (step->changes->len == 0)
    {
      jalon_step_free (step);
      return;
    }
  self->revision = ++self->last_revision;
  step->revision_after = self->revision;
  jalon_document_file_step (self, step);
}

/**
 * jalon_document_rollback:
 * @self: a document with an open transaction
 *
 * Ends the outermost transaction and takes all of it back. Listeners hear nothing.
 */
void
jalon_document_rollback (JalonDocument *self)
{
  g_autoptr (JalonStep) step = NULL;

  g_return_if_fail (JALON_IS_DOCUMENT (self));
  g_return_if_fail (self->depth > 0);

  self->depth = 0;
  step = g_steal_pointer (&self->step);
  jalon_step_invert (step);
  for (guint i = 0; i < step->changes->len; i++)
    jalon_document_apply (self, g_ptr_array_index (step->changes, i));
  jalon_document_set_selection (self, (const char *const *) step->selection_after);
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
    do_change (self, jalon_change_new_set (element, row, g_strdup (before), canonical));
  return TRUE;
}

/**
 * jalon_document_set_number:
 * @self: a document with an open transaction
 * @element: one of its elements
 * @field: a number or an integer
 * @number: a finite number; out of range it becomes the nearest in range
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

  g_return_if_fail (row != NULL);

  text = jalon_number_format (CLAMP (number, row->min, row->max));
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

  jalon_document_set (self, element, field, row->choices[choice].nick, NULL);
}

/**
 * jalon_document_set_flag:
 * @self: a document with an open transaction
 * @element: one of its elements
 * @field: a flag
 * @flag: what it shall be
 *
 * Sets a flag.
 */
void
jalon_document_set_flag (JalonDocument *self,
                         JalonElement *element,
                         JalonFieldId field,
                         gboolean flag)
{
  jalon_document_set (self, element, field, flag ? "yes" : "no", NULL);
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

  index = MIN (index, jalon_element_get_n_children (parent));
  do_change (self, jalon_change_new_place (JALON_CHANGE_INSERT, element, NULL, 0, parent, index));
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
  do_change (self, jalon_change_new_place (JALON_CHANGE_MOVE, element, before,
                                           jalon_element_get_index (element), parent, index));
}

static void
note_id (JalonElement *element, gpointer data)
{
  g_hash_table_add (data, (gpointer) jalon_element_get_id (element));
}

typedef struct
{
  GHashTable *going;    /* ids of what is being removed */
  GPtrArray *referrers; /* who refers to it and is not */
} Removal;

static gboolean
names_one_of (const char *text, GHashTable *ids)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_hash_table_contains (ids, words[i]))
      return TRUE;
  return FALSE;
}

static void
note_referrer (JalonElement *element, gpointer data)
{
  Removal *removal = data;

  if (g_hash_table_contains (removal->going, jalon_element_get_id (element)))
    return;
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      if (jalon_field_is_reference (field) && names_one_of (text, removal->going))
        {
          g_ptr_array_add (removal->referrers, element);
          return;
        }
    }
}

static char *
without_ids (const char *text, GHashTable *ids)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_hash_table_contains (ids, words[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", words[i]);
  return g_string_free (kept, FALSE);
}

/* Clears the references of @element to what goes. Returns FALSE if it goes with it. */
static gboolean
drop_references (JalonDocument *self, JalonElement *element, GHashTable *going)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));

  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    {
      const char *text = jalon_element_peek_value (element, field->id);
      g_autofree char *kept = NULL;

      if (text == NULL || !jalon_field_is_reference (field) || !names_one_of (text, going))
        continue;
      if ((field->flags & JALON_FLAG_CASCADE) != 0)
        return FALSE;
      kept = without_ids (text, going);
      jalon_document_set (self, element, field->id, kept, NULL);
    }
  return TRUE;
}

static void
remove_subtree (JalonDocument *self, JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);
  guint index = jalon_element_get_index (element);

  do_change (self, jalon_change_new_place (JALON_CHANGE_REMOVE, element, parent, index, NULL, 0));
}

/**
 * jalon_document_remove_all:
 * @self: a document with an open transaction
 * @elements: (element-type JalonElement): some of its elements, not the project
 *
 * Removes elements with all below them. References to them are cleared; what cannot be without them
 * (the cards of a lane, the relations of a stakeholder) goes too.
 */
void
jalon_document_remove_all (JalonDocument *self, GPtrArray *elements)
{
  g_autoptr (GHashTable) going = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) referrers = g_ptr_array_new ();
  g_autoptr (GPtrArray) orphans = g_ptr_array_new ();
  Removal removal = { going, referrers };

  g_return_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL);

  for (guint i = 0; i < elements->len; i++)
    jalon_element_foreach (g_ptr_array_index (elements, i), note_id, going);
  jalon_element_foreach (self->project, note_referrer, &removal);
  for (guint i = 0; i < referrers->len; i++)
    if (!drop_references (self, g_ptr_array_index (referrers, i), going))
      g_ptr_array_add (orphans, g_ptr_array_index (referrers, i));
  if (orphans->len > 0)
    jalon_document_remove_all (self, orphans);

  for (guint i = 0; i < elements->len; i++)
    {
      JalonElement *element = g_ptr_array_index (elements, i);

      if (jalon_element_get_document (element) == self)
        remove_subtree (self, element);
    }
}

/**
 * jalon_document_remove:
 * @self: a document with an open transaction
 * @element: one of its elements, not the project
 *
 * Removes an element, see jalon_document_remove_all().
 */
void
jalon_document_remove (JalonDocument *self, JalonElement *element)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);
  jalon_document_remove_all (self, elements);
}
