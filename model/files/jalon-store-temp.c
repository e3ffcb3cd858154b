/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The new file beside the old one, until it is whole and takes its place. */

#include "files/jalon-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/xattr.h>
#include <unistd.h>

/* ".~NAME.XXXXXX": Nextcloud's client leaves "*.~*" alone. */
#define PREFIX ".~"
#define SUFFIX ".XXXXXX"
#define NAME_LENGTH 255

#define CHUNK (1024 * 1024)

/* The part of @base that fits into the name of a temporary file, without half a character. */
static char *
shorten (const char *base)
{
  gsize most = NAME_LENGTH - strlen (PREFIX SUFFIX);
  gsize length = strlen (base);

  if (length <= most)
    return g_strdup (base);
  while (most > 0 && ((guchar) base[most] & 0xC0) == 0x80)
    most--;
  return g_strndup (base, most);
}

/* Makes an empty file beside @path. Returns its descriptor, or -1 with errno set. */
int
store_temp_create (const char *path, int mode, char **temp)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *start = shorten (base);
  g_autofree char *name = g_strconcat (PREFIX, start, SUFFIX, NULL);
  g_autofree char *full = g_build_filename (folder, name, NULL);
  int fd = g_mkstemp_full (full, O_RDWR | O_CLOEXEC, mode);

  if (fd >= 0)
    *temp = g_steal_pointer (&full);
  return fd;
}

/* The name of a temporary file for @base, with some letters that @random tells. */
char *
store_temp_make_name (const char *base, guint32 random)
{
  g_autofree char *start = shorten (base);

  return g_strdup_printf (PREFIX "%s.%06x", start, random & 0xFFFFFF);
}

/* Whether @name is that of a temporary file for @base. */
gboolean
store_temp_is_of (const char *name, const char *base)
{
  g_autofree char *start = shorten (base);
  g_autofree char *prefix = g_strconcat (PREFIX, start, ".", NULL);

  return g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + strlen ("XXXXXX");
}

/* Writes all of @bytes, or sets errno. */
gboolean
store_temp_fill (int fd, GBytes *bytes, GCancellable *cancellable)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = write (fd, data, MIN (left, CHUNK));

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return FALSE;
        }
      data += MAX (n, 0);
      left -= MAX (n, 0);
    }
  return TRUE;
}

/* Brings what was written to the disk, or sets errno. Not all file systems know how. */
static gboolean
synchronise (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

/* Brings what was written to the disk and closes, or closes and sets errno. Quotas and network
 * shares may tell of an error only now. */
gboolean
store_temp_finish (int fd)
{
  if (!synchronise (fd))
    {
      int code = errno;

      close (fd);
      errno = code;
      return FALSE;
    }
  return close (fd) == 0 || errno == EINTR;
}

/* Whether what is on the disk now is what was written; else sets errno. */
gboolean
store_temp_check (const char *temp, GBytes *bytes)
{
  struct stat info;
  g_autoptr (GBytes) found = store_read_path (temp, temp, &info, NULL, NULL);

  if (found != NULL && g_bytes_equal (found, bytes))
    return TRUE;
  errno = EIO;
  return FALSE;
}

/* Extended attributes, and among them the access control list. */
static void
copy_attributes (int from, int to)
{
  gssize length = flistxattr (from, NULL, 0);
  g_autofree char *names = length > 0 ? g_malloc (length) : NULL;

  length = names != NULL ? flistxattr (from, names, length) : 0;
  for (gssize i = 0; i < length; i += strlen (names + i) + 1)
    {
      gssize size = fgetxattr (from, names + i, NULL, 0);
      g_autofree char *value = size >= 0 ? g_malloc (size + 1) : NULL;

      size = value != NULL ? fgetxattr (from, names + i, value, size) : -1;
      if (size >= 0)
        fsetxattr (to, names + i, value, size, 0);
    }
}

/* Makes the file @fd as like the old one at @path, whose state is @info, as we are permitted to. */
void
store_temp_dress (int fd, const char *path, const struct stat *info)
{
  mode_t mode = info->st_mode & 0777;
  int old = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  /* A group that cannot be kept must not see more than everybody. */
  if (fchown (fd, info->st_uid, info->st_gid) != 0 && fchown (fd, -1, info->st_gid) != 0)
    mode = (mode & ~S_IRWXG) | (mode & S_IRWXO) << 3;
  fchmod (fd, mode);
  if (old >= 0)
    {
      copy_attributes (old, fd);
      close (old);
    }
}

/* Makes a rename in the folder of @path last, or sets errno: then a power cut may undo it. A folder
 * that may be written to but not read cannot be asked. */
gboolean
store_sync_directory (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_done;
  int code;

  if (fd < 0)
    return errno == EACCES || errno == EPERM;
  is_done = synchronise (fd);
  code = errno;
  close (fd);
  errno = code;
  return is_done;
}
