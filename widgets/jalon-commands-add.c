/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding to slots and beside others. */

#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

/* Whether anything in @slot but @element has that in @field: an id, or nothing. */
static gboolean
is_used (JalonElement *parent,
         JalonElement *element,
         const JalonField *field,
         const JalonSlot *slot,
         const char *id)
{
  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    {
      JalonElement *sibling = jalon_element_get_child (parent, i);

      if (sibling != element && jalon_slot_contains (slot, sibling) &&
          strcmp (jalon_element_get_text (sibling, field->id), id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What @field of @element, one that will be or is a child of @parent, should name: of those that
 * its map names, the first that nothing beside it names yet. Nobody, if the map names none. NULL if
 * all are taken. */
static char *
find_reference (JalonElement *parent,
                JalonElement *element,
                const JalonField *field,
                const JalonSlot *slot)
{
  JalonElement *map = jalon_element_get_map (parent);
  const JalonField *fields = jalon_kind_get_info (jalon_element_get_kind (map))->fields;
  gboolean has_some = FALSE;

  for (; fields->id != JALON_FIELD_NONE; fields++)
    {
      g_auto (GStrv) ids = NULL;

      if (!jalon_field_is_reference (fields) || fields->target != field->target)
        continue;
      ids = jalon_element_get_references (map, fields->id);
      for (guint i = 0; ids[i] != NULL; i++)
        if (!is_used (parent, element, field, slot, ids[i]))
          return g_strdup (ids[i]);
      has_some = has_some || ids[0] != NULL;
    }
  return has_some || is_used (parent, element, field, slot, "") ? NULL : g_strdup ("");
}

/**
 * jalon_commands_can_add:
 * @document: a document
 * @slot: a slot
 *
 * Returns: %TRUE if there is room for one more in @slot: of scores there is one for each persona;
 *   and if @slot says all that it must, see jalon_slot_find_open()
 */
gboolean
jalon_commands_can_add (JalonDocument *document, const JalonSlot *slot)
{
  JalonElement *parent = jalon_document_lookup (document, slot->parent);
  const JalonField *field = jalon_kind_get_info (slot->kind)->fields;

  if (jalon_slot_find_open (slot, document) != NULL)
    return FALSE;
  for (; parent != NULL && field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CASCADE) != 0 && field->id != slot->field &&
        field->id != slot->other_field)
      {
        g_autofree char *id = find_reference (parent, NULL, field, slot);

        if (id == NULL)
          return FALSE;
      }
  return parent != NULL;
}

/* An element dies with what a cascading field names, so a new one had better name something. */
void
jalon_commands_fill_references (JalonDocument *document,
                                JalonElement *element,
                                const JalonSlot *slot)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CASCADE) != 0 && !jalon_element_has (element, field->id))
      {
        g_autofree char *id = find_reference (jalon_element_get_parent (element), element, field,
                                              slot);

        jalon_document_set (document, element, field->id, id, NULL);
      }
}

/* Makes @element, already a child of the right parent, lie in @slot. */
void
jalon_commands_settle (JalonDocument *document,
                       JalonElement *element,
                       const JalonSlot *slot,
                       const JalonPoint *point)
{
  double x, y;

  if (slot->field != JALON_FIELD_NONE)
    jalon_document_set (document, element, slot->field, slot->value, NULL);
  if (slot->other_field != JALON_FIELD_NONE)
    jalon_document_set (document, element, slot->other_field, slot->other_value, NULL);
  if (point == NULL)
    return;
  jalon_slot_measure (slot, point, &x, &y);
  if (slot->x_field != JALON_FIELD_NONE)
    jalon_document_set_number (document, element, slot->x_field, x);
  if (slot->y_field != JALON_FIELD_NONE)
    jalon_document_set_number (document, element, slot->y_field, y);
}

/**
 * jalon_commands_add:
 * @document: a document
 * @slot: where
 * @after: (nullable): an element in @slot to stand behind; %NULL for the end
 * @point: (nullable): in the plane of @slot, in the coordinates of its node
 * @key: (nullable): what later changes must name to become part of this step
 *
 * Adds an empty element to a slot and selects it.
 *
 * Returns: (transfer none) (nullable): the element; %NULL if there is no room, see
 *   jalon_commands_can_add() and jalon_document_commit()
 */
JalonElement *
jalon_commands_add (JalonDocument *document,
                    const JalonSlot *slot,
                    JalonElement *after,
                    const JalonPoint *point,
                    const char *key)
{
  JalonElement *parent = jalon_document_lookup (document, slot->parent);
  JalonElement *element;
  const char *ids[2] = { NULL, NULL };
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  if (!jalon_commands_can_add (document, slot))
    return NULL;
  if (after == NULL)
    after = jalon_slot_get_last (slot, document);
  element = jalon_element_new (slot->kind, NULL);
  g_ptr_array_add (elements, element);
  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (document, _ ("Add %s"), element, key);
  jalon_document_insert (document, parent, jalon_commands_index_after (parent, after), element);
  jalon_commands_settle (document, element, slot, point);
  jalon_commands_fill_references (document, element, slot);
  jalon_commands_make_room (document, elements);
  ids[0] = jalon_element_get_id (element);
  jalon_document_set_selection (document, ids);
  return jalon_document_commit (document) ? element : NULL;
}

/**
 * jalon_commands_add_beside:
 * @document: a document
 * @sibling: an element that is not the project
 * @slot: (nullable): the slot that @sibling lies in
 * @is_before: whether to stand before @sibling rather than behind it
 * @key: (nullable): what later changes must name to become part of this step
 *
 * Adds an empty element of the same kind beside another, and selects it: a step before a step, a
 * card behind a card.
 *
 * Returns: (transfer none) (nullable): the element; %NULL if the project is full
 */
JalonElement *
jalon_commands_add_beside (JalonDocument *document,
                           JalonElement *sibling,
                           const JalonSlot *slot,
                           gboolean is_before,
                           const char *key)
{
  JalonElement *element = jalon_element_new (jalon_element_get_kind (sibling), NULL);
  const char *ids[2] = { jalon_element_get_id (element), NULL };
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  jalon_commands_begin (document, _ ("Add %s"), element, key);
  jalon_document_insert (document, jalon_element_get_parent (sibling),
                         jalon_element_get_index (sibling) + (is_before ? 0 : 1), element);
  if (slot != NULL)
    {
      jalon_commands_settle (document, element, slot, NULL);
      jalon_commands_fill_references (document, element, slot);
    }
  g_ptr_array_add (elements, element);
  jalon_commands_make_room (document, elements);
  jalon_document_set_selection (document, ids);
  return jalon_document_commit (document) ? element : NULL;
}
