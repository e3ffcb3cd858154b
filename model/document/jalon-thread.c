/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-thread.h"

#include <stdlib.h>
#include <unistd.h>

/* So long the end of the program waits for a disk that does not answer, or a huge map, in µs. */
#define PATIENCE (2 * G_USEC_PER_SEC)

/* What has been begun in threads, and is not over. It is of the process, as threads are. */
static struct
{
  GMutex mutex;
  GCond is_over;
  guint n;
} at_work;

typedef struct
{
  GThreadFunc func;
  gpointer data;
} Work;

/* GLib makes its C locale with the first number that is read. g_ascii_string_to_unsigned() takes
 * what a thread finds in errno after it has waited for that for a number that cannot be read. */
static void
make_c_locale (void)
{
  g_ascii_strtoull ("0", NULL, 10);
}

static void
begin (void)
{
  make_c_locale ();
  g_mutex_lock (&at_work.mutex);
  at_work.n++;
  g_mutex_unlock (&at_work.mutex);
}

static void
end (void)
{
  g_mutex_lock (&at_work.mutex);
  at_work.n--;
  g_cond_broadcast (&at_work.is_over);
  g_mutex_unlock (&at_work.mutex);
}

static gpointer
run (gpointer data)
{
  g_autofree Work *work = data;
  gpointer result = work->func (work->data);

  end ();
  return result;
}

/**
 * jalon_thread_run:
 * @name: of the thread, for debuggers
 * @func: what to do; what it returns is lost
 * @data: for @func
 *
 * Does something in a thread of its own.
 */
void
jalon_thread_run (const char *name, GThreadFunc func, gpointer data)
{
  Work *work;

  g_return_if_fail (func != NULL);

  work = g_new (Work, 1);
  work->func = func;
  work->data = data;
  begin ();
  g_thread_unref (g_thread_new (name, run, work));
}

static void
run_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc *func = g_object_get_data (G_OBJECT (task), "jalon-func");

  (*func) (task, source, data, cancellable);
  end ();
}

/**
 * jalon_thread_run_task:
 * @task: a task
 * @func: what to do
 *
 * g_task_run_in_thread(), for jalon_thread_settle() to know of it.
 */
void
jalon_thread_run_task (GTask *task, GTaskThreadFunc func)
{
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  g_object_set_data_full (G_OBJECT (task), "jalon-func", g_memdup2 (&func, sizeof func), g_free);
  begin ();
  g_task_run_in_thread (task, run_task);
}

/**
 * jalon_thread_settle:
 * @patience: how long to wait, in µs
 *
 * Waits until nothing is done in threads any more.
 *
 * Returns: %FALSE if something still is
 */
gboolean
jalon_thread_settle (gint64 patience)
{
  gint64 until = g_get_monotonic_time () + patience;
  gboolean is_settled;

  g_mutex_lock (&at_work.mutex);
  while (at_work.n > 0 && g_cond_wait_until (&at_work.is_over, &at_work.mutex, until))
    ;
  is_settled = at_work.n == 0;
  g_mutex_unlock (&at_work.mutex);
  return is_settled;
}

/**
 * jalon_thread_end_program:
 * @status: of the program
 *
 * Ends the program, as soon as nothing is done in threads, or without what exit() does: what the
 * libraries clear away there would be in use, and the program would crash.
 */
void
jalon_thread_end_program (int status)
{
  if (!jalon_thread_settle (PATIENCE))
    _exit (status);
  exit (status);
}
