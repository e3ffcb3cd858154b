/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is done to an existing file, or to what would be one */
typedef struct
{
  char *path;
  gboolean exists;
  struct stat info;
} Place;

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("Cannot write “%s”: %s"), name,
               g_strerror (code));
  return FALSE;
}

/* Follows links, so that a link stays one. */
static gboolean
find_place (const char *path, Place *place, GError **error)
{
  char *real = realpath (path, NULL);

  place->path = real != NULL ? g_strdup (real) : g_strdup (path);
  free (real);
  place->exists = stat (place->path, &place->info) == 0;
  if (place->exists && S_ISDIR (place->info.st_mode))
    return fail (path, EISDIR, error);
  /* A rename would replace a file that its owner protected. */
  if (place->exists && access (place->path, W_OK) != 0)
    return fail (path, errno, error);
  return TRUE;
}

static gboolean
fill_descriptor (int fd,
                 const char *path,
                 JalonExportFill fill,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (fd, FALSE);

  if (!fill (stream, data, cancellable, error))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_prefix_error (error, _ ("Cannot write “%s”: "), name);
      return FALSE;
    }
  /* Not every thing that can be written can be synchronised. */
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS)
    return fail (path, errno, error);
  return TRUE;
}

/* A pipe or a device takes what it is given and is not replaced. A pipe that nobody reads is an
 * error and not a wait without end. */
static gboolean
write_special (const Place *place,
               JalonExportFill fill,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  int fd = g_open (place->path, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  gboolean done;

  if (fd < 0)
    return fail (place->path, errno, error);
  done = g_unix_set_fd_nonblocking (fd, FALSE, error) &&
         fill_descriptor (fd, place->path, fill, data, cancellable, error);
  return g_close (fd, done ? error : NULL) && done;
}

/* Fills a file beside the old one, and lets it take the place of that. */
static gboolean
write_beside (const Place *place,
              JalonExportFill fill,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *folder = g_path_get_dirname (place->path);
  g_autofree char *beside = g_build_filename (folder, ".jalon-XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  gboolean done;

  if (fd < 0)
    return fail (place->path, errno, error);
  done = fill_descriptor (fd, place->path, fill, data, cancellable, error);
  if (done && place->exists && fchmod (fd, place->info.st_mode & 07777) != 0)
    done = fail (place->path, errno, error);
  done = g_close (fd, done ? error : NULL) && done;
  if (done && g_rename (beside, place->path) != 0)
    done = fail (place->path, errno, error);
  if (!done)
    g_unlink (beside);
  return done;
}

/**
 * jalon_export_replace:
 * @file: where to, with a path on this machine
 * @fill: writes the content
 * @data: for @fill
 * @cancellable: (nullable): to stop it
 * @error: why not
 *
 * Writes a file in whole or not at all.
 *
 * Returns: %TRUE if the file is complete; else an old one is as it was
 */
gboolean
jalon_export_replace (GFile *file,
                      JalonExportFill fill,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  Place place = { 0 };
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);

  done = find_place (path, &place, error) &&
         (place.exists && !S_ISREG (place.info.st_mode)
            ? write_special (&place, fill, data, cancellable, error)
            : write_beside (&place, fill, data, cancellable, error));
  g_free (place.path);
  return done;
}
