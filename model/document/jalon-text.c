/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-text.h"

#include <sys/random.h>

#define REPLACEMENT 0xFFFD
#define NEXT_LINE 0x85

/* What XML 1.0 can hold (W3C, Extensible Markup Language 1.0, production 2), less the line ends
 * that become LF: CR, and NEL, at which FriBidi 1.0.8 crashes inside an isolate, in any widget. */
static inline gboolean
is_storable (gunichar c)
{
  return c >= 0x20 ? c != NEXT_LINE && c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n';
}

/* Bytes that are looked at together; those beyond ASCII are negative. */
#define N_TOGETHER 16
typedef gint8 Together __attribute__ ((vector_size (N_TOGETHER)));

/* How many of the bytes at @p, from the first, are from U+0020 to U+007F or line feeds. */
static inline gsize
count_plain (const guchar *p)
{
  Together bytes;
  guint64 others[2];

  memcpy (&bytes, p, N_TOGETHER);
  bytes = (bytes < 0x20) & (bytes != '\n');
  memcpy (others, &bytes, N_TOGETHER);
  if (others[0] != 0)
    return __builtin_ctzll (GUINT64_FROM_LE (others[0])) / 8;
  return others[1] != 0 ? 8 + __builtin_ctzll (GUINT64_FROM_LE (others[1])) / 8 : N_TOGETHER;
}

static inline gboolean
is_continued (const guchar *p, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if ((p[i] & 0xC0) != 0x80)
      return FALSE;
  return TRUE;
}

/* The bytes of the character beyond ASCII at @p, with @left to the end: 0 if it is no UTF-8 (The
 * Unicode Standard 15, table 3-7) or could not be stored. */
static gsize
get_length (const guchar *p, gsize left)
{
  if (p[0] < 0xC2 || p[0] > 0xF4)
    return 0;
  if (p[0] < 0xE0)
    return left >= 2 && is_continued (p, 2) && !(p[0] == 0xC2 && p[1] == NEXT_LINE) ? 2 : 0;
  if (p[0] < 0xF0)
    {
      if (left < 3 || !is_continued (p, 3) || (p[0] == 0xE0 && p[1] < 0xA0) ||
          (p[0] == 0xED && p[1] >= 0xA0))
        return 0;
      return p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE ? 0 : 3;
    }
  if (left < 4 || !is_continued (p, 4) || (p[0] == 0xF0 && p[1] < 0x90) ||
      (p[0] == 0xF4 && p[1] >= 0x90))
    return 0;
  return 4;
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
  const guchar *p = (const guchar *) text;
  const guchar *end = p + (length < 0 ? strlen (text) : (gsize) length);

  while (p < end)
    {
      gsize n = end - p >= N_TOGETHER ? count_plain (p) : 0;

      if (n == 0)
        n = *p >= 0x80 ? get_length (p, end - p) : is_storable (*p) ? 1 : 0;
      if (n == 0)
        return FALSE;
      p += n;
    }
  return TRUE;
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
      if (c == '\r' || c == NEXT_LINE)
        c = '\n';
      g_string_append_unichar (clean, is_storable (c) ? c : REPLACEMENT);
    }
  return g_string_free (clean, FALSE);
}

/**
 * jalon_text_clean:
 * @text: bytes from anywhere
 * @length: how many, or -1 up to the first NUL
 *
 * Makes a text that the tree and a file can hold: UTF-8, LF line ends, nothing that XML 1.0 has no
 * place for (control characters below U+0020 besides tab and line feed, U+FFFE, U+FFFF); each bad
 * byte or character becomes U+FFFD. All else stays as it was typed.
 *
 * Returns: (transfer full): the clean text
 */
char *
jalon_text_clean (const char *text, gssize length)
{
  gsize n = text != NULL && length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (jalon_text_is_clean (text, n))
    {
      char *copy = g_malloc (n + 1);

      memcpy (copy, text, n);
      copy[n] = '\0';
      return copy;
    }
  valid = g_utf8_make_valid (text, length);
  return replace_unstorable (valid);
}

/* Letters that Unicode does not take apart, and what people type who have no key for them. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00E6, "ae" }, { 0x00F8, "o" }, { 0x0111, "d" },  { 0x0127, "h" },
  { 0x0131, "i" },  { 0x0142, "l" }, { 0x0153, "oe" }, { 0x0167, "t" },
};

/* Accents, Hebrew and Arabic points, by their Unicode combining class. Other marks are letters to
 * those who read them: vowels in Thai and Devanagari, voicing in Japanese. */
