/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others do to the file while it is open here: whether they have written it, and what. */

#include "files/jalon-store-private.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "document/jalon-difference.h"
#include "document/jalon-thread.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

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

/* What a thread looks at, and what it finds. */
typedef struct
{
  StoreJob *job;
  JalonFingerprint *known; /* when it began, or NULL */
  JalonElement *ours;      /* to be merged, or NULL */

  /* Out */
  JalonStoreState state;
  GBytes *found;
  JalonMerge *merge;
  GPtrArray *changes;
  gboolean is_in_file; /* what came of the merge */
} Look;

static JalonFingerprint *
ref_known (JalonFingerprint *known)
{
  return known != NULL ? jalon_fingerprint_ref (known) : NULL;
}

static void
look_free (gpointer data)
{
  Look *look = data;

  store_job_unref (look->job);
  g_clear_pointer (&look->known, jalon_fingerprint_unref);
  g_clear_object (&look->ours);
  g_clear_pointer (&look->found, g_bytes_unref);
  g_clear_pointer (&look->merge, jalon_merge_free);
  g_clear_pointer (&look->changes, g_ptr_array_unref);
  g_free (look);
}

/* Has @func look at the file in a thread. @ours: (transfer full): for it, or NULL */
static void
look_in_thread (JalonStore *self,
                JalonElement *ours,
                GTaskThreadFunc func,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Look *look = g_new0 (Look, 1);

  look->job = store_job_new (self);
  look->job->known = ref_known (self->known);
  look->known = ref_known (self->known);
  look->ours = ours;
  g_task_set_source_tag (task, func);
  g_task_set_task_data (task, look, look_free);
  jalon_thread_run_task (task, func);
}

/* What the look has found, which belongs to @result; NULL on error */
static Look *
look_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);

  return g_task_propagate_boolean (task, error) ? g_task_get_task_data (task) : NULL;
}

/* What we have written since it began is not in what it found. */
static gboolean
is_outdated (JalonStore *self, const Look *look)
{
  return self->is_saving || self->known != look->known;
}

static void
check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
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
  g_return_if_fail (JALON_IS_STORE (self));
  g_return_if_fail (self->known != NULL);

  look_in_thread (self, NULL, check, cancellable, callback, data);
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

  look = look_finish (result, NULL);
  if (look == NULL)
    return JALON_STORE_UNKNOWN;
  if (is_outdated (self, look))
    return JALON_STORE_SAME;
  /* It was only touched, or has settled: the next look is cheaper. */
  if (look->state == JALON_STORE_SAME)
    store_learn (self, look->job);
  else
    *found = g_steal_pointer (&look->found);
  return look->state;
}

/* A copy beside the file may be of a project that was merged of two; what takes the place of the
 * file itself has to be the same project. */
static gboolean
can_merge (Look *look, JalonElement *theirs, GError **error)
{
  if (!jalon_reader_is_newer (theirs) &&
      (look->known == NULL ||
       strcmp (jalon_element_get_id (look->ours), jalon_element_get_id (theirs)) == 0))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("%s: Somebody has put another project in the place of this one"),
               look->job->name);
  return FALSE;
}

static void
merge (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (JalonElement) base = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (!store_job_load (look->job, cancellable, &error) ||
      !can_merge (look, look->job->project, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (look->known != NULL)
    base = jalon_reader_read (jalon_fingerprint_get_bytes (look->known), look->job->name, NULL,
                              NULL);
  look->merge = jalon_merge_new (base, look->ours, look->job->project);
  look->changes = jalon_difference_list (look->ours, look->merge->project);
  bytes = jalon_writer_to_bytes (look->merge->project);
  look->is_in_file = jalon_fingerprint_is_of (look->job->known, bytes);
  g_task_return_boolean (task, TRUE);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;

  if (!store_job_load (look->job, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  look->changes = jalon_difference_list (look->job->project, look->ours);
  g_task_return_boolean (task, TRUE);
}

/**
 * jalon_store_compare_async:
 * @self: a store
 * @ours: (transfer full): a copy of the project as it is here, in no document
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Reads the file in a thread, and finds what has become of it in @ours.
 */
void
jalon_store_compare_async (JalonStore *self,
                           JalonElement *ours,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_return_if_fail (JALON_IS_STORE (self));

  look_in_thread (self, ours, compare, cancellable, callback, data);
}

/**
 * jalon_store_compare_finish:
 * @self: a store
 * @result: what the callback got
 * @found: (out) (transfer full): what is in the file
 * @error: as for jalon_store_load()
 *
 * Returns: (transfer full) (element-type JalonDifference) (nullable): what has changed since; %NULL
 *   on error
 */
GPtrArray *
jalon_store_compare_finish (JalonStore *self,
                            GAsyncResult *result,
                            JalonElement **found,
                            GError **error)
{
  Look *look;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  look = look_finish (result, error);
  if (look == NULL)
    return NULL;
  *found = store_take_project (self, look->job, NULL);
  return g_steal_pointer (&look->changes);
}

/**
 * jalon_store_merge_async:
 * @self: a store
 * @ours: (transfer full): a copy of the project as it is here, in no document
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Reads in a thread what somebody else has written, and merges it with @ours: against what the
 * store knows of the file, if it does. As long as nobody calls jalon_store_merge_finish() the store
 * has not heard of it, and the merge can be forgotten.
 */
void
jalon_store_merge_async (JalonStore *self,
                         JalonElement *ours,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (JALON_IS_STORE (self));

  look_in_thread (self, ours, merge, cancellable, callback, data);
}

/**
 * jalon_store_merge_finish:
 * @self: a store
 * @result: what the callback got
 * @changes: (out) (transfer full) (element-type JalonDifference): what came in
 * @is_in_file: (out): whether the merge is just what is in the file
 * @error: as for jalon_store_load(); %G_IO_ERROR_BUSY if we have written the file meanwhile,
 *   %G_IO_ERROR_NOT_SUPPORTED if it is another project now
 *
 * From now on the store knows the file as it is now: the caller has to bring the merge into the
 * document at once, or saving would lose it.
 *
 * Returns: (transfer full) (nullable): what both sides made together; %NULL on error
 */
JalonMerge *
jalon_store_merge_finish (JalonStore *self,
                          GAsyncResult *result,
                          GPtrArray **changes,
                          gboolean *is_in_file,
                          GError **error)
{
  Look *look;

  *changes = NULL;
  *is_in_file = FALSE;
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  look = look_finish (result, error);
  if (look == NULL)
    return NULL;
  if (is_outdated (self, look))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, self->name);
      return NULL;
    }
  g_object_unref (store_take_project (self, look->job, NULL));
  *changes = g_steal_pointer (&look->changes);
  *is_in_file = look->is_in_file;
  return g_steal_pointer (&look->merge);
}
