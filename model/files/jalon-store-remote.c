/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are not on this machine and have no path here (sftp://, dav:// through gvfs): the
 * server's word is all there is. */

#include "files/jalon-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/jalon-error.h"
#include "files/jalon-backup.h"
#include "files/jalon-reader.h"
#include "files/jalon-remote-private.h"

/* Gvfs speaks of objects on its bus while a server goes away or comes back; of WebDAV servers that
 * do not answer gvfs 1.50 says "HTTP Error: (null)". */
static gboolean
is_away (const GError *error)
{
  return error->domain == G_DBUS_ERROR ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED) ||
         g_str_has_suffix (error->message, ": (null)");
}

static void
explain (StoreJob *job, GError **error)
{
  if (error == NULL || *error == NULL)
    return;
  if (is_away (*error))
    {
      g_clear_error (error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED,
                   _ ("%s: The server or folder that it is on is not connected"), job->name);
    }
  else if (!g_str_has_prefix ((*error)->message, job->name))
    {
      g_prefix_error (error, "%s: ", job->name);
    }
}

GBytes *
store_remote_read (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (job->file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  GBytes *bytes;

  if (stream == NULL)
    {
      explain (job, error);
      return NULL;
    }
  /* Once, when it is opened. */
  if (job->known == NULL)
    remote_sweep (job->file, cancellable);
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  bytes = remote_read_stream (G_INPUT_STREAM (stream), JALON_FILE_MAX, cancellable, error);
  if (bytes == NULL)
    {
      explain (job, error);
      return NULL;
    }
  g_clear_pointer (&job->known, jalon_fingerprint_unref);
  job->known = jalon_fingerprint_new (NULL, info != NULL ? g_file_info_get_etag (info) : NULL,
                                      bytes);
  return bytes;
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

/* Whether what is there may go; it is kept before. */
static gboolean
check_target (StoreJob *job, GCancellable *cancellable, GError **error)
{
  gboolean overwrites = (job->flags & JALON_SAVE_OVERWRITE) != 0;

  if (job->known == NULL && !overwrites)
    {
      if (!g_file_query_exists (job->file, cancellable))
        return TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("%s: There is already a file of that name"), job->name);
      return FALSE;
    }
  if (!overwrites && !check_unchanged (job, cancellable, error))
    return FALSE;
  keep_version (job, cancellable);
  return TRUE;
}

/* Servers may say little more than that they would not. */
static void
reassure (GError **error)
{
  g_autofree char *reason = g_strdup ((*error)->message);

  if (is_away (*error) || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_free ((*error)->message);
  (*error)->message = g_strdup_printf (
    _ ("The file could not be saved on the server: %s. What was saved before is unchanged"),
    reason);
}

static char *
query_etag (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

static gboolean
fill (StoreJob *job, RemoteTarget *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (remote_target_fill (target, job->bytes, cancellable, &problem))
    return TRUE;
  reassure (&problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The last look before the old file goes. */
static gboolean
check_again (StoreJob *job, const RemoteTarget *target, GCancellable *cancellable, GError **error)
{
  const char *known = job->known != NULL ? jalon_fingerprint_get_etag (job->known) : NULL;
  g_autofree char *etag = NULL;

  if ((job->flags & JALON_SAVE_OVERWRITE) != 0 || known == NULL)
    return TRUE;
  etag = query_etag (target->file, cancellable);
  if (etag == NULL || strcmp (etag, known) == 0)
    return TRUE;
  fail_changed (by_others (), error);
  return FALSE;
}

static gboolean
write_beside (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (RemoteTarget) target = { NULL };
  gboolean is_new = job->known == NULL && (job->flags & JALON_SAVE_OVERWRITE) == 0;
  g_autofree char *etag = NULL;

  if (!check_target (job, cancellable, error))
    return FALSE;
  remote_target_init (&target, job->file, cancellable);
  if (!fill (job, &target, cancellable, error) || !check_again (job, &target, cancellable, error))
    {
      g_file_delete (target.temp, NULL, NULL);
      return FALSE;
    }
  if (!remote_target_move (&target, is_new ? G_FILE_COPY_NONE : G_FILE_COPY_OVERWRITE, error))
    return FALSE;
  etag = query_etag (target.file, NULL);
  g_clear_pointer (&job->known, jalon_fingerprint_unref);
  job->known = jalon_fingerprint_new (NULL, etag, job->bytes);
  job->is_written = TRUE;
  return TRUE;
}

gboolean
store_remote_write (StoreJob *job, GCancellable *cancellable, GError **error)
{
  if (write_beside (job, cancellable, error))
    return TRUE;
  explain (job, error);
  return FALSE;
}
