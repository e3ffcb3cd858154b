/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jalon-table.h"

#include <string.h>

/* A table in one line: "|" between cells, "/" between rows, "~" for a line break in a cell. */
static char *
show (JalonTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < jalon_table_get_n_rows (table); row++)
    for (guint column = 0; column < jalon_table_get_n_columns (table); column++)
      {
        const char *end = column > 0 ? "|" : row > 0 ? "/" : "";

        g_string_append_printf (text, "%s%s", end, jalon_table_get (table, column, row));
      }
  g_strdelimit (text->str, "\n", '~');
  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *table;
  } cases[] = {
    { "", "" },
    { "a", "a" },
    { "a\n", "a" },
    { "a\nb", "a/b" },
    { "a\n\nb\n", "a//b" },
    { "a\tb\nc\td\n", "a|b/c|d" },
    /* ragged */
    { "a\nb\tc\td\n\te", "a||/b|c|d/|e|" },
    { "\t\n", "|" },
    /* what needs quotes loses them, what somebody said keeps them */
    { "\"a\nb\"\tc", "a~b|c" },
    { "\"a\tb\"", "a\tb" },
    { "\"say \"\"yes\"\"\"\tb", "say \"yes\"|b" },
    { "\"\"\t\"\"\n", "|" },
    { "\"It is too dear.\"", "\"It is too dear.\"" },
    { "\"It is\" too dear.\tx", "\"It is\" too dear.|x" },
    { "5\" pipe\tx", "5\" pipe|x" },
    /* quotes without end */
    { "\"a\nb", "\"a/b" },
    { "\"", "\"" },
    { "\"\"\"", "\"\"\"" },
    { "\"a\"b\"\nc", "\"a\"b\"/c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonTable) table = jalon_table_parse (cases[i].text);
      g_autofree char *shown = show (table);

      g_assert_cmpstr (shown, ==, cases[i].table);
    }
}

/* What was put into cells comes back from the text. */
static void
test_round_trip (void)
{
  static const char *const texts[] = { "a", "", "two\nlines", "a \"quote\"", "tab\there", "é" };
  g_autoptr (JalonTable) table = jalon_table_new ();
  g_autoptr (JalonTable) again = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i][0] != '\0')
      jalon_table_put (table, i % 3, 2 * (i / 3), texts[i]);
  text = jalon_table_to_text (table);
  again = jalon_table_parse (text);
  g_assert_cmpuint (jalon_table_get_n_rows (again), ==, 3);
  g_assert_cmpuint (jalon_table_get_n_columns (again), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (jalon_table_get (again, i % 3, 2 * (i / 3)), ==, texts[i]);
  g_assert_cmpstr (jalon_table_get (again, 7, 7), ==, "");
}

static void
test_put_twice (void)
{
  g_autoptr (JalonTable) table = jalon_table_new ();
  g_autofree char *text = NULL;

  jalon_table_put (table, 1, 0, "a");
  jalon_table_put (table, 1, 0, "b");
  text = jalon_table_to_text (table);
  g_assert_cmpstr (text, ==, "\t\"a\nb\"\n");
}

/* A megabyte of quotes is read once, not once for each of them. */
static void
test_many_quotes (void)
{
  static const char *const pieces[] = { "\"", "\"\n", "\"a\n", "\"\"\n", "\"\"\"\t", "\"a\"\"\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (JalonTable) table = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, pieces[i]);
      table = jalon_table_parse (text->str);
      g_assert_cmpuint (jalon_table_get_n_rows (table), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/parse", test_parse);
  g_test_add_func ("/table/round-trip", test_round_trip);
  g_test_add_func ("/table/put-twice", test_put_twice);
  g_test_add_func ("/table/many-quotes", test_many_quotes);
  return g_test_run ();
}
