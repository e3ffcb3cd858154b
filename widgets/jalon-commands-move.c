/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GHashTable *elements;
  GPtrArray *found;
} Search;

static void
find_element (JalonElement *element, gpointer data)
{
  Search *self = data;

  if (g_hash_table_contains (self->elements, element))
    g_ptr_array_add (self->found, element);
}

/**
 * jalon_commands_in_order:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements
 *
 * People may have selected things from right to left, but mean them as they stand.
 *
 * Returns: (transfer container) (element-type JalonElement): the same, in the order of the document
 */
GPtrArray *
jalon_commands_in_order (JalonDocument *document, GPtrArray *elements)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  Search search = { set, g_ptr_array_sized_new (elements->len) };

  for (guint i = 0; i < elements->len; i++)
    g_hash_table_add (set, g_ptr_array_index (elements, i));
  jalon_element_foreach (jalon_document_get_project (document), find_element, &search);
  return search.found;
}

/* Moves @element into @parent, right before one of its children; to the end for NULL. */
static void
move_before (JalonDocument *document,
             JalonElement *element,
             JalonElement *parent,
             JalonElement *before)
{
  guint index = before != NULL ? jalon_element_get_index (before) : G_MAXUINT;

  if (before != NULL && jalon_element_get_parent (element) == parent &&
      jalon_element_get_index (element) < index)
    index--;
  jalon_document_move (document, element, parent, index);
}

/* The first of the children of @parent, from @index on, that is not going elsewhere. */
static JalonElement *
find_staying (JalonElement *parent, guint index, GPtrArray *going)
{
  for (; index < jalon_element_get_n_children (parent); index++)
    if (!g_ptr_array_find (going, jalon_element_get_child (parent, index), NULL))
      return jalon_element_get_child (parent, index);
  return NULL;
}

/* From the last to the first, each before the one that follows it: so what is there already does
 * not move. */
static void
place_sorted (JalonDocument *document,
              GPtrArray *sorted,
              const JalonSlot *slot,
              JalonElement *before)
{
  JalonElement *parent = jalon_document_lookup (document, slot->parent);
  guint index = before != NULL
                  ? jalon_element_get_index (before)
                  : jalon_commands_index_after (parent, jalon_slot_get_last (slot, document));

  before = find_staying (parent, index, sorted);
  for (guint i = sorted->len; i > 0; i--)
    {
      JalonElement *element = g_ptr_array_index (sorted, i - 1);

      if (!jalon_slot_accepts (slot, element))
        continue;
      move_before (document, element, parent, before);
      jalon_commands_settle (document, element, slot, NULL);
      before = element;
    }
}

/**
 * jalon_commands_place:
 * @document: a document
 * @elements: (element-type JalonElement): what to move, at least one; those that @slot does not
 *   accept stay where they are
 * @slot: where to
 * @before: (nullable): an element in @slot to stand before; %NULL for the end
 * @point: (nullable): where the first of @elements goes in the plane of @slot, in the coordinates
 *   of its node
 *
 * Moves elements into a slot, or within it, in the order in which they are. On a plane the first
 * goes to a place, and the others as far as it, wherever they are on planes like that.
 */
void
jalon_commands_place (JalonDocument *document,
                      GPtrArray *elements,
                      const JalonSlot *slot,
                      JalonElement *before,
                      const JalonPoint *point)
{
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (document, elements);

  if (jalon_document_lookup (document, slot->parent) == NULL)
    return;
  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (document, _ ("Move %s"), g_ptr_array_index (elements, 0), NULL);
  if (point != NULL)
    jalon_commands_carry (document, elements, slot, point);
  else
    place_sorted (document, sorted, slot, before);
  jalon_document_commit (document);
}

/**
 * jalon_commands_place_each:
 * @document: a document
 * @elements: (element-type JalonElement): what to move, at least one
 * @slots: (element-type JalonSlot): for each where to, a slot of @document that accepts it
 *
 * Moves each element to the end of a slot of its own, one after the other.
 */
