/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is no project, or is none any more, gets one message that says what it is, and nothing else.
 * tests/data/bad/EXPECTED lists the files and what they are refused with. */

#include <stdio.h>

#include "document/jalon-error.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "generate.h"

#define FOLDER "data", "bad"

static const struct
{
  const char *name;
  JalonError code;
} codes[] = {
  { "syntax", JALON_ERROR_SYNTAX },
  { "refused", JALON_ERROR_REFUSED },
  { "version", JALON_ERROR_VERSION },
};

static int
get_code (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].name, name) == 0)
      return codes[i].code;
  g_error ("EXPECTED: there is no error “%s”", name);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* @data: a line of EXPECTED. */
static void
test_file (gconstpointer data)
{
  g_auto (GStrv) columns = g_strsplit (data, "\t", -1);
  g_autofree char *name = g_strconcat (columns[0], ".jalon", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, FOLDER, name, NULL);
  g_autofree char *start = g_str_equal (columns[2], "0")
                             ? g_strconcat (name, ": ", NULL)
                             : g_strconcat (name, ":", columns[2], ": ", NULL);
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  project = jalon_reader_read (bytes, name, NULL, &error);
  g_assert_null (project);
  g_assert_error (error, JALON_ERROR, get_code (columns[1]));
  g_test_message ("%s", error->message);
  if (!g_str_has_prefix (error->message, start) || strstr (error->message, columns[3]) == NULL)
    g_error ("the message is not “%s… %s …”", start, columns[3]);
  g_assert_null (strchr (error->message, '\n'));
}

/* Every file of the folder is in EXPECTED. */
static void
test_all_listed (gconstpointer data)
{
  const char *expected = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".jalon"))
      {
        g_autofree char *line = g_strdup_printf ("\n%.*s\t", (int) strlen (name) - 6, name);

        if (strstr (expected, line) == NULL)
          g_error ("%s is not in EXPECTED", name);
      }
}

/* A project that was cut off anywhere is refused; only the last line feed does not matter. */
static void
test_truncated (void)
{
  g_autoptr (JalonElement) project = generate_project (20);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  gsize size = g_bytes_get_size (bytes);

  for (gsize i = 0; i < size - 1; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr (JalonElement) read = NULL;
      g_autoptr (GError) error = NULL;

      read = jalon_reader_read (part, "x", NULL, &error);
      if (read != NULL || !g_error_matches (error, JALON_ERROR, JALON_ERROR_SYNTAX))
        g_error ("cut off after %lu of %lu bytes", (gulong) i, (gulong) size);
    }
}

/* A project with any one byte changed is refused or read, and what is read can be written. */
static void
test_damaged (void)
{
  g_autoptr (JalonElement) project = generate_project (10);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  gsize size;
  g_autofree guint8 *data = g_bytes_unref_to_data (g_bytes_ref (bytes), &size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (gsize i = 0; i < size; i++)
    {
      guint8 byte = data[i];
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (JalonElement) read = NULL;

      data[i] = g_rand_int_range (rand, 0, 256);
      damaged = g_bytes_new_static (data, size);
      read = jalon_reader_read (damaged, "x", NULL, NULL);
      if (read != NULL)
        g_bytes_unref (jalon_writer_to_bytes (read));
      data[i] = byte;
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, FOLDER, "EXPECTED", NULL);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      {
        g_autofree char *name = g_strdup_printf ("/files/reader/bad/%.*s",
                                                 (int) strcspn (lines[i], "\t"), lines[i]);

        g_test_add_data_func (name, lines[i], test_file);
      }
  g_test_add_data_func ("/files/reader/all-listed", expected, test_all_listed);
  g_test_add_func ("/files/reader/truncated", test_truncated);
  g_test_add_func ("/files/reader/damaged", test_damaged);
  return g_test_run ();
}
