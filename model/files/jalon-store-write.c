/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving: whatever fails, and wherever a crash comes, the file on disk is the old one or the new
 * one, whole. The new content is written beside the old file and brought to the disk, and meanwhile
 * read back; only when both have gone well is the old file kept as backup and the new one renamed
 * over it. */

#include "files/jalon-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "document/jalon-error.h"
#include "files/jalon-backup.h"
#include "files/jalon-writer.h"

/* The file that is to be replaced. */
typedef struct
{
  char *path; /* without symbolic links */
  gboolean exists;
  struct stat info;
} Target;

static void
target_clear (Target *self)
{
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

/* What could not be done, where and why, and that nothing was lost. */
static gboolean
fail (StoreJob *job, const Target *target, int code, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (code == ECANCELED)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("%s: Saving was cancelled"),
                 job->name);
  else if (target->exists)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _ ("%s: The file could not be saved in “%s”: %s. What was saved before is "
                    "unchanged"),
                 job->name, shown, g_strerror (code));
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _ ("%s: The file could not be saved in “%s”: %s"), job->name, shown,
                 g_strerror (code));
  return FALSE;
}

/* The new file has its place, but nobody knows whether it will have it after a power cut. */
static gboolean
fail_unsure (StoreJob *job, int code, GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _ ("%s: The file was written, but the disk does not confirm it: %s. Save once more, "
                  "or elsewhere"),
               job->name, g_strerror (code));
  return FALSE;
}

/* A place beside the file for what must not go into it. */
static char *
rescue (StoreJob *job)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *copy = g_strconcat (job->path, ".unsaved-", time, NULL);
  gsize size;
  const char *data = g_bytes_get_data (job->bytes, &size);

  if (!g_file_set_contents_full (copy, data, size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 NULL))
    return NULL;
  return g_steal_pointer (&copy);
}

/* Reads back what is to be written: a file that we could not open again would be worse than none.
 * Returns what is wrong with it (transfer full), or NULL. For a thread, too. */
static gpointer
verify (gpointer data)
{
  StoreJob *job = data;
  g_autoptr (GError) problem = NULL;
  g_autoptr (JalonElement) project = store_parse (job->bytes, job->name, NULL, &problem);
  g_autoptr (GBytes) again = project != NULL ? jalon_writer_to_bytes (project) : NULL;
  g_autofree char *copy = NULL;
  g_autofree char *shown = NULL;

  if (again != NULL && g_bytes_equal (again, job->bytes))
    return NULL;
  copy = job->path != NULL ? rescue (job) : NULL;
  shown = copy != NULL ? g_filename_display_name (copy) : g_strdup ("-");
  return g_error_new (JALON_ERROR, JALON_ERROR_REFUSED,
                      _ ("%s: The file was not saved, because it could not be read back (%s). What "
                         "was saved before is unchanged; a copy of your work is “%s”. Please "
                         "report this"),
                      job->name, problem != NULL ? problem->message : "", shown);
}

/* Where a file that is not there yet will be; NULL with errno set if it cannot be, as behind a link
 * to nowhere. */
static char *
resolve_new (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *real = realpath (folder, NULL);
  struct stat info;

  if (real == NULL)
    return NULL;
  if (lstat (path, &info) == 0)
    {
      errno = ENOENT;
      return NULL;
    }
  return g_build_filename (real, base, NULL);
}

static gboolean
resolve (StoreJob *job, Target *target, GError **error)
{
  target->path = realpath (job->path, NULL);
  target->exists = target->path != NULL;
  if (target->path == NULL && errno == ENOENT)
    target->path = resolve_new (job->path);
  if (target->path == NULL || (target->exists && stat (target->path, &target->info) != 0))
    return fail (job, target, errno, error);
  return TRUE;
}

static gboolean
check_writable (StoreJob *job, Target *target, GError **error)
{
  if (!target->exists)
    return TRUE;
  if (S_ISDIR (target->info.st_mode))
    return fail (job, target, EISDIR, error);
  if (!S_ISREG (target->info.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("%s: This is a device or a pipe; a project is saved as a file"), job->name);
      return FALSE;
    }
  if (faccessat (AT_FDCWD, target->path, W_OK, AT_EACCESS) != 0)
    return fail (job, target, errno, error);
  return TRUE;
}

