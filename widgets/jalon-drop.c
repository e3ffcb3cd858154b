/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-drop.h"

#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-stream.h"

/* How a kind shows. Whoever drags offers many forms: a spreadsheet a picture beside its text, and a
 * file manager the names of its files as text. What comes first is what people mean. */
static const struct
{
  JalonDropKind kind;
  const char *mime_type; /* or how it begins, up to a slash */
} forms[] = {
  { JALON_DROP_FRAGMENT, JALON_FRAGMENT_MIME },
  { JALON_DROP_FILES, "text/uri-list" },
  { JALON_DROP_TEXT, "text/plain" },
  { JALON_DROP_TEXT, "text/plain;charset=utf-8" },
  { JALON_DROP_PICTURE, "image/" },
};

static gboolean
has_form (const char *const *mime_types, const char *form)
{
  gboolean is_family = g_str_has_suffix (form, "/");

  for (guint i = 0; mime_types != NULL && mime_types[i] != NULL; i++)
    if (is_family ? g_str_has_prefix (mime_types[i], form) : strcmp (mime_types[i], form) == 0)
      return TRUE;
  return FALSE;
}

/**
 * jalon_drop_get_kind:
 * @formats: the forms in which something is dragged
 *
 * Returns: what people drag
 */
JalonDropKind
jalon_drop_get_kind (GdkContentFormats *formats)
{
  const char *const *mime_types = gdk_content_formats_get_mime_types (formats, NULL);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    return JALON_DROP_FILES;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (has_form (mime_types, forms[i].mime_type))
      return forms[i].kind;
  return JALON_DROP_UNKNOWN;
}

static void
stream_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  gsize limit = *(gsize *) g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (object), result, NULL, &error);

  if (stream != NULL)
    jalon_stream_read (stream, limit, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * jalon_drop_read_async:
 * @drop: what was dropped
 * @mime_type: a form in which it comes
 * @limit: the most bytes
 * @callback: called when it is there
 * @data: for @callback
 *
 * Reads the bytes of what was dropped. GTK would make of them whatever they say they are.
 */
void
jalon_drop_read_async (GdkDrop *drop,
                       const char *mime_type,
                       gsize limit,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  const char *mime_types[] = { mime_type, NULL };
  GTask *task = g_task_new (drop, NULL, callback, data);

  g_task_set_task_data (task, g_memdup2 (&limit, sizeof limit), g_free);
  gdk_drop_read_async (drop, mime_types, G_PRIORITY_DEFAULT, NULL, stream_cb, task);
}

/**
 * jalon_drop_read_finish:
 * @result: what the callback got
 * @error: %JALON_ERROR_REFUSED if there is too much of it; else a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
jalon_drop_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
