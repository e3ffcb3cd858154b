/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-export.h"

static const struct
{
  const char *title;
  const char *name;
} cases[] = {
  { "Renting a house", "Renting a house.png" },
  { "Été à la mer", "Été à la mer.png" },
  { "客户旅程", "客户旅程.png" },
  { "", "Untitled.png" },
  { "   ", "Untitled.png" },
  { "...", "Untitled.png" },
  { "/", "Untitled.png" },
  { "../../etc/passwd", "etc-passwd.png" },
  { "a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j.png" },
  { "two\nlines\tand\r\nmore", "two lines and  more.png" },
  { "bell\x07 and escape\x1b[31m", "bell and escape[31m.png" },
  { ".hidden", "hidden.png" },
  { "-rf", "rf.png" },
  { "ends with dots.. ", "ends with dots.png" },
  { "A\u202Egnp.exe", "Agnp.exe.png" },
  { "\u2066isolated\u2069\u200E\u200F\u061C\uFEFF", "isolated.png" },
  { "line\u2028separator", "line separator.png" },
  { "CON", "_CON.png" },
  { "con.txt", "_con.txt.png" },
  { "nul", "_nul.png" },
  { "COM1", "_COM1.png" },
  { "lpt9.x", "_lpt9.x.png" },
  { "COMA", "COMA.png" },
  { "control", "control.png" },
  { "bad \xff bytes", "bad \uFFFD bytes.png" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = jalon_export_make_name (cases[i].title, JALON_FORMAT_PNG);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_long_names (void)
{
  for (gsize length = 150; length < 260; length++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      g_autofree char *name = NULL;

      while (title->len < length)
        g_string_append (title, length % 2 == 0 ? "客" : "a");
      name = jalon_export_make_name (title->str, JALON_FORMAT_SVG);
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_cmpuint (strlen (name), <=, 204);
      g_assert_true (g_str_has_suffix (name, ".svg"));
      if (length <= 198)
        g_assert_true (g_str_has_prefix (name, title->str));
    }
}

/* A name is one component of a path, and has something before the suffix. */
static void
test_any_title (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      g_autofree char *name = NULL;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append_unichar (title, g_test_rand_int_range (1, 0x80));
      name = jalon_export_make_name (title->str, JALON_FORMAT_PDF);
      g_assert_null (strpbrk (name, "/\\:*?\"<>|\n\t\x1b"));
      g_assert_cmpint (name[0], !=, '.');
      g_assert_cmpint (name[0], !=, '-');
      g_assert_true (g_str_has_suffix (name, ".pdf"));
      g_assert_cmpuint (strlen (name), >, 4);
      g_assert_false (g_str_has_suffix (name, " .pdf") || g_str_has_suffix (name, "..pdf"));
    }
}

static void
test_formats (void)
{
  JalonFormat format = JALON_FORMAT_PNG;

  g_assert_true (jalon_format_find ("pdf", &format));
  g_assert_cmpint (format, ==, JALON_FORMAT_PDF);
  g_assert_cmpstr (jalon_export_get_suffix (format), ==, "pdf");
  g_assert_true (jalon_format_find ("svg", &format));
  g_assert_cmpint (format, ==, JALON_FORMAT_SVG);
  g_assert_true (jalon_format_find ("png", &format));
  g_assert_cmpint (format, ==, JALON_FORMAT_PNG);
  g_assert_false (jalon_format_find ("PNG", &format));
  g_assert_false (jalon_format_find (".png", &format));
  g_assert_false (jalon_format_find (NULL, &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-name/names", test_names);
  g_test_add_func ("/export-name/long-names", test_long_names);
  g_test_add_func ("/export-name/any-title", test_any_title);
  g_test_add_func ("/export-name/formats", test_formats);

  return g_test_run ();
}
