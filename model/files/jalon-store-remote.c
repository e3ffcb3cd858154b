/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are not on this machine and have no path here (sftp://, dav:// through gvfs): the
 * server's word is all there is. */

#include "files/jalon-store-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "files/jalon-backup.h"
#include "files/jalon-reader.h"

#define CHUNK (64 * 1024)

static void
prefix (StoreJob *job, GError **error)
{
  g_prefix_error (error, "%s: ", job->name);
}

/* Reads to the end, or to one byte more than a project may have; the reader refuses that. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  do
    {
      n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (data, chunk, n);
    }
  while (n > 0 && data->len <= JALON_FILE_MAX);
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

GBytes *
store_remote_read (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (job->file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  GBytes *bytes;

  if (stream == NULL)
    {
      prefix (job, error);
      return NULL;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  bytes = read_stream (G_INPUT_STREAM (stream), cancellable, error);
  if (bytes == NULL)
    {
      prefix (job, error);
      return NULL;
    }
  g_clear_pointer (&job->known, jalon_fingerprint_unref);
  job->known = jalon_fingerprint_new (NULL, info != NULL ? g_file_info_get_etag (info) : NULL,
                                      bytes);
  return bytes;
}

/* Closing is what puts the new file in place of the old one, whatever is in it; only a cancelled
 * closing leaves the old one alone. */
static void
give_up (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

static void
fail_changed (const char *message, GError **error)
{
  g_set_error_literal (error, JALON_ERROR, JALON_ERROR_CHANGED, message);
}

static const char *
by_others (void)
{
  return _ ("The file was changed by somebody else since it was opened");
}

/* Whether the file is what @job knows. Tags are as fine as the server's clock, and some servers
 * have none: what is in it decides. @job then has the tag of now. */
static gboolean
check_unchanged (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) problem = NULL;

  switch (store_job_check (job, &found, cancellable, &problem))
    {
    case JALON_STORE_SAME:
      return TRUE;
    case JALON_STORE_CHANGED:
      fail_changed (by_others (), error);
      return FALSE;
    case JALON_STORE_GONE:
      fail_changed (_ ("The file was moved or deleted since it was opened"), error);
      return FALSE;
    case JALON_STORE_UNKNOWN:
    default:
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
}

/* Keeps the version that is about to be replaced, if there is one. */
static void
keep_version (StoreJob *job, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = NULL;

  if (job->backups == NULL || !job->needs_backup)
    return;
  if ((job->flags & JALON_SAVE_OVERWRITE) != 0)
    bytes = store_remote_read (job, cancellable, NULL);
  else
    bytes = g_bytes_ref (jalon_fingerprint_get_bytes (job->known));
  if (bytes != NULL)
    jalon_backup_add (job->backups, job->file, bytes, g_get_real_time () / G_USEC_PER_SEC,
                      job->n_backups, NULL);
}

static GFileOutputStream *
open_for_writing (StoreJob *job, GCancellable *cancellable, GError **error)
{
  gboolean overwrites = (job->flags & JALON_SAVE_OVERWRITE) != 0;

  if (job->known == NULL && !overwrites)
    return g_file_create (job->file, G_FILE_CREATE_NONE, cancellable, error);
  if (!overwrites && !check_unchanged (job, cancellable, error))
    return NULL;
  keep_version (job, cancellable);
  return g_file_replace (job->file, overwrites ? NULL : jalon_fingerprint_get_etag (job->known),
                         FALSE, G_FILE_CREATE_NONE, cancellable, error);
}

static gboolean
write_stream (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = open_for_writing (job, cancellable, error);
  g_autofree char *etag = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (job->bytes, &size);

  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error) ||
      !g_output_stream_flush (G_OUTPUT_STREAM (stream), cancellable, error))
    {
      give_up (stream);
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;
  etag = g_file_output_stream_get_etag (stream);
  g_clear_pointer (&job->known, jalon_fingerprint_unref);
  job->known = jalon_fingerprint_new (NULL, etag, job->bytes);
  job->is_written = TRUE;
  return TRUE;
}

gboolean
store_remote_write (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (write_stream (job, cancellable, &problem))
    return TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      g_clear_error (&problem);
      fail_changed (by_others (), &problem);
    }
  if (!g_str_has_prefix (problem->message, job->name))
    g_prefix_error (&problem, "%s: ", job->name);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
