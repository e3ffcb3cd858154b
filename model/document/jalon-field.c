/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "document/jalon-error.h"
#include "document/jalon-id.h"
#include "document/jalon-text.h"

/* Characters of a wrong value that a message shows. */
#define SHOWN 60

/* The colours by name; what they look like is the theme's. */
const JalonChoice jalon_palette[JALON_PALETTE_SIZE + 1] = {
  { "plain", N_ ("Plain") },   { "yellow", N_ ("Yellow") },
  { "orange", N_ ("Orange") }, { "rose", N_ ("Rose") },
  { "lilac", N_ ("Lilac") },   { "sky", N_ ("Sky") },
  { "mint", N_ ("Mint") },     { NULL, NULL },
};

static const char *
get_label (const JalonField *field)
{
  return field->label != NULL ? _ (field->label) : field->name;
}

static char *
fail (const JalonField *field, const char *text, const char *wanted, GError **error)
{
  g_autofree char *shown = jalon_text_to_message (text, SHOWN);

  g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
               /* Translators: name of a field, the text that was given, what it should be */
               _ ("%s: “%s” is not %s"), get_label (field), shown, wanted);
  return NULL;
}

/* What a newer version has put there may be a picture. */
static gsize
get_max_length (const JalonField *field)
{
  return field->type == JALON_TYPE_DATA || field->type == JALON_TYPE_RAW ? JALON_DATA_MAX
                                                                         : JALON_TEXT_MAX;
}

static char *
fail_length (const JalonField *field, gsize length, GError **error)
{
  g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
               _ ("%s: the value has %lu bytes; at most %lu are allowed"), get_label (field),
               (gulong) length, (gulong) get_max_length (field));
  return NULL;
}

/**
 * jalon_number_parse:
 * @text: a text
 * @number: (out): the number
 *
 * Reads a decimal number in the form of files, whatever the locale: the whole text must be
 * [+-][digits][.]digits[e[+-]digits], finite. Hexadecimal, "nan", "inf" and a decimal comma are
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
 * Writes a number in the form of files: up to fifteen digits, so that every amount that people type
 * comes back as they typed it and 0.1 + 0.2 is 0.3.
 *
 * Returns: (transfer full): the text, whatever the locale
 */
char *
jalon_number_format (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number == 0 ? 0 : number));
}

/* Whether @text is a whole number of up to nine digits in its canonical form, as most in files
 * are. */
static gboolean
is_short_whole (const char *text)
{
  const char *digits = text + (text[0] == '-' ? 1 : 0);
  gsize length = strspn (digits, "0123456789");

  if (digits[0] == '0')
    return strcmp (text, "0") == 0;
  return length > 0 && length <= 9 && digits[length] == '\0';
}

static gboolean
is_whole_within (const JalonField *field, const char *text)
{
  int number;

  if (!is_short_whole (text))
    return FALSE;
  number = atoi (text);
  return number >= field->min && number <= field->max;
}

/* For people, who know no hyphen in front of a number. */
static char *
tell_number (double number)
{
  g_autofree char *text = jalon_number_format (number);

  return text[0] == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

static char *
canonicalize_number (const JalonField *field, const char *text, GError **error)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *wanted = NULL;
  gboolean whole = field->type == JALON_TYPE_INTEGER;
  double number;

  if (is_whole_within (field, text))
    return g_strdup (text);
  if (jalon_number_parse (text, &number) && number >= field->min && number <= field->max &&
      (!whole || number == floor (number)))
    return whole ? g_strdup_printf ("%.0f", number == 0 ? 0 : number)
                 : jalon_number_format (number);

  low = tell_number (field->min);
  high = tell_number (field->max);
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
  static const char form[] = "dddd-dd-dd";
  guint i = 0;

  while (i < strlen (form) && (form[i] == 'd' ? g_ascii_isdigit (text[i]) : text[i] == form[i]))
    i++;
  if (form[i] == '\0' && text[i] == '\0' &&
      g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text)))
    return g_strdup (text);
  return fail (field, text, _ ("a day such as 2026-03-31"), error);
}

/* Takes a word up among @words, if it is fit; @seen is for its own use. */
typedef gboolean (*TakeWord) (GPtrArray *words, GHashTable *seen, char *word);

