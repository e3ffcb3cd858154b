/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far something goes: over how many steps, and to where one would like to have it. */

#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

/* Where one would like to have it is reckoned from where it is, until it is said. */
static void
begin_wanting (JalonDocument *document, JalonElement *element, const JalonSlot *slot)
{
  const JalonFieldId fields[][2] = { { slot->x_goal, slot->x_field },
                                     { slot->y_goal, slot->y_field } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i][0] != JALON_FIELD_NONE && !jalon_element_has (element, fields[i][0]))
      jalon_document_set_number (document, element, fields[i][0],
                                 jalon_element_get_number (element, fields[i][1]));
}

/**
 * jalon_commands_want:
 * @document: a document
 * @element: one of its elements
 * @slot: a slot that accepts it; nothing happens unless it has goals
 * @point: in the plane of @slot, in the coordinates of its node
 *
 * Says where one would like to have an element: what is wanted of a stakeholder.
 */
void
jalon_commands_want (JalonDocument *document,
                     JalonElement *element,
                     const JalonSlot *slot,
                     const JalonPoint *point)
{
  double x, y;

  jalon_slot_measure (slot, point, &x, &y);
  jalon_document_begin (document, _ ("Move Desired Position"));
  if (slot->goal != JALON_FIELD_NONE)
    jalon_document_set (document, element, slot->goal, slot->value, NULL);
  if (slot->x_goal != JALON_FIELD_NONE)
    jalon_document_set_number (document, element, slot->x_goal, x);
  if (slot->y_goal != JALON_FIELD_NONE)
    jalon_document_set_number (document, element, slot->y_goal, y);
  jalon_document_commit (document);
}

static gboolean
says (JalonElement *element, JalonFieldId field)
{
  return field != JALON_FIELD_NONE && jalon_element_has (element, field);
}

/**
 * jalon_commands_wants:
 * @element: an element
 * @slot: the slot that it lies in
 *
 * Returns: %TRUE if something says where one would like to have it
 */
gboolean
jalon_commands_wants (JalonElement *element, const JalonSlot *slot)
{
  return says (element, slot->goal) || says (element, slot->x_goal) || says (element, slot->y_goal);
}

/**
 * jalon_commands_want_nothing:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements
 * @slot: a slot that accepts them
 *
 * Says no more where one would like to have elements.
 */
void
jalon_commands_want_nothing (JalonDocument *document, GPtrArray *elements, const JalonSlot *slot)
{
  const JalonFieldId goals[] = { slot->goal, slot->x_goal, slot->y_goal };

  jalon_document_begin (document, _ ("Clear Desired Position"));
  for (guint i = 0; i < elements->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (goals); j++)
      if (says (g_ptr_array_index (elements, i), goals[j]))
        jalon_document_set (document, g_ptr_array_index (elements, i), goals[j], NULL, NULL);
  jalon_document_commit (document);
}

/**
 * jalon_commands_want_more:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, at least one; those in other slots
 *   are left alone
 * @slot: the slot with a plane that the first lies in
 * @right: how many units to the right, negative to the left; see jalon_slot_get_unit()
 * @up: how many units up
 *
 * Moves where one would like to have elements. Several in a row are one step.
 *
 * Returns: %TRUE if the plane goes in that direction
 */
gboolean
jalon_commands_want_more (JalonDocument *document,
                          GPtrArray *elements,
                          const JalonSlot *slot,
                          int right,
                          int up)
{
  g_autofree char *key = g_strdup_printf ("want %s %u", jalon_element_get_id (elements->pdata[0]),
                                          elements->len);

  if ((right == 0 || slot->x_goal == JALON_FIELD_NONE) &&
      (up == 0 || slot->y_goal == JALON_FIELD_NONE))
    return FALSE;
  jalon_document_begin_coalesced (document, _ ("Move Desired Position"), key);
  for (guint i = 0; i < elements->len; i++)
    if (jalon_slot_contains (slot, elements->pdata[i]))
      {
        begin_wanting (document, elements->pdata[i], slot);
        jalon_commands_add_to_number (document, elements->pdata[i], slot->x_goal,
                                      right * jalon_slot_get_unit (slot, slot->x_field));
        jalon_commands_add_to_number (document, elements->pdata[i], slot->y_goal,
                                      up * jalon_slot_get_unit (slot, slot->y_field));
      }
  jalon_document_commit (document);
  return TRUE;
}

static gboolean
can_span (JalonElement *element, int span)
{
  const JalonField *field = jalon_element_get_field (element, JALON_FIELD_SPAN);

  return field != NULL && span >= field->min && span <= field->max;
}

/**
 * jalon_commands_widen:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, at least one
 * @by: how many steps more
 *
 * Makes cards wider or narrower: those that can be.
 *
 * Returns: %TRUE if one could
 */
gboolean
jalon_commands_widen (JalonDocument *document, GPtrArray *elements, int by)
{
  const JalonField *field = jalon_element_get_field (elements->pdata[0], JALON_FIELD_SPAN);
  g_autofree char *label = NULL;
  guint n_changed = 0;

  if (field == NULL || by == 0)
    return FALSE;
  label = g_strdup_printf (_ ("Change “%s”"), _ (field->label));
  jalon_document_begin (document, label);
  for (guint i = 0; i < elements->len; i++)
    {
      int span = (int) jalon_element_get_number (elements->pdata[i], JALON_FIELD_SPAN) + by;

      if (!can_span (elements->pdata[i], span))
        continue;
      jalon_document_set_number (document, elements->pdata[i], JALON_FIELD_SPAN, span);
      n_changed++;
    }
  jalon_document_commit (document);
  return n_changed > 0;
}
