/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "document/jalon-error.h"
#include "document/jalon-id.h"
#include "document/jalon-text.h"

/* The colours by name; what they look like is the theme's. */
const JalonChoice jalon_palette[JALON_PALETTE_SIZE + 1] = {
  { "plain", N_ ("Plain") },   { "yellow", N_ ("Yellow") },
  { "orange", N_ ("Orange") }, { "rose", N_ ("Rose") },
  { "lilac", N_ ("Lilac") },   { "sky", N_ ("Sky") },
  { "mint", N_ ("Mint") },     { NULL, NULL },
};

static char *
fail (const JalonField *field, const char *text, const char *wanted, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, MIN (strlen (text), 60));

  g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
               /* Translators: name of a field, the text that was given, what it should be */
               _ ("%s: “%s” is not %s"), field->label != NULL ? _ (field->label) : field->name,
               shown, wanted);
  return NULL;
}

/**
 * jalon_number_parse:
 * @text: a text
 * @number: (out): the number
 *
 * Reads a decimal number in the form of files, whatever the locale: the whole text must be
 * [+-]digits[.digits][e[+-]digits], finite. Hexadecimal, "nan", "inf" and a decimal comma are
 * refused.
 *
 * Returns: %TRUE if @text is a number
 */
gboolean
jalon_number_parse (const char *text, double *number)
{
  char *end = NULL;
  gsize length = strspn (text, "+-.0123456789eE");

  if (length == 0 || text[length] != '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number) && g_ascii_isdigit (end[-1]);
}

/**
 * jalon_number_format:
 * @number: a finite number
 *
 * Returns: (transfer full): the shortest form with at most nine digits, whatever the locale
 */
char *
jalon_number_format (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.9g", number == 0 ? 0 : number));
}

static char *
canonicalize_number (const JalonField *field, const char *text, GError **error)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *wanted = NULL;
  gboolean whole = field->type == JALON_TYPE_INTEGER;
  double number;

  if (jalon_number_parse (text, &number) && number >= field->min && number <= field->max &&
      (!whole || number == floor (number)))
    return whole ? g_strdup_printf ("%.0f", number == 0 ? 0 : number)
                 : jalon_number_format (number);

  low = jalon_number_format (field->min);
  high = jalon_number_format (field->max);
  wanted = g_strdup_printf (whole ? _ ("a whole number from %s to %s")
                                  : _ ("a number from %s to %s"),
                            low, high);
  return fail (field, text, wanted, error);
}

static char *
canonicalize_flag (const JalonField *field, const char *text, GError **error)
{
  if (strcmp (text, "yes") == 0 || strcmp (text, "no") == 0)
    return g_strdup (text);
  return fail (field, text, _ ("“yes” or “no”"), error);
}

static char *
canonicalize_choice (const JalonField *field, const char *text, GError **error)
{
  if (jalon_choices_find (field->choices, text) >= 0)
    return g_strdup (text);
  return fail (field, text, _ ("one of its choices"), error);
}

static char *
canonicalize_colour (const JalonField *field, const char *text, GError **error)
{
  if (jalon_choices_find (jalon_palette, text) >= 0)
    return g_strdup (text);
  if (text[0] == '#' && strlen (text) == 7 && strspn (text + 1, "0123456789abcdefABCDEF") == 6)
    return g_ascii_strdown (text, -1);
  return fail (field, text, _ ("a colour (a name of the palette, or #rrggbb)"), error);
}

static char *
canonicalize_date (const JalonField *field, const char *text, GError **error)
{
  guint year, month, day;
  int length = 0;

  if (sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &length) == 3 && length == 10 &&
      text[10] == '\0' && g_ascii_isdigit (text[5]) && g_ascii_isdigit (text[8]) &&
      g_date_valid_dmy (day, month, year))
    return g_strdup (text);
  return fail (field, text, _ ("a day such as 2026-03-31"), error);
}

/* Words separated by single blanks, each fit for @is_fit; if @once, the second of two equal ones
 * goes. */
