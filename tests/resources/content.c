/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content.h"

#include "files/jalon-reader.h"

/* The folder of resources of that name, in the source tree. */
char *
content_get_folder (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "resources", name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The .jalon files of a folder of resources, sorted (transfer full). */
GPtrArray *
content_list (const char *folder)
{
  g_autofree char *path = content_get_folder (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".jalon"))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

/* Reads a file that must give no warning (transfer full). */
JalonElement *
content_read (const char *file)
{
  g_autoptr (JalonReport) report = jalon_report_new (file);
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JalonElement *project;

  mapped = g_mapped_file_new (file, FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (mapped);
  project = jalon_reader_read (bytes, file, report, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < jalon_report_get_n (report); i++)
    {
      g_autofree char *line = jalon_report_to_line (report, i);

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (jalon_report_get_n (report), ==, 0);
  return project;
}

typedef struct
{
  JalonKind kind;
  GPtrArray *found;
} Find;

static void
find_func (JalonElement *element, gpointer data)
{
  Find *find = data;

  if (jalon_element_get_kind (element) == find->kind)
    g_ptr_array_add (find->found, element);
}

/* All elements of a kind, in the order of the file (transfer container). */
GPtrArray *
content_find (JalonElement *within, JalonKind kind)
{
  Find find = { kind, g_ptr_array_new () };

  jalon_element_foreach (within, find_func, &find);
  return find.found;
}

guint
content_count (JalonElement *within, JalonKind kind)
{
  g_autoptr (GPtrArray) found = content_find (within, kind);

  return found->len;
}

/* Which values of a choice occur, as bits. */
guint64
content_get_choices (JalonElement *within, JalonKind kind, JalonFieldId field)
{
  g_autoptr (GPtrArray) found = content_find (within, kind);
  guint64 choices = 0;

  for (guint i = 0; i < found->len; i++)
    choices |= G_GUINT64_CONSTANT (1) << jalon_element_get_choice (found->pdata[i], field);
  return choices;
}