/* The words of @text, separated by single blanks; NULL if one of them is not fit for @take. */
static char *
canonicalize_words (const char *text, TakeWord take)
{
  g_auto (GStrv) split = g_strsplit_set (text, " \t\n\r", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (jalon_text_hash, g_str_equal);

  for (guint i = 0; split[i] != NULL; i++)
    if (split[i][0] != '\0' && !take (words, seen, split[i]))
      return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static gboolean
take_count (GPtrArray *words, GHashTable *seen, char *word)
{
  gsize length = strlen (word);

  if (length > 9 || strspn (word, "0123456789") != length || words->len == JALON_COUNTS_MAX)
    return FALSE;
  while (word[0] == '0' && word[1] != '\0')
    word++;
  g_ptr_array_add (words, word);
  return TRUE;
}

static char *
canonicalize_counts (const JalonField *field, const char *text, GError **error)
{
  char *counts = canonicalize_words (text, take_count);

  return counts != NULL ? counts : fail (field, text, _ ("a list of whole numbers"), error);
}

/* The second of two equal ids goes. Files may hold twenty thousand such fields, each of a thousand
 * ids. */
static gboolean
take_id (GPtrArray *words, GHashTable *seen, char *word)
{
  if (!jalon_id_is_valid (word) || words->len == JALON_REFERENCES_MAX)
    return FALSE;
  if (g_hash_table_add (seen, word))
    g_ptr_array_add (words, word);
  return TRUE;
}

static char *
canonicalize_references (const JalonField *field, const char *text, GError **error)
{
  char *ids = canonicalize_words (text, take_id);

  return ids != NULL ? ids : fail (field, text, _ ("a list of ids"), error);
}

static char *
canonicalize_reference (const JalonField *field, const char *text, GError **error)
{
  return jalon_id_is_valid (text) ? g_strdup (text) : fail (field, text, _ ("an id"), error);
}

/* Base 64 as in RFC 4648, section 4, without the line breaks that others put into it. */
static char *
canonicalize_data (const JalonField *field, const char *text, GError **error)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  g_autofree char *dense = g_malloc (strlen (text) + 1);
  gsize length = 0;
  gsize n_digits;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      dense[length++] = *p;
  dense[length] = '\0';

  n_digits = strspn (dense, alphabet);
  if (length % 4 != 0 || length - n_digits > 2 ||
      strspn (dense + n_digits, "=") < length - n_digits)
    return fail (field, text, _ ("base 64"), error);
  return g_steal_pointer (&dense);
}

/* Unicode's own line and paragraph separators, U+2028 and U+2029, in UTF-8. */
#define LINE_SEPARATOR "\xE2\x80\xA8"
#define PARAGRAPH_SEPARATOR "\xE2\x80\xA9"

/* The bytes of a line break or a tab at @p; 0 if there is none. */
static gsize
measure_break (const char *p)
{
  if (*p == '\n' || *p == '\t')
    return 1;
  if (g_str_has_prefix (p, LINE_SEPARATOR) || g_str_has_prefix (p, PARAGRAPH_SEPARATOR))
    return strlen (LINE_SEPARATOR);
  return 0;
}

/* Line breaks and tabs become blanks. */
static void
join_lines (char *text)
{
  char *end = text;

  for (const char *p = text; *p != '\0';)
    {
      const gsize length = measure_break (p);

      *end++ = length > 0 ? ' ' : *p;
      p += MAX (length, 1);
    }
  *end = '\0';
}

static char *
canonicalize_text (const JalonField *field, const char *text, GError **error)
{
  g_autofree char *clean = jalon_text_clean (text, -1);

  /* What is replaced grows. */
  if (strlen (clean) > get_max_length (field))
    return fail_length (field, strlen (clean), error);
  if (field->type == JALON_TYPE_LINE)
    join_lines (clean);
  return g_steal_pointer (&clean);
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
 * jalon_field_get_none:
 * @field: a row of the table that refers to elements
 *
 * Returns: (transfer none): the word for a reference that names nothing, in the language of people
 *   and the gender that goes with the label of the field
 */
const char *
jalon_field_get_none (const JalonField *field)
{
  g_return_val_if_fail (field != NULL && field->none != NULL, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, field->label, field->none);
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
  if (strlen (text) > get_max_length (field))
    return fail_length (field, strlen (text), error);
  canonical = canonicalize[field->type](field, text, error);
  if (canonical != NULL && strcmp (canonical, jalon_field_get_fallback (field)) == 0)
    canonical[0] = '\0';
  return canonical;
}

static gboolean
has_next_line (const char *text)
{
  return strstr (text, "\xC2\x85") != NULL;
}

/**
 * jalon_field_is_canonical:
 * @field: a row of the table
 * @text: a text without a character that XML could not hold
 * @length: its bytes
 *
 * Tells of most canonical texts that jalon_field_canonicalize() would only copy them, in less time.
 *
 * Returns: %TRUE if it surely would; %FALSE may be wrong
 */
gboolean
jalon_field_is_canonical (const JalonField *field, const char *text, gsize length)
{
  gboolean is_right = FALSE;

  if (length > JALON_TEXT_MAX)
    return FALSE;
  if (field->type == JALON_TYPE_PARAGRAPHS)
    is_right = memchr (text, '\r', length) == NULL && !has_next_line (text);
  else if (field->type == JALON_TYPE_LINE)
    is_right = strcspn (text, "\r\n\t") == length && !has_next_line (text) &&
               strstr (text, LINE_SEPARATOR) == NULL && strstr (text, PARAGRAPH_SEPARATOR) == NULL;
  else if (field->type == JALON_TYPE_CHOICE)
    is_right = jalon_choices_find (field->choices, text) >= 0;
  else if (field->type == JALON_TYPE_COLOUR)
    is_right = jalon_choices_find (jalon_palette, text) >= 0;
  else if (field->type == JALON_TYPE_INTEGER || field->type == JALON_TYPE_NUMBER)
    is_right = is_whole_within (field, text);
  return is_right && strcmp (text, jalon_field_get_fallback (field)) != 0;
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
