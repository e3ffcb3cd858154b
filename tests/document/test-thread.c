/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-thread.h"

#include <stdio.h>
#include <stdlib.h>

#define A_WHILE (20 * G_TIME_SPAN_MILLISECOND)
#define LONG G_TIME_SPAN_MINUTE

/* What a thread waits for, and what it has done */
typedef struct
{
  GMutex door;
  int done;
} Work;

static gpointer
pass_cb (gpointer data)
{
  Work *self = data;

  g_mutex_lock (&self->door);
  self->done++;
  g_mutex_unlock (&self->door);
  return NULL;
}

static void
pass_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_assert_null (source);
  g_assert_true (cancellable == g_task_get_cancellable (task));
  pass_cb (data);
  g_task_return_boolean (task, TRUE);
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *is_over = data;

  *is_over = g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
test_run (void)
{
  Work work = { .done = 0 };

  g_mutex_init (&work.door);
  g_assert_true (jalon_thread_settle (0));
  g_mutex_lock (&work.door);
  jalon_thread_run ("first", pass_cb, &work);
  jalon_thread_run ("second", pass_cb, &work);
  g_assert_false (jalon_thread_settle (A_WHILE));
  g_mutex_unlock (&work.door);
  g_assert_true (jalon_thread_settle (LONG));
  g_assert_cmpint (work.done, ==, 2);
  g_mutex_clear (&work.door);
}

static void
test_run_task (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean is_over = FALSE;
  GTask *task = g_task_new (NULL, cancellable, passed_cb, &is_over);
  Work work = { .done = 0 };

  g_mutex_init (&work.door);
  g_mutex_lock (&work.door);
  g_task_set_task_data (task, &work, NULL);
  jalon_thread_run_task (task, pass_task);
  g_object_unref (task);
  g_assert_false (jalon_thread_settle (A_WHILE));
  g_mutex_unlock (&work.door);
  g_assert_true (jalon_thread_settle (LONG));
  g_assert_cmpint (work.done, ==, 1);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_mutex_clear (&work.door);
}

static void
tell_exit (void)
{
  fputs ("exit() was called", stderr);
}

/* Its door is never opened if @is_busy. */
static void
end_program (gboolean is_busy)
{
  static Work work;

  atexit (tell_exit);
  if (is_busy)
    g_mutex_lock (&work.door);
  jalon_thread_run ("work", pass_cb, &work);
  jalon_thread_end_program (EXIT_SUCCESS);
}

static void
test_end_program (gconstpointer data)
{
  gboolean is_busy = GPOINTER_TO_INT (data);

  if (g_test_subprocess ())
    end_program (is_busy);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  if (is_busy)
    g_test_trap_assert_stderr_unmatched ("*exit() was called*");
  else
    g_test_trap_assert_stderr ("*exit() was called*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/thread/run", test_run);
  g_test_add_func ("/thread/run-task", test_run_task);
  g_test_add_data_func ("/thread/end-program/idle", GINT_TO_POINTER (FALSE), test_end_program);
  g_test_add_data_func ("/thread/end-program/busy", GINT_TO_POINTER (TRUE), test_end_program);
  return g_test_run ();
}
