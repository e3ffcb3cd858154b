/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "document/jalon-text.h"

typedef struct
{
  const char *text;
  gssize length;
  const char *clean;
} CleanCase;

/* What XML 1.0 holds is kept byte for byte; TRUST.md, T5 and T6. */
static const CleanCase kept[] = {
  { "", -1, "" },
  { "Une étape", -1, "Une étape" },
  { "tab\there\nthere", -1, "tab\there\nthere" },
  { "only the start", 4, "only" },
  { "é", 2, "é" },
  { "\x7f\xc2\x80\xc2\x84\xc2\x9f", -1, "\x7f\xc2\x80\xc2\x84\xc2\x9f" },
  { "\xc2\xa0\xc2\xad\xe2\x80\x8b\xe2\x80\xa8\xe2\x80\xa9\xef\xbb\xbf", -1,
    "\xc2\xa0\xc2\xad\xe2\x80\x8b\xe2\x80\xa8\xe2\x80\xa9\xef\xbb\xbf" },
  { "e\xcc\x81 is not \xc3\xa9", -1, "e\xcc\x81 is not \xc3\xa9" },
  { "\xef\xbf\xbd \xef\xb7\x90 \xf0\x9f\xbf\xbe", -1,
    "\xef\xbf\xbd \xef\xb7\x90 \xf0\x9f\xbf\xbe" },
  { "👩🏽‍🚀🇫🇷", -1, "👩🏽‍🚀🇫🇷" },
  { "مرحبا \xe2\x80\xae שלום", -1, "مرحبا \xe2\x80\xae שלום" },
};

static const CleanCase changed[] = {
  { "a\rb\r\nc\n\rd\r", -1, "a\nb\nc\n\nd\n" },
  { "next\xc2\x85line", -1, "next\nline" },
  { "\x01\x08\x0b\x0c\x0e\x1f", -1, "������" },
  { "\x1b[31mred", -1, "�[31mred" },
  { "a\0b", 3, "a�b" },
  { "\xef\xbf\xbe \xef\xbf\xbf", -1, "� �" },
  { "Latin-1: \xe9t\xe9", -1, "Latin-1: �t�" },
  { "cut \xe2\x82", -1, "cut ��" },
  { "é", 1, "�" },
  { "overlong \xc0\xaf", -1, "overlong ��" },
  { "surrogate \xed\xa0\x80", -1, "surrogate ���" },
  { "too far \xf4\x90\x80\x80", -1, "too far ����" },
  { "\x01 but\xc2\x85\xe2\x80\xa8\tand \n", -1, "� but\n\xe2\x80\xa8\tand \n" },
  { "\xff\r\n\xfe", -1, "�\n�" },
};

static void
check_clean (const CleanCase *cases, guint n, gboolean is_clean)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *clean = jalon_text_clean (cases[i].text, cases[i].length);
      g_autofree char *again = jalon_text_clean (clean, -1);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (again, ==, clean);
      g_assert_cmpint (jalon_text_is_clean (cases[i].text, cases[i].length), ==, is_clean);
      g_assert_true (jalon_text_is_clean (clean, -1));
    }
}

static void
test_kept (void)
{
  check_clean (kept, G_N_ELEMENTS (kept), TRUE);
}

static void
test_changed (void)
{
  check_clean (changed, G_N_ELEMENTS (changed), FALSE);
}

/* XML 1.0, production 2, but for CR and NEL, which become LF. */
static gboolean
is_kept (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x85 && c != 0xFFFE && c != 0xFFFF);
}

static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x10FFFF; c++)
    {
      char text[7] = { 0 };

      if (c >= 0xD800 && c <= 0xDFFF)
        continue;
      g_unichar_to_utf8 (c, text);
      if (jalon_text_is_clean (text, -1) != is_kept (c))
        g_error ("U+%04X is %s", c, is_kept (c) ? "refused" : "let through");
    }
}

