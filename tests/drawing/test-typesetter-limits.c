/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-typesetter-private.h"

#define FAMILY "👩‍👩‍👧‍👦"

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* Texts that would keep Pango busy for minutes or be higher than any sheet; TRUST.md, T2, T4, T9 */
static void
test_extremes (void)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  g_autofree char *words = repeat ("word ", 200000);
  g_autofree char *word = repeat ("w", 1000000);
  g_autofree char *lines = repeat ("\n", 100000);
  g_autofree char *accents = repeat ("\u0301", 10000);
  g_autofree char *joiners = repeat ("👩\u200d", 30000);
  const char *texts[] = { words, word, lines, accents, joiners };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JalonParagraph) paragraph =
        jalon_typesetter_set (typesetter, texts[i], JALON_TEXT_BODY, 100, JALON_ALIGN_START);
      PangoLayout *layout = jalon_paragraph_get_layout (paragraph);
      const char *drawn = pango_layout_get_text (layout);

      g_assert_cmpint (g_utf8_strlen (drawn, -1), <=, JALON_TEXT_MAX_CHARS + 10);
      g_assert_cmpint (pango_layout_get_line_count (layout), <=, JALON_TEXT_MAX_LINES);
      g_assert_cmpfloat (jalon_paragraph_get_width (paragraph), <=, 100 + 0.01);
      g_assert_true (jalon_paragraph_get_text (paragraph) != drawn);
      g_assert_cmpstr (jalon_paragraph_get_text (paragraph), ==, texts[i]);
    }
}

static void
test_ellipsis (void)
{
  g_autofree char *fits = repeat ("a", JALON_TEXT_MAX_CHARS);
  g_autofree char *longer = repeat ("ab ", JALON_TEXT_MAX_CHARS);
  g_autofree char *accents = repeat ("e\u0301", JALON_TEXT_MAX_CHARS);
  g_autofree char *families = repeat (FAMILY, JALON_TEXT_MAX_CHARS);
  g_autofree char *whole = jalon_text_prepare (fits);
  g_autofree char *shortened = jalon_text_prepare (longer);
  g_autofree char *accented = jalon_text_prepare (accents);
  g_autofree char *related = jalon_text_prepare (families);

  g_assert_false (g_str_has_suffix (whole, "…"));
  g_assert_true (g_str_has_suffix (shortened, "b a…"));
  g_assert_cmpint (g_utf8_strlen (shortened, -1), <=, JALON_TEXT_MAX_CHARS + 1);
  /* Whole letters only */
  g_assert_true (g_str_has_suffix (accented, "e\u0301…"));
  g_assert_true (g_str_has_suffix (related, FAMILY "…"));
}

static void
test_preparation (void)
{
  g_autofree char *many = repeat ("\u0301", 500);
  g_autofree char *base = g_strconcat ("e", many, "x", NULL);
  g_autofree char *accents = jalon_text_prepare (base);
  g_autofree char *tabs = jalon_text_prepare ("a\tb\nc");
  g_autofree char *controls = jalon_text_prepare ("\u2066a\xc2\x85"
                                                  "b\x1c\x1d\x1e\rc");
  g_autofree char *broken = jalon_text_prepare ("a\xff\xe2\x82");
  g_autofree char *word = repeat ("w", JALON_TEXT_MAX_WORD + 10);
  g_autofree char *cut = jalon_text_prepare (word);

  g_assert_cmpint (g_utf8_strlen (accents, -1), ==, 2 + JALON_TEXT_MAX_MARKS);
  g_assert_true (g_str_has_suffix (accents, "x"));
  g_assert_cmpstr (tabs, ==, "a b\nc");
  g_assert_cmpstr (controls, ==, "\u2066a\nb    c");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_cmpint (strlen (cut), ==, JALON_TEXT_MAX_WORD + 10 + strlen ("\u200b"));
}

/* Drawn text is never longer than it may be, and always valid, whatever comes in. */
static void
test_preparation_property (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *prepared = NULL;
      guint n = g_test_rand_int_range (0, 3000);

      for (guint i = 0; i < n; i++)
        {
          static const gunichar kinds[] = { 'a',     ' ',   '\n',  '\t',  0x301,  0x200D,
                                            0x1F469, 0x5D0, 0x627, 0xE01, 0x4E2D, 0xAD };

          g_string_append_unichar (text, kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
        }
      prepared = jalon_text_prepare (text->str);
      g_assert_true (g_utf8_validate (prepared, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (prepared, -1), <=, JALON_TEXT_MAX_CHARS + 3);
      g_assert_null (strchr (prepared, '\t'));
    }
}

/* Directions, isolates and ends of paragraphs in any order: FriBidi 1.0.8 crashes on some. */
static void
test_directions (void)
{
  static const gunichar kinds[] = { 'a',    ' ',    '1',    '\n',   0x2066, 0x2067,
                                    0x2068, 0x2069, 0x202A, 0x202E, 0x202C, 0x5D0,
                                    0x627,  0x2028, 0x2029, 0x85,   0x1C };
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (JalonParagraph) paragraph = NULL;

      for (int i = g_test_rand_int_range (1, 60); i > 0; i--)
        g_string_append_unichar (text, kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
      paragraph = jalon_typesetter_set (typesetter, text->str, JALON_TEXT_BODY, 60,
                                        JALON_ALIGN_START);
      g_assert_cmpfloat (jalon_paragraph_get_height (paragraph), >, 0);
    }
}

/* A French quotation mark is not alone on its line, whatever blank somebody has typed inside. */
static void
test_quotes (void)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  static const struct
  {
    const char *text;
    const char *lines; /* with a bar between */
  } cases[] = {
    { "Demande « encore »", "Demande |« encore »" },
    { "Demande l’« encore »", "Demande |l’« encore »" },
    { "Demande (‹ encore ›)", "Demande |(‹ encore ›)" },
    { "« Encore » une histoire », non », « oui »",
      "« Encore » |une |histoire », |non », |« oui »" },
    { "Sie ruft »Komm!« und geht »fort«", "Sie ruft |»Komm!« |und geht |»fort«" },
    { "Demande «", "Demande «" },
    { "» encore", "» encore" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonParagraph) paragraph =
        jalon_typesetter_set (typesetter, cases[i].text, JALON_TEXT_BODY, 78, JALON_ALIGN_START);
      PangoLayout *layout = jalon_paragraph_get_layout (paragraph);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (int j = 0; j < pango_layout_get_line_count (layout); j++)
        {
          PangoLayoutLine *line = pango_layout_get_line_readonly (layout, j);

          if (j > 0)
            g_string_append_c (lines, '|');
          g_string_append_len (lines, cases[i].text + line->start_index, line->length);
        }
      g_assert_cmpstr (lines->str, ==, cases[i].lines);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typesetter-limits/extremes", test_extremes);
  g_test_add_func ("/typesetter-limits/ellipsis", test_ellipsis);
  g_test_add_func ("/typesetter-limits/preparation", test_preparation);
  g_test_add_func ("/typesetter-limits/directions", test_directions);
  g_test_add_func ("/typesetter-limits/quotes", test_quotes);
  g_test_add_func ("/typesetter-limits/preparation-property", test_preparation_property);

  return g_test_run ();
}
