/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MIN_RUNS 3
#define MAX_RUNS 99
/* After so much time, in microseconds, the least number of runs must do. */
#define PATIENCE (2 * G_USEC_PER_SEC)

typedef struct
{
  double times[MAX_RUNS]; /* in ms */
  guint n;
  gint64 begin;
} Runs;

static int
compare_times (const void *a, const void *b)
{
  const double *x = a;
  const double *y = b;

  return *x < *y ? -1 : *x > *y;
}

static gboolean
wants_run (const Runs *runs)
{
  return runs->n < MIN_RUNS ||
         (runs->n < MAX_RUNS && g_get_monotonic_time () - runs->begin < PATIENCE);
}

static double
get_median (Runs *runs)
{
  qsort (runs->times, runs->n, sizeof runs->times[0], compare_times);
  return runs->times[runs->n / 2];
}

static double
get_time_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
get_peak (const struct rusage *usage)
{
  return (double) usage->ru_maxrss / 1024.0;
}

static double
run_task (const MeasureTask *task)
{
  Runs runs = { .begin = g_get_monotonic_time () };

  while (wants_run (&runs))
    {
      gint64 start;

      if (task->prepare != NULL)
        task->prepare (task->data);
      start = g_get_monotonic_time ();
      task->work (task->data);
      runs.times[runs.n++] = task->time != NULL ? *task->time : get_time_since (start);
    }
  return get_median (&runs);
}

static void
wait_for (pid_t pid, const char *what, struct rusage *usage)
{
  int status = -1;

  if (wait4 (pid, &status, 0, usage) != pid || status != 0)
    g_error ("%s did not come to its end: %d", what, status);
}

/* Does something that must not weigh on this process, unmeasured. */
void
measure_apart (MeasureFunc work, gpointer data)
{
  struct rusage usage;
  pid_t pid;

  fflush (stdout);
  pid = fork ();
  if (pid == 0)
    {
      work (data);
      fflush (stdout);
      _exit (0);
    }
  wait_for (pid, "A preparation", &usage);
}

/* Measures @task in a process of its own. */
Measured
measure_task (const MeasureTask *task)
{
  Measured measured = { 0 };
  struct rusage usage;
  int ends[2];
  pid_t pid;

  fflush (stdout);
  if (pipe (ends) != 0 || (pid = fork ()) < 0)
    g_error ("A process cannot be started");
  if (pid == 0)
    {
      if (task->set_up != NULL)
        task->set_up (task->data);
      measured.time = run_task (task);
      measured.amount = task->amount != NULL ? *task->amount / 1e6 : 0.0;
      _exit (write (ends[1], &measured, sizeof measured) == sizeof measured ? 0 : 1);
    }
  wait_for (pid, "A benchmark", &usage);
  if (read (ends[0], &measured, sizeof measured) != sizeof measured)
    g_error ("A benchmark told nothing");
  close (ends[0]);
  close (ends[1]);
  measured.peak = get_peak (&usage);
  return measured;
}

/* Starts a program, whose words nobody needs. */
pid_t
measure_start (const char *const *argv)
{
  pid_t pid = fork ();

  if (pid != 0)
    return pid;
  dup2 (open ("/dev/null", O_RDWR), STDIN_FILENO);
  dup2 (STDIN_FILENO, STDOUT_FILENO);
  dup2 (STDIN_FILENO, STDERR_FILENO);
  execvp (argv[0], (char *const *) argv);
  _exit (127);
}

/* Measures a program from its start to its end. */
Measured
measure_command (const char *const *argv)
{
  Measured measured = { 0 };
  Runs runs = { .begin = g_get_monotonic_time () };

  fflush (stdout);
  while (wants_run (&runs))
    {
      gint64 start = g_get_monotonic_time ();
      struct rusage usage;

      wait_for (measure_start (argv), argv[0], &usage);
      runs.times[runs.n++] = get_time_since (start);
      measured.peak = MAX (measured.peak, get_peak (&usage));
    }
  measured.time = get_median (&runs);
  return measured;
}

/* A heading, with how busy the machine is. */
void
measure_title (const char *format, ...)
{
  double load = -1.0;
  va_list arguments;

  getloadavg (&load, 1);
  va_start (arguments, format);
  printf ("\n");
  vprintf (format, arguments);
  printf (" (load %.2f)\n", load);
  va_end (arguments);
}

/* What a figure should be at most, and whether it is; nothing if @target is 0. */
static void
tell_target (double value, double target, const char *unit)
{
  if (target > 0.0)
    printf (", target %.*f %s%s", target < 0.1 ? 4 : 2, target, unit,
            value <= target ? "" : "  MISSED");
  printf ("\n");
}

static double
tell_times (const char *what,
            const Measured *measured,
            const char *reference_name,
            const Measured *reference)
{
  double ratio = measured->time / reference->time;

  printf ("%-32s %9.2f ms, %4.0f MB; %s %.2f ms, %.0f MB: %.*f ×", what, measured->time,
          measured->peak, reference_name, reference->time, reference->peak, ratio < 0.1 ? 4 : 2,
          ratio);
  return ratio;
}

/* One line: a time, the reference of the same run, the peak memory of both, and the ratio beside
 * its @target; 0 for none. */
void
measure_tell (const char *what,
              const Measured *measured,
              const char *reference_name,
              const Measured *reference,
              double target)
{
  double ratio = tell_times (what, measured, reference_name, reference);

  tell_target (ratio, target, "×");
}

/* The same where the @target is not a ratio but a time, in ms. */
void
measure_tell_time (const char *what,
                   const Measured *measured,
                   const char *reference_name,
                   const Measured *reference,
                   double target)
{
  tell_times (what, measured, reference_name, reference);
  tell_target (measured->time, target, "ms");
}

/* One line: a figure of another kind, such as memory or a ratio of sizes. */
void
measure_figure (const char *what, double value, const char *unit, double target)
{
  printf ("%-32s %9.*f %s", what, value < 0.1 ? 4 : 2, value, unit);
  tell_target (value, target, unit);
}
