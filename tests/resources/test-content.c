/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever we hand out is written as the program writes it, and says nothing odd when read. */

#include "content.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "xmllint.h"

/* Longer notes are not read on a wall. */
#define WORDS_MAX 14

static void
test_canonical (gconstpointer data)
{
  const char *file = data;
  g_autoptr (JalonElement) project = content_read (file);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (file, FALSE, NULL);
  g_autoptr (GBytes) on_disk = g_mapped_file_get_bytes (mapped);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (on_disk, NULL), g_bytes_get_size (on_disk));
}

/* Another program, which knows only the grammar, takes it as well. */
static void
test_grammar (gconstpointer data)
{
  g_autofree char *schema = xmllint_schema ();
  const char *const options[] = { "--relaxng", schema, data, NULL };
  g_autofree char *messages = NULL;
  gboolean valid = xmllint_run (options, NULL, &messages);

  g_test_message ("%s", messages);
  g_assert_true (valid);
}

/* Texts of people and of programs: no straight quotes, no blank at an end, in French no blank
 * where a line must not break. */
static gboolean
is_well_set (const char *text, gboolean french)
{
  if (strpbrk (text, "\"'") != NULL || strstr (text, "  ") != NULL || text[0] == ' ' ||
      g_str_has_suffix (text, " "))
    return FALSE;
  return !french || !g_regex_match_simple ("« | »| [:;?!%€](\\W|$)|\\d h | h \\d", text, 0, 0);
}

static void
check_text (JalonElement *element, gpointer data)
{
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      if ((field->type != JALON_TYPE_LINE && field->type != JALON_TYPE_PARAGRAPHS) ||
          is_well_set (text, GPOINTER_TO_INT (data)))
        continue;
      g_test_message ("%s: %s", field->name, text);
      g_test_fail ();
    }
}

static void
test_typography (gconstpointer data)
{
  g_autoptr (JalonElement) project = content_read (data);
  JalonLanguage language = jalon_element_get_choice (project, JALON_FIELD_LANGUAGE);

  jalon_element_foreach (project, check_text, GINT_TO_POINTER (language == JALON_LANGUAGE_FR));
}

static void
check_length (JalonElement *element, gpointer data)
{
  g_auto (GStrv) words = NULL;

  if (!jalon_element_has (element, JALON_FIELD_TEXT))
    return;
  words = g_strsplit_set (jalon_element_get_text (element, JALON_FIELD_TEXT), " \n", -1);
  g_test_message ("%s", jalon_element_get_title (element));
  g_assert_cmpuint (g_strv_length (words), <=, WORDS_MAX);
}

static void
test_length (gconstpointer data)
{
  g_autoptr (JalonElement) project = content_read (data);

  jalon_element_foreach (project, check_length, NULL);
}

static void
check_id (JalonElement *element, gpointer data)
{
  const char *id = jalon_element_get_id (element);

  g_test_message ("%s %s", id, jalon_element_get_title (element));
  g_assert_cmpuint (strspn (id, "abcdefghijklmnopqrstuvwxyz234567"), ==, 12);
  g_assert_true (g_hash_table_add (data, g_strdup (id)));
}

/* Two files of ours can be merged: no id occurs in both. */
static void
test_ids (gconstpointer data)
{
  GPtrArray *const *folders = data;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (; *folders != NULL; folders++)
    for (guint i = 0; i < (*folders)->len; i++)
      {
        g_autoptr (JalonElement) project = content_read ((*folders)->pdata[i]);

        jalon_element_foreach (project, check_id, ids);
      }
}

static void
add_tests (GPtrArray *files)
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = {
    { "canonical", test_canonical },
    { "grammar", test_grammar },
    { "typography", test_typography },
    { "length", test_length },
  };

  for (guint i = 0; i < files->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *name = g_path_get_basename (files->pdata[i]);
        g_autofree char *path = g_strdup_printf ("/resources/content/%s/%s", name, tests[j].name);

        g_test_add_data_func (path, files->pdata[i], tests[j].func);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) samples = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  GPtrArray *folders[3] = { NULL };

  g_test_init (&argc, &argv, NULL);
  folders[0] = samples = content_list ("samples");
  folders[1] = templates = content_list ("templates");
  add_tests (samples);
  add_tests (templates);
  g_test_add_data_func ("/resources/content/ids", folders, test_ids);
  return g_test_run ();
}