/* What is asked of jalon_text_is_clean(), in the plainest way. */
static gboolean
is_clean_plainly (const char *text, gsize length)
{
  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_kept (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
assert_agrees (const guint8 *bytes, gsize length)
{
  /* Nothing may be read behind the end: valgrind and the sanitizer look. */
  g_autofree char *text = g_memdup2 (bytes, MAX (1, length));

  if (jalon_text_is_clean (text, length) == is_clean_plainly (text, length))
    return;
  for (gsize i = 0; i < length; i++)
    g_test_message ("%02x", bytes[i]);
  g_error ("%s wrongly", is_clean_plainly (text, length) ? "refused" : "let through");
}

/* All pairs, triples and quadruples of the bytes at which UTF-8 and XML change their mind. */
static void
test_every_edge (void)
{
  static const guint8 edges[] = { 0x00, 0x08, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x7F, 0x80, 0x8F, 0x90,
                                  0x9F, 0xA0, 0xBD, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
                                  0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF };
  const guint n = G_N_ELEMENTS (edges);

  for (guint i = 0; i < n * n * n * n; i++)
    {
      guint8 bytes[4] = { edges[i / n / n / n], edges[i / n / n % n], edges[i / n % n],
                          edges[i % n] };

      assert_agrees (bytes, 4);
      assert_agrees (bytes + 1, 3);
      assert_agrees (bytes + 2, 2);
    }
}

/* Long texts, mostly clean, with something odd somewhere. */
static void
test_anywhere (void)
{
  static const char *const pieces[] = { "a",  "plain text",       "\xc3\xa9", "\n", "\xef\xbf\xbd",
                                        "\t", "\xf0\x9f\x91\x8d", "\x7f" };

  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_agrees ((const guint8 *) text->str, text->len);
      if (text->len > 0)
        text->str[g_test_rand_int_range (0, text->len)] = g_test_rand_int_range (0, 256);
      assert_agrees ((const guint8 *) text->str, text->len);
    }
}

/* Each byte, at each place among others that are looked at together. */
static void
test_every_place (void)
{
  for (guint place = 0; place < 40; place++)
    for (guint byte = 0; byte < 256; byte++)
      {
        guint8 bytes[40];

        memset (bytes, 'x', sizeof bytes);
        bytes[place] = byte;
        assert_agrees (bytes, sizeof bytes);
      }
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Plain ASCII 1.5", "plain ascii 1.5" },
    /* Accents, composed and not */
    { "ÉTÉ", "ete" },
    { "E\xcc\x81t\xc3\xa9", "ete" },
    { "Łódź, Malmö, København, Đà Nẵng", "lodz, malmo, kobenhavn, da nang" },
    { "Ħal Għaxaq ŧ", "hal ghaxaq t" },
    /* The Turkish i: with a dot, without, and both in capitals */
    { "İstanbul ISPARTA ısparta", "istanbul isparta isparta" },
    { "Straße STRASSE STRAẞE", "strasse strasse strasse" },
    { "ﬁn ﬂow eﬀort", "fin flow effort" },
    { "Œuvre cœur Æsop dæmon", "oeuvre coeur aesop daemon" },
    /* Compatibility forms: their capitals appear only when they are taken apart */
    { "Ⅷ ㎒ ™ ℡", "viii mhz tm tel" },
    { "Ｆｕｌｌ　ｗｉｄｔｈ", "full width" },
    { "x² ½", "x2 1⁄2" },
    { "non\xc2\xa0"
      "breaking",
      "non breaking" },
    /* What nobody sees */
    { "Soft\xc2\xadhyphen zero\xe2\x80\x8dwidth", "softhyphen zerowidth" },
    { "\xe2\x80\x8f\xe2\x81\xa7right\xe2\x81\xa9", "right" },
    /* Greek: accents, final sigma */
    { "Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ" },
    { "Ёлка Йод", "елка иод" },
    /* Arabic: points, hamza, presentation forms, the stretching stroke */
    { "مَرْحَبًا", "مرحبا" },
    { "أهلا إلى", "اهلا الى" },
    { "ﻣﺮﺣﺒﺎ", "مرحبا" },
    { "مـــرحبا", "مرحبا" },
    { "שָׁלוֹם", "שלום" },
    /* Vowels of Thai and Devanagari and Japanese voicing are no accents */
    { "กิน", "กิน" },
    { "हिन्दी", "हिन्दी" },
    { "ガス", "カ\xe3\x82\x99ス" },
    { "ｶﾞｽ", "カ\xe3\x82\x99ス" },
    { "客户旅程", "客户旅程" },
    { "👍🏽", "👍🏽" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = jalon_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

/* Folding what is folded changes nothing, and the small and the capital letter fold alike. GLib
 * folds Cherokee to capitals one way and to small letters the other. */
static void
test_fold_every_character (void)
{
  for (gunichar c = 1; c <= 0x10FFFF; c++)
    {
      char text[7] = { 0 };
      char capital[7] = { 0 };
      g_autofree char *folded = NULL;
      g_autofree char *again = NULL;
      g_autofree char *folded_capital = NULL;

      if (!g_unichar_validate (c) || g_unichar_get_script (c) == G_UNICODE_SCRIPT_CHEROKEE)
        continue;
      g_unichar_to_utf8 (c, text);
      g_unichar_to_utf8 (g_unichar_toupper (c), capital);
      folded = jalon_text_fold (text);
      again = jalon_text_fold (folded);
      folded_capital = jalon_text_fold (capital);

      /* The iota below: an accent as a small letter, a letter as a capital */
      if (strcmp (folded, again) != 0 || (c != 0x0345 && strcmp (folded, folded_capital) != 0))
        g_error ("U+%04X %s folds to %s, that to %s, and its capital to %s", c, text, folded, again,
                 folded_capital);
    }
}

/* What is told of a file has no effect on a window or a terminal. */
static void
test_message (void)
{
  static const struct
  {
    const char *text;
    gsize max;
    const char *message;
  } cases[] = {
    { "", 9, "" },
    { "« été »", 7, "« été »" },
    { "« été »", 6, "« été …" },
    { "two\nlines\r\n", 99, "two lines  " },
    { "\x1b[31mred \x7f", 99, " [31mred  " },
    { "\xc2\x9b"
      "31m \xc2\x85",
      99, " 31m  " },
    { "a\xe2\x80\xae"
      "gnp.exe\xe2\x81\xa9",
      99, "a gnp.exe " },
    { "line\xe2\x80\xa8para\xe2\x80\xa9", 99, "line para " },
    { "Latin-1: \xe9", 99, "Latin-1: �" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = jalon_text_to_message (cases[i].text, cases[i].max);

      g_assert_cmpstr (message, ==, cases[i].message);
    }
}

/* Every byte counts, wherever it stands, and the length. */
static void
test_hash (void)
{
  const char *const texts[] = { "",          "a",         "b",          "ab",         "ba",
                                "1234567",   "12345678",  "123456789",  "023456789",  "123456780",
                                "Az",        "BY",        "AzAzAzAzAz", "BYAzAzAzAz", "AzAzAzAzBY",
                                "aaaaaaaaa", "aaaaaaaaaa" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *copy = g_strdup (texts[i]);

      g_assert_cmpuint (jalon_text_hash (texts[i]), ==, jalon_text_hash (copy));
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (jalon_text_hash (texts[i]), !=, jalon_text_hash (texts[j]));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/text/kept", test_kept);
  g_test_add_func ("/document/text/changed", test_changed);
  g_test_add_func ("/document/text/every-character", test_every_character);
  g_test_add_func ("/document/text/every-edge", test_every_edge);
  g_test_add_func ("/document/text/anywhere", test_anywhere);
  g_test_add_func ("/document/text/every-place", test_every_place);
  g_test_add_func ("/document/text/message", test_message);
  g_test_add_func ("/document/text/fold", test_fold);
  g_test_add_func ("/document/text/fold-every-character", test_fold_every_character);
  g_test_add_func ("/document/text/hash", test_hash);
  return g_test_run ();
}
