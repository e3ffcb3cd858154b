/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-watch.h"

#include <stdlib.h>

/* Sees when somebody else writes the file of a store. Events only say when to look: network shares
 * send none, and programs write in many ways. What is in the file decides. */

/* So long, in ms, after the last event of several the file is looked at. */
#define SETTLE 200

/* So often, in s, it is looked at without an event. */
#define POLL 30

struct _JalonWatch
{
  GObject parent_instance;

  /* Owned */
  JalonStore *store;
  GFileMonitor *monitor; /* NULL where there is none */
  GCancellable *cancellable;
  guint poll;
  guint settle; /* 0 if no event waits */

  gboolean is_looking;
  gboolean is_late; /* something has happened since it began to look */

  /* What was told last */
  JalonStoreState state;
  GBytes *told; /* what was in the file then, if it had changed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonWatch, jalon_watch, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static gboolean
is_told (JalonWatch *self, JalonStoreState state, GBytes *found)
{
  return state == self->state &&
         (found == NULL || (self->told != NULL && g_bytes_equal (found, self->told)));
}

/* A share that is away for a while is no news: either it comes back, or saving says so. */
static void
tell (JalonWatch *self, JalonStoreState state, GBytes *found)
{
  gboolean is_news = state != JALON_STORE_UNKNOWN && !is_told (self, state, found);

  if (!is_news)
    return;
  g_clear_pointer (&self->told, g_bytes_unref);
  self->told = found != NULL ? g_bytes_ref (found) : NULL;
  self->state = state;
  if (state != JALON_STORE_SAME)
    g_signal_emit (self, signals[CHANGED], 0, state);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonWatch) self = data;
  g_autoptr (GBytes) found = NULL;
  JalonStoreState state = jalon_store_check_finish (JALON_STORE (object), result, &found);

  self->is_looking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  tell (self, state, found);
  if (self->is_late)
    jalon_watch_check (self);
}

/**
 * jalon_watch_check:
 * @self: a watch
 *
 * Looks at the file now: people come back to the window.
 */
void
jalon_watch_check (JalonWatch *self)
{
  g_return_if_fail (JALON_IS_WATCH (self));

  self->is_late = self->is_looking;
  if (self->is_looking)
    return;
  self->is_looking = TRUE;
  jalon_store_check_async (self->store, self->cancellable, looked_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
  JalonWatch *self = data;

  self->settle = 0;
  jalon_watch_check (self);
  return G_SOURCE_REMOVE;
}

static void
event_cb (JalonWatch *self)
{
  g_assert (JALON_IS_WATCH (self));

  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE, settled_cb, self);
}

static gboolean
poll_cb (gpointer data)
{
  jalon_watch_check (data);
  return G_SOURCE_CONTINUE;
}

static void
jalon_watch_dispose (GObject *object)
{
  JalonWatch *self = JALON_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (jalon_watch_parent_class)->dispose (object);
}

static void
jalon_watch_finalize (GObject *object)
{
  JalonWatch *self = JALON_WATCH (object);

  g_object_unref (self->store);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->told, g_bytes_unref);

  G_OBJECT_CLASS (jalon_watch_parent_class)->finalize (object);
}

static void
jalon_watch_class_init (JalonWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_watch_dispose;
  object_class->finalize = jalon_watch_finalize;

  /**
   * JalonWatch::changed:
   * @self: the watch
   * @state: %JALON_STORE_CHANGED or %JALON_STORE_GONE, an int
   *
   * Somebody else has written, moved or deleted the file. Told once for each state of it.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
jalon_watch_init (JalonWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/* A link tells nothing about what it leads to. */
static GFileMonitor *
make_monitor (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr (GFile) target = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);

  return g_file_monitor_file (target, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
}

/**
 * jalon_watch_new:
 * @store: a store that has read or written its file
 *
 * Returns: (transfer full): what tells when somebody else writes the file
 */
JalonWatch *
jalon_watch_new (JalonStore *store)
{
  JalonWatch *self;

  g_return_val_if_fail (JALON_IS_STORE (store), NULL);

  self = g_object_new (JALON_TYPE_WATCH, NULL);
  self->store = g_object_ref (store);
  self->monitor = make_monitor (jalon_store_get_file (store));
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (event_cb), self);
  self->poll = g_timeout_add_seconds (POLL, poll_cb, self);
  return self;
}