void
jalon_commands_place_each (JalonDocument *document, GPtrArray *elements, GPtrArray *slots)
{
  g_autoptr (GPtrArray) only = g_ptr_array_new ();

  g_ptr_array_set_size (only, 1);
  jalon_commands_begin (document, _ ("Move %s"), g_ptr_array_index (elements, 0), NULL);
  for (guint i = 0; i < elements->len; i++)
    {
      only->pdata[0] = elements->pdata[i];
      place_sorted (document, only, slots->pdata[i], NULL);
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
 * @point: (nullable): as for jalon_commands_place()
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
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (document, elements);
  g_autoptr (GPtrArray) copies = copy_accepted (point != NULL ? elements : sorted, slot);

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

/* Past the next sibling of the same kind; FALSE if there is nowhere to go. */
static gboolean
shift (JalonDocument *document, JalonElement *element, int by)
{
  JalonElement *parent = jalon_element_get_parent (element);
  JalonElement *neighbour = jalon_commands_find_next (element, by);

  if (neighbour != NULL)
    {
      jalon_document_move (document, element, parent, jalon_element_get_index (neighbour));
      return TRUE;
    }
  /* Nothing wanders off its map. */
  if (parent == jalon_document_get_project (document) ||
      jalon_kind_is_map (jalon_element_get_kind (parent)))
    return FALSE;
  parent = jalon_commands_find_next (parent, by);
  if (parent != NULL)
    jalon_document_move (document, element, parent, by > 0 ? 0 : G_MAXUINT);
  return parent != NULL;
}

/**
 * jalon_commands_shift:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, at least one; not the project
 * @by: 1 for later, −1 for earlier
 *
 * Moves elements past the next siblings of the same kind. At the end of a stage a step goes on into
 * the next stage. Where the foremost has nowhere to go all stay.
 *
 * Returns: %TRUE if there was somewhere to go
 */
gboolean
jalon_commands_shift (JalonDocument *document, GPtrArray *elements, int by)
{
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (document, elements);
  guint n_moved = 0;

  jalon_commands_begin (document, _ ("Move %s"), g_ptr_array_index (sorted, 0), NULL);
  while (n_moved < sorted->len &&
         shift (document, sorted->pdata[by > 0 ? sorted->len - 1 - n_moved : n_moved], by))
    n_moved++;
  jalon_document_commit (document);
  return n_moved > 0;
}

static GPtrArray *
find_kind (GPtrArray *elements, JalonKind kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    if (jalon_element_get_kind (g_ptr_array_index (elements, i)) == kind)
      g_ptr_array_add (found, g_ptr_array_index (elements, i));
  return found;
}

/**
 * jalon_commands_put_beside:
 * @document: a document
 * @elements: (element-type JalonElement): what to move, at least one; those of another kind than
 *   the first stay where they are
 * @other: an element of that kind to stand beside, or one that can hold it
 * @is_after: whether to stand behind @other rather than before it
 *
 * Moves elements past others, in the order in which they are.
 */
void
jalon_commands_put_beside (JalonDocument *document,
                           GPtrArray *elements,
                           JalonElement *other,
                           gboolean is_after)
{
  JalonElement *first = g_ptr_array_index (elements, 0);
  gboolean is_sibling = jalon_element_get_kind (other) == jalon_element_get_kind (first);
  JalonElement *parent = is_sibling ? jalon_element_get_parent (other) : other;
  guint index = is_sibling ? jalon_element_get_index (other) + is_after : 0;
  g_autoptr (GPtrArray) alike = find_kind (elements, jalon_element_get_kind (first));
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (document, alike);
  JalonElement *before = find_staying (parent, index, alike);

  jalon_commands_begin (document, _ ("Move %s"), first, NULL);
  for (guint i = sorted->len; i > 0; i--)
    {
      move_before (document, g_ptr_array_index (sorted, i - 1), parent, before);
      before = g_ptr_array_index (sorted, i - 1);
    }
  jalon_document_commit (document);
}
