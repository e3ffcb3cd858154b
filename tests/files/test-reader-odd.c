/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be opened is opened; what is odd in it is kept or corrected, and told. */

#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define HEAD "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\">\n"
#define TAIL "\n</project>\n"

/* @before and @after stand in line 2 and after it; warnings begin with their line. */
typedef struct
{
  char *name;
  char *before;
  char *after;
  char **warnings;
} Case;

static JalonElement *
read_text (const char *text, JalonReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JalonElement *project = jalon_reader_read (bytes, "odd.jalon", report, &error);

  g_assert_no_error (error);
  return project;
}

static char *
write_text (JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What is written, where an id that was made just now is "NEW". */
static char *
write_with_new_ids (JalonElement *project)
{
  g_autofree char *text = write_text (project);
  g_autoptr (GRegex) regex = g_regex_new (" id=\"[a-z2-7]{12}\"", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, " id=\"NEW\"", 0, NULL);
}

static void
assert_warnings (JalonReport *report, const char *const *warnings)
{
  guint n = g_strv_length ((char **) warnings);

  for (guint i = 0; i < jalon_report_get_n (report); i++)
    {
      g_autofree char *line = jalon_report_to_line (report, i);
      g_autofree char *wanted = NULL;
      const char *words;

      g_test_message ("%s", line);
      g_assert_cmpuint (i, <, n);
      words = strchr (warnings[i], ' ') + 1;
      wanted = g_strdup_printf ("odd.jalon:%.*s", (int) (words - warnings[i]), warnings[i]);
      if (!g_str_has_prefix (line, wanted) || strstr (line, words) == NULL)
        g_error ("“%s” is not “%s”", line, warnings[i]);
    }
  g_assert_cmpuint (jalon_report_get_n (report), ==, n);
}

static char *
make_document (const char *inside)
{
  if (inside[0] == '\0')
    return g_strdup ("<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\"/>\n");
  return g_strconcat (HEAD, inside, TAIL, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *before = make_document (self->before);
  g_autofree char *inside = make_document (self->after);
  g_autofree char *after = g_strconcat (DECLARATION, inside, NULL);
  g_autoptr (JalonReport) report = jalon_report_new ("odd.jalon");
  g_autoptr (JalonElement) project = read_text (before, report);
  g_autofree char *written = write_text (project);
  g_autofree char *shown = write_with_new_ids (project);
  g_autoptr (JalonElement) again = read_text (written, NULL);
  g_autofree char *written_again = write_text (again);

  g_assert_cmpstr (shown, ==, after);
  g_assert_cmpstr (written_again, ==, written);
  assert_warnings (report, (const char *const *) self->warnings);
}

/* The text of one case: name, and three parts, each of whole lines. */
static Case *
case_new (const char *text)
{
  Case *self = g_new0 (Case, 1);
  const char *name_end = strchr (text, '\n');
  g_auto (GStrv) parts = g_strsplit (name_end, "\n--", 3);
  g_autofree char *warnings = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  self->name = g_strndup (text, name_end - text);
  self->before = g_strdup (parts[0] + 1);
  self->after = g_strdup (parts[1][0] != '\0' ? parts[1] + 1 : "");
  warnings = g_strstrip (g_strdup (parts[2]));
  self->warnings = g_strsplit (warnings, "\n", -1);
  return self;
}

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->name);
  g_free (self->before);
  g_free (self->after);
  g_strfreev (self->warnings);
  g_free (self);
}

static GPtrArray *
read_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "odd.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *cases = g_ptr_array_new_with_free_func (case_free);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text, "\n== ", -1);
  for (guint i = 1; parts[i] != NULL; i++)
    g_ptr_array_add (cases, case_new (parts[i]));
  return cases;
}

