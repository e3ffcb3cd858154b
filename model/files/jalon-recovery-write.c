/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept for a restart, on its way to the disk: all of the project, or what has changed since
 * that. Every file but the journal is written beside its place, brought to the disk and renamed. */

#include "files/jalon-recovery-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "files/jalon-store-private.h"

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
    recovery_place_foreach (self, remove_old_base, state->base_ending);
  g_mutex_unlock (&self->mutex);
}

/* Opens the journal at its end, if that is still wanted. Returns −1 with errno set if it cannot be,
 * and with 0 if nobody wants it. */
static int
open_journal (RecoveryPlace *self, guint turn)
{
  g_autofree char *path = recovery_place_get_path (self, RECOVERY_JOURNAL);
  int fd = -1;

  g_mutex_lock (&self->mutex);
  errno = 0;
  if (self->turn == turn)
    fd = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  g_mutex_unlock (&self->mutex);
  return fd;
}

/* A new journal has to have its name for good, too. */
static gboolean
append (RecoveryPlace *self, int fd, GBytes *record, gsize *size)
{
  gboolean is_new = self->n_records == 0;
  g_autoptr (GBytes) begin = g_bytes_new_static (self->whole_begin, strlen (self->whole_begin));
  g_autofree char *path = recovery_place_get_path (self, RECOVERY_JOURNAL);

  if ((is_new && !store_temp_fill (fd, begin, NULL)) || !store_temp_fill (fd, record, NULL))
    {
      close (fd);
      return FALSE;
    }
  *size = g_bytes_get_size (record) + (is_new ? g_bytes_get_size (begin) : 0);
  return store_temp_finish (fd) && (!is_new || store_sync_directory (path));
}

/* Whether what is kept can be followed by what has changed since, and is worth it. */
static gboolean
can_append (RecoveryPlace *self, GBytes *record)
{
  return self->n_records < RECOVERY_JOURNAL_MAX &&
         self->journal_size + g_bytes_get_size (record) < self->whole_size;
}

static void
remember (RecoveryPlace *self, GBytes *bytes)
{
  g_clear_pointer (&self->last, g_bytes_unref);
  self->last = bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

/* Keeps what has changed since the state before. Returns FALSE if all has to be written instead. */
static gboolean
write_changes (RecoveryPlace *self, const RecoveryState *state)
{
  g_autoptr (GBytes) record = NULL;
  gsize size;
  int fd;

  if (self->last == NULL)
    return FALSE;
  record = recovery_journal_add (self->last, state->project);
  if (!can_append (self, record))
    return FALSE;
  fd = open_journal (self, state->turn);
  if (fd < 0)
    return errno == 0;
  if (!append (self, fd, record, &size))
    {
      /* Nothing may follow half a record. */
      remember (self, NULL);
      return FALSE;
    }
  self->journal_size += size;
  self->n_records++;
  remember (self, state->project);
  return TRUE;
}

/* All is on the disk: what a journal tells of is older, and no longer needed. */
static void
begin_journal (RecoveryPlace *self, const RecoveryState *state)
{
  g_autofree char *path = recovery_place_get_path (self, RECOVERY_JOURNAL);
  gboolean is_there;

  g_mutex_lock (&self->mutex);
  is_there = self->turn == state->turn;
  if (is_there)
    g_unlink (path);
  self->last_clearing = self->n_clearings;
  g_mutex_unlock (&self->mutex);

  remember (self, is_there ? state->project : NULL);
  g_free (self->whole_begin);
  self->whole_begin = recovery_journal_begin (state->project);
  self->whole_size = g_bytes_get_size (state->project);
  self->journal_size = 0;
  self->n_records = 0;
}

/* What was known of the disk counts no longer if all was cleared meanwhile. */
static void
check_clearings (RecoveryPlace *self)
{
  g_mutex_lock (&self->mutex);
  if (self->last_clearing != self->n_clearings)
    remember (self, NULL);
  g_mutex_unlock (&self->mutex);
}

static gboolean
write_whole (RecoveryPlace *self, const RecoveryState *state, GError **error)
{
  remember (self, NULL);
  if (!write_file (self, RECOVERY_PROJECT, state->project, state->turn, error))
    return FALSE;
  begin_journal (self, state);
  return TRUE;
}

/* Writes a state. A merge with a base that is too old finds the same changes on both sides; with
 * one that is too new it would take what came with it for deleted. So a new base is named by the
 * note only after the project that comes from it is there, except for the first. */
static gboolean
write_state (RecoveryPlace *self, const RecoveryState *state, GError **error)
{
  gboolean is_first = !recovery_place_has (self, RECOVERY_NOTE);
  gboolean is_other = !has_note (self, state->note);

  if (!occupy (self, state->turn))
    return fail (errno, error);
  if (state->base != NULL && !recovery_place_has (self, state->base_ending) &&
      !write_file (self, state->base_ending, state->base, state->turn, error))
    return FALSE;
  if (!is_first && !is_other && write_changes (self, state))
    return TRUE;
  if ((is_first && !write_file (self, RECOVERY_NOTE, state->note, state->turn, error)) ||
      !write_whole (self, state, error))
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
recovery_place_write (RecoveryPlace *self, const RecoveryState *state, GError **error)
{
  gboolean is_written;

  g_mutex_lock (&self->disk);
  check_clearings (self);
  is_written = write_state (self, state, error);
  g_mutex_unlock (&self->disk);
  return is_written;
}
