/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "document/jalon-report.h"

static void
assert_line (JalonReport *report, guint index, const char *expected)
{
  g_autofree char *line = jalon_report_to_line (report, index);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_lines (void)
{
  g_autoptr (JalonReport) report = jalon_report_new ("trip.jalon");

  g_assert_cmpuint (jalon_report_get_n (report), ==, 0);
  jalon_report_add (report, JALON_SEVERITY_WARNING, 12, "%s has no lane", "A card");
  jalon_report_add (report, JALON_SEVERITY_ERROR, 0, "The file is empty");
  g_assert_cmpuint (jalon_report_get_n (report), ==, 2);
  g_assert_cmpstr (jalon_report_get_file (report), ==, "trip.jalon");
  g_assert_cmpint (jalon_report_get (report, 1)->severity, ==, JALON_SEVERITY_ERROR);
  g_assert_cmpuint (jalon_report_get (report, 0)->line, ==, 12);
  assert_line (report, 0, "trip.jalon:12: A card has no lane");
  assert_line (report, 1, "trip.jalon: The file is empty");
  jalon_report_add (NULL, JALON_SEVERITY_ERROR, 1, "Nobody listens");
}

/* What a file says cannot reach a terminal as a command, nor look like a second problem. */
static void
test_one_line (void)
{
  g_autoptr (JalonReport) report = jalon_report_new ("trip.jalon");

  jalon_report_add (report, JALON_SEVERITY_WARNING, 1, "“%s” is odd", "\x1b[2J\r\nx:2: \x7f\xff");
  assert_line (report, 0, "trip.jalon:1: “ [2J  x:2:  �” is odd");
}

static void
test_bound (void)
{
  g_autoptr (JalonReport) report = jalon_report_new ("trip.jalon");

  for (guint i = 0; i < 1000; i++)
    jalon_report_add (report, JALON_SEVERITY_WARNING, i + 1, "Odd");
  g_assert_cmpuint (jalon_report_get_n (report), ==, 100);
  g_assert_cmpuint (jalon_report_get_n_left (report), ==, 900);
  assert_line (report, 99, "trip.jalon:100: Odd");
}

/* A hundred warnings hide no error: or whoever asks for one would be told that all is well. */
static void
test_error_is_kept (void)
{
  g_autoptr (JalonReport) report = jalon_report_new ("x");

  for (guint i = 1; i <= 120; i++)
    jalon_report_add (report, JALON_SEVERITY_WARNING, i, "odd");
  jalon_report_add (report, JALON_SEVERITY_ERROR, 121, "first");
  jalon_report_add (report, JALON_SEVERITY_ERROR, 122, "second");
  g_assert_cmpuint (jalon_report_get_n (report), ==, 100);
  g_assert_cmpuint (jalon_report_get_n_left (report), ==, 22);
  g_assert_cmpuint (jalon_report_get (report, 99)->line, ==, 121);
  g_assert_cmpint (jalon_report_get (report, 99)->severity, ==, JALON_SEVERITY_ERROR);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/report/lines", test_lines);
  g_test_add_func ("/document/report/one-line", test_one_line);
  g_test_add_func ("/document/report/bound", test_bound);
  g_test_add_func ("/document/report/error-is-kept", test_error_is_kept);
  return g_test_run ();
}
