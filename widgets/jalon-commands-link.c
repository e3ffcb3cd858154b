/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-field.h"

static gboolean
refers_to (JalonKind kind, JalonFieldId field, JalonKind target)
{
  const JalonField *row = jalon_kind_get_field (kind, field);

  return row != NULL && row->target == target;
}

/**
 * jalon_commands_get_link_kind:
 * @element: an element
 *
 * Returns: the kind of what goes from one element of this kind to another and lies beside them;
 *   %JALON_KIND_UNKNOWN if there is none
 */
JalonKind
jalon_commands_get_link_kind (JalonElement *element)
{
  JalonKind kind = jalon_element_get_kind (element);
  JalonElement *parent = jalon_element_get_parent (element);

  for (JalonKind link = 0; parent != NULL && link < JALON_N_KINDS; link++)
    if (jalon_kind_can_hold (jalon_element_get_kind (parent), link) &&
        refers_to (link, JALON_FIELD_FROM, kind) && refers_to (link, JALON_FIELD_TO, kind))
      return link;
  return JALON_KIND_UNKNOWN;
}

/**
 * jalon_commands_link:
 * @document: a document
 * @from: an element that can be linked; see jalon_commands_get_link_kind()
 * @to: another of its kind, beside it
 *
 * Adds a link between two elements: a relation between stakeholders.
 *
 * Returns: (transfer none) (nullable): the link; %NULL if the project is full
 */
JalonElement *
jalon_commands_link (JalonDocument *document, JalonElement *from, JalonElement *to)
{
  JalonElement *link = jalon_element_new (jalon_commands_get_link_kind (from), NULL);
  const char *ids[2] = { jalon_element_get_id (link), NULL };

  jalon_element_set (link, JALON_FIELD_FROM, jalon_element_get_id (from), NULL);
  jalon_element_set (link, JALON_FIELD_TO, jalon_element_get_id (to), NULL);
  jalon_commands_begin (document, _ ("Add %s"), link, NULL);
  jalon_document_insert (document, jalon_element_get_parent (from), G_MAXUINT, link);
  jalon_document_set_selection (document, ids);
  return jalon_document_commit (document) ? link : NULL;
}

static const JalonField *
find_reference (JalonElement *element, JalonKind target)
{
  JalonDocument *document = jalon_element_get_document (element);
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  while (field->id != JALON_FIELD_NONE &&
         (field->target != target || !jalon_field_is_reference (field) ||
          !jalon_document_shows_field (document, element, field)))
    field++;
  return field->id != JALON_FIELD_NONE ? field : NULL;
}

/**
 * jalon_commands_find_referrer:
 * @element: an element
 * @target: a map of the same project
 * @field: (out): the reference of it, for jalon_commands_refer()
 *
 * Finds what refers to @target if people put that on @element: it, or else the nearest that it is
 * in. A card for links can refer to a journey, and each journey to personas. Maps of the same kind
 * are counterparts of each other rather than parts.
 *
 * Returns: (transfer none) (nullable): who; %NULL for nobody, or if it does so already
 */
JalonElement *
jalon_commands_find_referrer (JalonElement *element, JalonElement *target, const JalonField **field)
{
  JalonKind kind = jalon_element_get_kind (target);

  *field = NULL;
  for (; element != NULL && jalon_element_get_kind (element) != kind;
       element = jalon_element_get_parent (element))
    {
      *field = find_reference (element, kind);
      if (*field != NULL)
        break;
    }
  if (*field == NULL ||
      jalon_element_refers_to (element, (*field)->id, jalon_element_get_id (target)))
    return NULL;
  return element;
}

/**
 * jalon_commands_refer_from:
 * @element: an element
 * @target: a map of the same project
 *
 * Has what people mean refer to @target when they put that on @element, and selects it.
 *
 * Returns: (transfer none) (nullable): what does now, see jalon_commands_find_referrer()
 */
JalonElement *
jalon_commands_refer_from (JalonElement *element, JalonElement *target)
{
  g_autoptr (GPtrArray) referrers = g_ptr_array_new ();
  const JalonField *field;
  JalonElement *referrer = jalon_commands_find_referrer (element, target, &field);

  if (referrer == NULL)
    return NULL;
  g_ptr_array_add (referrers, referrer);
  jalon_commands_refer (jalon_element_get_document (element), referrers, field->id,
                        jalon_element_get_id (target), TRUE);
  jalon_commands_select (jalon_element_get_document (element), referrers);
  return referrer;
}

/* What has a name as @target has one, and can refer to it, can stand for it. */
static const JalonField *
find_stand_in (JalonKind kind, JalonElement *target)
{
  const JalonKindInfo *info = jalon_kind_get_info (kind);
  const JalonKind wanted = jalon_element_get_kind (target);
  const JalonField *field = info->fields;

  if (info->title != jalon_kind_get_info (wanted)->title)
    return NULL;
  while (field->id != JALON_FIELD_NONE &&
         (field->target != wanted || !jalon_field_is_reference (field)))
    field++;
  return field->id != JALON_FIELD_NONE ? field : NULL;
}

/**
 * jalon_commands_can_add_for:
 * @document: a document
 * @slot: where
 * @target: a map of the same project
 *
 * Returns: whether jalon_commands_add_for() can add something there that stands for @target, as a
 *   stakeholder does for a persona
 */
gboolean
jalon_commands_can_add_for (JalonDocument *document, const JalonSlot *slot, JalonElement *target)
{
  return find_stand_in (slot->kind, target) != NULL && jalon_commands_can_add (document, slot);
}

/**
 * jalon_commands_add_for:
 * @document: a document
 * @slot: where
 * @target: a map of the same project; see jalon_commands_can_add_for()
 * @point: (nullable): in the plane of @slot, in the coordinates of its node
 *
 * Adds an element that is named like @target and refers to it, and selects it.
 *
 * Returns: (transfer none) (nullable): the element; %NULL if the project is full
 */
JalonElement *
jalon_commands_add_for (JalonDocument *document,
                        const JalonSlot *slot,
                        JalonElement *target,
                        const JalonPoint *point)
{
  const JalonField *field = find_stand_in (slot->kind, target);
  JalonElement *element;

  jalon_commands_begin_kind (document, _ ("Add %s"), slot->kind, NULL);
  element = jalon_commands_add (document, slot, NULL, point, NULL);
  if (element != NULL)
    {
      jalon_document_set (document, element, jalon_kind_get_info (slot->kind)->title,
                          jalon_element_get_title (target), NULL);
      jalon_document_set (document, element, field->id, jalon_element_get_id (target), NULL);
    }
  return jalon_document_commit (document) ? element : NULL;
}
