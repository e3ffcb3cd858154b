/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-error.h"
#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-drop.h"
#include "widgets/jalon-stream.h"

/* What programs offer when people drag something out of them. */
static const struct
{
  const char *from;
  const char *mime_types[6];
  JalonDropKind kind;
} offers[] = {
  { "nowhere", { NULL }, JALON_DROP_UNKNOWN },
  { "another world", { "application/x-other", "text/html" }, JALON_DROP_UNKNOWN },
  { "a text editor", { "text/plain;charset=utf-8", "text/plain" }, JALON_DROP_TEXT },
  { "an old terminal", { "text/plain" }, JALON_DROP_TEXT },
  { "a spreadsheet",
    { "image/png", "text/html", "text/plain;charset=utf-8", "image/bmp" },
    JALON_DROP_TEXT },
  { "a file manager", { "text/plain", "text/uri-list" }, JALON_DROP_FILES },
  { "a picture in a browser",
    { "image/png", "text/html", "text/plain", "text/uri-list" },
    JALON_DROP_FILES },
  { "a painting program", { "image/bmp", "image/png" }, JALON_DROP_PICTURE },
  { "another window of Jalon",
    { "image/png", "text/plain;charset=utf-8", JALON_FRAGMENT_MIME },
    JALON_DROP_FRAGMENT },
};

static void
test_kind (gconstpointer data)
{
  const char *const *mime_types = offers[GPOINTER_TO_UINT (data)].mime_types;
  GdkContentFormats *formats = gdk_content_formats_new ((const char **) mime_types,
                                                        g_strv_length ((GStrv) mime_types));

  g_assert_cmpint (jalon_drop_get_kind (formats), ==, offers[GPOINTER_TO_UINT (data)].kind);
  gdk_content_formats_unref (formats);
}

/* A file manager of GTK in the same process offers objects rather than forms. */
static void
test_files (void)
{
  GdkContentFormats *formats = gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST);

  g_assert_cmpint (jalon_drop_get_kind (formats), ==, JALON_DROP_FILES);
  gdk_content_formats_unref (formats);
}

/* In bytes; a chunk is 65536. */
static const struct
{
  gsize length;
  gsize limit;
  gboolean is_taken;
} streams[] = {
  { 0, 0, TRUE },
  { 1, 0, FALSE },
  { 5, 5, TRUE },
  { 6, 5, FALSE },
  { 65536, 65536, TRUE },
  { 65537, 65536, FALSE },
  { 200000, 1000000, TRUE },
  { 2000000, 1000000, FALSE },
};

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_stream (gconstpointer data)
{
  gsize length = streams[GPOINTER_TO_UINT (data)].length;
  g_autofree char *text = g_strnfill (length, 'x');
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  jalon_stream_read (stream, streams[GPOINTER_TO_UINT (data)].limit,
                     g_task_new (NULL, NULL, read_cb, &result));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  bytes = g_task_propagate_pointer (G_TASK (result), &error);
  if (streams[GPOINTER_TO_UINT (data)].is_taken)
    {
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, length);
    }
  else
    g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
}

/* What breaks off is no text that is shorter. */
static void
test_broken (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("text", 4, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  jalon_stream_read (stream, 100, g_task_new (NULL, cancellable, read_cb, &result));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/drop/kind/%s", offers[i].from);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      g_autofree char *path = g_strdup_printf ("/drop/stream/%" G_GSIZE_FORMAT
                                               " of %" G_GSIZE_FORMAT,
                                               streams[i].length, streams[i].limit);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stream);
    }
  g_test_add_func ("/drop/files", test_files);
  g_test_add_func ("/drop/broken", test_broken);
  return g_test_run ();
}
