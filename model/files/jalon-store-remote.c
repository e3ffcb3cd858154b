/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are not on this machine and have no path here (sftp://, dav:// through gvfs): the
 * server's word is all there is. */

#include "files/jalon-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/jalon-error.h"
#include "files/jalon-backup.h"
#include "files/jalon-reader.h"

#define CHUNK (64 * 1024)

/* Gvfs speaks of objects on its bus while a server goes away or comes back. */
static gboolean
is_away (const GError *error)
{
  return error->domain == G_DBUS_ERROR ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED);
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

/* Reads to the end, or to one byte more than a project may have; the reader refuses that. A NUL is
 * put behind. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
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
  while (n > 0 && data->len <= JALON_FILE_MAX);
  length = data->len;
  g_byte_array_append (data, (const guint8 *) "", 1);
  return g_bytes_new_take (g_byte_array_free (g_steal_pointer (&data), FALSE), length);
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
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  bytes = read_stream (G_INPUT_STREAM (stream), cancellable, error);
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

/* Where the new content goes: to what a link leads to, and with its mode. */
typedef struct
{
  GFile *file;
  GFile *temp;  /* beside it */
  guint32 mode; /* 0 if nobody knows */
} Target;

static void
target_clear (Target *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->temp);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static GFile *
make_temp (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_strdup_printf (".~%s.%06x", base, g_random_int () & 0xFFFFFF);

  return g_file_get_child (folder, name);
}

static void
resolve (StoreJob *job, Target *target, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (job->file,
                       G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK
                       "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET "," G_FILE_ATTRIBUTE_UNIX_MODE,
                       G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  const char *link = info != NULL ? g_file_info_get_symlink_target (info) : NULL;
  g_autoptr (GFile) folder = g_file_get_parent (job->file);

  if (link != NULL)
    target->file = g_file_resolve_relative_path (folder, link);
  else
    target->file = g_object_ref (job->file);
  if (info != NULL && link == NULL)
    target->mode = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 0777;
  target->temp = make_temp (target->file);
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

/* Whether the server has what was written. */
static gboolean
check_written (StoreJob *job, GFile *temp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (temp, cancellable, error);
  g_autoptr (GBytes)
    found = stream != NULL ? read_stream (G_INPUT_STREAM (stream), cancellable, error) : NULL;

  if (found == NULL || g_bytes_equal (found, job->bytes))
    return found != NULL;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The server has not kept what was written"));
  return FALSE;
}

static gboolean
write_temp (StoreJob *job, const Target *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream)
    stream = g_file_create (target->temp, G_FILE_CREATE_NONE, cancellable, error);
  gsize size;
  gconstpointer data = g_bytes_get_data (job->bytes, &size);

  if (stream == NULL ||
      !g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error) ||
      !g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error) ||
      !check_written (job, target->temp, cancellable, error))
    return FALSE;
  if (target->mode != 0)
    g_file_set_attribute_uint32 (target->temp, G_FILE_ATTRIBUTE_UNIX_MODE, target->mode,
                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
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
fill (StoreJob *job, const Target *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (write_temp (job, target, cancellable, &problem))
    return TRUE;
  reassure (&problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The last look before the old file goes. */
static gboolean
check_again (StoreJob *job, const Target *target, GCancellable *cancellable, GError **error)
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

/* Some servers first remove what is in the way, and can fail then: what is left must not go,
 * too. */
static gboolean
move (const Target *target, GFileCopyFlags flags, GError **error)
{
  g_autofree char *name = g_file_get_basename (target->temp);
  g_autofree char *shown = g_filename_display_name (name);

  flags |= G_FILE_COPY_NO_FALLBACK_FOR_MOVE | G_FILE_COPY_NOFOLLOW_SYMLINKS;
  if (g_file_move (target->temp, target->file, flags, NULL, NULL, NULL, error))
    return TRUE;
  if (g_file_query_exists (target->file, NULL))
    {
      g_file_delete (target->temp, NULL, NULL);
      return FALSE;
    }
  if (g_file_move (target->temp, target->file, flags, NULL, NULL, NULL, NULL))
    {
      g_clear_error (error);
      return TRUE;
    }
  g_prefix_error (error, _ ("What was to be saved is beside it, in “%s”: "), shown);
  return FALSE;
}

/* Writes the new content beside the file, reads it back, and moves it there. Gvfs's own way of
 * replacing files would put what is written so far in the place of the old file when the server is
 * full. */
static gboolean
write_beside (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (Target) target = { NULL };
  gboolean is_new = job->known == NULL && (job->flags & JALON_SAVE_OVERWRITE) == 0;
  g_autofree char *etag = NULL;

  if (!check_target (job, cancellable, error))
    return FALSE;
  resolve (job, &target, cancellable);
  if (!fill (job, &target, cancellable, error) || !check_again (job, &target, cancellable, error))
    {
      g_file_delete (target.temp, NULL, NULL);
      return FALSE;
    }
  if (!move (&target, is_new ? G_FILE_COPY_NONE : G_FILE_COPY_OVERWRITE, error))
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
