/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A note beside a file that tells others who has it open. It hinders nobody: both may go on, and
 * what both save is merged. */

#include "files/jalon-lock-private.h"

/* So often, in s, the note is touched, or the other's looked at. */
#define REFRESH 60

/* What threads share. */
typedef struct
{
  GMutex mutex; /* held while files are touched */
  GFile *file;  /* the note; NULL where there can be none */
  char *text;
  gint is_released;
} Desk;

/* What a look has found. */
typedef struct
{
  gboolean is_held;
  JalonLockHolder *holder;
} Finding;

struct _JalonLock
{
  GObject parent_instance;

  Desk *desk;
  guint source;
  gboolean is_looking;
  JalonLockHolder *holder; /* NULL if nobody else has the file, as far as we know */
};

G_DEFINE_FINAL_TYPE (JalonLock, jalon_lock, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
desk_finish (gpointer data)
{
  Desk *self = data;

  g_mutex_clear (&self->mutex);
  g_clear_object (&self->file);
  g_free (self->text);
}

static void
desk_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, desk_finish);
}

static void
finding_free (gpointer data)
{
  Finding *self = data;

  g_clear_pointer (&self->holder, lock_holder_free);
  g_free (self);
}

/* Whether a note of others that was last touched at @time no longer counts. */
static gboolean
is_stale (Desk *self, const LockNote *note, gint64 time)
{
  return (note != NULL && lock_note_is_dead (note)) ||
         lock_file_now (self->file) - time > LOCK_STALE;
}

/* Somebody else's note, or what looks like one. */
static void
judge (Desk *self, Finding *finding, const char *text, gint64 time)
{
  g_autoptr (LockNote) note = lock_note_parse (text);

  if (is_stale (self, note, time))
    {
      lock_file_remove (self->file);
      finding->is_held = lock_file_create (self->file, self->text);
    }
  else if (note != NULL)
    {
      finding->holder = g_steal_pointer (&note->holder);
    }
}

static void
look (Desk *self, Finding *finding)
{
  g_autofree char *text = NULL;
  gint64 time = 0;

  switch (self->file != NULL ? lock_file_read (self->file, &text, &time) : LOCK_FOUND_ERROR)
    {
    case LOCK_FOUND_NONE:
      finding->is_held = lock_file_create (self->file, self->text);
      break;
    case LOCK_FOUND_NOTE:
      finding->is_held = strcmp (text, self->text) == 0;
      if (finding->is_held)
        lock_file_touch (self->file, self->text);
      else
        judge (self, finding, text, time);
      break;
    case LOCK_FOUND_ODD:
    case LOCK_FOUND_ERROR:
    default:
      break;
    }
}

/* Only what is still ours goes. */
static void
leave (Desk *self)
{
  g_autofree char *text = NULL;
  gint64 time = 0;

  if (self->file != NULL && lock_file_read (self->file, &text, &time) == LOCK_FOUND_NOTE &&
      strcmp (text, self->text) == 0)
    lock_file_remove (self->file);
}

/* Takes the note, or keeps it, or finds who has it. */
static Finding *
visit (Desk *self)
{
  Finding *finding = g_new0 (Finding, 1);

  g_mutex_lock (&self->mutex);
  if (!g_atomic_int_get (&self->is_released))
    look (self, finding);
  g_mutex_unlock (&self->mutex);
  /* Whoever released it meanwhile did not wait. */
  if (g_atomic_int_get (&self->is_released))
    leave (self);
  return finding;
}

static gboolean
is_same_holder (const JalonLockHolder *a, const JalonLockHolder *b)
{
  return (a == NULL) == (b == NULL) &&
         (a == NULL || (strcmp (a->name, b->name) == 0 && strcmp (a->login, b->login) == 0 &&
                        strcmp (a->host, b->host) == 0));
}

static void
learn (JalonLock *self, Finding *finding)
{
  gboolean is_new = !is_same_holder (self->holder, finding->holder);

  g_clear_pointer (&self->holder, lock_holder_free);
  self->holder = g_steal_pointer (&finding->holder);
  if (is_new)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Writes the note, or finds who has written one before, waiting for the disk. Where no note can be
 * written there is none, and nobody is told. TRUE if the note is ours. */
gboolean
lock_look (JalonLock *self)
{
  Finding *finding = visit (self->desk);
  gboolean is_held = finding->is_held;

  learn (self, finding);
  finding_free (finding);
  return is_held;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, visit (data), finding_free);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JalonLock *self = JALON_LOCK (object);
  Finding *finding = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_looking = FALSE;
  if (finding == NULL)
    return;
  learn (self, finding);
  finding_free (finding);
}

static gboolean
look_cb (gpointer data)
{
  JalonLock *self = data;
  g_autoptr (GTask) task = NULL;

  /* A server may take its time. */
  if (self->is_looking)
    return G_SOURCE_CONTINUE;
  self->is_looking = TRUE;
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, look_cb);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->desk), desk_unref);
  g_task_run_in_thread (task, look_in_thread);
  return G_SOURCE_CONTINUE;
}

static void
jalon_lock_finalize (GObject *object)
{
  JalonLock *self = JALON_LOCK (object);

  jalon_lock_release (self);
  desk_unref (self->desk);

  G_OBJECT_CLASS (jalon_lock_parent_class)->finalize (object);
}

static void
jalon_lock_class_init (JalonLockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_lock_finalize;

  /**
   * JalonLock::changed:
   * @self: the lock
   *
   * Somebody else has opened the file, or has left it.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_LOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
jalon_lock_init (JalonLock *self)
{
}

/**
 * jalon_lock_new:
 * @file: a file that is there
 *
 * Returns: (transfer full): the note about it, not written yet
 */
JalonLock *
jalon_lock_new (GFile *file)
{
  JalonLock *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (JALON_TYPE_LOCK, NULL);
  self->desk = g_atomic_rc_box_new0 (Desk);
  g_mutex_init (&self->desk->mutex);
  self->desk->file = lock_file_find (file);
  self->desk->text = lock_note_write ();
  return self;
}

/**
 * jalon_lock_keep:
 * @self: a lock
 *
 * Writes the note in a thread, or finds who has written one before, now and every minute, until the
 * lock is released: others see that the note still holds, and who waits gets it when the other has
 * left. Where no note can be written there is none, and nobody is told.
 */
void
jalon_lock_keep (JalonLock *self)
{
  g_return_if_fail (JALON_IS_LOCK (self));

  if (self->source == 0)
    self->source = g_timeout_add_seconds (REFRESH, look_cb, self);
  look_cb (self);
}

/**
 * jalon_lock_release:
 * @self: a lock
 *
 * Removes the note, if it is ours.
 */
void
jalon_lock_release (JalonLock *self)
{
  g_return_if_fail (JALON_IS_LOCK (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (g_atomic_int_add (&self->desk->is_released, 1) == 0 && g_mutex_trylock (&self->desk->mutex))
    {
      leave (self->desk);
      g_mutex_unlock (&self->desk->mutex);
    }
  g_clear_pointer (&self->holder, lock_holder_free);
}

/**
 * jalon_lock_get_holder:
 * @self: a lock
 *
 * Returns: (transfer none) (nullable): who else has the file open; %NULL if nobody says so
 */
const JalonLockHolder *
jalon_lock_get_holder (JalonLock *self)
{
  g_return_val_if_fail (JALON_IS_LOCK (self), NULL);

  return self->holder;
}
