/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the table is read. */

#include "document/jalon-field.h"
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
 * jalon_kind_find_holders:
 * @kinds: some kinds, as bits
 *
 * Returns: the kinds that may have one of @kinds below them, at any depth, as bits
 */
guint32
jalon_kind_find_holders (guint32 kinds)
{
  guint32 holders = 0;

  /* Kinds stand in the order of the tree: what may hold others before them. */
  for (guint i = JALON_N_KINDS; i > 0; i--)
    if ((jalon_kinds[i - 1].children & (kinds | holders)) != 0)
      holders |= JALON_KIND_BIT (i - 1);
  return holders;
}

/* Whether a field of @info is meant to name a @target. */
static gboolean
can_refer_to (const JalonKindInfo *info, JalonKind target)
{
  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_is_reference (field) && field->target == target)
      return TRUE;
  return FALSE;
}

/**
 * jalon_kind_find_referrers:
 * @target: a kind
 *
 * Returns: the kinds with a field that is meant to name a @target, as bits
 */
guint32
jalon_kind_find_referrers (JalonKind target)
{
  guint32 referrers = 0;

  for (guint i = 0; i < JALON_N_KINDS; i++)
    if (can_refer_to (&jalon_kinds[i], target))
      referrers |= JALON_KIND_BIT (i);
  return referrers;
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
