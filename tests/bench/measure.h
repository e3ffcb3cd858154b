/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* What the benchmarks share. Every figure comes from a process of its own, forked from one that has
 * done nothing yet: its peak memory is that of the work and of what it works on, and no figure
 * depends on the ones before. */

typedef void (*MeasureFunc) (gpointer data);

/**
 * MeasureTask:
 * @set_up: (nullable): makes what the work needs; not timed
 * @prepare: (nullable): runs before each run of the work; not timed
 * @work: what is measured
 * @data: for all three
 * @time: (nullable): in @data: what the last run took, in ms, if that is not all of it
 * @amount: (nullable): in @data: what the last run made, in bytes
 */
typedef struct
{
  MeasureFunc   set_up;
  MeasureFunc   prepare;
  MeasureFunc   work;
  gpointer      data;
  const double *time;
  const double *amount;
} MeasureTask;

/**
 * Measured:
 * @time: the median of several runs, in ms
 * @peak: the most memory that the process had, or the largest of those it started, in MB
 * @amount: what was made, in MB
 */
typedef struct
{
  double time;
  double peak;
  double amount;
} Measured;

void     measure_apart     (MeasureFunc         work,
                            gpointer            data);
Measured measure_task      (const MeasureTask  *task);
Measured measure_command   (const char *const  *argv);
pid_t    measure_start     (const char *const  *argv);

void     measure_title     (const char         *format,
                            ...) G_GNUC_PRINTF (1, 2);
void     measure_tell      (const char         *what,
                            const Measured     *measured,
                            const char         *reference_name,
                            const Measured     *reference,
                            double              target);
void     measure_tell_time (const char         *what,
                            const Measured     *measured,
                            const char         *reference_name,
                            const Measured     *reference,
                            double              target);
void     measure_figure    (const char         *what,
                            double              value,
                            const char         *unit,
                            double              target);

G_END_DECLS
