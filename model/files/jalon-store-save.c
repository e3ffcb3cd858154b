/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving for those who ask: at once or in a thread, one at a time. */

#include "files/jalon-store-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-thread.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

/* In µs. */
#define HOUR (60 * 60 * (gint64) G_USEC_PER_SEC)

static StoreJob *
save_job_new (JalonStore *self, JalonElement *project, JalonSaveFlags flags, GError **error)
{
  StoreJob *job;

  if (jalon_reader_is_newer (project))
    {
      g_set_error (
        error, JALON_ERROR, JALON_ERROR_VERSION,
        _ ("%s: The project was written by a newer Jalon and cannot be saved by this one"),
        self->name);
      return NULL;
    }
  job = store_job_new (self);
  job->bytes = jalon_writer_to_bytes (project);
  job->flags = flags;
  return job;
}

/* What the store knows when the writing begins, not when it was asked for. */
static void
brief (JalonStore *self, StoreJob *job)
{
  job->known = self->known != NULL ? jalon_fingerprint_ref (self->known) : NULL;
  job->needs_backup = !self->has_backup || (job->flags & JALON_SAVE_OVERWRITE) != 0 ||
                      g_get_monotonic_time () - self->backup_time > HOUR;
  if ((job->flags & JALON_SAVE_NO_BACKUP) != 0)
    job->needs_backup = FALSE;
  job->backups = g_strdup (self->backups);
  job->n_backups = self->n_backups;
}

static void
conclude (JalonStore *self, StoreJob *job)
{
  if (!job->is_written)
    return;
  store_learn (self, job);
  self->has_other_names = job->has_other_names;
  if (job->needs_backup)
    self->backup_time = g_get_monotonic_time ();
  self->has_backup = TRUE;
}

/**
 * jalon_store_save:
 * @self: a store that is not saving
 * @project: what to write
 * @flags: see #JalonSaveFlags
 * @cancellable: (nullable): to stop it
 * @error: %JALON_ERROR_CHANGED if somebody else has written the file, %G_IO_ERROR_EXISTS if there
 *   is one that was not read, %JALON_ERROR_VERSION for a project of a newer version,
 *   %JALON_ERROR_REFUSED if what was to be written could not be read back, %G_IO_ERROR for the
 *   disk; the message names the file
 *
 * Writes the project, waiting for the disk. On any error, and after a crash at any moment, the file
 * is what it was; otherwise it is the new one, and the first time the old one is kept as "NAME~".
 * See jalon_store_keep_backups() for older versions. If the disk does not confirm that the new file
 * has its place for good, that is an error, too, and the file is the new one.
 * Owner, mode, extended attributes and access control lists stay as far as permitted; a symbolic
 * link stays one, hard links do not: see jalon_store_has_other_names().
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
jalon_store_save (JalonStore *self,
                  JalonElement *project,
                  JalonSaveFlags flags,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (StoreJob) job = NULL;
  gboolean is_done;

  g_return_val_if_fail (JALON_IS_STORE (self), FALSE);
  g_return_val_if_fail (!self->is_saving, FALSE);

  job = save_job_new (self, project, flags, error);
  if (job == NULL)
    return FALSE;
  brief (self, job);
  is_done = store_job_save (job, cancellable, error);
  conclude (self, job);
  return is_done;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StoreJob *job = data;
  GError *error = NULL;

  if (store_job_save (job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void save_next (JalonStore *self);

/* @data: all that are answered by this one writing. */
static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JalonStore *self = JALON_STORE (object);
  g_autoptr (GPtrArray) tasks = data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = g_task_propagate_boolean (G_TASK (result), &error);

  conclude (self, g_task_get_task_data (G_TASK (result)));
  self->is_saving = FALSE;
  save_next (self);

  for (guint i = 0; i < tasks->len; i++)
    if (is_done)
      g_task_return_boolean (g_ptr_array_index (tasks, i), TRUE);
    else
      g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (error));
}

/* Writes what was asked for last; who asked before gets the same answer. */
static void
save_next (JalonStore *self)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *tasks;
  GTask *last;
  StoreJob *job;

  if (self->is_saving || self->waiting->len == 0)
    return;
  self->is_saving = TRUE;
  tasks = self->waiting;
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  last = g_ptr_array_index (tasks, tasks->len - 1);
  job = g_atomic_rc_box_acquire (g_task_get_task_data (last));
  brief (self, job);

  /* Once the file has been replaced, it is too late to cancel. */
  task = g_task_new (self, g_task_get_cancellable (last), saved_cb, tasks);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) store_job_unref);
  jalon_thread_run_task (task, save_in_thread);
}

/**
 * jalon_store_save_async:
 * @self: a store
 * @project: what to write, as it is now
 * @flags: see #JalonSaveFlags
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Writes the project in a thread, see jalon_store_save(). It may change at once. While one is being
 * written, another may be asked for; of several that wait only the last is written, and all get its
 * answer.
 */
void
jalon_store_save_async (JalonStore *self,
                        JalonElement *project,
                        JalonSaveFlags flags,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  StoreJob *job;

  g_return_if_fail (JALON_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, jalon_store_save_async);
  g_task_set_check_cancellable (task, FALSE);
  job = save_job_new (self, project, flags, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, job, (GDestroyNotify) store_job_unref);
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  save_next (self);
}

/**
 * jalon_store_save_finish:
 * @self: a store
 * @result: what the callback got
 * @error: as for jalon_store_save()
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
jalon_store_save_finish (JalonStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
