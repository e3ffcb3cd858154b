/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-typesetter-private.h"

#define ELLIPSIS "…"
#define NEXT_LINE 0x85
#define ZERO_WIDTH_SPACE 0x200B
#define ZERO_WIDTH_JOINER 0x200D
#define SOFT_HYPHEN "\u00AD"

/* Lengthening a text by a character or two can break its last line once more. */
#define MAX_CUTS 8

/* The last place at or before @end where @text can be cut without tearing a letter: not before an
 * accent, not inside an emoji of several characters. */
static const char *
find_cut (const char *text, const char *end)
{
  glong n_chars = g_utf8_strlen (text, end - text);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_chars + 1);

  pango_get_log_attrs (text, (int) (end - text), -1, pango_language_from_string ("en"), attrs,
                       (int) n_chars + 1);
  /* The end of what was looked at always is a place to cut, whatever follows. */
  for (glong i = n_chars - 1; i > 0; i--)
    if (attrs[i].is_cursor_position)
      return g_utf8_offset_to_pointer (text, i);
  return end;
}

static char *
cut_with_ellipsis (const char *text, const char *end)
{
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strdup_printf ("%.*s" ELLIPSIS, (int) (end - text), text);
}

/* Most texts: nothing to cut, nothing to tame */
static gboolean
is_short_and_plain (const char *text)
{
  gsize i;

  for (i = 0; i < JALON_TEXT_MAX_WORD && text[i] != '\0'; i++)
    if ((guchar) text[i] >= 0x80 || ((guchar) text[i] < ' ' && text[i] != '\n'))
      return FALSE;
  return text[i] == '\0';
}

/* What ends a paragraph to FriBidi 1.0.8 but not to Pango makes it read what it has freed, between
 * an isolate and its end with a bracket open. A tab has nothing to stand in columns with. */
static gunichar
replace_control (gunichar c)
{
  return c == NEXT_LINE ? '\n' : c < ' ' && c != '\n' ? ' ' : c;
}

static char *
tame (const char *text)
{
  GString *tame = g_string_sized_new (strlen (text));
  guint word = 0;
  guint marks = 0;
  guint joined = 0;
  gunichar last = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      marks = g_unichar_ismark (c) ? marks + 1 : 0;
      joined = marks > 0 || c == ZERO_WIDTH_JOINER || last == ZERO_WIDTH_JOINER ? joined + 1 : 0;
      if (marks > JALON_TEXT_MAX_MARKS ||
          (c == ZERO_WIDTH_JOINER && joined > JALON_TEXT_MAX_JOINED))
        continue;
      last = c;
      word = g_unichar_isspace (c) ? 0 : word + 1;
      if (word > JALON_TEXT_MAX_WORD && marks == 0)
        {
          g_string_append_unichar (tame, ZERO_WIDTH_SPACE);
          word = 1;
        }
      g_string_append_unichar (tame, replace_control (c));
    }
  return g_string_free (tame, FALSE);
}

/**
 * jalon_text_prepare:
 * @text: UTF-8
 *
 * Takes of a text what Pango can lay out in good time.
 *
 * Returns: (transfer full): the text, or its beginning and an ellipsis
 */
char *
jalon_text_prepare (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *beginning = NULL;
  g_autofree char *tamed = NULL;
  const char *end;

  if (is_short_and_plain (text))
    return g_strdup (text);
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  end = text;
  for (guint n = 0; n < JALON_TEXT_MAX_CHARS && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  beginning = g_strndup (text, end - text);
  tamed = tame (beginning);
  if (*end == '\0')
    return g_steal_pointer (&tamed);
  return cut_with_ellipsis (tamed, find_cut (tamed, tamed + strlen (tamed)));
}

/**
 * jalon_text_capitalize:
 * @text: UTF-8
 *
 * Makes capitals of all letters by Unicode alone: where the desktop is Turkish, g_utf8_strup()
 * would make another capital of the letter i.
 *
 * Returns: (transfer full): the capitals
 */
char *
jalon_text_capitalize (const char *text)
{
  GString *capitals = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = NULL;

      if ((guchar) *p < 0x80)
        {
          g_string_append_c (capitals, g_ascii_toupper (*p));
          continue;
        }
      letter = g_utf8_strup (p, g_utf8_next_char (p) - p);
      g_string_append (capitals, letter);
    }
  return g_string_free (capitals, FALSE);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize length)
{
  attribute->start_index = start;
  attribute->end_index = start + length;
  pango_attr_list_change (list, attribute);
}

