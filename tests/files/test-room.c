/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is in the editor can be saved and read again: what would be too much is taken back. */

#include "document/jalon-document.h"
#include "document/jalon-error.h"
#include "document/jalon-limits.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "generate.h"

typedef struct
{
  JalonDocument *document;
  JalonElement *project;
  GString *messages;
} Fixture;

static void
refused_cb (JalonDocument *document, const char *message, GString *messages)
{
  g_string_append (messages, message);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->project = jalon_element_new (JALON_KIND_PROJECT, "p");
  self->document = jalon_document_new (self->project);
  self->messages = g_string_new (NULL);
  g_signal_connect (self->document, "refused", G_CALLBACK (refused_cb), self->messages);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->document);
  g_string_free (self->messages, TRUE);
}

static GBytes *
write_project (Fixture *self)
{
  return jalon_writer_to_bytes (self->project);
}

static void
insert (Fixture *self, JalonKind kind, JalonFieldId field, const char *text)
{
  JalonElement *element = jalon_element_new (kind, NULL);

  if (text != NULL)
    g_assert_true (jalon_element_set (element, field, text, NULL));
  jalon_document_insert (self->document, self->project, G_MAXUINT, element);
}

/* Inserts @n tags within a transaction within another one. */
static gboolean
add_tags (Fixture *self, guint n)
{
  jalon_document_begin (self->document, "Outer");
  jalon_document_begin (self->document, "Inner");
  for (guint i = 0; i < n; i++)
    insert (self, JALON_KIND_TAG, JALON_FIELD_NONE, NULL);
  g_assert_true (jalon_document_commit (self->document));
  return jalon_document_commit (self->document);
}

static void
check_readable (Fixture *self)
{
  g_autoptr (GBytes) bytes = write_project (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) project = jalon_reader_read (bytes, "x.jalon", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jalon_element_get_n_children (project), ==,
                    jalon_element_get_n_children (self->project));
}

/* As if what was refused had never been. */
static void
check_refused (Fixture *self, const char *words, const char *undo_label)
{
  g_assert_nonnull (strstr (self->messages->str, words));
  g_string_truncate (self->messages, 0);
  g_assert_cmpstr (jalon_document_get_undo_label (self->document), ==, undo_label);
  g_assert_null (jalon_document_get_selection (self->document)[0]);
}

static void
test_elements (Fixture *self, gconstpointer data)
{
  generate_filling (self->document, JALON_KIND_TAG, 5);
  g_assert_false (add_tags (self, 6));
  check_refused (self, "at most 250000 elements", "Fill");
  g_assert_cmpuint (jalon_element_get_n_children (self->project), ==, JALON_ELEMENTS_MAX - 6);
  g_assert_true (add_tags (self, 5));
  g_assert_cmpuint (self->messages->len, ==, 0);
  check_readable (self);

  /* What makes room is let through, and so is what takes it back. */
  g_assert_true (jalon_document_undo (self->document));
  g_assert_true (jalon_document_redo (self->document));
  g_assert_false (add_tags (self, 1));
  check_refused (self, "at most 250000 elements", "Outer");
}

/* What a newer version has put there counts as its elements do in the file. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  static const char raw[] = "<a><b/><c>&lt;</c><!-- d --></a>";

  generate_filling (self->document, JALON_KIND_TAG, 3);
  jalon_document_begin (self->document, "Unknown");
  insert (self, JALON_KIND_UNKNOWN, JALON_FIELD_RAW, raw);
  g_assert_true (jalon_document_commit (self->document));
  check_readable (self);
  jalon_document_begin (self->document, "Unknown");
  insert (self, JALON_KIND_UNKNOWN, JALON_FIELD_RAW, "<!-- e -->");
  g_assert_false (jalon_document_commit (self->document));
  check_refused (self, "at most 250000 elements", "Unknown");
}

/* What another program has put there: @n attributes, each called after @name. */
static char *
make_attributes (const char *name, guint first, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (text, " %s%u=\"urn:%u\"", name, i, i);
  return g_string_free (text, FALSE);
}

/* Tells whether there is room for one more element of other programs. */
static gboolean
try_stranger (Fixture *self, const char *start, const char *middle, const char *end)
{
  g_autofree char *raw = g_strconcat (start, middle, end, NULL);

  jalon_document_begin (self->document, "Stranger");
  insert (self, JALON_KIND_UNKNOWN, JALON_FIELD_RAW, raw);
  return jalon_document_commit (self->document);
}

static void
check_stranger (Fixture *self,
                const char *start,
                const char *middle,
                const char *end,
                gboolean fits)
{
  g_assert_cmpint (try_stranger (self, start, middle, end), ==, fits);
  if (!fits)
    {
      g_assert_nonnull (strstr (self->messages->str, "than a file can hold"));
      g_string_truncate (self->messages, 0);
    }
  check_readable (self);
}

/* Each may have come with a file that was good. */
static void
test_names (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *attributes = make_attributes ("a", i * 249, 249);

      check_stranger (self, "<x", attributes, "/>", TRUE);
      check_stranger (self, "<x", attributes, "/>", TRUE);
    }
  /* 996 attributes, the element, and the namespace of all, with its prefix */
  check_stranger (self, "<y/>", "", "", TRUE);
  check_stranger (self, "<f:y xmlns:f='y'/>", "", "", FALSE);
  check_stranger (self, "<z/>", "", "", FALSE);
  check_stranger (self, "<y><!-- <z/> --><![CDATA[<z/>]]><?z a='/>'?></y>", "", "", TRUE);
}

