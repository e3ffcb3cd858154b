/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file looks like, to the byte. */

#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
assert_writes (JalonElement *element, const char *wanted)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (element);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, wanted);
}

static JalonElement *
add (JalonElement *parent, JalonKind kind, const char *id)
{
  JalonElement *element = jalon_element_new (kind, id);

  jalon_element_append (parent, element);
  return element;
}

static void
set (JalonElement *element, JalonFieldId field, const char *text)
{
  g_autoptr (GError) error = NULL;

  jalon_element_set (element, field, text, &error);
  g_assert_no_error (error);
}

static void
test_empty (void)
{
  g_autoptr (JalonElement) project = jalon_element_new (JALON_KIND_PROJECT, "p");

  assert_writes (project, DECLARATION "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" "
                                      "id=\"p\"/>\n");
}

/* One element per line, attributes in the order of the table, long text as content. */
static void
test_layout (void)
{
  g_autoptr (JalonElement) project = jalon_element_new (JALON_KIND_PROJECT, "p");
  JalonElement *persona = add (project, JALON_KIND_PERSONA, "a");
  JalonElement *trait = add (persona, JALON_KIND_TRAIT, "t");

  set (project, JALON_FIELD_DESCRIPTION, "Last");
  set (project, JALON_FIELD_TITLE, "First");
  set (persona, JALON_FIELD_RANK, "2");
  set (persona, JALON_FIELD_NAME, "Ann");
  set (trait, JALON_FIELD_SECTION, "needs");
  set (trait, JALON_FIELD_TEXT, "one\n\ttwo ");
  add (persona, JALON_KIND_SLIDER, "s");
  add (project, JALON_KIND_TAG, "u");
  assert_writes (project, DECLARATION "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" "
                                      "id=\"p\" title=\"First\" description=\"Last\">\n"
                                      "  <persona id=\"a\" name=\"Ann\" rank=\"2\">\n"
                                      "    <trait id=\"t\" section=\"needs\">one\n\ttwo </trait>\n"
                                      "    <slider id=\"s\"/>\n"
                                      "  </persona>\n"
                                      "  <tag id=\"u\"/>\n"
                                      "</project>\n");
}

static void
test_escapes (void)
{
  g_autoptr (JalonElement) project = jalon_element_new (JALON_KIND_PROJECT, "p");
  JalonElement *persona = add (project, JALON_KIND_PERSONA, "a");
  JalonElement *trait = add (persona, JALON_KIND_TRAIT, "t");

  set (persona, JALON_FIELD_DESCRIPTION, "<a & \"b\">\t'c'\r\nd é\u2028\U0001F600");
  set (trait, JALON_FIELD_TEXT, "<a & \"b\">\t'c'\r\nd ]]>");
  assert_writes (project,
                 DECLARATION "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\">\n"
                             "  <persona id=\"a\" description=\"&lt;a &amp; &quot;b&quot;&gt;&#9;"
                             "'c'&#10;d é\u2028\U0001F600\">\n"
                             "    <trait id=\"t\">&lt;a &amp; \"b\"&gt;\t'c'\nd ]]&gt;</trait>\n"
                             "  </persona>\n"
                             "</project>\n");
}

/* No tree has carriage returns, but what is told to write one does it so that it is read. */
static void
test_carriage_return (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  jalon_writer_append_text (xml, "a\rb");
  jalon_writer_append_attribute (xml, "c", "d\r");
  g_assert_cmpstr (xml->str, ==, "a&#13;b c=\"d&#13;\"");
}

/* What is of a newer version stands where it stood, after the attributes that are known. */
static void
test_kept (void)
{
  g_autoptr (JalonElement) project = jalon_element_new (JALON_KIND_PROJECT, "p");
  JalonElement *persona = add (project, JALON_KIND_PERSONA, "a");
  JalonElement *raw = add (project, JALON_KIND_UNKNOWN, "r");
  JalonElement *trait = add (persona, JALON_KIND_TRAIT, "t");
  JalonElement *inner = add (trait, JALON_KIND_UNKNOWN, "s");

  set (project, JALON_FIELD_VERSION, "1.7");
  set (persona, JALON_FIELD_EXTRA, " mood=\"3\"");
  set (persona, JALON_FIELD_NAME, "Ann");
  set (trait, JALON_FIELD_TEXT, " text ");
  set (raw, JALON_FIELD_RAW, "<new>\n <a/></new>");
  set (inner, JALON_FIELD_RAW, "<b/>");
  assert_writes (project, DECLARATION "<project xmlns=\"urn:jalon:project:1\" version=\"1.7\" "
                                      "id=\"p\">\n"
                                      "  <persona id=\"a\" name=\"Ann\" mood=\"3\">\n"
                                      "    <trait id=\"t\"> text <b/></trait>\n"
                                      "  </persona>\n"
                                      "  <new>\n <a/></new>\n"
                                      "</project>\n");
}

/* A part of a project is a document of its own. */
static void
test_part (void)
{
  g_autoptr (JalonElement) project = jalon_element_new (JALON_KIND_PROJECT, "p");
  JalonElement *persona = add (project, JALON_KIND_PERSONA, "a");

  add (persona, JALON_KIND_TRAIT, "t");
  assert_writes (persona, DECLARATION "<persona xmlns=\"urn:jalon:project:1\" id=\"a\">\n"
                                      "  <trait id=\"t\"/>\n"
                                      "</persona>\n");
}

/* A file that version 1.0 wrote, with every kind and field that it had, stays as it is. A later
 * version adds a file of its own and leaves this one alone. */
static void
test_version_1_0 (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "version-1.0.jalon", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JalonReport) report = jalon_report_new ("version-1.0.jalon");
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_static (text, strlen (text));
  project = jalon_reader_read (bytes, "version-1.0.jalon", report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jalon_report_get_n (report), ==, 0);
  assert_writes (project, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/writer/empty", test_empty);
  g_test_add_func ("/files/writer/layout", test_layout);
  g_test_add_func ("/files/writer/escapes", test_escapes);
  g_test_add_func ("/files/writer/carriage-return", test_carriage_return);
  g_test_add_func ("/files/writer/kept", test_kept);
  g_test_add_func ("/files/writer/part", test_part);
  g_test_add_func ("/files/writer/version-1.0", test_version_1_0);
  return g_test_run ();
}
