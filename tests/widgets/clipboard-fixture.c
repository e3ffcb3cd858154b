/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clipboard-fixture.h"

#include "widgets/jalon-clipboard.h"

typedef struct
{
  gboolean is_done;
  GBytes *bytes;
} Read;

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Read *read = data;

  read->bytes = jalon_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL);
  read->is_done = TRUE;
}

/* What another program gets of the clipboard in this form; NULL if it gets nothing. */
GBytes *
clipboard_fixture_read (GtkWidget *widget, const char *mime_type)
{
  const char *const mime_types[] = { mime_type, NULL };
  Read read = { 0 };

  jalon_clipboard_read_async (gtk_widget_get_clipboard (widget), mime_types, 64 * 1024 * 1024, NULL,
                              read_cb, &read);
  while (!read.is_done)
    g_main_context_iteration (NULL, TRUE);
  return read.bytes;
}

void
clipboard_fixture_check_text (GtkWidget *widget, const char *wanted)
{
  g_autoptr (GBytes) bytes = clipboard_fixture_read (widget, "text/plain;charset=utf-8");
  g_autofree char *text = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, wanted);
}

void
clipboard_fixture_offer (GtkWidget *widget, const char *mime_type, const char *data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (mime_type, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

/* The titles of the children of @parent. */
void
clipboard_fixture_check_titles (JalonDocument *document, const char *parent, const char *wanted)
{
  JalonElement *element = fixture_get (document, parent);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            jalon_element_get_title (jalon_element_get_child (element, i)));
  g_assert_cmpstr (text->str, ==, wanted);
}
