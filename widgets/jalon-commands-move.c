/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

/* The place among the children of @parent, not counting @element, to come before @before, or at the
 * end of what lies in @slot. */
static guint
find_place (JalonDocument *document,
            JalonElement *parent,
            JalonElement *element,
            const JalonSlot *slot,
            JalonElement *before)
{
  JalonElement *last = jalon_slot_get_last (slot, document);
  guint index;

  if (before == NULL && last == element)
    return jalon_element_get_index (element);
  index = before != NULL ? jalon_element_get_index (before)
                         : jalon_commands_index_after (parent, last);
  if (index != G_MAXUINT && jalon_element_get_parent (element) == parent &&
      jalon_element_get_index (element) < index)
    index--;
  return index;
}

/**
 * jalon_commands_place:
 * @document: a document
 * @elements: (element-type JalonElement): what to move, at least one; those that @slot does not
 *   accept stay where they are
 * @slot: where to
 * @before: (nullable): an element in @slot that is not one of @elements, to stand before; %NULL for
 *   the end
 * @point: (nullable): in the plane of @slot, in the coordinates of its node
 *
 * Moves elements into a slot, or within it.
 */
void
jalon_commands_place (JalonDocument *document,
                      GPtrArray *elements,
                      const JalonSlot *slot,
                      JalonElement *before,
                      const JalonPoint *point)
{
  JalonElement *parent = jalon_document_lookup (document, slot->parent);

  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (document, _ ("Move %s"), g_ptr_array_index (elements, 0), NULL);
  for (guint i = 0; parent != NULL && i < elements->len; i++)
    {
      JalonElement *element = g_ptr_array_index (elements, i);

      if (!jalon_slot_accepts (slot, element))
        continue;
      /* On a plane it is the place that counts; the order of the file stays. */
      if (point == NULL || jalon_element_get_parent (element) != parent)
        jalon_document_move (document, element, parent,
                             find_place (document, parent, element, slot, before));
      jalon_commands_settle (document, element, slot, point);
    }
  jalon_document_commit (document);
}

/* Copies of those that @slot accepts, in no document yet. */
static GPtrArray *
copy_accepted (GPtrArray *elements, const JalonSlot *slot)
{
  GPtrArray *copies = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    if (jalon_slot_accepts (slot, g_ptr_array_index (elements, i)))
      g_ptr_array_add (copies, jalon_element_copy_as_new (g_ptr_array_index (elements, i)));
  return copies;
}

/**
 * jalon_commands_place_copies:
 * @document: a document
 * @elements: (element-type JalonElement): what to copy; those that @slot does not accept are left
 *   out
 * @slot: where to; see jalon_commands_can_add()
 * @before: (nullable): an element in @slot to stand before; %NULL for the end
 * @point: (nullable): in the plane of @slot, in the coordinates of its node
 *
 * Puts copies of elements into a slot, and selects them.
 */
void
jalon_commands_place_copies (JalonDocument *document,
                             GPtrArray *elements,
                             const JalonSlot *slot,
                             JalonElement *before,
                             const JalonPoint *point)
{
  JalonElement *parent = jalon_document_lookup (document, slot->parent);
  g_autoptr (GPtrArray) copies = copy_accepted (elements, slot);

  if (copies->len == 0)
    return;
  jalon_commands_begin (document, _ ("Duplicate %s"), g_ptr_array_index (copies, 0), NULL);
  for (guint i = 0; i < copies->len; i++)
    jalon_document_insert (document, parent, G_MAXUINT, g_ptr_array_index (copies, i));
  jalon_commands_place (document, copies, slot, before, point);
  jalon_commands_select (document, copies);
  jalon_document_commit (document);
}

static gboolean
has_flag (JalonElement *element, JalonFieldId field)
{
  return jalon_element_get_field (element, field) != NULL &&
         jalon_element_get_flag (element, field);
}

/* Whether people see two siblings in one row: what is hidden is not seen, and pinned lanes stand
 * above the others. */
static gboolean
is_peer (JalonElement *element, JalonElement *sibling)
{
  return jalon_element_get_kind (sibling) == jalon_element_get_kind (element) &&
         !has_flag (sibling, JALON_FIELD_HIDDEN) &&
         has_flag (sibling, JALON_FIELD_PINNED) == has_flag (element, JALON_FIELD_PINNED);
}

/* The next sibling of the same kind that people see; the one before for a @by of −1. */
JalonElement *
jalon_commands_find_next (JalonElement *element, int by)
{
  JalonElement *parent = jalon_element_get_parent (element);
  int n_children = jalon_element_get_n_children (parent);

  for (int i = (int) jalon_element_get_index (element) + by; i >= 0 && i < n_children; i += by)
    {
      JalonElement *sibling = jalon_element_get_child (parent, i);

      if (is_peer (element, sibling))
        return sibling;
    }
  return NULL;
}

static gboolean
move (JalonDocument *document, JalonElement *element, JalonElement *parent, guint index)
{
  if (parent == NULL)
    return FALSE;
  jalon_commands_begin (document, _ ("Move %s"), element, NULL);
  jalon_document_move (document, element, parent, index);
  jalon_document_commit (document);
  return TRUE;
}

/**
 * jalon_commands_shift:
 * @document: a document
 * @element: one of its elements, not the project
 * @by: 1 for later, −1 for earlier
 *
 * Moves an element past its next sibling of the same kind. At the end of a stage a step goes on
 * into the next stage.
 *
 * Returns: %TRUE if there was somewhere to go
 */
