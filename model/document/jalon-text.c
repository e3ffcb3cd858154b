/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-text.h"

#define REPLACEMENT 0xFFFD

/* What XML 1.0 can hold (W3C, Extensible Markup Language 1.0, production 2), less CR. */
static inline gboolean
is_storable (gunichar c)
{
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n';
}

static gboolean
is_storable_text (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++)
    if ((guchar) *p < 0x20 ? *p != '\t' && *p != '\n'
                           : (guchar) *p == 0xEF && !is_storable (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * jalon_text_is_clean:
 * @text: bytes
 * @length: how many, or -1 up to the first NUL
 *
 * Tells whether @text can stand in the tree as it is.
 *
 * Returns: %TRUE if it is UTF-8 without a character that a file could not hold
 */
gboolean
jalon_text_is_clean (const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  return g_utf8_validate_len (text, n, NULL) && is_storable_text (text, n);
}

/* Line ends become LF; what a file could not hold becomes U+FFFD. @text is valid UTF-8. */
static char *
replace_unstorable (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (clean, c == '\r' ? '\n' : is_storable (c) ? c : REPLACEMENT);
    }
  return g_string_free (clean, FALSE);
}

/**
 * jalon_text_clean:
 * @text: bytes from anywhere
 * @length: how many, or -1 up to the first NUL
 *
 * Makes a text that the tree and a file can hold: UTF-8, LF line ends, no control characters
 * besides tab and line feed; each bad byte or character becomes U+FFFD.
 *
 * Returns: (transfer full): the clean text
 */
char *
jalon_text_clean (const char *text, gssize length)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (jalon_text_is_clean (text, length))
    return length < 0 ? g_strdup (text) : g_strndup (text, length);
  valid = g_utf8_make_valid (text, length);
  return replace_unstorable (valid);
}

static gboolean
is_plain_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

/**
 * jalon_text_fold:
 * @text: UTF-8
 *
 * Makes the form in which texts are searched: case and accents do not count ("ÉTÉ" and "ete" are
 * the same), nor do ligatures and widths (Unicode NFKD without combining marks, case-folded).
 *
 * Returns: (transfer full): the folded text
 */
char *
jalon_text_fold (const char *text)
{
  g_autofree char *cased = NULL;
  g_autofree char *decomposed = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_plain_ascii (text))
    return g_ascii_strdown (text, -1);

  cased = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (decomposed));
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_len (folded, p, g_utf8_next_char (p) - p);
  return g_string_free (folded, FALSE);
}
