/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "document/jalon-error.h"
#include "document/jalon-field.h"
#include "document/jalon-text.h"

typedef struct
{
  JalonKind kind;
  JalonFieldId field;
  const char *text;
  const char *canonical; /* NULL: refused */
} Case;

#define SHARE JALON_KIND_PERSONA, JALON_FIELD_SHARE  /* a number from 0 to 100 */
#define SPEND JALON_KIND_METRIC, JALON_FIELD_SPEND   /* a number from 0 to 1e12 */
#define SCORE JALON_KIND_SCORE, JALON_FIELD_VALUE    /* a number from −2 to 2, 0 if unset */
#define SPAN JALON_KIND_CARD, JALON_FIELD_SPAN       /* an integer from 1, 1 if unset */
#define PEOPLE JALON_KIND_SOURCE, JALON_FIELD_PEOPLE /* an integer from 0 */
#define FLAG JALON_KIND_STEP, JALON_FIELD_MOMENT_OF_TRUTH
#define PHASE JALON_KIND_STAGE, JALON_FIELD_PHASE                /* before if unset */
#define RING JALON_KIND_STAKEHOLDER, JALON_FIELD_RING            /* interesting if unset */
#define DESIRED JALON_KIND_STAKEHOLDER, JALON_FIELD_DESIRED_RING /* may be left open */
#define COLOUR JALON_KIND_TAG, JALON_FIELD_COLOUR
#define DATE JALON_KIND_SOURCE, JALON_FIELD_DATE
#define COUNTS JALON_KIND_METRIC, JALON_FIELD_COUNTS
#define LANE JALON_KIND_CARD, JALON_FIELD_LANE
#define TAGS JALON_KIND_CARD, JALON_FIELD_TAGS
#define DATA JALON_KIND_IMAGE, JALON_FIELD_DATA
#define TITLE JALON_KIND_STEP, JALON_FIELD_TITLE /* one line */
#define TEXT JALON_KIND_CARD, JALON_FIELD_TEXT   /* paragraphs */
#define EXTRA JALON_KIND_CARD, JALON_FIELD_EXTRA /* raw */

static const Case numbers[] = {
  { SHARE, "", "" },
  { SHARE, NULL, "" },
  { SHARE, "0", "0" },
  { SHARE, "-0", "0" },
  { SHARE, "-0.0e3", "0" },
  { SHARE, "1e-999", "0" },
  { SHARE, "100", "100" },
  { SHARE, "100.000", "100" },
  { SHARE, "1e2", "100" },
  { SHARE, "+12.50", "12.5" },
  { SHARE, ".5", "0.5" },
  { SHARE, "0.30000000000000004", "0.3" },
  { SHARE, "33.3333333333333", "33.3333333333333" },
  { SPEND, "123456789012.34", "123456789012.34" },
  { SPEND, "1e12", "1000000000000" },
  { SCORE, "-2", "-2" },
  { SCORE, "0", "" },
  { SCORE, "-0", "" },
  { SCORE, "0.00", "" },
  { SHARE, "100.1", NULL },
  { SHARE, "-0.1", NULL },
  { SHARE, "1e308", NULL },
  { SHARE, "1e309", NULL },
  { SHARE, "-1e309", NULL },
  { SHARE, "nan", NULL },
  { SHARE, "NaN", NULL },
  { SHARE, "inf", NULL },
  { SHARE, "Infinity", NULL },
  { SHARE, "0x10", NULL },
  { SHARE, "1,5", NULL },
  { SHARE, "1.5.2", NULL },
  { SHARE, "1.", NULL },
  { SHARE, ".", NULL },
  { SHARE, "e", NULL },
  { SHARE, "1e", NULL },
  { SHARE, "+", NULL },
  { SHARE, "--1", NULL },
  { SHARE, "1-2", NULL },
  { SHARE, "5abc", NULL },
  { SHARE, " 5", NULL },
  { SHARE, "5 ", NULL },
  { SHARE, "５", NULL },
  { SHARE, "٥", NULL },
};