gboolean
jalon_commands_shift (JalonDocument *document, JalonElement *element, int by)
{
  JalonElement *parent = jalon_element_get_parent (element);
  JalonElement *neighbour = jalon_commands_find_next (element, by);

  if (neighbour != NULL)
    return move (document, element, parent, jalon_element_get_index (neighbour));
  /* Nothing wanders off its map. */
  if (parent == jalon_document_get_project (document) ||
      jalon_kind_is_map (jalon_element_get_kind (parent)))
    return FALSE;
  return move (document, element, jalon_commands_find_next (parent, by), by > 0 ? 0 : G_MAXUINT);
}

/**
 * jalon_commands_pass:
 * @document: a document
 * @element: one of its elements
 * @other: another child of its parent
 *
 * Moves an element to where another is, which makes room for it.
 */
void
jalon_commands_pass (JalonDocument *document, JalonElement *element, JalonElement *other)
{
  move (document, element, jalon_element_get_parent (element), jalon_element_get_index (other));
}

void
jalon_commands_add_to_number (JalonDocument *document,
                              JalonElement *element,
                              JalonFieldId field,
                              double by)
{
  if (field != JALON_FIELD_NONE && by != 0)
    jalon_document_set_number (document, element, field,
                               jalon_element_get_number (element, field) + by);
}

/**
 * jalon_commands_nudge:
 * @document: a document
 * @element: one of its elements
 * @slot: the slot with a plane that it lies in
 * @right: how many units to the right, negative to the left; see jalon_slot_get_unit()
 * @up: how many units up
 *
 * Moves an element a little on its plane. Several in a row are one step.
 *
 * Returns: %TRUE if the plane goes in that direction
 */
gboolean
jalon_commands_nudge (JalonDocument *document,
                      JalonElement *element,
                      const JalonSlot *slot,
                      int right,
                      int up)
{
  g_autofree char *key = g_strdup_printf ("nudge %s", jalon_element_get_id (element));

  if ((right == 0 || slot->x_field == JALON_FIELD_NONE) &&
      (up == 0 || slot->y_field == JALON_FIELD_NONE))
    return FALSE;
  jalon_commands_begin (document, _ ("Move %s"), element, key);
  jalon_commands_add_to_number (document, element, slot->x_field,
                                right * jalon_slot_get_unit (slot, slot->x_field));
  jalon_commands_add_to_number (document, element, slot->y_field,
                                up * jalon_slot_get_unit (slot, slot->y_field));
  jalon_document_commit (document);
  return TRUE;
}

/**
 * jalon_commands_put_beside:
 * @document: a document
 * @elements: (element-type JalonElement): what to move, at least one; those of another kind than
 *   the first stay where they are
 * @other: an element of that kind to stand beside, or one that can hold it
 * @is_after: whether to stand behind @other rather than before it
 *
 * Moves elements past others.
 */
void
jalon_commands_put_beside (JalonDocument *document,
                           GPtrArray *elements,
                           JalonElement *other,
                           gboolean is_after)
{
  JalonElement *first = g_ptr_array_index (elements, 0);
  JalonKind kind = jalon_element_get_kind (first);

  jalon_commands_begin (document, _ ("Move %s"), first, NULL);
  for (guint i = 0; i < elements->len; i++)
    {
      JalonElement *element = g_ptr_array_index (elements, i);
      JalonElement *parent = jalon_element_get_parent (other);
      guint index = jalon_element_get_index (other) + is_after;

      if (jalon_element_get_kind (element) != kind)
        continue;
      if (jalon_element_get_kind (other) != kind)
        jalon_document_move (document, element, other, 0);
      else if (element != other)
        {
          if (jalon_element_get_parent (element) == parent &&
              jalon_element_get_index (element) < index)
            index--;
          jalon_document_move (document, element, parent, index);
        }
      other = element;
      is_after = TRUE;
    }
  jalon_document_commit (document);
}

/**
 * jalon_commands_score:
 * @document: a document
 * @slot: a slot whose plane goes in one direction only
 * @element: (nullable): what lies in it; %NULL to add it, or for the only one if there is no room
 * @digit: 1 for the least value to 5 for the greatest
 *
 * Gives a score by one key.
 *
 * Returns: (transfer none) (nullable): the scored element; %NULL if @slot takes none or has all, or
 *   the project is full
 */
JalonElement *
jalon_commands_score (JalonDocument *document,
                      const JalonSlot *slot,
                      JalonElement *element,
                      int digit)
{
  gboolean is_across = slot->x_field != JALON_FIELD_NONE;
  double least = is_across ? slot->x_min : slot->y_min;
  double most = is_across ? slot->x_max : slot->y_max;

  if (is_across == (slot->y_field != JALON_FIELD_NONE))
    return NULL;
  jalon_document_begin (document, _ ("Set Score"));
  if (element == NULL && jalon_commands_can_add (document, slot))
    element = jalon_commands_add (document, slot, NULL, NULL, NULL);
  else if (element == NULL)
    element = jalon_slot_get_only (slot, document);
  if (element != NULL)
    jalon_document_set_number (document, element, is_across ? slot->x_field : slot->y_field,
                               least + (digit - 1) / 4.0 * (most - least));
  return jalon_document_commit (document) ? element : NULL;
}
