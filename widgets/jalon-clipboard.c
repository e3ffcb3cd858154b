/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-clipboard.h"

#include <glib/gi18n-lib.h>

#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "widgets/jalon-content.h"
#include "widgets/jalon-paste.h"
#include "widgets/jalon-stream.h"

static void
serialized_cb (GObject *object, GAsyncResult *result, gpointer serializer)
{
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, &error))
    gdk_content_serializer_return_success (serializer);
  else
    gdk_content_serializer_return_error (serializer, error);
}

static void
serialize (GdkContentSerializer *serializer)
{
  const GValue *value = gdk_content_serializer_get_value (serializer);
  GBytes *bytes = jalon_writer_to_bytes (jalon_fragment_get_project (g_value_get_object (value)));
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  gdk_content_serializer_set_task_data (serializer, bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (gdk_content_serializer_get_output_stream (serializer), data,
                                   length, gdk_content_serializer_get_priority (serializer),
                                   gdk_content_serializer_get_cancellable (serializer),
                                   serialized_cb, serializer);
}

static void
deserialized_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GdkContentDeserializer *deserializer = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  JalonFragment *fragment = bytes != NULL ? jalon_clipboard_parse (bytes, &error) : NULL;

  if (fragment == NULL)
    {
      gdk_content_deserializer_return_error (deserializer, error);
      return;
    }
  g_value_take_object (gdk_content_deserializer_get_value (deserializer), fragment);
  gdk_content_deserializer_return_success (deserializer);
}

static void
deserialize (GdkContentDeserializer *deserializer)
{
  jalon_stream_read (gdk_content_deserializer_get_input_stream (deserializer), JALON_FILE_MAX,
                     g_task_new (NULL, NULL, deserialized_cb, deserializer));
}

/**
 * jalon_clipboard_init:
 *
 * Tells GDK how fragments are written and read. Doing it twice does nothing.
 */
void
jalon_clipboard_init (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;
  gdk_content_register_serializer (JALON_TYPE_FRAGMENT, JALON_FRAGMENT_MIME, serialize, NULL, NULL);
  gdk_content_register_deserializer (JALON_FRAGMENT_MIME, JALON_TYPE_FRAGMENT, deserialize, NULL,
                                     NULL);
  g_once_init_leave (&is_done, 1);
}

/**
 * jalon_clipboard_provider_new:
 * @elements: (element-type JalonElement): elements of one document, at least one
 * @cells: (nullable) (array): in which cells they stand, for a table
 *
 * Copies elements with all that they refer to. What becomes of them later does not change the copy.
 *
 * Returns: (transfer full): them for a clipboard or a drag
 */
GdkContentProvider *
jalon_clipboard_provider_new (GPtrArray *elements, const JalonFragmentCell *cells)
{
  g_autoptr (JalonFragment) fragment = jalon_fragment_new (elements, cells);

  jalon_clipboard_init ();
  return jalon_content_new (fragment);
}

/**
 * jalon_clipboard_insert:
 * @document: a document
 * @fragment: maps, as they come from another window
 * @message: (out) (optional) (nullable): what people should know beside: what came along
 * @error: %JALON_ERROR_VALUE if it holds no maps; then nothing has changed
 *
 * Adds maps to a project with what they refer to, as one step, and selects them. What is there
 * already is used.
 *
 * Returns: %TRUE if something was inserted
 */
gboolean
jalon_clipboard_insert (JalonDocument *document,
                        JalonFragment *fragment,
                        char **message,
                        GError **error)
{
  const JalonPastePlace place = { document, NULL, jalon_paste_get_only_slot, NULL };
  g_auto (JalonPasted) pasted = { 0 };

  g_return_val_if_fail (JALON_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (JALON_IS_FRAGMENT (fragment), FALSE);

  if (!jalon_paste_fragment (&place, fragment, &pasted, error))
    return FALSE;
  if (message != NULL)
    *message = jalon_pasted_describe (&pasted);
  return TRUE;
}

/**
 * jalon_clipboard_parse:
 * @bytes: what claims to be a fragment
 * @error: why it is none
 *
 * Reads a fragment as any file is read: with nothing executed, followed or fetched.
 *
 * Returns: (transfer full) (nullable): the fragment
 */
JalonFragment *
jalon_clipboard_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JalonElement) project = jalon_reader_read (bytes, _ ("Clipboard"), NULL, error);

  return project != NULL ? jalon_fragment_new_from_project (project) : NULL;
}

/* The forms in which it comes without detours: what GDK adds to those of others, as it can turn a
 * list of files into a text, it does not deliver. */
static GdkContentFormats *
ref_formats (GdkClipboard *clipboard)
{
  GdkContentProvider *provider = gdk_clipboard_get_content (clipboard);

  if (provider == NULL)
    return gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard));
  return gdk_content_formats_union_serialize_mime_types (
    gdk_content_provider_ref_formats (provider));
}

/**
 * jalon_clipboard_has:
 * @clipboard: a clipboard
 * @mime_types: forms, %NULL-terminated
 *
 * Returns: %TRUE if it offers one of them
 */
gboolean
jalon_clipboard_has (GdkClipboard *clipboard, const char *const *mime_types)
{
  GdkContentFormats *formats = ref_formats (clipboard);
  gboolean found = FALSE;

  for (guint i = 0; mime_types[i] != NULL; i++)
    found |= gdk_content_formats_contain_mime_type (formats, mime_types[i]);
  gdk_content_formats_unref (formats);
  return found;
}

static void
stream_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  gsize limit = *(gsize *) g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GInputStream)
    stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, &error);

  if (stream != NULL)
    jalon_stream_read (stream, limit, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * jalon_clipboard_read_async:
 * @clipboard: a clipboard
 * @mime_types: forms in which it may come, best first, %NULL-terminated
 * @limit: the most bytes
 * @cancellable: (nullable): to stop it
 * @callback: called when it is there
 * @data: for @callback
 *
 * Reads the bytes of a clipboard.
 */
void
jalon_clipboard_read_async (GdkClipboard *clipboard,
                            const char *const *mime_types,
                            gsize limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  GTask *task = g_task_new (clipboard, cancellable, callback, data);

  g_task_set_task_data (task, g_memdup2 (&limit, sizeof limit), g_free);
  gdk_clipboard_read_async (clipboard, (const char **) mime_types, G_PRIORITY_DEFAULT, cancellable,
                            stream_cb, task);
}

/**
 * jalon_clipboard_read_finish:
 * @clipboard: a clipboard
 * @result: what the callback got
 * @error: %JALON_ERROR_REFUSED if there is too much of it; else a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
jalon_clipboard_read_finish (GdkClipboard *clipboard, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
