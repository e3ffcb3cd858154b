/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the benchmarks share: medians of several runs, peak memory of a child, lines of one form. */

typedef void (*MeasureFunc) (gpointer data);

double measure_time       (MeasureFunc prepare,
                           MeasureFunc work,
                           gpointer    data);
double measure_peak       (MeasureFunc work,
                           gpointer    data);
void   measure_tell       (const char *what,
                           double      value,
                           const char *unit,
                           const char *reference_name,
                           double      reference,
                           double      target);
void   measure_tell_limit (const char *what,
                           double      value,
                           const char *unit,
                           double      limit);

G_END_DECLS
