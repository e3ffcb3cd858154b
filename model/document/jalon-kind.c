/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the table is read. */

#include "document/schema-private.h"

/**
 * jalon_kind_get_info:
 * @kind: a kind
 *
 * Returns: (transfer none): its table
 */
const JalonKindInfo *
jalon_kind_get_info (JalonKind kind)
{
  g_return_val_if_fail (kind < JALON_N_KINDS, NULL);

  return &jalon_kinds[kind];
}

/**
 * jalon_kind_from_name:
 * @name: the name of an XML element
 *
 * Returns: the kind of that name, %JALON_KIND_UNKNOWN if there is none
 */
JalonKind
jalon_kind_from_name (const char *name)
{
  for (guint i = 0; i < JALON_KIND_UNKNOWN; i++)
    if (strcmp (jalon_kinds[i].name, name) == 0)
      return i;
  return JALON_KIND_UNKNOWN;
}

/**
 * jalon_kind_can_hold:
 * @kind: the kind of a parent
 * @child: the kind of a child
 *
 * Returns: %TRUE if an element of @kind may hold one of @child
 */
gboolean
jalon_kind_can_hold (JalonKind kind, JalonKind child)
{
  return (jalon_kinds[kind].children & JALON_KIND_BIT (child)) != 0;
}

/**
 * jalon_kind_is_map:
 * @kind: a kind
 *
 * Returns: %TRUE if it is drawn on a sheet of its own
 */
gboolean
jalon_kind_is_map (JalonKind kind)
{
  return (JALON_MAP_KINDS & JALON_KIND_BIT (kind)) != 0;
}

/**
 * jalon_kind_get_field:
 * @kind: a kind
 * @id: a field
 *
 * Returns: (transfer none) (nullable): the row of the table; %NULL if @kind has no such field
 */
const JalonField *
jalon_kind_get_field (JalonKind kind, JalonFieldId id)
{
  for (const JalonField *field = jalon_kinds[kind].fields; field->id != JALON_FIELD_NONE; field++)
    if (field->id == id)
      return field;
  return NULL;
}

/**
 * jalon_kind_find_field:
 * @kind: a kind
 * @name: the name of an XML attribute
 *
 * Returns: (transfer none) (nullable): the row of the table; %NULL if @kind has no such attribute
 */
const JalonField *
jalon_kind_find_field (JalonKind kind, const char *name)
{
  for (const JalonField *field = jalon_kinds[kind].fields; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CONTENT) == 0 && field->type != JALON_TYPE_RAW &&
        strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

/**
 * jalon_kind_get_content:
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the field that stands as content of the XML element
 */
const JalonField *
jalon_kind_get_content (JalonKind kind)
{
  for (const JalonField *field = jalon_kinds[kind].fields; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CONTENT) != 0)
      return field;
  return NULL;
}