static const Case integers[] = {
  { SPAN, "1", "" },
  { SPAN, "1.0", "" },
  { SPAN, "2", "2" },
  { SPAN, "+2", "2" },
  { SPAN, "002", "2" },
  { SPAN, "1e2", "100" },
  { SPAN, "1000", "1000" },
  { PEOPLE, "0", "0" },
  { PEOPLE, "1000000000", "1000000000" },
  { PEOPLE, "1e9", "1000000000" },
  { SPAN, "0", NULL },
  { SPAN, "-1", NULL },
  { SPAN, "1001", NULL },
  { SPAN, "1.5", NULL },
  { SPAN, "two", NULL },
  { PEOPLE, "1000000001", NULL },
};

static const Case words[] = {
  { FLAG, "yes", "yes" },
  { FLAG, "no", "" },
  { FLAG, "Yes", NULL },
  { FLAG, "true", NULL },
  { FLAG, "1", NULL },
  { PHASE, "before", "" },
  { PHASE, "after", "after" },
  { PHASE, "After", NULL },
  { PHASE, "late", NULL },
  { RING, "interesting", "" },
  { RING, "essential", "essential" },
  { DESIRED, "", "" },
  { DESIRED, "essential", "essential" },
  { COLOUR, "mint", "mint" },
  { COLOUR, "plain", "plain" },
  { COLOUR, "#0f8B8d", "#0f8b8d" },
  { COLOUR, "Mint", NULL },
  { COLOUR, "red;x", NULL },
  { COLOUR, "#12", NULL },
  { COLOUR, "#12345g", NULL },
  { COLOUR, "#1234567", NULL },
  { COLOUR, "url(javascript:alert(1))", NULL },
  { DATE, "2026-03-31", "2026-03-31" },
  { DATE, "2024-02-29", "2024-02-29" },
  { DATE, "0001-01-01", "0001-01-01" },
  { DATE, "9999-12-31", "9999-12-31" },
  { DATE, "2023-02-29", NULL },
  { DATE, "2024-02-30", NULL },
  { DATE, "2024-13-01", NULL },
  { DATE, "2024-00-01", NULL },
  { DATE, "2024-01-00", NULL },
  { DATE, "0000-01-01", NULL },
  { DATE, "99999-01-01", NULL },
  { DATE, "2024-1-1", NULL },
  { DATE, "2024-01-1", NULL },
  { DATE, "2024-01-001", NULL },
  { DATE, "+024-01-01", NULL },
  { DATE, " 024-01-01", NULL },
  { DATE, "2024-+1-01", NULL },
  { DATE, "2024/01/01", NULL },
  { DATE, "31.03.2026", NULL },
  { DATE, "2024-01-01 ", NULL },
};

static const Case lists[] = {
  { COUNTS, "1 2 3", "1 2 3" },
  { COUNTS, "  1\t2\n3\r\n", "1 2 3" },
  { COUNTS, "0 007 0", "0 7 0" },
  { COUNTS, "   ", "" },
  { COUNTS, "999999999", "999999999" },
  { COUNTS, "1000000000", NULL },
  { COUNTS, "1 -2", NULL },
  { COUNTS, "1 2.5", NULL },
  { COUNTS, "1,2", NULL },
  { LANE, "k3jd7q2mxw4z", "k3jd7q2mxw4z" },
  { LANE, "two ids", NULL },
  { LANE, "é", NULL },
  { TAGS, "one two", "one two" },
  { TAGS, " one  two\none ", "one two" },
  { TAGS, "one two!", NULL },
  { TAGS, "01234567890123456789012345678901234567890123456789012345678901234", NULL },
};

static const Case data[] = {
  { DATA, "AAAA", "AAAA" }, { DATA, "AA==", "AA==" },
  { DATA, "AAA=", "AAA=" }, { DATA, " A A\nA\tA\r\n", "AAAA" },
  { DATA, "+/z9", "+/z9" }, { DATA, " \n", "" },
  { DATA, "A", NULL },      { DATA, "AAAAA", NULL },
  { DATA, "A===", NULL },   { DATA, "====", NULL },
  { DATA, "A=AA", NULL },   { DATA, "AA=A", NULL },
  { DATA, "-_AA", NULL },   { DATA, "AAA\xff", NULL },
};

