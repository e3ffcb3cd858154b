/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lock notes on the disk, or on a server: ".~lock.NAME#" beside the file, as LibreOffice calls
 * them. Nothing that others put there instead is followed, waited for or removed. */

#include "files/jalon-lock-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/jalon-store-private.h"

#define PREFIX ".~lock."
#define SUFFIX "#"

/* Returns: (transfer full) (nullable): where the note about @file is of who came first, or, with
 * @place from 1 on, later. A link has those of what it leads to. */
GFile *
lock_file_find (GFile *file, guint place)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr (GFile) resolved = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
  g_autoptr (GFile) folder = g_file_get_parent (resolved);
  g_autofree char *base = g_file_get_basename (resolved);
  g_autofree char *first = g_strconcat (PREFIX, base, SUFFIX, NULL);
  g_autofree char *name = place == 0 ? g_strdup (first)
                                     : g_strdup_printf ("%s%u", first, place + 1);

  return folder != NULL ? g_file_get_child (folder, name) : NULL;
}

static LockFound
read_stream (GInputStream *stream, char **text)
{
  g_autofree char *data = g_malloc (LOCK_NOTE_MAX + 2);
  gsize length;

  if (!g_input_stream_read_all (stream, data, LOCK_NOTE_MAX + 1, &length, NULL, NULL))
    return LOCK_FOUND_ERROR;
  if (length > LOCK_NOTE_MAX)
    return LOCK_FOUND_ODD;
  data[length] = '\0';
  *text = g_steal_pointer (&data);
  return LOCK_FOUND_NOTE;
}

static LockFound
read_remote (GFile *file, char **text, gint64 *time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                       G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, &error);
  g_autoptr (GFileInputStream) stream = NULL;

  if (info == NULL)
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? LOCK_FOUND_NONE
                                                                     : LOCK_FOUND_ERROR;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return LOCK_FOUND_ODD;
  *time = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  stream = g_file_read (file, NULL, NULL);
  return stream != NULL ? read_stream (G_INPUT_STREAM (stream), text) : LOCK_FOUND_ERROR;
}

static LockFound
read_descriptor (int fd, char **text, gint64 *time)
{
  struct stat info;
  char data[LOCK_NOTE_MAX + 1];
  gssize length;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return LOCK_FOUND_ODD;
  length = read (fd, data, sizeof data);
  if (length < 0)
    return LOCK_FOUND_ERROR;
  if (length > LOCK_NOTE_MAX)
    return LOCK_FOUND_ODD;
  *time = info.st_mtim.tv_sec;
  *text = g_strndup (data, length);
  return LOCK_FOUND_NOTE;
}

static LockFound
read_local (const char *path, char **text, gint64 *time)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  LockFound found;

  if (fd < 0 && errno == ENOENT)
    return LOCK_FOUND_NONE;
  if (fd < 0)
    return errno == ELOOP || errno == ENXIO ? LOCK_FOUND_ODD : LOCK_FOUND_ERROR;
  found = read_descriptor (fd, text, time);
  close (fd);
  return found;
}

/* Reads the note at @file. @time gets when it was last touched, in seconds by the clock of where it
 * is. */
LockFound
lock_file_read (GFile *file, char **text, gint64 *time)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? read_local (path, text, time) : read_remote (file, text, time);
}

static gboolean
create_remote (GFile *file, const char *text)
{
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, NULL);

  return stream != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, strlen (text), NULL, NULL,
                                    NULL) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
}

static gboolean
create_local (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  if (fd < 0)
    return FALSE;
  /* A power cut may take it: it takes its program, too. */
  if (store_temp_fill (fd, bytes, NULL) ? close (fd) == 0 : (close (fd), FALSE))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

/* Writes a note where there is none; of two who try at the same time one succeeds. */
gboolean
lock_file_create (GFile *file, const char *text)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? create_local (path, text) : create_remote (file, text);
}

/* Says that the note, which is @text, still holds. */
void
lock_file_touch (GFile *file, const char *text)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    utimensat (AT_FDCWD, path, NULL, AT_SYMLINK_NOFOLLOW);
  else
    g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                             NULL);
}

void
lock_file_remove (GFile *file)
{
  g_file_delete (file, NULL, NULL);
}

/* What time it is for the notes beside @file, in seconds: a server has a clock of its own. */
gint64
lock_file_now (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *random = g_strdup_printf ("%s.%06x", base, g_random_int () & 0xFFFFFF);
  g_autoptr (GFile) fresh = g_file_get_child (folder, random);
  g_autofree char *text = NULL;
  gint64 now;

  if (!lock_file_create (fresh, ""))
    return g_get_real_time () / G_USEC_PER_SEC;
  if (lock_file_read (fresh, &text, &now) != LOCK_FOUND_NOTE)
    now = g_get_real_time () / G_USEC_PER_SEC;
  lock_file_remove (fresh);
  return now;
}
