/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept for a restart after a crash, on the disk. Every file is written beside its place,
 * brought to the disk and renamed, so that at any moment there is a whole one or none. */

#include "files/jalon-recovery-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "files/jalon-store-private.h"

#define LOCK ".lock"
#define TEMP ".~"
#define ASIDE "damaged"

struct _RecoveryPlace
{
  char *folder;
  char *id;
  int lock; /* −1 while it is not held */

  /* What was begun before the last clearing must not be put there after it. */
  GMutex mutex;
  guint turn;
};

RecoveryPlace *
recovery_place_new (const char *folder, const char *id)
{
  RecoveryPlace *self = g_atomic_rc_box_new0 (RecoveryPlace);

  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  self->lock = -1;
  g_mutex_init (&self->mutex);
  return self;
}

RecoveryPlace *
recovery_place_ref (RecoveryPlace *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
unlock (RecoveryPlace *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static void
place_finish (gpointer data)
{
  RecoveryPlace *self = data;

  unlock (self);
  g_mutex_clear (&self->mutex);
  g_free (self->folder);
  g_free (self->id);
}

void
recovery_place_unref (RecoveryPlace *self)
{
  g_atomic_rc_box_release_full (self, place_finish);
}

char *
recovery_place_get_path (RecoveryPlace *self, const char *ending)
{
  g_autofree char *name = g_strconcat (self->id, ending, NULL);

  return g_build_filename (self->folder, name, NULL);
}

/* Whether @fd is still what others find at @path. */
static gboolean
is_at (int fd, const char *path)
{
  struct stat ours, theirs;

  return fstat (fd, &ours) == 0 && stat (path, &theirs) == 0 && ours.st_ino == theirs.st_ino &&
         ours.st_dev == theirs.st_dev;
}

/* Takes the place for this program, unless another one that lives has it. The kernel gives it free
 * when a program ends, however it ends; process numbers would be used again. */
gboolean
recovery_place_lock (RecoveryPlace *self)
{
  g_autofree char *path = NULL;

  if (self->lock >= 0)
    return TRUE;
  path = recovery_place_get_path (self, LOCK);
  self->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->lock < 0)
    return FALSE;
  /* Where there are no locks, one program has to be enough. */
  if ((flock (self->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) ||
      !is_at (self->lock, path))
    unlock (self);
  return self->lock >= 0;
}

/* Begins a writing. Only the one that began last is kept. */
guint
recovery_place_begin (RecoveryPlace *self)
{
  guint turn;

  g_mutex_lock (&self->mutex);
  turn = ++self->turn;
  g_mutex_unlock (&self->mutex);
  return turn;
}

static gboolean
fail (int code, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/* Puts the finished @temp in its place, if it is still wanted. */
static gboolean
put (RecoveryPlace *self, const char *temp, const char *path, guint turn, GError **error)
{
  gboolean is_wanted;
  int code = 0;

  g_mutex_lock (&self->mutex);
  is_wanted = self->turn == turn;
  if (is_wanted && rename (temp, path) != 0)
    code = errno;
  g_mutex_unlock (&self->mutex);
  if (!is_wanted || code != 0)
    g_unlink (temp);
  else if (!store_sync_directory (path))
    code = errno;
  return code == 0 || fail (code, error);
}

static gboolean
write_file (RecoveryPlace *self, const char *ending, GBytes *bytes, guint turn, GError **error)
{
  g_autofree char *path = recovery_place_get_path (self, ending);
  g_autofree char *temp = NULL;
  int fd = store_temp_create (path, 0600, &temp);

  if (fd < 0)
    return fail (errno, error);
  if (store_temp_fill (fd, bytes, NULL) ? store_temp_finish (fd) : (close (fd), FALSE))
    return put (self, temp, path, turn, error);
  fail (errno, error);
  g_unlink (temp);
  return FALSE;
}

/* Calls @func for each file of the place; it may remove them. */
static void
foreach_file (RecoveryPlace *self,
              void (*func) (const char *name, const char *path, gpointer data),
              gpointer data)
{
  g_autofree char *prefix = g_strconcat (self->id, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_str_has_prefix (name, prefix))
        func (name, path, data);
    }
}

static gboolean
has_note (RecoveryPlace *self, GBytes *note)
{
  g_autofree char *path = recovery_place_get_path (self, RECOVERY_NOTE);
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) && length == g_bytes_get_size (note) &&
         memcmp (text, g_bytes_get_data (note, NULL), length) == 0;
}

/* Makes the place ours, unless it has been cleared since the writing of @turn began. */
static gboolean
occupy (RecoveryPlace *self, guint turn)
{
  gboolean is_ours;

  g_mutex_lock (&self->mutex);
  is_ours = self->turn != turn ||
            (g_mkdir_with_parents (self->folder, 0700) == 0 && recovery_place_lock (self));
  g_mutex_unlock (&self->mutex);
  return is_ours;
}

static gboolean
is_filled_with (RecoveryPlace *self, const char *ending)
{
  g_autofree char *path = recovery_place_get_path (self, ending);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
remove_old_base (const char *name, const char *path, gpointer present)
{
  if (g_str_has_suffix (name, RECOVERY_BASE) &&
      (present == NULL || !g_str_has_suffix (name, present)))
    g_unlink (path);
}

/* Removes the bases that @state has taken the place of. */
static void
remove_old_bases (RecoveryPlace *self, const RecoveryState *state)
{
  g_mutex_lock (&self->mutex);
  if (self->turn == state->turn)
    foreach_file (self, remove_old_base, state->base_ending);
  g_mutex_unlock (&self->mutex);
}

/* Writes a state. A merge with a base that is too old finds the same changes on both sides; with
 * one that is too new it would take what came with it for deleted. So a new base is named by the
 * note only after the project that comes from it is there, except for the first. */
gboolean
recovery_place_write (RecoveryPlace *self, const RecoveryState *state, GError **error)
{
  gboolean is_first = !is_filled_with (self, RECOVERY_NOTE);
  gboolean is_other = !has_note (self, state->note);

  if (!occupy (self, state->turn))
    return fail (errno, error);
  if (state->base != NULL && !is_filled_with (self, state->base_ending) &&
      !write_file (self, state->base_ending, state->base, state->turn, error))
    return FALSE;
  if ((is_first && !write_file (self, RECOVERY_NOTE, state->note, state->turn, error)) ||
      !write_file (self, RECOVERY_PROJECT, state->project, state->turn, error))
    return FALSE;
  if (is_other && !is_first)
    {
      if (!write_file (self, RECOVERY_NOTE, state->note, state->turn, error))
        return FALSE;
      remove_old_bases (self, state);
    }
  return TRUE;
}

gboolean
recovery_place_is_filled (RecoveryPlace *self)
{
  return is_filled_with (self, RECOVERY_PROJECT);
}

/* What a writing that was interrupted has left. */
static void
remove_temps (RecoveryPlace *self)
{
  g_autofree char *prefix = g_strconcat (TEMP, self->id, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_str_has_prefix (name, prefix))
        g_unlink (path);
    }
}

static void
remove_content (const char *name, const char *path, gpointer data)
{
  if (!g_str_has_suffix (name, LOCK))
    g_unlink (path);
}

/* Removes all, first the project, without which the rest is nothing, and last the lock. What is
 * being written goes nowhere. */
void
recovery_place_clear (RecoveryPlace *self)
{
  g_autofree char *project = recovery_place_get_path (self, RECOVERY_PROJECT);
  g_autofree char *lock = recovery_place_get_path (self, LOCK);

  g_mutex_lock (&self->mutex);
  self->turn++;
  if (self->lock >= 0)
    {
      g_unlink (project);
      foreach_file (self, remove_content, NULL);
      g_unlink (lock);
    }
  unlock (self);
  g_mutex_unlock (&self->mutex);
}

static void
move_content (const char *name, const char *path, gpointer folder)
{
  g_autofree char *to = g_build_filename (folder, name, NULL);

  if (!g_str_has_suffix (name, LOCK))
    g_rename (path, to);
}

/* Moves what nobody can read out of the way, where people can still find it. Returns where it is
 * now. */
char *
recovery_place_set_aside (RecoveryPlace *self)
{
  g_autofree char *folder = g_build_filename (self->folder, ASIDE, NULL);
  g_autofree char *name = g_strconcat (self->id, RECOVERY_PROJECT, NULL);
  g_autofree char *from = recovery_place_get_path (self, RECOVERY_PROJECT);
  g_autofree char *to = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  if (rename (from, to) != 0)
    return g_steal_pointer (&from);
  foreach_file (self, move_content, folder);
  recovery_place_clear (self);
  return g_steal_pointer (&to);
}

/* The id that the name of a file begins with, or NULL. */
static char *
get_id (const char *name)
{
  const char *start = g_str_has_prefix (name, TEMP) ? name + strlen (TEMP) : name;
  const char *dot = strchr (start, '.');

  return dot != NULL && dot > start ? g_strndup (start, dot - start) : NULL;
}

static GHashTable *
find_ids (const char *folder)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *id = get_id (name);

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  return ids;
}

/* The filled places in @folder whose program is gone, locked for this one. What else a program left
 * there is removed. */
GPtrArray *
recovery_place_find (const char *folder)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) recovery_place_unref);
  g_autoptr (GHashTable) ids = find_ids (folder);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (RecoveryPlace) place = recovery_place_new (folder, id);

      if (!recovery_place_lock (place))
        continue;
      remove_temps (place);
      if (recovery_place_is_filled (place))
        g_ptr_array_add (places, g_steal_pointer (&place));
      else
        recovery_place_clear (place);
    }
  return places;
}