static const Case texts[] = {
  { TITLE, "Recherche", "Recherche" },
  { TITLE, " blanks stay ", " blanks stay " },
  { TITLE, "two\nlines\tand\r\na tab", "two lines and a tab" },
  { TITLE, "the\u2028separators\u2029of Unicode’s own", "the separators of Unicode’s own" },
  { TITLE, "\x1b\xff", "��" },
  { TEXT, "two\nlines\tand\r\na tab", "two\nlines\tand\na tab" },
  { TEXT, "the\u2028separators\u2029of Unicode", "the\u2028separators\u2029of Unicode" },
  { TEXT, "<b>&amp;", "<b>&amp;" },
  { EXTRA, "x=\"1\"", "x=\"1\"" },
};

/* Whatever is taken is canonical and stays itself; whatever is refused says which field it is. */
static void
check (const Case *c)
{
  const JalonField *field = jalon_kind_get_field (c->kind, c->field);
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = jalon_field_canonicalize (field, c->text, &error);
  g_autofree char *again = NULL;

  g_assert_cmpstr (canonical, ==, c->canonical);
  if (canonical == NULL)
    {
      g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, field->label ? field->label : field->name));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      return;
    }
  g_assert_no_error (error);
  if (c->text != NULL && jalon_text_is_clean (c->text, -1) &&
      jalon_field_is_canonical (field, c->text, strlen (c->text)))
    g_assert_cmpstr (canonical, ==, c->text);
  again = jalon_field_canonicalize (field, canonical, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, canonical);
}

#define TEST_TABLE(NAME)                                                                           \
  static void test_##NAME (void)                                                                   \
  {                                                                                                \
    for (guint i = 0; i < G_N_ELEMENTS (NAME); i++)                                                \
      check (&NAME[i]);                                                                            \
  }