static void
test_deep (Fixture *self, gconstpointer data)
{
  GString *start = g_string_new (NULL);
  GString *end = g_string_new (NULL);

  for (guint i = 0; i < JALON_DEPTH_MAX - 1; i++)
    {
      g_string_append (start, "<a b='/>'>");
      g_string_append (end, "</a>");
    }
  check_stranger (self, start->str, "<!-- -->", end->str, TRUE);
  check_stranger (self, start->str, "<b/>", end->str, FALSE);
  check_stranger (self, "<a><b/><b/></a>", "", "", TRUE);
  g_string_free (start, TRUE);
  g_string_free (end, TRUE);
}

static void
test_namespaces (Fixture *self, gconstpointer data)
{
  g_autofree char *first = make_attributes ("xmlns:p", 0, 200);
  g_autofree char *more = make_attributes ("xmlns:q", 0, 55);
  g_autofree char *same = g_strdup_printf ("><a%s/></a>", more);
  g_autofree char *other = g_strdup_printf ("><a%s xmlns:r='urn:0'/></a>", more);

  check_stranger (self, "<a", first, same, TRUE);
  check_stranger (self, "<a", first, other, FALSE);
}

/* Beside those of the table there has to be room. */
static void
test_attributes (Fixture *self, gconstpointer data)
{
  for (guint n = 250; n < 256; n++)
    {
      g_autofree char *extra = make_attributes ("a", 0, n);
      JalonElement *tag = jalon_element_new (JALON_KIND_TAG, NULL);

      jalon_element_set (tag, JALON_FIELD_NAME, "Tag", NULL);
      jalon_element_set (tag, JALON_FIELD_EXTRA, extra, NULL);
      jalon_document_begin (self->document, "Extra");
      jalon_document_insert (self->document, self->project, G_MAXUINT, tag);
      g_assert_cmpint (jalon_document_commit (self->document), ==, n <= 251);
      check_readable (self);
    }
}

/* What could be read and not be written is refused at once. */
static void
test_file (void)
{
  g_autofree char *outer = make_attributes ("xmlns:p", 0, 150);
  GString *text = g_string_new ("<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\"");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (text, "%s><tag id=\"t\" ", outer);
  for (guint i = 0; i < 150; i++)
    g_string_append_printf (text, " p%u:a=\"\"", i);
  g_string_append (text, "/></project>");
  bytes = g_string_free_to_bytes (text);
  g_assert_null (jalon_reader_read (bytes, "x.jalon", NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
}

/* Pictures fill a file; texts take more room there than here. */
static void
test_bytes (Fixture *self, gconstpointer data)
{
  g_autofree char *picture = g_strnfill (JALON_DATA_MAX, 'A');
  g_autofree char *text = g_strnfill (JALON_TEXT_MAX, '&');

  jalon_document_begin (self->document, "Pictures");
  for (guint i = 0; i < 7; i++)
    insert (self, JALON_KIND_IMAGE, JALON_FIELD_DATA, picture);
  g_assert_true (jalon_document_commit (self->document));
  jalon_document_begin (self->document, "Picture");
  insert (self, JALON_KIND_IMAGE, JALON_FIELD_DATA, picture);
  g_assert_false (jalon_document_commit (self->document));
  check_refused (self, "at most 64 MiB", "Pictures");

  for (guint i = 0; i < 2; i++)
    {
      jalon_document_begin (self->document, "Text");
      insert (self, JALON_KIND_PERSONA, JALON_FIELD_NAME, NULL);
      jalon_document_set (self->document, jalon_element_get_child (self->project, 7 + i),
                          JALON_FIELD_QUOTE, text, NULL);
      g_assert_cmpint (jalon_document_commit (self->document), ==, i == 0);
    }
  check_refused (self, "at most 64 MiB", "Text");
  check_readable (self);
}

/* One that came too large may become smaller, in as many steps as it takes. */
static void
test_shrinking (void)
{
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, "p");
  g_autoptr (JalonDocument) document = NULL;

  for (guint i = 0; i < JALON_ELEMENTS_MAX + 5; i++)
    jalon_element_append (project, jalon_element_new (JALON_KIND_TAG, NULL));
  document = jalon_document_new (project);
  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, jalon_element_get_child (project, 7));
  g_assert_true (jalon_document_commit (document));
  jalon_document_begin (document, "Rename");
  g_assert_true (jalon_document_set (document, project, JALON_FIELD_TITLE, "Title", NULL));
  g_assert_true (jalon_document_commit (document));
}

#define ADD(PATH, FUNC) g_test_add ("/files/room/" PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("elements", test_elements);
  ADD ("unknown", test_unknown);
  ADD ("names", test_names);
  ADD ("deep", test_deep);
  ADD ("namespaces", test_namespaces);
  ADD ("attributes", test_attributes);
  g_test_add_func ("/files/room/file", test_file);
  ADD ("bytes", test_bytes);
  g_test_add_func ("/files/room/shrinking", test_shrinking);
  return g_test_run ();
}
