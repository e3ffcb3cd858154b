/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-terms-private.h"

/* A catalogue by hand: GNU gettext manual, "The Format of GNU MO Files" */
typedef struct
{
  const char *english;
  gsize english_size;
  const char *word;
  gsize word_size;
} Message;

#define MESSAGE(english, word)                                                                     \
  {                                                                                                \
    english, sizeof (english) - 1, word, sizeof (word) - 1                                         \
  }

static const Message messages[] = {
  MESSAGE ("", "Language: fr\n"),     MESSAGE ("One stage\0%u stages", "Une étape\0%u étapes"),
  MESSAGE ("Stage", "Étape"),         MESSAGE ("Unknown", ""),
  MESSAGE ("menu\004Open", "Ouvrir"),
};

static void
append (GByteArray *bytes, gsize number, gboolean swapped)
{
  guint32 value = swapped ? GUINT32_SWAP_LE_BE ((guint32) number) : (guint32) number;

  g_byte_array_append (bytes, (const guint8 *) &value, sizeof value);
}

static GBytes *
make_catalogue (gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  const gsize n = G_N_ELEMENTS (messages);
  gsize offset = 28 + 16 * n;

  append (bytes, 0x950412DE, swapped);
  append (bytes, 0, swapped);
  append (bytes, n, swapped);
  append (bytes, 28, swapped);
  append (bytes, 28 + 8 * n, swapped);
  append (bytes, 0, swapped);
  append (bytes, 0, swapped);
  for (gsize i = 0; i < n; i++)
    {
      append (bytes, messages[i].english_size, swapped);
      append (bytes, offset, swapped);
      offset += messages[i].english_size + 1;
    }
  for (gsize i = 0; i < n; i++)
    {
      append (bytes, messages[i].word_size, swapped);
      append (bytes, offset, swapped);
      offset += messages[i].word_size + 1;
    }
  for (gsize i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].english, messages[i].english_size + 1);
  for (gsize i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].word, messages[i].word_size + 1);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_catalogue (void)
{
  for (int swapped = FALSE; swapped <= TRUE; swapped++)
    {
      g_autoptr (GBytes) bytes = make_catalogue (swapped);
      g_autoptr (GHashTable) words = jalon_mo_read (bytes);

      g_assert_cmpuint (g_hash_table_size (words), ==, 3);
      g_assert_cmpstr (g_hash_table_lookup (words, "Stage"), ==, "Étape");
      g_assert_cmpstr (g_hash_table_lookup (words, "One stage"), ==, "Une étape");
      g_assert_cmpstr (g_hash_table_lookup (words, "menu\004Open"), ==, "Ouvrir");
      g_assert_null (g_hash_table_lookup (words, ""));
      g_assert_null (g_hash_table_lookup (words, "Unknown"));
    }
}

/* Reads a copy of exactly @length bytes, so that a sanitizer sees any look beyond, and looks at all
 * that came of it. */
static guint
read_copy (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (data, length), length);
  g_autoptr (GHashTable) words = jalon_mo_read (bytes);
  const char *start = g_bytes_get_data (bytes, NULL);
  GHashTableIter iter;
  gpointer english;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &english, &word))
    {
      g_assert_true ((char *) english >= start && (char *) word >= start);
      g_assert_true ((char *) english + strlen (english) < start + length);
      g_assert_true ((char *) word + strlen (word) < start + length);
    }
  return g_hash_table_size (words);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = make_catalogue (FALSE);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (read_copy (data, length), ==, 3);
  for (gsize i = 0; i < length; i++)
    g_assert_cmpuint (read_copy (data, i), <, 4);
  g_assert_cmpuint (read_copy (data, 27), ==, 0);
}

/* One to four bytes changed, anywhere but more often in the numbers at the start */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = make_catalogue (FALSE);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (guint round = 0; round < 20000; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);

      for (int i = g_test_rand_int_range (1, 5); i > 0; i--)
        copy[g_test_rand_int_range (0, g_test_rand_bit () ? (int) length : 108)] =
          (guint8) g_test_rand_int_range (0, 256);
      read_copy (copy, length);
    }
}

static void
test_not_catalogues (void)
{
  static const char huge[] = "\xde\x12\x04\x95\0\0\0\0\xff\xff\xff\xff\x1c\0\0\0\xf0\xff\xff\xff"
                             "\0\0\0\0\0\0\0\0";

  g_assert_cmpuint (read_copy ((const guint8 *) "", 0), ==, 0);
  g_assert_cmpuint (read_copy ((const guint8 *) "msgid \"Stage\" msgstr \"Étape\"", 29), ==, 0);
  g_assert_cmpuint (read_copy ((const guint8 *) huge, sizeof huge - 1), ==, 0);
}

/* Words of FIELD.md, section 4, as the built-in translations have them */
static void
test_languages (void)
{
  static const struct
  {
    JalonLanguage language;
    const char *english;
    const char *word;
  } cases[] = {
    { JALON_LANGUAGE_EN, "Stage", "Stage" },
    { JALON_LANGUAGE_FR, "Stage", "Étape" },
    { JALON_LANGUAGE_ID, "Stage", "Tahap" },
    { JALON_LANGUAGE_EN, "no such word", "no such word" },
    { JALON_LANGUAGE_FR, "no such word", "no such word" },
    { JALON_LANGUAGE_FR, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonTerms) terms = jalon_terms_new (cases[i].language);

      g_assert_cmpstr (jalon_terms_get (terms, cases[i].english), ==, cases[i].word);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terms/catalogue", test_catalogue);
  g_test_add_func ("/terms/truncated", test_truncated);
  g_test_add_func ("/terms/damaged", test_damaged);
  g_test_add_func ("/terms/not-catalogues", test_not_catalogues);
  g_test_add_func ("/terms/languages", test_languages);

  return g_test_run ();
}