static gboolean
fail_changed (StoreJob *job, const char *message, GError **error)
{
  g_set_error (error, JALON_ERROR, JALON_ERROR_CHANGED, "%s: %s", job->name, message);
  return FALSE;
}

static const char *
meanwhile (void)
{
  return _ ("The file was changed by somebody else while it was being saved");
}

/* Whether the file is what the program last read or wrote. */
static gboolean
check_unchanged (StoreJob *job, Target *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if ((job->flags & JALON_SAVE_OVERWRITE) != 0)
    return TRUE;
  if (job->known == NULL && !target->exists)
    return TRUE;
  if (job->known == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("%s: There is already a file of that name"), job->name);
      return FALSE;
    }
  if (!target->exists)
    return fail_changed (job, _ ("The file was moved or deleted since it was opened"), error);
  if (jalon_fingerprint_is_current (job->known, &target->info))
    return TRUE;

  bytes = store_read_path (target->path, job->name, &target->info, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (jalon_fingerprint_is_of (job->known, bytes))
    return TRUE;
  return fail_changed (job, _ ("The file was changed by somebody else since it was opened"), error);
}

/* Gives the file a second name beside it. */
static char *
link_backup (const Target *target)
{
  g_autofree char *temp = NULL;
  int fd = store_temp_create (target->path, 0600, &temp);

  if (fd < 0)
    return NULL;
  close (fd);
  g_unlink (temp);
  return link (target->path, temp) == 0 ? g_steal_pointer (&temp) : NULL;
}

/* Copies the file beside it, where there are no second names. */
static char *
copy_backup (StoreJob *job, const Target *target, GCancellable *cancellable)
{
  struct stat info;
  g_autoptr (GBytes) bytes = store_read_path (target->path, job->name, &info, cancellable, NULL);
  g_autofree char *temp = NULL;
  int fd = bytes != NULL ? store_temp_create (target->path, 0600, &temp) : -1;

  if (fd < 0)
    return NULL;
  store_temp_dress (fd, target->path, &info);
  if (store_temp_fill (fd, bytes, cancellable) ? store_temp_finish (fd) : (close (fd), FALSE))
    return g_steal_pointer (&temp);
  g_unlink (temp);
  return NULL;
}

/* Keeps the state before the first save of a session as "NAME~". The file itself never goes away,
 * not for a moment. What cannot be backed up is saved all the same. */
static gboolean
make_backup (StoreJob *job, Target *target, GCancellable *cancellable, GError **error)
{
  g_autofree char *backup = g_strconcat (target->path, "~", NULL);
  g_autofree char *temp = link_backup (target);
  struct stat before = target->info;

  if (temp == NULL)
    temp = copy_backup (job, target, cancellable);
  if (temp != NULL)
    {
      rename (temp, backup);
      /* Renaming one name of a file to another one of it does nothing and leaves both. */
      g_unlink (temp);
    }

  /* A second name changes the time of status, and nothing else. */
  if (stat (target->path, &target->info) != 0)
    return fail (job, target, errno, error);
  before.st_ctim = target->info.st_ctim;
  return jalon_fingerprint_same_state (&before, &target->info) ||
         (job->flags & JALON_SAVE_OVERWRITE) != 0 || fail_changed (job, meanwhile (), error);
}

/* Keeps the version that is about to be replaced. What cannot be kept is saved over all the same:
 * it is in "NAME~", too. */
static void
keep_version (StoreJob *job, const Target *target, GCancellable *cancellable)
{
  struct stat info = target->info;
  g_autoptr (GBytes) bytes = NULL;

  if (job->backups == NULL)
    return;
  if ((job->flags & JALON_SAVE_OVERWRITE) != 0)
    bytes = store_read_path (target->path, job->name, &info, cancellable, NULL);
  else
    bytes = g_bytes_ref (jalon_fingerprint_get_bytes (job->known));
  if (bytes != NULL)
    jalon_backup_add (job->backups, job->file, bytes, info.st_mtime, job->n_backups, NULL);
}

/* The last look before the old file goes: whoever wrote it meanwhile has the last microseconds. */
static gboolean
check_again (StoreJob *job, const Target *target, GError **error)
{
  struct stat info;
  gboolean exists = stat (target->path, &info) == 0;

  if ((job->flags & JALON_SAVE_OVERWRITE) != 0 ||
      (exists == target->exists &&
       (!exists || jalon_fingerprint_same_state (&info, &target->info))))
    return TRUE;
  return fail_changed (job, meanwhile (), error);
}

