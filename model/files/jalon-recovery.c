/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-recovery-private.h"

#include "document/jalon-id.h"
#include "document/jalon-thread.h"
#include "files/jalon-writer.h"

/* Keeps the unsaved changes of a document where a crash cannot take them. There is something on the
 * disk exactly while the document is modified. */

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonRecovery, jalon_recovery, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* A state of the document on its way to the disk. */
typedef struct
{
  JalonRecovery *self;
  RecoveryPlace *place;
  GBytes *bytes;
  char *title;
  char *uri;     /* NULL if it has no file yet */
  GBytes *known; /* what the file held when it was last read or written, or NULL */
  char *sum;     /* of that, once somebody has reckoned it */
  guint turn;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->self);
  recovery_place_unref (job->place);
  g_bytes_unref (job->bytes);
  g_free (job->title);
  g_free (job->uri);
  g_clear_pointer (&job->known, g_bytes_unref);
  g_free (job->sum);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (JalonRecovery *self)
{
  JalonElement *project = jalon_document_get_project (self->document);
  GBytes *known = self->store != NULL ? jalon_store_get_known (self->store) : NULL;
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->place = recovery_place_ref (self->place);
  job->bytes = jalon_writer_to_bytes (project);
  job->title = g_strdup (jalon_element_get_title (project));
  job->uri = self->store != NULL ? g_file_get_uri (jalon_store_get_file (self->store)) : NULL;
  job->known = known != NULL ? g_bytes_ref (known) : NULL;
  job->sum = known != NULL && known == self->summed ? g_strdup (self->sum) : NULL;
  job->turn = recovery_place_begin (self->place);
  return job;
}

static GBytes *
make_note (Job *job)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  gsize length;
  char *text;

  g_key_file_set_string (note, RECOVERY_GROUP, "Title", job->title);
  if (job->uri != NULL)
    g_key_file_set_string (note, RECOVERY_GROUP, "File", job->uri);
  if (job->known != NULL && job->sum == NULL)
    job->sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, job->known);
  if (job->sum != NULL)
    g_key_file_set_string (note, RECOVERY_GROUP, "State", job->sum);
  text = g_key_file_to_data (note, &length, NULL);
  return g_bytes_new_take (text, length);
}