/* What is not known to be canonical only takes longer; these are what files are made of. */
static void
test_is_canonical (void)
{
  static const Case cases[] = {
    { SHARE, "40", "" },
    { SPAN, "2", "" },
    { SCORE, "-2", "" },
    { PHASE, "after", "" },
    { COLOUR, "sky", "" },
    { TITLE, "é…", "" },
    { TEXT, "a\n\tb", "" },
    { SHARE, "101", NULL },
    { PHASE, "elsewhere", NULL },
    { TITLE, "\t", NULL },
    { TITLE, "\u2028", NULL },
    { TITLE, "\u2029", NULL },
    { TEXT, "\r", NULL },
    /* Fallbacks are not kept. */
    { SPAN, "1", NULL },
    { PHASE, "before", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JalonField *field = jalon_kind_get_field (cases[i].kind, cases[i].field);
      gboolean is_canonical = jalon_field_is_canonical (field, cases[i].text,
                                                        strlen (cases[i].text));

      g_assert_cmpint (is_canonical, ==, cases[i].canonical != NULL);
    }
}

TEST_TABLE (numbers)
TEST_TABLE (integers)
TEST_TABLE (words)
TEST_TABLE (lists)
TEST_TABLE (data)
TEST_TABLE (texts)

static char *
repeat (const char *text, gsize times)
{
  GString *repeated = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append (repeated, text);
  return g_string_free (repeated, FALSE);
}

static void
test_lengths (void)
{
  static const struct
  {
    JalonKind kind;
    JalonFieldId field;
    const char *unit;
    gsize most;
  } cases[] = {
    { TITLE, "x", JALON_TEXT_MAX },       { TEXT, "\xc3\xa9", JALON_TEXT_MAX / 2 },
    { TEXT, "\xff", JALON_TEXT_MAX / 3 }, /* each becomes three bytes */
    { EXTRA, "x", JALON_DATA_MAX },       { DATA, "AAAA", JALON_DATA_MAX / 4 },
    { COUNTS, "1 ", JALON_COUNTS_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JalonField *field = jalon_kind_get_field (cases[i].kind, cases[i].field);
      g_autofree char *longest = repeat (cases[i].unit, cases[i].most);
      g_autofree char *too_long = repeat (cases[i].unit, cases[i].most + 1);
      g_autofree char *canonical = jalon_field_canonicalize (field, longest, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (canonical);
      g_assert_null (jalon_field_canonicalize (field, too_long, &error));
      g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
      g_assert_cmpuint (strlen (error->message), <, 400);
    }
}

static void
test_references_are_bounded (void)
{
  const JalonField *field = jalon_kind_get_field (TAGS);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *canonical = NULL;

  for (guint i = 0; i < JALON_REFERENCES_MAX; i++)
    g_string_append_printf (ids, "id%u ", i);
  canonical = jalon_field_canonicalize (field, ids->str, NULL);
  g_assert_cmpuint (strlen (canonical), ==, ids->len - 1);
  g_string_append (ids, "more");
  g_assert_null (jalon_field_canonicalize (field, ids->str, NULL));
}

static void
test_message (void)
{
  const JalonField *share = jalon_kind_get_field (SHARE);
  const JalonField *score = jalon_kind_get_field (SCORE);
  const JalonField *width = jalon_kind_get_field (JALON_KIND_IMAGE, JALON_FIELD_WIDTH);
  g_autofree char *text = repeat ("é\n", 50);
  g_autoptr (GError) range = NULL;
  g_autoptr (GError) minus = NULL;
  g_autoptr (GError) name = NULL;
  g_autoptr (GError) long_text = NULL;

  g_assert_null (jalon_field_canonicalize (share, "101", &range));
  g_assert_cmpstr (range->message, ==,
                   "Share of the base (%): “101” is not a number from 0 to 100");
  g_assert_null (jalon_field_canonicalize (score, "-3", &minus));
  g_assert_cmpstr (minus->message, ==, "Value: “-3” is not a number from −2 to 2");
  g_assert_null (jalon_field_canonicalize (width, "0.5", &name));
  g_assert_cmpstr (name->message, ==, "width: “0.5” is not a whole number from 1 to 8192");
  g_assert_null (jalon_field_canonicalize (share, text, &long_text));
  g_assert_nonnull (strstr (long_text->message, "“é é é"));
  g_assert_nonnull (strstr (long_text->message, "é …” is not a number"));
  g_assert_cmpuint (g_utf8_strlen (long_text->message, -1), <, 140);
}

static void
test_fallback (void)
{
  static const struct
  {
    JalonKind kind;
    JalonFieldId field;
    const char *fallback;
  } cases[] = {
    { SHARE, "" },   { SCORE, "0" },          { SPAN, "1" },  { FLAG, "no" }, { PHASE, "before" },
    { DESIRED, "" }, { RING, "interesting" }, { COLOUR, "" }, { TITLE, "" },  { LANE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (jalon_field_get_fallback (
                       jalon_kind_get_field (cases[i].kind, cases[i].field)),
                     ==, cases[i].fallback);
}

static void
test_number_parse (void)
{
  double number;

  g_assert_true (jalon_number_parse ("-1.25e2", &number));
  g_assert_cmpfloat (number, ==, -125);
  g_assert_false (jalon_number_parse ("", &number));
  g_assert_false (jalon_number_parse ("1e309", &number));
  g_assert_false (jalon_number_parse ("-1e309", &number));
  g_assert_false (jalon_number_parse ("1,5", &number));
}

/* What is written is read back as the same number, and written again the same. */
static void
test_number_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double number = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-12, 13));
      g_autofree char *text = jalon_number_format (number);
      g_autofree char *again = NULL;
      double back = NAN;

      g_assert_true (jalon_number_parse (text, &back));
      g_assert_cmpfloat_with_epsilon (back, number, fabs (number) * 1e-14);
      again = jalon_number_format (back);
      g_assert_cmpstr (again, ==, text);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/field/numbers", test_numbers);
  g_test_add_func ("/document/field/integers", test_integers);
  g_test_add_func ("/document/field/words", test_words);
  g_test_add_func ("/document/field/lists", test_lists);
  g_test_add_func ("/document/field/is-canonical", test_is_canonical);
  g_test_add_func ("/document/field/data", test_data);
  g_test_add_func ("/document/field/texts", test_texts);
  g_test_add_func ("/document/field/lengths", test_lengths);
  g_test_add_func ("/document/field/references-are-bounded", test_references_are_bounded);
  g_test_add_func ("/document/field/message", test_message);
  g_test_add_func ("/document/field/fallback", test_fallback);
  g_test_add_func ("/document/field/number-parse", test_number_parse);
  g_test_add_func ("/document/field/number-round-trip", test_number_round_trip);
  return g_test_run ();
}
