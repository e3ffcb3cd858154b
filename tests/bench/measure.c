/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_RUNS 15
/* After so much time, in microseconds, three runs must do. */
#define PATIENCE (4 * G_USEC_PER_SEC)

static int
compare_times (const void *a, const void *b)
{
  const gint64 *x = a;
  const gint64 *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* The median of 3 to 15 runs of @work, in milliseconds; @prepare, before each, is not measured. */
double
measure_time (MeasureFunc prepare, MeasureFunc work, gpointer data)
{
  const gint64 begin = g_get_monotonic_time ();
  gint64 times[MAX_RUNS];
  guint n = 0;

  while (n < 3 || (n < MAX_RUNS && g_get_monotonic_time () - begin < PATIENCE))
    {
      gint64 start;

      if (prepare != NULL)
        prepare (data);
      start = g_get_monotonic_time ();
      work (data);
      times[n++] = g_get_monotonic_time () - start;
    }
  qsort (times, n, sizeof times[0], compare_times);
  return times[n / 2] / 1000.0;
}

/* The most memory that a process has while it does nothing but @work, in MB. */
double
measure_peak (MeasureFunc work, gpointer data)
{
  struct rusage usage;
  int status = -1;
  pid_t pid;

  fflush (stdout);
  pid = fork ();
  if (pid == 0)
    {
      work (data);
      _exit (0);
    }
  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_error ("A benchmark did not come to its end: %d", status);
  return usage.ru_maxrss / 1024.0;
}

/* One line: a figure, the reference of the same run, their ratio and what it should be at most. */
void
measure_tell (const char *what,
              double value,
              const char *unit,
              const char *reference_name,
              double reference,
              double target)
{
  printf ("%-44s %9.2f %s  %6.3f × %s (%.2f %s), target %.2f%s\n", what, value, unit,
          value / reference, reference_name, reference, unit, target,
          value <= target * reference ? "" : "  MISSED");
}

void
measure_tell_limit (const char *what, double value, const char *unit, double limit)
{
  printf ("%-44s %9.2f %s  target %.0f %s%s\n", what, value, unit, limit, unit,
          value <= limit ? "" : "  MISSED");
}
