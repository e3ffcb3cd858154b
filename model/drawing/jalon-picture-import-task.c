/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files are read and pictures made in a thread: a photograph takes a second. */

#include "drawing/jalon-picture-import.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-thread.h"

/* Read at once. In bytes. */
#define PORTION (64 * 1024)

typedef struct
{
  GFile *file;
  GBytes *bytes;
  const JalonField *field;
} Import;

static void
import_free (Import *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* Not from a pipe or a device, which may never end. */
static gboolean
check_regular (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  const char *why;

  if (info == NULL)
    return FALSE;
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      return TRUE;

    case G_FILE_TYPE_DIRECTORY:
      why = _ ("This is a folder. Choose a picture in it.");
      break;

    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
    case G_FILE_TYPE_UNKNOWN:
    default:
      why = _ ("This is not a picture. Choose a PNG or JPEG file.");
    }
  g_set_error_literal (error, JALON_ERROR, JALON_ERROR_REFUSED, why);
  return FALSE;
}

/* One byte more than is taken: then it is too large, however it grows. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guchar *portion = g_malloc (PORTION);
  gssize n = 1;

  if (!check_regular (file, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  while (stream != NULL && n > 0 && out->len <= JALON_PICTURE_IMPORT_MAX)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), portion, PORTION, cancellable, error);
      if (n > 0)
        g_byte_array_append (out, portion, n);
    }
  if (stream == NULL || n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* What people called it, without the end that says what kind of file it was. */
static void
set_name (JalonElement *image, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("");
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  jalon_element_set (image, JALON_FIELD_NAME, name, NULL);
}

static void
import_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  JalonElement *image = NULL;
  GError *error = NULL;

  if (import->file != NULL)
    import->bytes = read_file (import->file, cancellable, &error);
  if (import->bytes != NULL)
    image = jalon_picture_import (import->bytes, import->field, cancellable, &error);
  if (image == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (import->file != NULL)
    set_name (image, import->file);
  g_task_return_pointer (task, image, g_object_unref);
}

static void
start (Import *import, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  jalon_thread_run_task (task, import_thread);
}

/**
 * jalon_picture_import_async:
 * @bytes: a file
 * @field: a reference to an image, which says what shape it needs
 * @cancellable: (nullable): stops it
 * @callback: is called when it is done
 * @data: for @callback
 *
 * Does jalon_picture_import() in a thread.
 */
void
jalon_picture_import_async (GBytes *bytes,
                            const JalonField *field,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  Import *import = g_new0 (Import, 1);

  import->bytes = g_bytes_ref (bytes);
  import->field = field;
  start (import, cancellable, callback, data);
}

/**
 * jalon_picture_import_file_async:
 * @file: a file
 * @field: a reference to an image, which says what shape it needs
 * @cancellable: (nullable): stops it
 * @callback: is called when it is done
 * @data: for @callback
 *
 * Reads a file and does jalon_picture_import() in a thread. The image is named after the file.
 */
void
jalon_picture_import_file_async (GFile *file,
                                 const JalonField *field,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  Import *import = g_new0 (Import, 1);

  import->file = g_object_ref (file);
  import->field = field;
  start (import, cancellable, callback, data);
}

/**
 * jalon_picture_import_finish:
 * @result: what the callback was given
 * @error: why not, see jalon_picture_import(), or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): an image in no document
 */
JalonElement *
jalon_picture_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
