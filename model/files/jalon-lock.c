/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A note beside a file that tells others who has it open. It hinders nobody: both may go on, and
 * what both save is merged. Who comes when there is one puts another beside it, so that the first
 * hears of the second, too; a few are enough. */

#include "files/jalon-lock-private.h"

#include "document/jalon-thread.h"

/* So often, in s, the note is touched, or the other's looked at. */
#define REFRESH 60

/* So long, in ms, after somebody has come or gone their notes are looked at: they are written
 * then. */
#define SETTLE 200

/* What threads share. */
typedef struct
{
  GMutex mutex;                 /* held while files are touched */
  GFile *places[LOCK_N_PLACES]; /* for notes; NULL where there can be none */
  char *text;
  gint is_released;
} Desk;

/* What a look has found. */
typedef struct
{
  gboolean is_held; /* the first place */
  GPtrArray *others;
} Finding;

struct _JalonLock
{
  GObject parent_instance;

  Desk *desk;
  guint source;
  GFileMonitor *monitors[LOCK_N_PLACES]; /* NULL where there is none */
  guint settle;                          /* 0 if nothing has happened */
  gboolean is_looking;
  gboolean is_late;  /* something has happened since it began to look */
  GPtrArray *others; /* who else has the file, as far as we know */
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
  for (guint i = 0; i < LOCK_N_PLACES; i++)
    g_clear_object (&self->places[i]);
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

  g_ptr_array_unref (self->others);
  g_free (self);
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lock_holder_free);
}

/* Whether a note of others that was last touched at @time no longer counts. */
static gboolean
is_stale (GFile *file, const LockNote *note, gint64 time)
{
  return (note != NULL && lock_note_is_dead (note)) || lock_file_now (file) - time > LOCK_STALE;
}

/* Somebody else's note, or what looks like one. Returns whether its place is free now. */
static gboolean
judge (GFile *file, Finding *finding, const char *text, gint64 time)
{
  g_autoptr (LockNote) note = lock_note_parse (text);

  if (is_stale (file, note, time))
    {
      lock_file_remove (file);
      return TRUE;
    }
  if (note != NULL)
    g_ptr_array_add (finding->others, g_steal_pointer (&note->holder));
  return FALSE;
}

/* Looks at one place: takes it if it is free and we have none yet, gives it free if we have a
 * better one. Returns FALSE if there is something that nobody understands. */
static gboolean
look_at (Desk *self, GFile *file, gboolean *is_placed, Finding *finding)
{
  g_autofree char *text = NULL;
  gint64 time = 0;
  LockFound found = lock_file_read (file, &text, &time);

  if (found == LOCK_FOUND_NOTE && strcmp (text, self->text) == 0)
    {
      if (*is_placed)
        lock_file_remove (file);
      else
        lock_file_touch (file, self->text);
      *is_placed = TRUE;
    }
  else if (found == LOCK_FOUND_NONE ||
           (found == LOCK_FOUND_NOTE && judge (file, finding, text, time)))
    {
      *is_placed = *is_placed || lock_file_create (file, self->text);
    }
  return found == LOCK_FOUND_NONE || found == LOCK_FOUND_NOTE;
}

/* Who comes first has the first place, which other programs look at, too. */
static void
look (Desk *self, Finding *finding)
{
  gboolean is_placed = FALSE;

  for (guint i = 0; i < LOCK_N_PLACES && self->places[i] != NULL; i++)
    {
      if (!look_at (self, self->places[i], &is_placed, finding))
        return;
      if (i == 0)
        finding->is_held = is_placed;
    }
}

