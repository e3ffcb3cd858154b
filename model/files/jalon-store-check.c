/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others do to the file while it is open here: whether they have written it, and what. */

#include "files/jalon-store-private.h"

#include <sys/stat.h>

#include "files/jalon-reader.h"

/* Whether the times of the file say that nobody has written it. */
static gboolean
is_current (StoreJob *job)
{
  struct stat info;

  return job->path != NULL && stat (job->path, &info) == 0 &&
         jalon_fingerprint_is_current (job->known, &info);
}

/* Looks whether the file is as @job knows it. @found gets what is in it now, if that was read; the
 * job then knows it in the state that it is in. */
JalonStoreState
store_job_check (StoreJob *job, GBytes **found, GCancellable *cancellable, GError **error)
{
  g_autoptr (JalonFingerprint) known = jalon_fingerprint_ref (job->known);
  g_autoptr (GError) problem = NULL;

  if (is_current (job))
    return JALON_STORE_SAME;
  *found = store_job_read (job, cancellable, &problem);
  if (*found == NULL)
    {
      gboolean is_gone = g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

      g_propagate_error (error, g_steal_pointer (&problem));
      return is_gone ? JALON_STORE_GONE : JALON_STORE_UNKNOWN;
    }
  return jalon_fingerprint_is_of (known, *found) ? JALON_STORE_SAME : JALON_STORE_CHANGED;
}

/* A job for a file that may have changed since @self has come to know it. */
static StoreJob *
known_job_new (JalonStore *self)
{
  StoreJob *job = store_job_new (self);

  job->known = jalon_fingerprint_ref (self->known);
  return job;
}

typedef struct
{
  StoreJob *job;
  JalonFingerprint *known; /* when it began */
  JalonStoreState state;
  GBytes *found;
  JalonElement *base;
} Look;

static Look *
look_new (JalonStore *self)
{
  Look *look = g_new0 (Look, 1);

  look->job = known_job_new (self);
  look->known = jalon_fingerprint_ref (self->known);
  return look;
}

static void
look_free (gpointer data)
{
  Look *look = data;

  store_job_unref (look->job);
  jalon_fingerprint_unref (look->known);
  g_clear_pointer (&look->found, g_bytes_unref);
  g_clear_object (&look->base);
  g_free (look);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  look->state = store_job_check (look->job, &look->found, cancellable, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * jalon_store_check_async:
 * @self: a store that has read or written its file
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Looks in a thread whether somebody else has written the file.
 */
void
jalon_store_check_async (JalonStore *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (JALON_IS_STORE (self));
  g_return_if_fail (self->known != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, jalon_store_check_async);
  g_task_set_task_data (task, look_new (self), look_free);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * jalon_store_check_finish:
 * @self: a store
 * @result: what the callback got
 * @found: (out) (transfer full) (nullable): what is in the file, if it has changed
 *
 * Returns: what has become of the file. What we write ourselves meanwhile is no change.
 */
JalonStoreState
jalon_store_check_finish (JalonStore *self, GAsyncResult *result, GBytes **found)
{
  Look *look;

  *found = NULL;
  g_return_val_if_fail (g_task_is_valid (result, self), JALON_STORE_UNKNOWN);

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return JALON_STORE_UNKNOWN;
  look = g_task_get_task_data (G_TASK (result));
  if (self->is_saving || self->known != look->known)
    return JALON_STORE_SAME;
  /* It was only touched, or has settled: the next look is cheaper. */
  if (look->state == JALON_STORE_SAME)
    store_learn (self, look->job);
  else
    *found = g_steal_pointer (&look->found);
  return look->state;
}

static JalonElement *
read_base (Look *look)
{
  return jalon_reader_read (jalon_fingerprint_get_bytes (look->known), look->job->name, NULL, NULL);
}

static void
reload_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;

  if (store_job_load (look->job, cancellable, &error))
    {
      look->base = read_base (look);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

/**
 * jalon_store_reload_async:
 * @self: a store that has read or written its file
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Reads in a thread what somebody else has written, and what both began with.
 */
void
jalon_store_reload_async (JalonStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (JALON_IS_STORE (self));
  g_return_if_fail (self->known != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, jalon_store_reload_async);
  g_task_set_task_data (task, look_new (self), look_free);
  g_task_run_in_thread (task, reload_in_thread);
}

/**
 * jalon_store_reload_finish:
 * @self: a store
 * @result: what the callback got
 * @base: (out) (transfer full) (nullable): the project as it was last read or written here
 * @report: (out) (optional) (transfer full): what was left out, corrected or kept aside
 * @error: as for jalon_store_load(); %G_IO_ERROR_BUSY if we have written the file meanwhile
 *
 * From now on the store knows the file as it is now: the caller has to bring what is in it into the
 * document at once, or saving would lose it.
 *
 * Returns: (transfer full) (nullable): the project that is in the file now; %NULL on error
 */
JalonElement *
jalon_store_reload_finish (JalonStore *self,
                           GAsyncResult *result,
                           JalonElement **base,
                           JalonReport **report,
                           GError **error)
{
  Look *look;

  *base = NULL;
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  look = g_task_get_task_data (G_TASK (result));
  if (self->is_saving || self->known != look->known)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, self->name);
      return NULL;
    }
  *base = g_steal_pointer (&look->base);
  return store_take_project (self, look->job, report);
}
