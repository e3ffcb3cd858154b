/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* A result from fewer answers is marked. */
#define JALON_METRICS_ENOUGH 30

/**
 * JalonResult:
 * @value: points for NPS and net CES, 1–7 for the mean of CES, per cent for CSAT and the share of
 *   CES, a share of 0–1 for retention and churn, in the unit of the metric for the others
 * @has_interval: %TRUE if @low and @high are known
 * @low: the lower end of the 95 % confidence interval
 * @high: the upper end
 * @answers: how many people answered; 0 if the metric does not come from answers
 *
 * What the raw counts of a metric say.
 */
typedef struct
{
  double   value;
  gboolean has_interval;
  double   low;
  double   high;
  guint64  answers;
} JalonResult;

gboolean jalon_metrics_compute     (JalonElement   *metric,
                                    JalonResult    *result);
gboolean jalon_metrics_is_few      (const JalonResult *result);

gboolean jalon_metrics_nps         (guint64         promoters,
                                    guint64         detractors,
                                    guint64         answers,
                                    JalonResult    *result);
gboolean jalon_metrics_csat        (guint64         satisfied,
                                    guint64         answers,
                                    JalonResult    *result);
gboolean jalon_metrics_ces         (const guint64  *counts,
                                    guint           n_counts,
                                    JalonCesMethod  method,
                                    JalonResult    *result);
gboolean jalon_metrics_acquisition (double          spend,
                                    double          new_customers,
                                    JalonResult    *result);
gboolean jalon_metrics_retention   (double          start,
                                    double          end,
                                    double          new_customers,
                                    JalonResult    *result);
gboolean jalon_metrics_lifetime    (double          margin,
                                    double          retention,
                                    double          discount,
                                    JalonResult    *result);

G_END_DECLS