/* Other line ends are those of the file, not of the text. */
static void
test_line_ends (void)
{
  g_autoptr (JalonElement) project =
    read_text ("<?xml version=\"1.0\"?>\r\n<project xmlns=\"urn:jalon:project:1\" "
               "version=\"1.0\" id=\"p\" description=\"a\r\nb&#13;&#10;c\">\r\n<persona id=\"a\">"
               "<trait id=\"t\">a\r\nb\rc</trait><raw>\r\n\r</raw></persona></project>\r\n",
               NULL);
  g_autofree char *written = write_text (project);

  g_assert_cmpstr (written, ==,
                   DECLARATION "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\" "
                               "description=\"a b&#10;c\">\n  <persona id=\"a\">\n"
                               "    <trait id=\"t\">a\nb\nc</trait>\n    <raw>\n\n</raw>\n"
                               "  </persona>\n</project>\n");
}

/* The bytes have been found to be UTF-8, whatever the declaration says. */
static void
test_encodings (void)
{
  static const char *const encodings[] = { "UTF-8", "utf-8",           "ISO-8859-1", "Shift_JIS",
                                           "UTF-7", "ISO-10646-UCS-4", "x-unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "\ufeff<?xml version='1.0' encoding='%s' standalone='yes'?>"
        "<project xmlns='urn:jalon:project:1' version='1.0' id='p' title='é+ADw-'/>",
        encodings[i]);
      g_autoptr (JalonElement) project = read_text (text, NULL);

      g_assert_cmpstr (jalon_element_get_text (project, JALON_FIELD_TITLE), ==, "é+ADw-");
    }
}

/* A prefix for the namespace of ours is another way of writing the same. */
static void
test_prefix (void)
{
  g_autoptr (JalonElement) project =
    read_text ("<j:project xmlns:j='urn:jalon:project:1' version='1.0' id='p'><j:tag id='t'/><tag/>"
               "<j:new a='1'/></j:project>",
               NULL);
  g_autofree char *written = write_text (project);

  g_assert_cmpstr (written, ==,
                   DECLARATION HEAD "  <tag id=\"t\"/>\n  <tag xmlns=\"\"/>\n"
                                    "  <j:new xmlns:j=\"urn:jalon:project:1\" a='1'/>" TAIL);
}

/* What stands around the project is left out, and told. */
static void
test_around (void)
{
  g_autoptr (JalonReport) report = jalon_report_new ("odd.jalon");
  g_autoptr (JalonElement) project =
    read_text ("<?xml version='1.0'?>\n<?xml-stylesheet href='x.css'?>\n<!-- one -->\n" HEAD TAIL
               "<!-- two -->",
               report);
  static const char *const warnings[] = { "2: x.css", "3: one", "7: two", NULL };

  assert_warnings (report, warnings);
}

static const struct
{
  const char *namespace;
  const char *version; /* NULL for none */
  const char *becomes;
  gboolean is_newer;
  const char *warning;
} versions[] = {
  { "urn:jalon:project:1", "1.0", "1.0", FALSE, NULL },
  { "urn:jalon:project:1", "1.7", "1.7", FALSE, NULL },
  { "urn:jalon:project:1", "1.65535", "1.65535", FALSE, NULL },
  { "urn:jalon:project:1", NULL, "1.0", FALSE, "1: has no version" },
  { "urn:jalon:project:1", "2.0", "2.0", TRUE, "1: newer Jalon (format 2)" },
  { "urn:jalon:project:2", "2.1", "2.1", TRUE, "1: newer Jalon (format 2)" },
  { "urn:jalon:project:3", "1.0", "3.0", TRUE, "1: newer Jalon (format 3)" },
};

static void
test_versions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *version = versions[i].version != NULL
                                   ? g_strdup_printf ("version='%s'", versions[i].version)
                                   : NULL;
      g_autofree char *text = g_strdup_printf (
        "<project xmlns='%s' %s id='p' title='A' mood='3'><tag id='t'/><new/></project>",
        versions[i].namespace, version != NULL ? version : "");
      g_autofree char *attribute = g_strdup_printf (" version=\"%s\" ", versions[i].becomes);
      g_autoptr (JalonReport) report = jalon_report_new ("odd.jalon");
      g_autoptr (JalonElement) project = read_text (text, report);
      g_autofree char *written = write_text (project);

      g_assert_cmpint (jalon_reader_is_newer (project), ==, versions[i].is_newer);
      g_assert_nonnull (strstr (written, attribute));
      g_assert_nonnull (strstr (written, " mood=\"3\""));
      g_assert_cmpuint (jalon_element_get_n_children (project), ==, 2);
      g_assert_cmpuint (jalon_report_get_n (report), ==, versions[i].warning != NULL ? 3 : 2);
      if (versions[i].warning != NULL)
        {
          g_autofree char *line = jalon_report_to_line (report, 0);

          g_assert_nonnull (strstr (line, strchr (versions[i].warning, ' ') + 1));
        }
    }
}