/* Brings the bytes of @job to the disk as the temporary file @temp, as like the target as it can
 * be. */
static gboolean
write_beside (StoreJob *job,
              const Target *target,
              int fd,
              const char *temp,
              GCancellable *cancellable,
              GError **error)
{
  if (!store_temp_fill (fd, job->bytes, cancellable))
    {
      int code = errno;

      close (fd);
      return fail (job, target, code, error);
    }
  if (target->exists)
    store_temp_dress (fd, target->path, &target->info);
  return (store_temp_finish (fd) && store_temp_check (temp, job->bytes)) ||
         fail (job, target, errno, error);
}

/* Writes beside the target. The disk takes a while for that, and reading back needs no disk. */
static gboolean
prepare (StoreJob *job,
         const Target *target,
         int fd,
         const char *temp,
         GCancellable *cancellable,
         GError **error)
{
  GThread *thread = g_thread_try_new ("jalon-verify", verify, job, NULL);
  g_autoptr (GError) failure = NULL;
  gboolean is_written = write_beside (job, target, fd, temp, cancellable, &failure);
  GError *problem = thread != NULL ? g_thread_join (thread) : verify (job);

  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (!is_written)
    g_propagate_error (error, g_steal_pointer (&failure));
  return problem == NULL && is_written;
}

/* Lets the temporary file @temp take the place of the target. */
static gboolean
replace (StoreJob *job,
         const Target *target,
         const char *temp,
         GCancellable *cancellable,
         GError **error)
{
  struct stat info, now;

  if (stat (temp, &info) != 0)
    return fail (job, target, errno, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_again (job, target, error))
    return FALSE;
  if (rename (temp, target->path) != 0)
    return fail (job, target, errno, error);

  /* Renaming changes the time of status. */
  if (stat (target->path, &now) == 0 && now.st_ino == info.st_ino)
    info = now;
  g_clear_pointer (&job->known, jalon_fingerprint_unref);
  job->known = jalon_fingerprint_new (&info, NULL, job->bytes);
  job->is_written = TRUE;
  return store_sync_directory (target->path) || fail_unsure (job, errno, error);
}

/* Whether the file has names beside this one and that of its backup. Only this one gets the new
 * content: to write into the file itself would put both at risk. */
static gboolean
has_other_names (const Target *target)
{
  g_autofree char *backup = g_strconcat (target->path, "~", NULL);
  struct stat info;
  gboolean is_backed_up = stat (backup, &info) == 0 && info.st_ino == target->info.st_ino &&
                          info.st_dev == target->info.st_dev;

  return target->exists && target->info.st_nlink > (is_backed_up ? 2 : 1);
}

/* Keeps what is there, where that is wanted, and unless somebody else has just written it. */
static gboolean
keep (StoreJob *job, Target *target, GCancellable *cancellable, GError **error)
{
  if (!target->exists || !job->needs_backup)
    return TRUE;
  if (!check_again (job, target, error))
    return FALSE;
  keep_version (job, target, cancellable);
  return make_backup (job, target, cancellable, error);
}

static gboolean
save_local (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (Target) target = { NULL };
  g_autofree char *temp = NULL;
  int fd;

  if (!resolve (job, &target, error) || !check_writable (job, &target, error) ||
      !check_unchanged (job, &target, cancellable, error))
    return FALSE;
  job->has_other_names = has_other_names (&target);
  fd = store_temp_create (target.path, target.exists ? 0600 : 0666, &temp);
  if (fd < 0)
    return fail (job, &target, errno, error);
  if (prepare (job, &target, fd, temp, cancellable, error) &&
      keep (job, &target, cancellable, error) && replace (job, &target, temp, cancellable, error))
    return TRUE;
  if (!job->is_written)
    g_unlink (temp);
  return FALSE;
}

static gboolean
save_remote (StoreJob *job, GCancellable *cancellable, GError **error)
{
  GError *problem = verify (job);

  if (problem == NULL)
    return store_remote_write (job, cancellable, error);
  g_propagate_error (error, problem);
  return FALSE;
}

/* Writes the bytes of @job and notes the state in which the file then is. */
gboolean
store_job_save (StoreJob *job, GCancellable *cancellable, GError **error)
{
  return job->path != NULL ? save_local (job, cancellable, error)
                           : save_remote (job, cancellable, error);
}
