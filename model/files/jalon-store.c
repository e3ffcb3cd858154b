/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-store-private.h"

#include "document/jalon-thread.h"

G_DEFINE_FINAL_TYPE (JalonStore, jalon_store, G_TYPE_OBJECT)

static void
jalon_store_finalize (GObject *object)
{
  JalonStore *self = JALON_STORE (object);

  g_object_unref (self->file);
  g_free (self->name);
  g_free (self->backups);
  g_clear_pointer (&self->known, jalon_fingerprint_unref);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (jalon_store_parent_class)->finalize (object);
}

static void
jalon_store_class_init (JalonStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_store_finalize;
}

static void
jalon_store_init (JalonStore *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * jalon_store_new:
 * @file: a file that is there or will be
 * @name: (nullable): its name as users know it, for messages; %NULL for its whole path
 *
 * Makes what reads and writes one file, and knows whether somebody else has written it.
 *
 * Returns: (transfer full): the store
 */
JalonStore *
jalon_store_new (GFile *file, const char *name)
{
  JalonStore *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (JALON_TYPE_STORE, NULL);
  self->file = g_object_ref (file);
  self->name = name != NULL ? g_strdup (name) : g_file_get_parse_name (file);
  return self;
}

GFile *
jalon_store_get_file (JalonStore *self)
{
  g_return_val_if_fail (JALON_IS_STORE (self), NULL);

  return self->file;
}

/**
 * jalon_store_is_saving:
 * @self: a store
 *
 * Returns: %TRUE while something that jalon_store_save_async() began is not on disk yet
 */
gboolean
jalon_store_is_saving (JalonStore *self)
{
  g_return_val_if_fail (JALON_IS_STORE (self), FALSE);

  return self->is_saving;
}

/**
 * jalon_store_has_other_names:
 * @self: a store
 *
 * Returns: %TRUE if the file had other names (hard links) when it was saved last: under those is
 *   still what was in it before
 */
gboolean
jalon_store_has_other_names (JalonStore *self)
{
  g_return_val_if_fail (JALON_IS_STORE (self), FALSE);

  return self->has_other_names;
}

/**
 * jalon_store_get_known:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what the file held when it was last read or written; %NULL
 *   before
 */
GBytes *
jalon_store_get_known (JalonStore *self)
{
  g_return_val_if_fail (JALON_IS_STORE (self), NULL);

  return self->known != NULL ? jalon_fingerprint_get_bytes (self->known) : NULL;
}

/**
 * jalon_store_set_known:
 * @self: a store that is not saving
 * @bytes: what the file held once
 *
 * Says from which state of the file the project comes that will be saved. If the file is another
 * now, that counts as changed by somebody else.
 */
void
jalon_store_set_known (JalonStore *self, GBytes *bytes)
{
  g_return_if_fail (JALON_IS_STORE (self));

  g_clear_pointer (&self->known, jalon_fingerprint_unref);
  self->known = jalon_fingerprint_new (NULL, NULL, bytes);
}

/**
 * jalon_store_keep_backups:
 * @self: a store
 * @folder: (nullable): where, see jalon_backup_get_folder(); %NULL for nowhere
 * @n_most: how many versions are kept
 *
 * From now on keeps what the first saving of a session and whatever comes an hour later replaces,
 * and what others have written.
 */
void
jalon_store_keep_backups (JalonStore *self, const char *folder, guint n_most)
{
  g_return_if_fail (JALON_IS_STORE (self));

  g_free (self->backups);
  self->backups = g_strdup (folder);
  self->n_backups = n_most;
}

StoreJob *
store_job_new (JalonStore *self)
{
  StoreJob *job = g_atomic_rc_box_new0 (StoreJob);

  job->file = g_object_ref (self->file);
  job->name = g_strdup (self->name);
  job->path = g_file_get_path (self->file);
  return job;
}

static void
job_clear (gpointer data)
{
  StoreJob *job = data;

  g_object_unref (job->file);
  g_free (job->name);
  g_free (job->path);
  g_free (job->backups);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->known, jalon_fingerprint_unref);
  g_clear_object (&job->project);
  g_clear_pointer (&job->report, jalon_report_free);
}

void
store_job_unref (StoreJob *job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

/* The file is now as @job found or left it. */
void
store_learn (JalonStore *self, StoreJob *job)
{
  g_clear_pointer (&self->known, jalon_fingerprint_unref);
  self->known = jalon_fingerprint_ref (job->known);
}

/* What @job has read becomes known; whoever gets it must not lose it. */
JalonElement *
store_take_project (JalonStore *self, StoreJob *job, JalonReport **report)
{
  store_learn (self, job);
  /* What others have written is kept before it is saved over. */
  self->has_backup = FALSE;
  if (report != NULL)
    *report = g_steal_pointer (&job->report);
  return g_steal_pointer (&job->project);
}

/**
 * jalon_store_read:
 * @self: a store
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR if the file cannot be read, %JALON_ERROR_REFUSED if it is too large; the
 *   message names it
 *
 * Reads the bytes of a file of any kind, with the same care as a project.
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL on error
 */
GBytes *
jalon_store_read (JalonStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (StoreJob) job = NULL;

  g_return_val_if_fail (JALON_IS_STORE (self), NULL);

  job = store_job_new (self);
  return store_job_read (job, cancellable, error);
}

/**
 * jalon_store_load:
 * @self: a store
 * @report: (out) (optional) (transfer full): what was left out, corrected or kept aside
 * @cancellable: (nullable): to stop it
 * @error: %JALON_ERROR for what is in the file, %G_IO_ERROR for the rest; the message names the
 *   file
 *
 * Reads the project, waiting for the disk.
 *
 * Returns: (transfer full) (nullable): the project, in no document; %NULL on error
 */
JalonElement *
jalon_store_load (JalonStore *self, JalonReport **report, GCancellable *cancellable, GError **error)
{
  g_autoptr (StoreJob) job = NULL;

  g_return_val_if_fail (JALON_IS_STORE (self), NULL);

  job = store_job_new (self);
  return store_job_load (job, cancellable, error) ? store_take_project (self, job, report) : NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StoreJob *job = data;
  GError *error = NULL;

  if (store_job_load (job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * jalon_store_load_async:
 * @self: a store
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Reads the project in a thread.
 */
void
jalon_store_load_async (JalonStore *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (JALON_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, jalon_store_load_async);
  g_task_set_task_data (task, store_job_new (self), (GDestroyNotify) store_job_unref);
  jalon_thread_run_task (task, load_in_thread);
}

/**
 * jalon_store_load_finish:
 * @self: a store
 * @result: what the callback got
 * @report: (out) (optional) (transfer full): what was left out, corrected or kept aside
 * @error: as for jalon_store_load()
 *
 * Returns: (transfer full) (nullable): the project, in no document; %NULL on error
 */
JalonElement *
jalon_store_load_finish (JalonStore *self,
                         GAsyncResult *result,
                         JalonReport **report,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return store_take_project (self, g_task_get_task_data (G_TASK (result)), report);
}
