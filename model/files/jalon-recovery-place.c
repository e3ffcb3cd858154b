/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where on the disk what is kept for a restart after a crash is, and whose it is. */

#include "files/jalon-recovery-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "files/jalon-store-private.h"

#define LOCK ".lock"
#define TEMP ".~"
#define ASIDE "damaged"

RecoveryPlace *
recovery_place_new (const char *folder, const char *id)
{
  RecoveryPlace *self = g_atomic_rc_box_new0 (RecoveryPlace);

  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  self->lock = -1;
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->disk);
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
  g_mutex_clear (&self->disk);
  g_clear_pointer (&self->last, g_bytes_unref);
  g_free (self->whole_begin);
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

/* Calls @func for each file of the place; it may remove them. */
void
recovery_place_foreach (RecoveryPlace *self, RecoveryFunc func, gpointer data)
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

gboolean
recovery_place_has (RecoveryPlace *self, const char *ending)
{
  g_autofree char *path = recovery_place_get_path (self, ending);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
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
  self->n_clearings++;
  if (self->lock >= 0)
    {
      g_unlink (project);
      recovery_place_foreach (self, remove_content, NULL);
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
  recovery_place_foreach (self, move_content, folder);
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
      if (recovery_place_has (place, RECOVERY_PROJECT))
        g_ptr_array_add (places, g_steal_pointer (&place));
      else
        recovery_place_clear (place);
    }
  return places;
}