static gboolean
write_job (Job *job, GError **error)
{
  g_autoptr (GBytes) note = make_note (job);
  g_autofree char *ending = job->sum != NULL ? recovery_base_ending (job->sum) : NULL;
  const RecoveryState state = { job->bytes, note, job->known, ending, job->turn };

  return recovery_place_write (job->place, &state, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_job (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void schedule (JalonRecovery *self);

/* A full disk is told once, not every second. */
static void
tell (JalonRecovery *self, const GError *error)
{
  if (error == NULL)
    g_signal_emit (self, signals[WRITTEN], 0);
  else if (!self->has_failed)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  self->has_failed = error != NULL;
}

static void
remember_sum (JalonRecovery *self, Job *job)
{
  if (job->known == self->summed)
    return;
  g_clear_pointer (&self->summed, g_bytes_unref);
  g_free (self->sum);
  self->summed = g_steal_pointer (&job->known);
  self->sum = g_steal_pointer (&job->sum);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  JalonRecovery *self = job->self;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  remember_sum (self, job);
  self->is_writing = FALSE;
  tell (self, error);
  if (self->is_late)
    schedule (self);
}

/* The task owns nothing: it may end in the thread, where no document may be let go of. */
static gboolean
write_cb (gpointer data)
{
  JalonRecovery *self = data;
  Job *job = job_new (self);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, job);

  self->source = 0;
  self->is_writing = TRUE;
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, job, NULL);
  jalon_thread_run_task (task, write_in_thread);
  return G_SOURCE_REMOVE;
}

static void
forget (JalonRecovery *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->is_late = FALSE;
  recovery_place_clear (self->place);
}

/* The first change since what was written last counts; the next ones do not put it off. */
static void
schedule (JalonRecovery *self)
{
  gint64 waited = (g_get_monotonic_time () - self->since) / 1000;

  self->is_late = FALSE;
  self->source = g_timeout_add ((guint) MAX (JALON_RECOVERY_DELAY - waited, 0), write_cb, self);
}

static void
update (JalonRecovery *self)
{
  if (!jalon_document_is_modified (self->document))
    {
      forget (self);
      return;
    }
  if (self->source != 0 || self->is_late)
    return;
  self->since = g_get_monotonic_time ();
  if (self->is_writing)
    self->is_late = TRUE;
  else
    schedule (self);
}

static void
jalon_recovery_dispose (GObject *object)
{
  JalonRecovery *self = JALON_RECOVERY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (jalon_recovery_parent_class)->dispose (object);
}

static void
jalon_recovery_finalize (GObject *object)
{
  JalonRecovery *self = JALON_RECOVERY (object);

  g_clear_pointer (&self->place, recovery_place_unref);
  g_clear_pointer (&self->summed, g_bytes_unref);
  g_free (self->sum);

  G_OBJECT_CLASS (jalon_recovery_parent_class)->finalize (object);
}

static void
jalon_recovery_class_init (JalonRecoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_recovery_dispose;
  object_class->finalize = jalon_recovery_finalize;

  /**
   * JalonRecovery::written:
   * @self: the recovery
   *
   * A state of the document is on the disk, unless it was discarded meanwhile.
   */
  signals[WRITTEN] = g_signal_new ("written", JALON_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * JalonRecovery::failed:
   * @self: the recovery
   * @message: why
   *
   * The changes could not be kept; they are tried again with the next change.
   */
  signals[FAILED] = g_signal_new ("failed", JALON_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jalon_recovery_init (JalonRecovery *self)
{
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::modified", G_CALLBACK (update), self);
}

/**
 * jalon_recovery_new:
 * @folder: where to keep it; it need not be there yet
 *
 * Returns: (transfer full): a recovery of nothing; nothing is on the disk
 */
JalonRecovery *
jalon_recovery_new (const char *folder)
{
  JalonRecovery *self = g_object_new (JALON_TYPE_RECOVERY, NULL);
  g_autofree char *id = jalon_id_new ();

  self->place = recovery_place_new (folder, id);
  return self;
}

/**
 * jalon_recovery_follow:
 * @self: a recovery
 * @document: a document
 * @store: (nullable): where it is saved
 *
 * From now on keeps every change of the document, %JALON_RECOVERY_DELAY later at the latest, and
 * removes what it kept when the document is saved. Called again when the document gets another
 * file.
 */
void
jalon_recovery_follow (JalonRecovery *self, JalonDocument *document, JalonStore *store)
{
  g_return_if_fail (JALON_IS_RECOVERY (self));
  g_return_if_fail (JALON_IS_DOCUMENT (document));

  g_set_object (&self->document, document);
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->signals, document);
  update (self);
}

/**
 * jalon_recovery_flush:
 * @self: a recovery that follows a document
 * @error: %G_IO_ERROR
 *
 * Writes what is not saved now, waiting for the disk: the session ends.
 *
 * Returns: %TRUE if there is nothing to lose
 */
gboolean
jalon_recovery_flush (JalonRecovery *self, GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (JALON_IS_RECOVERY (self), FALSE);

  if (!jalon_document_is_modified (self->document))
    return TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
  job = job_new (self);
  return write_job (job, error);
}

/**
 * jalon_recovery_discard:
 * @self: a recovery
 *
 * Removes what was kept, and follows nothing any more. Whoever only lets go of the object leaves
 * the data for the next start.
 */
void
jalon_recovery_discard (JalonRecovery *self)
{
  g_return_if_fail (JALON_IS_RECOVERY (self));

  g_signal_group_set_target (self->signals, NULL);
  /* Who was claimed and not followed is locked already. */
  forget (self);
}
