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
  ADD ("bytes", test_bytes);
  g_test_add_func ("/files/room/shrinking", test_shrinking);
  return g_test_run ();
}