static void
allow_hyphens (const char *text, PangoAttrList *list)
{
  for (const char *p = strstr (text, SOFT_HYPHEN); p != NULL; p = strstr (p + 1, SOFT_HYPHEN))
    add_attribute (list, pango_attr_insert_hyphens_new (TRUE), p - text, strlen (SOFT_HYPHEN));
}

static gboolean
is_letter_at (const char *p)
{
  return *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));
}

/* Whether the blank at @blank is inside of the quotation mark before or behind it. One that stands
 * at a word belongs to that, as in German: »so«. */
static gboolean
is_in_quotes (const char *text, const char *blank)
{
  const char *before = g_utf8_find_prev_char (text, blank);
  const char *behind = blank + 1;

  if (before != NULL && (g_str_has_prefix (before, "«") || g_str_has_prefix (before, "‹")))
    {
      const char *word = g_utf8_find_prev_char (text, before);

      return word == NULL || g_unichar_isspace (g_utf8_get_char (word)) || *word == '(' ||
             *word == '\'' || g_str_has_prefix (word, "’");
    }
  return (g_str_has_prefix (behind, "»") || g_str_has_prefix (behind, "›")) &&
         !is_letter_at (g_utf8_next_char (behind));
}

/* In French, quotation marks stand apart from what they hold, and keyboards have but one blank. */
static void
keep_quotes (const char *text, PangoAttrList *list)
{
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (p[1] != '\0' && is_in_quotes (text, p))
      add_attribute (list, pango_attr_allow_breaks_new (FALSE), p - text,
                     g_utf8_next_char (p + 1) - p);
}

static gboolean
has_quotes_at_all (const char *text)
{
  return strstr (text, "«") != NULL || strstr (text, "»") != NULL || strstr (text, "‹") != NULL ||
         strstr (text, "›") != NULL;
}

/**
 * jalon_text_refine:
 * @text: UTF-8
 * @attributes: (transfer none): of all texts of a style: no hyphens
 *
 * Allows hyphens where the text has soft ones, and no line to break between a quotation mark and
 * the blank inside of it.
 *
 * Returns: (transfer full): the attributes of @text
 */
PangoAttrList *
jalon_text_refine (const char *text, PangoAttrList *attributes)
{
  gboolean has_hyphens = strstr (text, SOFT_HYPHEN) != NULL;
  gboolean has_quotes = has_quotes_at_all (text);
  PangoAttrList *refined;

  if (!has_hyphens && !has_quotes)
    return pango_attr_list_ref (attributes);
  refined = pango_attr_list_copy (attributes);
  if (has_hyphens)
    allow_hyphens (text, refined);
  if (has_quotes)
    keep_quotes (text, refined);
  return refined;
}

/**
 * jalon_text_limit_lines:
 * @layout: a layout
 *
 * Shortens its text so that it has at most %JALON_TEXT_MAX_LINES lines.
 */
void
jalon_text_limit_lines (PangoLayout *layout)
{
  for (guint i = 0; i < MAX_CUTS && pango_layout_get_line_count (layout) > JALON_TEXT_MAX_LINES;
       i++)
    {
      const char *text = pango_layout_get_text (layout);
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, JALON_TEXT_MAX_LINES);
      const char *end = text + line->start_index;
      g_autofree char *cut = NULL;

      for (guint j = 0; j <= i; j++)
        end = find_cut (text, end);
      cut = cut_with_ellipsis (text, end);
      pango_layout_set_text (layout, cut, -1);
    }
}
