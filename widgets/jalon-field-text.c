/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-field-text.h"

#include <langinfo.h>

/**
 * jalon_field_is_number:
 * @field: a field
 *
 * Returns: %TRUE if it holds one number
 */
gboolean
jalon_field_is_number (const JalonField *field)
{
  return field->type == JALON_TYPE_NUMBER || field->type == JALON_TYPE_INTEGER;
}

static const char *
get_decimal_point (void)
{
  return nl_langinfo (RADIXCHAR);
}

/**
 * jalon_field_to_people:
 * @field: a field that is written in one line
 * @text: its canonical text
 *
 * Numbers are in files with a point, and for people as their language has it.
 *
 * Returns: (transfer full): what people read
 */
char *
jalon_field_to_people (const JalonField *field, const char *text)
{
  g_autoptr (GString) shown = g_string_new (text);

  if (jalon_field_is_number (field))
    {
      g_string_replace (shown, ".", get_decimal_point (), 1);
      g_string_replace (shown, "-", "−", 1);
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/**
 * jalon_field_from_people:
 * @field: a field that is written in one line
 * @text: what people wrote, in the way of their language or of another
 *
 * Returns: (transfer full): the text for the document, which may still refuse it
 */
char *
jalon_field_from_people (const JalonField *field, const char *text)
{
  g_autoptr (GString) canonical = g_string_new (text);

  if (jalon_field_is_number (field))
    {
      g_string_replace (canonical, get_decimal_point (), ".", 1);
      g_string_replace (canonical, ",", ".", 1);
      g_string_replace (canonical, "−", "-", 1);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&canonical), FALSE));
}
