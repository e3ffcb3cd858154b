/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last versions of a file, in the state folder of who saved it: FOLDER/SUM/TIME.jalon, where
 * SUM is that of the place of the file, and TIME that of keeping it. The time of modification is
 * that of the version. */

#include "files/jalon-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "files/jalon-store-private.h"

#define ENDING ".jalon"

struct _JalonBackup
{
  GFile *file;
  GDateTime *time;
};

static void
backup_free (gpointer data)
{
  JalonBackup *self = data;

  g_object_unref (self->file);
  g_date_time_unref (self->time);
  g_free (self);
}

/**
 * jalon_backup_get_folder:
 *
 * Returns: (transfer full): where the versions of this user's files are kept
 */
char *
jalon_backup_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "jalon", "backups", NULL);
}

/* A link leads to the versions of what it leads to. */
static char *
get_place (const char *folder, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autofree char *name = real != NULL ? g_steal_pointer (&real) : g_file_get_uri (file);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_build_filename (folder, sum, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The names of the versions in @place, newest first. */
static GPtrArray *
list_names (const char *place)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_ascii_isdigit (name[0]) && g_str_has_suffix (name, ENDING))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
is_newest (const char *place, GBytes *bytes)
{
  g_autoptr (GPtrArray) names = list_names (place);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) newest = NULL;
  struct stat info;

  if (names->len == 0)
    return FALSE;
  path = g_build_filename (place, g_ptr_array_index (names, 0), NULL);
  newest = store_read_path (path, path, &info, NULL, NULL);
  return newest != NULL && g_bytes_equal (newest, bytes);
}

static void
prune (const char *place, guint n_most)
{
  g_autoptr (GPtrArray) names = list_names (place);

  for (guint i = n_most; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (place, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
}

static char *
make_path (const char *place)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s-%06d" ENDING, time,
                                           g_date_time_get_microsecond (now));

  return g_build_filename (place, name, NULL);
}

static gboolean
write_version (const char *path, GBytes *bytes, gint64 time)
{
  const struct timespec times[] = { { time, 0 }, { time, 0 } };
  g_autofree char *temp = NULL;
  int fd = store_temp_create (path, 0600, &temp);

  if (fd < 0)
    return FALSE;
  if ((store_temp_fill (fd, bytes, NULL) ? (futimens (fd, times), store_temp_finish (fd))
                                         : (close (fd), FALSE)) &&
      rename (temp, path) == 0)
    return store_sync_directory (path);
  g_unlink (temp);
  return FALSE;
}

/**
 * jalon_backup_add:
 * @folder: where versions are kept
 * @file: of which file
 * @bytes: what is in it
 * @time: since when, in seconds since 1970
 * @n_most: how many versions of a file are kept
 * @error: %G_IO_ERROR
 *
 * Keeps a version, unless it is the one that was kept last, and lets go of the oldest.
 *
 * Returns: %TRUE if it is kept
 */
gboolean
jalon_backup_add (const char *folder,
                  GFile *file,
                  GBytes *bytes,
                  gint64 time,
                  guint n_most,
                  GError **error)
{
  g_autofree char *place = get_place (folder, file);
  g_autofree char *path = make_path (place);

  if (n_most == 0 || is_newest (place, bytes))
    return TRUE;
  if (g_mkdir_with_parents (place, 0700) != 0 || !write_version (path, bytes, time))
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      return FALSE;
    }
  prune (place, n_most);
  return TRUE;
}

/**
 * jalon_backup_list:
 * @folder: where versions are kept
 * @file: a file; it need not be there any more
 *
 * Returns: (transfer full) (element-type JalonBackup): the versions that are kept of it, the one
 *   that was kept last first
 */
GPtrArray *
jalon_backup_list (const char *folder, GFile *file)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (backup_free);
  g_autofree char *place = get_place (folder, file);
  g_autoptr (GPtrArray) names = list_names (place);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (place, g_ptr_array_index (names, i), NULL);
      struct stat info;
      JalonBackup *self;

      if (stat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;
      self = g_new0 (JalonBackup, 1);
      self->file = g_file_new_for_path (path);
      self->time = g_date_time_new_from_unix_local (info.st_mtime);
      g_ptr_array_add (backups, self);
    }
  return backups;
}

/**
 * jalon_backup_get_file:
 * @self: a version
 *
 * Returns: (transfer none): where it is kept
 */
GFile *
jalon_backup_get_file (const JalonBackup *self)
{
  return self->file;
}

/**
 * jalon_backup_get_time:
 * @self: a version
 *
 * Returns: (transfer none): when it was saved, in local time
 */
GDateTime *
jalon_backup_get_time (const JalonBackup *self)
{
  return self->time;
}