static gboolean
is_accent (gunichar c)
{
  int class = g_unichar_combining_class (c);

  return class >= 200 || (class >= 10 && class <= 35);
}

/* Soft hyphens, joiners, marks of direction, and the stroke that stretches Arabic words. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x0640 || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
append_plain (GString *folded, gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == c)
      {
        g_string_append (folded, plain_letters[i].plain);
        return;
      }
  g_string_append_unichar (folded, c);
}

/* Folds @length bytes without ASCII; the letter before an accent may be elsewhere. */
static void
append_folded (GString *folded, const char *text, gsize length)
{
  g_autofree char *decomposed = g_utf8_normalize (text, length, G_NORMALIZE_ALL);
  g_autofree char *cased = NULL;
  char *end = decomposed;

  for (char *p = decomposed; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gsize n = g_utf8_next_char (p) - p;

      if (!is_accent (c) && !is_invisible (c))
        {
          memmove (end, p, n);
          end += n;
        }
      p += n;
    }
  cased = g_utf8_casefold (decomposed, end - decomposed);
  for (const char *p = cased; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (folded, g_utf8_get_char (p));
}

/**
 * jalon_text_fold:
 * @text: UTF-8
 *
 * Makes the form in which texts are searched: case and accents do not count ("ÉTÉ" and "ete" are
 * the same), nor do ligatures, widths and what nobody sees. Unicode NFKD without accents,
 * case-folded (The Unicode Standard 15, 3.13), the same in every locale.
 *
 * Returns: (transfer full): the folded text
 */
char *
jalon_text_fold (const char *text)
{
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      const char *end = text;

      while ((guchar) *end >= 0x80)
        end++;
      if (end > text)
        append_folded (folded, text, end - text);
      for (text = end; *text != '\0' && (guchar) *text < 0x80; text++)
        g_string_append_c (folded, g_ascii_tolower (*text));
    }
  return g_string_free (folded, FALSE);
}

/* What terminals take for commands, and what would turn the words around it: The Unicode Standard
 * 15, 23.1 and 23.2. */
static gboolean
is_command (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * jalon_text_to_message:
 * @text: bytes from anywhere
 * @max: the most characters that are shown
 *
 * Makes words of a file, or a message that quotes them, fit for a window and a terminal: one line
 * of UTF-8 in which nothing has an effect.
 *
 * Returns: (transfer full): the beginning of @text
 */
char *
jalon_text_to_message (const char *text, gsize max)
{
  g_autofree char *valid = NULL;
  GString *message;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  message = g_string_new (NULL);
  for (p = valid; *p != '\0' && max > 0; p = g_utf8_next_char (p), max--)
    g_string_append_unichar (message, is_command (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  if (*p != '\0')
    g_string_append (message, "…");
  return g_string_free (message, FALSE);
}

/* Random for each process. */
typedef struct
{
  guint64 start;
  guint32 low;
  guint32 high;
} HashKey;

static gpointer
make_hash_key (gpointer data)
{
  HashKey *key = g_new (HashKey, 1);

  if (getentropy (key, sizeof *key) != 0)
    g_error ("The system has no random numbers: %s", g_strerror (errno));
  return key;
}

/* Multiplies the halves of a word, each with its key (NH, in UMAC by Black, Halevi, Krawczyk,
 * Krovetz and Rogaway, 1999): @hash with @n more bytes at @p, eight at most. */
static inline guint64
mix (guint64 hash, const char *p, gsize n, const HashKey *key)
{
  guint64 word = 0;

  memcpy (&word, p, n);
  word ^= hash;
  return (guint64) ((guint32) word + key->low) * ((guint32) (word >> 32) + key->high);
}

/**
 * jalon_text_hash:
 * @text: a text
 *
 * The hash for tables of what files contain, with g_str_equal(). Nobody can know how it comes out:
 * of g_str_hash() one can, and write a file with forty thousand ids that all have the same, which
 * takes half a minute to read.
 *
 * Returns: the hash, another in each process
 */
guint
jalon_text_hash (gconstpointer text)
{
  static GOnce once = G_ONCE_INIT;
  const HashKey *key = g_once (&once, make_hash_key, NULL);
  const char *start = text;
  gsize length = strlen (start);
  guint64 hash = key->start ^ length;

  for (gsize i = 0; i + 8 < length; i += 8)
    hash = mix (hash, start + i, 8, key);
  hash = length < 8 ? mix (hash, start, length, key) : mix (hash, start + length - 8, 8, key);
  return (guint) (hash ^ hash >> 32);
}