static char *
canonicalize_words (const char *text, gboolean (*is_fit) (const char *word), gboolean once)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0' ||
          (once && g_ptr_array_find_with_equal_func (kept, words[i], g_str_equal, NULL)))
        continue;
      if (!is_fit (words[i]))
        return NULL;
      g_ptr_array_add (kept, words[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}

static gboolean
is_count (const char *word)
{
  return strlen (word) <= 9 && strspn (word, "0123456789") == strlen (word);
}

static char *
canonicalize_counts (const JalonField *field, const char *text, GError **error)
{
  char *counts = canonicalize_words (text, is_count, FALSE);

  return counts != NULL ? counts : fail (field, text, _ ("a list of whole numbers"), error);
}

static char *
canonicalize_references (const JalonField *field, const char *text, GError **error)
{
  char *ids = canonicalize_words (text, jalon_id_is_valid, TRUE);

  return ids != NULL ? ids : fail (field, text, _ ("a list of ids"), error);
}

static char *
canonicalize_reference (const JalonField *field, const char *text, GError **error)
{
  return jalon_id_is_valid (text) ? g_strdup (text) : fail (field, text, _ ("an id"), error);
}

static char *
canonicalize_data (const JalonField *field, const char *text, GError **error)
{
  g_autofree char *dense = g_malloc (strlen (text) + 1);
  gsize length = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      dense[length++] = *p;
  dense[length] = '\0';

  if (length % 4 != 0 ||
      strspn (dense, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") != length)
    return fail (field, text, _ ("base 64"), error);
  return g_steal_pointer (&dense);
}

static char *
canonicalize_text (const JalonField *field, const char *text, GError **error)
{
  gsize length = strlen (text);
  char *clean;

  if (length > JALON_TEXT_MAX)
    {
      g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
                   _ ("%s: the text has %lu bytes; at most %d are allowed"),
                   field->label != NULL ? _ (field->label) : field->name, (gulong) length,
                   JALON_TEXT_MAX);
      return NULL;
    }
  clean = jalon_text_clean (text, length);
  if (field->type == JALON_TYPE_LINE)
    g_strdelimit (clean, "\n\t", ' ');
  return clean;
}

/**
 * jalon_field_get_fallback:
 * @field: a row of the table
 *
 * Returns: (transfer none): the canonical text of the field while it is unset
 */
const char *
jalon_field_get_fallback (const JalonField *field)
{
  if (field->fallback != NULL)
    return field->fallback;
  if (field->type == JALON_TYPE_CHOICE)
    return field->choices[0].nick;
  return field->type == JALON_TYPE_FLAG ? "no" : "";
}

/**
 * jalon_field_canonicalize:
 * @field: a row of the table
 * @text: (nullable): what someone wants it to be
 * @error: %JALON_ERROR_VALUE
 *
 * Brings @text into the one form in which the tree holds a value, or refuses it. Texts lose what a
 * file could not hold; everything else must be right. What means the fallback gives "".
 *
 * Returns: (transfer full) (nullable): the canonical text, "" for unset; %NULL on error
 */
char *
jalon_field_canonicalize (const JalonField *field, const char *text, GError **error)
{
  static char *(*const canonicalize[]) (const JalonField *, const char *, GError **) = {
    [JALON_TYPE_LINE] = canonicalize_text,
    [JALON_TYPE_PARAGRAPHS] = canonicalize_text,
    [JALON_TYPE_NUMBER] = canonicalize_number,
    [JALON_TYPE_INTEGER] = canonicalize_number,
    [JALON_TYPE_FLAG] = canonicalize_flag,
    [JALON_TYPE_CHOICE] = canonicalize_choice,
    [JALON_TYPE_COLOUR] = canonicalize_colour,
    [JALON_TYPE_DATE] = canonicalize_date,
    [JALON_TYPE_COUNTS] = canonicalize_counts,
    [JALON_TYPE_REFERENCE] = canonicalize_reference,
    [JALON_TYPE_REFERENCES] = canonicalize_references,
    [JALON_TYPE_DATA] = canonicalize_data,
    [JALON_TYPE_RAW] = canonicalize_text,
  };
  char *canonical;

  if (text == NULL || text[0] == '\0')
    return g_strdup ("");
  canonical = canonicalize[field->type](field, text, error);
  if (canonical != NULL && strcmp (canonical, jalon_field_get_fallback (field)) == 0)
    canonical[0] = '\0';
  return canonical;
}

/**
 * jalon_field_is_reference:
 * @field: a row of the table
 *
 * Returns: %TRUE if its value names other elements
 */
gboolean
jalon_field_is_reference (const JalonField *field)
{
  return field->type == JALON_TYPE_REFERENCE || field->type == JALON_TYPE_REFERENCES;
}
