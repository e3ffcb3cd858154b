/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that were made to cost time or memory. What would run for ever ends the test. */

#include "document/jalon-document.h"
#include "document/jalon-error.h"
#include "files/jalon-reader.h"
#include "patience.h"

#define HEAD "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\">"
#define TAIL "</project>"

typedef void (*Maker) (GString *xml);

static void
repeat (GString *xml, guint n, const char *text)
{
  gsize length = strlen (text);

  for (guint i = 0; i < n; i++)
    g_string_append_len (xml, text, length);
}

/* @format has one %u. */
static void
  G_GNUC_PRINTF (4, 0) repeat_numbered (GString *xml, guint from, guint to, const char *format)
{
  g_auto (GStrv) halves = g_strsplit (format, "%u", 2);

  for (guint i = from; i < to; i++)
    g_string_append_printf (xml, "%s%u%s", halves[0], i, halves[1]);
}

static void
make_deep (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat (xml, 64, "<a>");
  repeat (xml, 64, "</a>");
  g_string_append (xml, TAIL);
}

static void
make_very_deep (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat (xml, 1000000, "<a>");
}

static void
make_attributes (GString *xml)
{
  g_string_append (xml, HEAD "<persona id=\"a\"");
  repeat_numbered (xml, 0, 100000, " a%u=\"\"");
  g_string_append (xml, "/>" TAIL);
}

/* The same where a quote or a comment could hide them from a prescan that trusts what came
 * first. */
static void
make_hidden_attributes (GString *xml)
{
  g_string_append (xml, HEAD "<!-- \" ' --><persona id='\"'><![CDATA[ ' \" <a b=' ]]></persona>");
  make_attributes (xml);
}

static void
make_attributes_after_error (GString *xml)
{
  g_string_append (xml, "<p a=\"&bad;\"><x '");
  make_attributes (xml);
}

static void
make_names (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat_numbered (xml, 0, 1000000, "<n%u/>");
  g_string_append (xml, TAIL);
}

static void
make_names_after_error (GString *xml)
{
  g_string_append (xml, HEAD "&bad;");
  repeat_numbered (xml, 0, 1000000, "<n%u/>");
}

static void
make_attribute_names (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat_numbered (xml, 0, 200000, "<tag a%u=\"\"/>");
  g_string_append (xml, TAIL);
}

static void
make_raw_names (GString *xml)
{
  g_string_append (xml, HEAD "<raw>");
  repeat_numbered (xml, 0, 200000, "<b a%u=\"\"/>");
  g_string_append (xml, "</raw>" TAIL);
}

static void
make_namespaces (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat_numbered (xml, 0, 200000, "<x xmlns:n=\"urn:%u\" n:a=\"\"/>");
  g_string_append (xml, TAIL);
}

/* A prefix that libxml2 looks for among the sixteen thousand of all the elements around. */
static void
make_scopes (GString *xml)
{
  g_string_append (xml, HEAD "<r xmlns:q=\"urn:q\">");
  for (guint i = 0; i < 60; i++)
    {
      g_string_append (xml, "<r");
      repeat_numbered (xml, 0, 255, " xmlns:p%u=\"urn:p\"");
      g_string_append (xml, ">");
    }
  for (guint i = 0; i < 2000; i++)
    {
      g_string_append (xml, "<r");
      repeat_numbered (xml, 0, 255, " q:a%u=\"\"");
      g_string_append (xml, "/>");
    }
}

/* A name of ten times @n bytes, in a place where it would be written once more for each of them. */
static void
repeat_declared (GString *xml, guint n)
{
  g_string_append (xml, "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" xmlns:f=\"");
  repeat (xml, n, "urn:abcdef");
  g_string_append (xml, "\">");
  repeat (xml, 100000, "<f:x/>");
  g_string_append (xml, TAIL);
}

static void
make_namespace_name (GString *xml)
{
  repeat_declared (xml, 100000);
}

static void
make_declarations (GString *xml)
{
  repeat_declared (xml, 90);
}

/* As many attributes as an element may have, within as many namespaces; libxml2 compares each with
 * all of them. */
static void
make_many_attributes (GString *xml)
{
  g_string_append (xml, HEAD "<r xmlns:q=\"urn:q\"><r");
  repeat_numbered (xml, 0, 250, " xmlns:p%u=\"urn:p\"");
  g_string_append (xml, ">");
  for (guint i = 0; i < 5000; i++)
    {
      g_string_append (xml, "<r");
      repeat_numbered (xml, 0, 255, " q:a%u=\"\"");
      g_string_append (xml, "/>");
    }
  g_string_append (xml, "</r></r>" TAIL);
}

