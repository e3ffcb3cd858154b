/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-field-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "document/jalon-document.h"
#include "widgets/jalon-candidates.h"

/* Up to here GTK shows a text, and people write in it, at once. */
#define MOST_BYTES 10000
#define LONGEST_WORD 500

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

/**
 * jalon_field_fits_in_line:
 * @field: a field
 *
 * Returns: %TRUE if people see it, and what it says is short enough for a column of a table
 */
gboolean
jalon_field_fits_in_line (const JalonField *field)
{
  switch ((int) field->type)
    {
    case JALON_TYPE_LINE:
    case JALON_TYPE_NUMBER:
    case JALON_TYPE_INTEGER:
    case JALON_TYPE_DATE:
    case JALON_TYPE_CHOICE:
    case JALON_TYPE_REFERENCE:
      return field->label != NULL;
    default:
      return FALSE;
    }
}

/**
 * jalon_field_to_line:
 * @field: a field that fits into a line
 * @element: an element in a document, of a kind that has the field
 *
 * Returns: (transfer full): what people read, "" for nothing
 */
char *
jalon_field_to_line (const JalonField *field, JalonElement *element)
{
  JalonElement *target;

  switch ((int) field->type)
    {
    case JALON_TYPE_CHOICE:
      return g_strdup (_ (field->choices[jalon_element_get_choice (element, field->id)].label));

    case JALON_TYPE_REFERENCE:
      target = jalon_document_follow (element, field->id);
      return g_strdup (target != NULL ? jalon_candidates_name (target) : "");

    default:
      return jalon_field_to_people (field, jalon_element_get_text (element, field->id));
    }
}

/* Whether a run of letters without a blank is longer than @most. */
static gboolean
has_long_word (const char *text, gsize most)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n\t");

      if (length > most)
        return TRUE;
      text += length;
      text += strspn (text, " \n\t");
    }
  return FALSE;
}

/**
 * jalon_field_text_is_long:
 * @text: a text
 *
 * Tells whether GTK would need too long for a text: to break one word into lines takes Pango the
 * square of its length, and a text view lays out a paragraph with every key.
 *
 * Returns: %TRUE if only its beginning should be shown, and not be edited
 */
gboolean
jalon_field_text_is_long (const char *text)
{
  return strlen (text) > MOST_BYTES || has_long_word (text, LONGEST_WORD);
}

/**
 * jalon_field_text_is_long_line:
 * @text: a text
 *
 * Tells whether GTK would need too long for a text in an entry: to go one letter to the left or
 * right takes it the square of their number.
 *
 * Returns: %TRUE if only its beginning should be shown, and not be edited
 */
gboolean
jalon_field_text_is_long_line (const char *text)
{
  return g_utf8_strlen (text, -1) > JALON_FIELD_TEXT_MOST_IN_LINE ||
         has_long_word (text, LONGEST_WORD);
}

/**
 * jalon_field_text_shorten:
 * @text: a text
 * @n_letters: how much of it is wanted
 *
 * Returns: (transfer full): @text, or its beginning with an ellipsis
 */
char *
jalon_field_text_shorten (const char *text, guint n_letters)
{
  const char *end = text;

  for (guint i = 0; i < n_letters && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return *end != '\0' ? g_strdup_printf ("%.*s…", (int) (end - text), text) : g_strdup (text);
}