/* Only what is still ours goes. */
static void
leave (Desk *self)
{
  for (guint i = 0; i < LOCK_N_PLACES && self->places[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      gint64 time = 0;

      if (lock_file_read (self->places[i], &text, &time) == LOCK_FOUND_NOTE &&
          strcmp (text, self->text) == 0)
        lock_file_remove (self->places[i]);
    }
}

/* Takes the note, or keeps it, or finds who has it. */
static Finding *
visit (Desk *self)
{
  Finding *finding = g_new0 (Finding, 1);

  finding->others = make_list ();
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
is_same_holder (gconstpointer left, gconstpointer right)
{
  const JalonLockHolder *a = left;
  const JalonLockHolder *b = right;

  return strcmp (a->name, b->name) == 0 && strcmp (a->login, b->login) == 0 &&
         strcmp (a->host, b->host) == 0;
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!is_same_holder (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
learn (JalonLock *self, Finding *finding)
{
  g_autoptr (GPtrArray) before = self->others;

  self->others = g_ptr_array_ref (finding->others);
  if (!is_same_list (before, self->others))
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

static gboolean look_cb (gpointer data);

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JalonLock *self = JALON_LOCK (object);
  Finding *finding = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_looking = FALSE;
  if (finding != NULL)
    learn (self, finding);
  g_clear_pointer (&finding, finding_free);
  if (self->is_late && self->source != 0)
    look_cb (self);
}

static gboolean
look_cb (gpointer data)
{
  JalonLock *self = data;
  g_autoptr (GTask) task = NULL;

  /* A server may take its time. */
  self->is_late = self->is_looking;
  if (self->is_looking)
    return G_SOURCE_CONTINUE;
  self->is_looking = TRUE;
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, look_cb);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->desk), desk_unref);
  jalon_thread_run_task (task, look_in_thread);
  return G_SOURCE_CONTINUE;
}

static gboolean
settled_cb (gpointer data)
{
  JalonLock *self = data;

  self->settle = 0;
  look_cb (self);
  return G_SOURCE_REMOVE;
}

/* To touch a note is no event here: looking touches ours, and would never end. */
static void
event_cb (JalonLock *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  g_assert (JALON_IS_LOCK (self));

  if ((event == G_FILE_MONITOR_EVENT_CREATED || event == G_FILE_MONITOR_EVENT_DELETED) &&
      self->settle == 0)
    self->settle = g_timeout_add (SETTLE, settled_cb, self);
}

/* Who comes or goes on this machine, or through its folders, is noticed at once. Servers tell of
 * nothing, or of all that we do ourselves. */
static void
begin_to_watch (JalonLock *self)
{
  for (guint i = 0; i < LOCK_N_PLACES && self->desk->places[i] != NULL; i++)
    {
      GFile *place = self->desk->places[i];

      if (!g_file_is_native (place))
        continue;
      self->monitors[i] = g_file_monitor_file (place, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect_object (self->monitors[i], "changed", G_CALLBACK (event_cb), self,
                                 G_CONNECT_SWAPPED);
    }
}

static void
stop_to_watch (JalonLock *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  for (guint i = 0; i < LOCK_N_PLACES; i++)
    {
      if (self->monitors[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->monitors[i], self);
      g_clear_object (&self->monitors[i]);
    }
}

static void
jalon_lock_finalize (GObject *object)
{
  JalonLock *self = JALON_LOCK (object);

  jalon_lock_release (self);
  g_ptr_array_unref (self->others);
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
  self->others = make_list ();
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
  for (guint i = 0; i < LOCK_N_PLACES; i++)
    self->desk->places[i] = lock_file_find (file, i);
  self->desk->text = lock_note_write ();
  return self;
}

/**
 * jalon_lock_keep:
 * @self: a lock
 *
 * Writes the note in a thread, or finds who has written one before, now, every minute and when
 * somebody comes or goes, until the lock is released: others see that the note still holds, and who
 * waits gets it when the other has left. Where no note can be written there is none, and nobody is
 * told.
 */
void
jalon_lock_keep (JalonLock *self)
{
  g_return_if_fail (JALON_IS_LOCK (self));

  if (self->source == 0)
    {
      self->source = g_timeout_add_seconds (REFRESH, look_cb, self);
      begin_to_watch (self);
    }
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
  stop_to_watch (self);
  if (g_atomic_int_add (&self->desk->is_released, 1) == 0 && g_mutex_trylock (&self->desk->mutex))
    {
      leave (self->desk);
      g_mutex_unlock (&self->desk->mutex);
    }
  g_ptr_array_set_size (self->others, 0);
}

/**
 * jalon_lock_get_others:
 * @self: a lock
 *
 * Returns: (transfer none) (element-type JalonLockHolder): who else says to have the file open,
 *   until #JalonLock::changed; whom other programs see is the first
 */
GPtrArray *
jalon_lock_get_others (JalonLock *self)
{
  g_return_val_if_fail (JALON_IS_LOCK (self), NULL);

  return self->others;
}

/**
 * jalon_lock_check:
 * @self: a lock that is kept
 *
 * Looks in a thread who has the file open now.
 */
void
jalon_lock_check (JalonLock *self)
{
  g_return_if_fail (JALON_IS_LOCK (self));

  look_cb (self);
}
