/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-outline-text.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"
#include "widgets/jalon-field-text.h"

/* What a line of the outline says of an element. */

/**
 * jalon_outline_text_get_field:
 * @element: an element
 *
 * Returns: (transfer none) (nullable): the field that is its title, as it can be edited in a line;
 *   %NULL for what a newer version wrote
 */
const JalonField *
jalon_outline_text_get_field (JalonElement *element)
{
  JalonKind kind = jalon_element_get_kind (element);
  const JalonField *field = jalon_kind_get_field (kind, jalon_kind_get_info (kind)->title);

  return field->type != JALON_TYPE_RAW ? field : NULL;
}

/* What was chosen for an element without title, such as the channel of a touchpoint. */
static const char *
find_choice (JalonElement *element)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));

  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    if (field->choices != NULL && field->id != JALON_FIELD_SECTION &&
        jalon_element_has (element, field->id))
      return _ (field->choices[jalon_element_get_choice (element, field->id)].label);
  return _ (info->label);
}

/**
 * jalon_outline_text_make_title:
 * @element: an element
 *
 * Returns: (transfer full): what a line of the outline calls it
 */
char *
jalon_outline_text_make_title (JalonElement *element)
{
  const JalonField *field = jalon_outline_text_get_field (element);
  g_autofree char *beginning = NULL;
  g_autofree char *title = NULL;

  if (field == NULL || jalon_element_get_title (element)[0] == '\0')
    return g_strdup (find_choice (element));
  beginning = jalon_field_text_shorten (jalon_element_get_title (element), JALON_FIELD_TEXT_LINE);
  title = jalon_field_to_people (field, beginning);
  /* A list has a line for each. */
  return g_strdelimit (g_steal_pointer (&title), "\n", ' ');
}

/**
 * jalon_outline_text_make_detail:
 * @element: an element
 *
 * Returns: (transfer full): what says which one it is: the names of what it belongs to, or else
 *   what rules its fields
 */
char *
jalon_outline_text_make_detail (JalonElement *element)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  GString *detail = g_string_new (NULL);

  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    {
      JalonElement *target;

      if ((field->flags & JALON_FLAG_CASCADE) == 0)
        continue;
      target = jalon_document_follow (element, field->id);
      if (target != NULL)
        g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "",
                                jalon_candidates_name (target));
    }
  if (detail->len == 0 && info->governor != JALON_FIELD_NONE)
    {
      const JalonField *governor = jalon_kind_get_field (info->kind, info->governor);

      if (governor != NULL && governor->type == JALON_TYPE_CHOICE)
        g_string_append (
          detail, _ (governor->choices[jalon_element_get_choice (element, governor->id)].label));
    }
  return g_string_free (detail, FALSE);
}