/* libxml2 hands each of them over as "&#38;". */
static void
make_ampersands (GString *xml)
{
  g_string_append (xml, HEAD "<tag id=\"t\" x=\"");
  repeat (xml, 1900000, "&amp;");
  g_string_append (xml, "\"/>" TAIL);
}

static void
make_elements (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat (xml, 3000000, "<a/>");
  g_string_append (xml, TAIL);
}

/* All with the same id; each would be looked for among all. */
static void
make_same_ids (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat (xml, 240000, "<tag id=\"t\"/>");
  g_string_append (xml, TAIL);
}

static void
make_comments (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat (xml, 1000000, "<!---->");
  g_string_append (xml, TAIL);
}

static void
make_long_text (GString *xml)
{
  g_string_append (xml, HEAD "<persona id=\"a\"><trait id=\"b\">");
  repeat (xml, 1024 * 1024 / 16 + 1, "0123456789abcde ");
  g_string_append (xml, "</trait></persona>" TAIL);
}

static void
make_long_data (GString *xml)
{
  g_string_append (xml, HEAD "<image id=\"a\">");
  repeat (xml, 8 * 1024 * 1024 / 16 + 1, "0123456789abcdef");
  g_string_append (xml, "</image>" TAIL);
}

static void
make_stray_text (GString *xml)
{
  g_string_append (xml, HEAD);
  repeat (xml, 20 * 1024 * 1024 / 4, "abc ");
  g_string_append (xml, TAIL);
}

static void
make_long_name (GString *xml)
{
  g_string_append (xml, HEAD "<");
  repeat (xml, 1000000, "abc");
  g_string_append (xml, "/>" TAIL);
}

static void
make_long_attribute (GString *xml)
{
  g_string_append (xml, HEAD "<tag id=\"t\" name=\"");
  repeat (xml, 4000000, "abc");
  g_string_append (xml, "\"/>" TAIL);
}

static void
make_long_comment (GString *xml)
{
  g_string_append (xml, HEAD "<!--");
  repeat (xml, 15000000, "a");
  g_string_append (xml, "-->" TAIL);
}

static void
make_large (GString *xml)
{
  g_string_append (xml, HEAD);
  g_string_set_size (xml, JALON_FILE_MAX + 1);
}

static const struct
{
  const char *name;
  Maker make;
  int code;
  const char *words;
} cases[] = {
  { "deep", make_deep, JALON_ERROR_REFUSED, "nested more than 64 deep" },
  { "very-deep", make_very_deep, JALON_ERROR_REFUSED, "nested more than 64 deep" },
  { "attributes", make_attributes, JALON_ERROR_REFUSED, "more than 256 attributes" },
  { "hidden-attributes", make_hidden_attributes, JALON_ERROR_REFUSED, "more than 256 attributes" },
  { "attributes-after-error", make_attributes_after_error, JALON_ERROR_REFUSED,
    "more than 256 attributes" },
  { "names", make_names, JALON_ERROR_REFUSED, "more than 1000 names" },
  { "names-after-error", make_names_after_error, JALON_ERROR_SYNTAX, "Entity 'bad'" },
  { "attribute-names", make_attribute_names, JALON_ERROR_REFUSED, "more than 1000 names" },
  { "raw-names", make_raw_names, JALON_ERROR_REFUSED, "more than 1000 names" },
  { "namespaces", make_namespaces, JALON_ERROR_REFUSED, "more than 1000 names" },
  { "scopes", make_scopes, JALON_ERROR_REFUSED, "more than 256 namespaces" },
  { "namespace-name", make_namespace_name, JALON_ERROR_REFUSED, "longer than 1000 bytes" },
  { "declarations", make_declarations, JALON_ERROR_REFUSED, "more than 8 MiB" },
  { "elements", make_elements, JALON_ERROR_REFUSED, "more than 250000 elements" },
  { "comments", make_comments, JALON_ERROR_REFUSED, "more than 250000 elements" },
  { "long-text", make_long_text, JALON_ERROR_REFUSED, "longer than 1048576 bytes" },
  { "long-data", make_long_data, JALON_ERROR_REFUSED, "longer than 8388608 bytes" },
  { "stray-text", make_stray_text, JALON_ERROR_REFUSED, "longer than 1048576 bytes" },
  { "long-name", make_long_name, JALON_ERROR_SYNTAX, "not well-formed" },
  { "long-attribute", make_long_attribute, JALON_ERROR_SYNTAX, "not well-formed" },
  { "long-comment", make_long_comment, JALON_ERROR_SYNTAX, "not well-formed" },
  { "large", make_large, JALON_ERROR_REFUSED, "64 MiB" },
};