/* An id of a megabyte is no id, and is not shown whole. */
static void
test_long_id (void)
{
  g_autofree char *id = g_strnfill (1000000, 'x');
  g_autofree char *text = g_strdup_printf (HEAD "<tag id='%s'/>" TAIL, id);
  g_autoptr (JalonReport) report = jalon_report_new ("odd.jalon");
  g_autoptr (JalonElement) project = read_text (text, report);
  g_autofree char *line = jalon_report_to_line (report, 0);

  g_assert_cmpuint (strlen (jalon_element_get_id (jalon_element_get_child (project, 0))), ==, 12);
  g_assert_cmpuint (strlen (line), <, 400);
}

static void
note_id (JalonElement *element, gpointer data)
{
  g_ptr_array_add (data, g_strdup (jalon_element_get_id (element)));
}

/* The ids of all that is in @text. */
static GPtrArray *
read_ids (const char *text)
{
  g_autoptr (JalonElement) project = read_text (text, NULL);
  g_autoptr (GHashTable) index = jalon_element_index (project);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  jalon_element_foreach (project, note_id, ids);
  g_assert_cmpuint (g_hash_table_size (index), ==, ids->len);
  return ids;
}

/* What has no id of its own in a file gets the same each time, so that copies can be merged. What
 * is known keeps its own, also if something else has taken it before. */
static void
test_ids (void)
{
  static const char text[] = HEAD
    "<new/><new/><other id='o'/><other id='t'/><tag id='t'/><!-- c --><tag id='t'/><tag/>"
    "<tag/><tag id=''/><tag id='o'/><persona><trait/></persona><persona><trait/></persona>" TAIL;
  g_autoptr (GPtrArray) one = read_ids (text);
  g_autoptr (GPtrArray) two = read_ids (text);

  g_assert_cmpuint (one->len, ==, 16);
  for (guint i = 0; i < one->len; i++)
    g_assert_cmpstr (one->pdata[i], ==, two->pdata[i]);
  g_assert_cmpstr (one->pdata[5], ==, "t");
  g_assert_cmpstr (one->pdata[11], ==, "o");
}

/* Other projects are others, also if nobody gave them an id. */
static void
test_id_of_project (void)
{
  g_autoptr (GPtrArray) one = read_ids ("<project xmlns='urn:jalon:project:1' version='1.0'/>");
  g_autoptr (GPtrArray) two = read_ids ("<project xmlns='urn:jalon:project:1' version='1.0'/>");
  g_autoptr (GPtrArray) other = read_ids ("<project xmlns='urn:jalon:project:1' version='1.0' />");

  g_assert_cmpstr (one->pdata[0], ==, two->pdata[0]);
  g_assert_cmpstr (one->pdata[0], !=, other->pdata[0]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) cases = NULL;

  g_test_init (&argc, &argv, NULL);
  cases = read_cases ();
  for (guint i = 0; i < cases->len; i++)
    {
      Case *odd = g_ptr_array_index (cases, i);
      g_autofree char *name = g_strconcat ("/files/reader/odd/", odd->name, NULL);

      g_test_add_data_func (name, odd, test_case);
    }
  g_test_add_func ("/files/reader/line-ends", test_line_ends);
  g_test_add_func ("/files/reader/encodings", test_encodings);
  g_test_add_func ("/files/reader/prefix", test_prefix);
  g_test_add_func ("/files/reader/around", test_around);
  g_test_add_func ("/files/reader/versions", test_versions);
  g_test_add_func ("/files/reader/long-id", test_long_id);
  g_test_add_func ("/files/reader/ids", test_ids);
  g_test_add_func ("/files/reader/id-of-project", test_id_of_project);
  return g_test_run ();
}
