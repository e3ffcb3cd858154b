/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing to servers: beside the old file, read back, and moved there. Gvfs's own way of replacing
 * files puts what is written so far in the place of the old file when the server is full. */

#include "files/jalon-remote-private.h"

#include <glib/gi18n-lib.h>

#include "files/jalon-store-private.h"

#define CHUNK (64 * 1024)

/* In s. */
#define DAY (24 * 60 * 60)

/* Reads to the end, or to one byte more than @most. A NUL is put behind. */
GBytes *
remote_read_stream (GInputStream *stream, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize length;
  gssize n;

  do
    {
      n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (data, chunk, n);
    }
  while (n > 0 && data->len <= most);
  length = data->len;
  g_byte_array_append (data, (const guint8 *) "", 1);
  return g_bytes_new_take (g_byte_array_free (g_steal_pointer (&data), FALSE), length);
}

/* Removes what interrupted savings left beside @file more than a day ago. */
void
remote_sweep (GFile *file, GCancellable *cancellable)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFileEnumerator) names =
    g_file_enumerate_children (folder,
                               G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                              "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GFileInfo *info;
  GFile *child;

  while (names != NULL && g_file_enumerator_iterate (names, &info, &child, cancellable, NULL) &&
         info != NULL)
    {
      gint64 time = (gint64) g_file_info_get_attribute_uint64 (info,
                                                               G_FILE_ATTRIBUTE_TIME_MODIFIED);

      if (store_temp_is_of (g_file_info_get_name (info), base) && time > 0 && time < now - DAY &&
          g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
        g_file_delete (child, cancellable, NULL);
    }
}

static GFile *
make_temp (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = store_temp_make_name (base, g_random_int ());

  return g_file_get_child (folder, name);
}

void
remote_target_init (RemoteTarget *self, GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file,
                       G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK
                       "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET "," G_FILE_ATTRIBUTE_UNIX_MODE,
                       G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  const char *link = info != NULL ? g_file_info_get_symlink_target (info) : NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  self->file = link != NULL ? g_file_resolve_relative_path (folder, link) : g_object_ref (file);
  if (info != NULL && link == NULL)
    self->mode = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 0777;
  self->temp = make_temp (self->file);
}

void
remote_target_clear (RemoteTarget *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->temp);
}

/* Whether the server has what was written. */
static gboolean
check_written (GFile *temp, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (temp, cancellable, error);
  g_autoptr (GBytes) found = NULL;

  if (stream != NULL)
    found = remote_read_stream (G_INPUT_STREAM (stream), g_bytes_get_size (bytes), cancellable,
                                error);
  if (found == NULL || g_bytes_equal (found, bytes))
    return found != NULL;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The server has not kept what was written"));
  return FALSE;
}

/* Writes @bytes beside the file; whoever does not move them deletes what is there then. */
gboolean
remote_target_fill (RemoteTarget *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream)
    stream = g_file_create (self->temp, G_FILE_CREATE_NONE, cancellable, error);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (stream == NULL ||
      !g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error) ||
      !g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error) ||
      !check_written (self->temp, bytes, cancellable, error))
    return FALSE;
  if (self->mode != 0)
    g_file_set_attribute_uint32 (self->temp, G_FILE_ATTRIBUTE_UNIX_MODE, self->mode,
                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return TRUE;
}

/* Some servers first remove what is in the way, and can fail then: what is left must not go,
 * too. */
gboolean
remote_target_move (const RemoteTarget *self, GFileCopyFlags flags, GError **error)
{
  g_autofree char *name = g_file_get_basename (self->temp);
  g_autofree char *shown = g_filename_display_name (name);

  flags |= G_FILE_COPY_NO_FALLBACK_FOR_MOVE | G_FILE_COPY_NOFOLLOW_SYMLINKS;
  if (g_file_move (self->temp, self->file, flags, NULL, NULL, NULL, error))
    return TRUE;
  if (g_file_query_exists (self->file, NULL))
    {
      g_file_delete (self->temp, NULL, NULL);
      return FALSE;
    }
  if (g_file_move (self->temp, self->file, flags, NULL, NULL, NULL, NULL))
    {
      g_clear_error (error);
      return TRUE;
    }
  g_prefix_error (error, _ ("What was to be saved is beside it, in “%s”: "), shown);
  return FALSE;
}

static gboolean
replace (RemoteTarget *target, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  if (remote_target_fill (target, bytes, cancellable, error))
    return remote_target_move (target, G_FILE_COPY_OVERWRITE, error);
  g_file_delete (target->temp, NULL, NULL);
  return FALSE;
}

/**
 * jalon_remote_replace:
 * @file: where to, on a server
 * @bytes: what shall be in it
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR
 *
 * Writes a file in whole or not at all, waiting for the server.
 *
 * Returns: %TRUE if it is there; else an old one is as it was
 */
gboolean
jalon_remote_replace (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_auto (RemoteTarget) target = { NULL };
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  remote_target_init (&target, file, cancellable);
  if (replace (&target, bytes, cancellable, error))
    return TRUE;
  /* Servers may say little more than that they would not. */
  name = g_file_get_parse_name (file);
  g_prefix_error (error, _ ("Cannot write “%s”: "), name);
  return FALSE;
}