static GBytes *
make (Maker maker)
{
  GString *xml = g_string_new (NULL);

  maker (xml);
  return g_string_free_to_bytes (xml);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = make (cases[i].make);
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  patience_begin ();
  project = jalon_reader_read (bytes, "x.jalon", NULL, &error);
  patience_end ();
  g_assert_null (project);
  g_assert_error (error, JALON_ERROR, cases[i].code);
  if (strstr (error->message, cases[i].words) == NULL)
    g_error ("“%s” is not in “%s”", cases[i].words, error->message);
}

/* Much, but not too much. */
static void
test_same_ids (void)
{
  g_autoptr (GBytes) bytes = make (make_same_ids);
  g_autoptr (JalonReport) report = jalon_report_new ("x.jalon");
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  patience_begin ();
  project = jalon_reader_read (bytes, "x.jalon", report, &error);
  patience_end ();
  g_assert_no_error (error);
  g_assert_cmpuint (jalon_element_get_n_children (project), ==, 240000);
  g_assert_cmpuint (jalon_report_get_n (report) + jalon_report_get_n_left (report), ==, 239999);
}

/* "Az" and "BY" are the same to g_str_hash(): as many ids as are made of 17 of these. */
static void
make_same_hashes (GString *xml)
{
  g_string_append (xml, HEAD);
  for (guint i = 0; i < 1 << 17; i++)
    {
      g_string_append (xml, "<tag id=\"");
      for (guint bit = 0; bit < 17; bit++)
        g_string_append (xml, (i >> bit & 1) != 0 ? "Az" : "BY");
      g_string_append (xml, "\"/>");
    }
  g_string_append (xml, TAIL);
}

/* Neither to read them nor to open them takes longer than with other ids. */
static void
test_same_hashes (void)
{
  g_autoptr (GBytes) bytes = make (make_same_hashes);
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (JalonDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  patience_begin ();
  project = jalon_reader_read (bytes, "x.jalon", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jalon_element_get_n_children (project), ==, 1 << 17);
  document = jalon_document_new (g_object_ref (project));
  patience_end ();
}

static void
make_references (GString *xml)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  repeat_numbered (ids, 100, 1000, "%u ");
  g_string_append (xml, HEAD);
  for (guint i = 0; i < 12000; i++)
    g_string_append_printf (xml, "<persona id=\"p%u\" tags=\"%s\"/>", i, ids->str);
  g_string_append (xml, TAIL);
}

static void
test_references (void)
{
  g_autoptr (GBytes) bytes = make (make_references);
  g_autoptr (JalonReport) report = jalon_report_new ("x.jalon");
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  patience_begin ();
  project = jalon_reader_read (bytes, "x.jalon", report, &error);
  patience_end ();
  g_assert_no_error (error);
  g_assert_cmpuint (jalon_report_get_n (report) + jalon_report_get_n_left (report), ==,
                    12000 * 900);
}

static void
test_many_attributes (void)
{
  g_autoptr (GBytes) bytes = make (make_many_attributes);
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  patience_begin ();
  project = jalon_reader_read (bytes, "x.jalon", NULL, &error);
  patience_end ();
  g_assert_no_error (error);
  g_assert_cmpuint (jalon_element_get_n_children (project), ==, 1);
}

static void
test_ampersands (void)
{
  g_autoptr (GBytes) bytes = make (make_ampersands);
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;
  JalonElement *tag;

  patience_begin ();
  project = jalon_reader_read (bytes, "x.jalon", NULL, &error);
  patience_end ();
  g_assert_no_error (error);
  tag = jalon_element_get_child (project, 0);
  g_assert_cmpuint (strlen (jalon_element_get_text (tag, JALON_FIELD_EXTRA)), ==,
                    strlen (" x=\"\"") + 1900000 * strlen ("&amp;"));
}

/* What is larger than any memory is refused before a byte of it is touched. */
static void
test_endless (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (HEAD TAIL, G_MAXSSIZE);
  g_autoptr (GError) error = NULL;

  g_assert_null (jalon_reader_read (bytes, "x.jalon", NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/files/reader/hostile/", cases[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/files/reader/same-ids", test_same_ids);
  g_test_add_func ("/files/reader/same-hashes", test_same_hashes);
  g_test_add_func ("/files/reader/references", test_references);
  g_test_add_func ("/files/reader/many-attributes", test_many_attributes);
  g_test_add_func ("/files/reader/ampersands", test_ampersands);
  g_test_add_func ("/files/reader/endless", test_endless);
  return g_test_run ();
}
