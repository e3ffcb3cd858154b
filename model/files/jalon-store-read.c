/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "document/jalon-error.h"
#include "files/jalon-reader.h"

#define CHUNK (1024 * 1024)
#define DAY (24 * 60 * 60)

static gboolean
fail_errno (const char *name, int code, GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _ ("%s: The file cannot be read: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
check_state (const char *name, const struct stat *info, GError **error)
{
  if (S_ISDIR (info->st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("%s: This is a folder, not a file"),
                 name);
  else if (!S_ISREG (info->st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("%s: This is a device or a pipe, not a file"), name);
  else if (info->st_size > JALON_FILE_MAX)
    g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                 _ ("%s: The file has more than %d MiB, which no project needs"), name,
                 JALON_FILE_MAX / (1024 * 1024));
  else
    return TRUE;
  return FALSE;
}

/* Reads up to @size bytes, fewer if the file ends before, and puts a NUL behind them. */
static GBytes *
read_descriptor (int fd, gsize size, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = g_malloc (size + 1);
  gsize length = 0;
  gssize n = 1;

  while (length < size && n != 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = read (fd, data + length, MIN (size - length, CHUNK));
      if (n < 0 && errno != EINTR)
        {
          fail_errno (name, errno, error);
          return NULL;
        }
      length += MAX (n, 0);
    }
  data[length] = '\0';
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/* Reads an open file that nobody writes to meanwhile. */
static GBytes *
read_whole (int fd, const char *name, struct stat *info, GCancellable *cancellable, GError **error)
{
  struct stat after;
  g_autoptr (GBytes) bytes = NULL;

  if (fstat (fd, info) != 0)
    {
      fail_errno (name, errno, error);
      return NULL;
    }
  if (!check_state (name, info, error))
    return NULL;
  bytes = read_descriptor (fd, info->st_size, name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  if (fstat (fd, &after) == 0 && g_bytes_get_size (bytes) == (gsize) info->st_size &&
      after.st_size == info->st_size && after.st_mtim.tv_sec == info->st_mtim.tv_sec &&
      after.st_mtim.tv_nsec == info->st_mtim.tv_nsec)
    return g_steal_pointer (&bytes);
  g_set_error (error, JALON_ERROR, JALON_ERROR_CHANGED,
               _ ("%s: The file is being written by somebody else. Try again in a moment"), name);
  return NULL;
}

/* Reads a local file; a pipe or a device is refused without waiting for it. */
GBytes *
store_read_path (const char *path,
                 const char *name,
                 struct stat *info,
                 GCancellable *cancellable,
                 GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  GBytes *bytes;

  if (fd < 0)
    {
      fail_errno (name, errno, error);
      return NULL;
    }
  bytes = read_whole (fd, name, info, cancellable, error);
  close (fd);
  return bytes;
}

/* Removes what interrupted savings of ours left beside the file more than a day ago. */
void
store_sweep (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *full = NULL;
      struct stat info;

      if (!store_temp_is_of (name, base))
        continue;
      full = g_build_filename (folder, name, NULL);
      if (lstat (full, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == geteuid () &&
          info.st_mtime < time (NULL) - DAY)
        g_unlink (full);
    }
}

static GBytes *
read_local (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *real = realpath (job->path, NULL);
  struct stat info;
  g_autoptr (GBytes) bytes = store_read_path (job->path, job->name, &info, cancellable, error);

  if (bytes == NULL)
    return NULL;
  g_clear_pointer (&job->known, jalon_fingerprint_unref);
  job->known = jalon_fingerprint_new (&info, NULL, bytes);
  if (real != NULL)
    store_sweep (real);
  return g_steal_pointer (&bytes);
}

/* Reads the file of @job, and what tells this state of it from others. A NUL is behind the bytes,
 * as store_parse() wants it. */
GBytes *
store_job_read (StoreJob *job, GCancellable *cancellable, GError **error)
{
  return job->path != NULL ? read_local (job, cancellable, error)
                           : store_remote_read (job, cancellable, error);
}

/* Makes a project of @bytes, which the store or the writer made: a NUL is behind them. */
JalonElement *
store_parse (GBytes *bytes, const char *name, JalonReport *report, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return jalon_reader_read_text (text, length, name, report, error);
}

/* Reads the project of @job. */
gboolean
store_job_load (StoreJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = store_job_read (job, cancellable, error);

  if (bytes == NULL)
    return FALSE;
  job->report = jalon_report_new (job->name);
  job->project = store_parse (bytes, job->name, job->report, error);
  return job->project != NULL;
}
