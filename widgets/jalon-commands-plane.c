/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies on planes, where the place means something: scores, sliders, stakeholders. */

#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
find_resembling (GPtrArray *elements, const JalonSlot *slot)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    if (jalon_slot_resembles (slot, g_ptr_array_index (elements, i)))
      g_ptr_array_add (found, g_ptr_array_index (elements, i));
  return found;
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

/* Puts the first of @elements where @point is, and moves the others as far. */
void
jalon_commands_carry (JalonDocument *document,
                      GPtrArray *elements,
                      const JalonSlot *slot,
                      const JalonPoint *point)
{
  const JalonFieldId fields[] = { slot->x_field, slot->y_field };
  JalonElement *first = g_ptr_array_index (elements, 0);
  JalonElement *parent = jalon_document_lookup (document, slot->parent);
  double before[G_N_ELEMENTS (fields)] = { 0 };

  if (!jalon_slot_accepts (slot, first))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] != JALON_FIELD_NONE)
      before[i] = jalon_element_get_number (first, fields[i]);
  /* It is the place that counts; the order of the file stays. */
  if (jalon_element_get_parent (first) != parent)
    jalon_document_move (document, first, parent,
                         jalon_commands_index_after (parent, jalon_slot_get_last (slot, document)));
  jalon_commands_settle (document, first, slot, point);
  for (guint i = 1; i < elements->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
      if (fields[k] != JALON_FIELD_NONE && jalon_slot_resembles (slot, elements->pdata[i]))
        jalon_commands_add_to_number (document, elements->pdata[i], fields[k],
                                      jalon_element_get_number (first, fields[k]) - before[k]);
}

/**
 * jalon_commands_nudge:
 * @document: a document
 * @elements: (element-type JalonElement): what to move, at least one; what lies on other planes
 *   stays where it is
 * @slot: the slot with a plane that the first lies in
 * @right: how many units to the right, negative to the left; see jalon_slot_get_unit()
 * @up: how many units up
 *
 * Moves elements a little on their plane. Several in a row are one step.
 *
 * Returns: %TRUE if the plane goes in that direction
 */
gboolean
jalon_commands_nudge (JalonDocument *document,
                      GPtrArray *elements,
                      const JalonSlot *slot,
                      int right,
                      int up)
{
  g_autoptr (GPtrArray) moved = find_resembling (elements, slot);
  JalonElement *first = g_ptr_array_index (elements, 0);
  g_autofree char *key = g_strdup_printf ("nudge %s %u", jalon_element_get_id (first), moved->len);

  if ((right == 0 || slot->x_field == JALON_FIELD_NONE) &&
      (up == 0 || slot->y_field == JALON_FIELD_NONE))
    return FALSE;
  jalon_commands_begin (document, _ ("Move %s"), first, key);
  for (guint i = 0; i < moved->len; i++)
    {
      jalon_commands_add_to_number (document, moved->pdata[i], slot->x_field,
                                    right * jalon_slot_get_unit (slot, slot->x_field));
      jalon_commands_add_to_number (document, moved->pdata[i], slot->y_field,
                                    up * jalon_slot_get_unit (slot, slot->y_field));
    }
  jalon_document_commit (document);
  return TRUE;
}

/* What gets a score: what people are at, the only one there, or a new one. */
static GPtrArray *
find_scored (JalonDocument *document, const JalonSlot *slot, GPtrArray *elements)
{
  GPtrArray *scored = find_resembling (elements, slot);
  JalonElement *element;

  if (scored->len > 0)
    return scored;
  element = jalon_commands_can_add (document, slot)
              ? jalon_commands_add (document, slot, NULL, NULL, NULL)
              : jalon_slot_get_only (slot, document);
  if (element != NULL)
    g_ptr_array_add (scored, element);
  return scored;
}

/**
 * jalon_commands_score:
 * @document: a document
 * @slot: a slot whose plane goes in one direction only
 * @elements: (element-type JalonElement): what lies in it, and in slots like it; if nothing does, a
 *   score is added, or the only one is meant if there is no room
 * @digit: 1 for the least value to 5 for the greatest
 *
 * Gives scores by one key.
 *
 * Returns: (transfer none) (nullable): the first scored element; %NULL if @slot takes none or has
 *   all, or the project is full
 */
JalonElement *
jalon_commands_score (JalonDocument *document,
                      const JalonSlot *slot,
                      GPtrArray *elements,
                      int digit)
{
  g_autoptr (GPtrArray) scored = NULL;
  gboolean is_across = slot->x_field != JALON_FIELD_NONE;
  double least = is_across ? slot->x_min : slot->y_min;
  double most = is_across ? slot->x_max : slot->y_max;

  if (is_across == (slot->y_field != JALON_FIELD_NONE))
    return NULL;
  jalon_document_begin (document, _ ("Set Score"));
  scored = find_scored (document, slot, elements);
  for (guint i = 0; i < scored->len; i++)
    jalon_document_set_number (document, scored->pdata[i],
                               is_across ? slot->x_field : slot->y_field,
                               least + (digit - 1) / 4.0 * (most - least));
  return jalon_document_commit (document) && scored->len > 0 ? scored->pdata[0] : NULL;
}
