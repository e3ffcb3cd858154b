/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-metrics.h"

#include <math.h>

/* The 97.5th percentile of the standard normal distribution */
#define Z_95 1.959964

#define NPS_VALUES 11
#define CES_VALUES 7

/* How many answers lie at the values from @first to @last, both counted from the lowest. */
static guint64
sum (const guint64 *counts, guint first, guint last)
{
  guint64 total = 0;

  for (guint i = first; i <= last; i++)
    total += counts[i];
  return total;
}

/**
 * jalon_metrics_nps:
 * @promoters: people who answered 9 or 10
 * @detractors: people who answered 0 to 6
 * @answers: all who answered
 * @result: (out): the score in points, −100 to 100, with its interval
 *
 * Net promoter score: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81
 * (12), 2003. Its interval is the adjusted Wald of B. Rocks, "Interval Estimation for the Net
 * Promoter Score", The American Statistician 70, 2016.
 *
 * Returns: %FALSE if the counts make no score
 */
gboolean
jalon_metrics_nps (guint64 promoters, guint64 detractors, guint64 answers, JalonResult *result)
{
  double n = answers + 3.0;
  double p = (promoters + 0.75) / n;
  double d = (detractors + 0.75) / n;
  double half = 100 * Z_95 * sqrt ((p + d - (p - d) * (p - d)) / n);

  if (answers == 0 || promoters + detractors > answers)
    return FALSE;
  *result = (JalonResult){
    .value = 100 * ((double) promoters - (double) detractors) / answers,
    .has_interval = TRUE,
    .low = MAX (-100, 100 * (p - d) - half),
    .high = MIN (100, 100 * (p - d) + half),
    .answers = answers,
  };
  return TRUE;
}

/**
 * jalon_metrics_csat:
 * @satisfied: people who gave one of the two highest answers
 * @answers: all who answered
 * @result: (out): their share in per cent
 *
 * Customer satisfaction as the "top two boxes" of a scale, usually 4 and 5 of 5.
 *
 * Returns: %FALSE if the counts make no share
 */
gboolean
jalon_metrics_csat (guint64 satisfied, guint64 answers, JalonResult *result)
{
  if (answers == 0 || satisfied > answers)
    return FALSE;
  *result = (JalonResult){ .value = 100.0 * satisfied / answers, .answers = answers };
  return TRUE;
}

/**
 * jalon_metrics_ces:
 * @counts: (array length=n_counts): how many answered 1, 2 … 7
 * @n_counts: 7
 * @method: which of the three ways that are in use, for they cannot be compared
 * @result: (out): a mean of 1–7, a share in per cent, or a difference of shares in points
 *
 * Customer effort score 2.0, agreement on 1–7: M. Dixon, N. Toman, R. DeLisi, "The Effortless
 * Experience", 2013.
 *
 * Returns: %FALSE if the counts make no score
 */
gboolean
jalon_metrics_ces (const guint64 *counts,
                   guint n_counts,
                   JalonCesMethod method,
                   JalonResult *result)
{
  guint64 answers = n_counts == CES_VALUES ? sum (counts, 0, CES_VALUES - 1) : 0;
  double value = 0;

  if (answers == 0)
    return FALSE;
  switch (method)
    {
    case JALON_CES_MEAN:
      for (guint i = 0; i < CES_VALUES; i++)
        value += (double) counts[i] * (i + 1) / answers;
      break;
    case JALON_CES_SHARE:
      value = 100.0 * sum (counts, 4, 6) / answers;
      break;
    case JALON_CES_NET:
      value = 100.0 * ((double) sum (counts, 5, 6) - (double) sum (counts, 0, 2)) / answers;
      break;
    default:
      g_assert_not_reached ();
    }
  *result = (JalonResult){ .value = value, .answers = answers };
  return TRUE;
}

/**
 * jalon_metrics_acquisition:
 * @spend: what winning them cost
 * @new_customers: how many were won
 * @result: (out): the cost of one
 *
 * Returns: %FALSE if nobody was won
 */
gboolean
jalon_metrics_acquisition (double spend, double new_customers, JalonResult *result)
{
  if (new_customers <= 0)
    return FALSE;
  *result = (JalonResult){ .value = spend / new_customers };
  return TRUE;
}

/**
 * jalon_metrics_retention:
 * @start: customers at the start of a period
 * @end: customers at its end
 * @new_customers: customers won in it
 * @result: (out): the share of @start that stayed, 0–1; churn is 1 less this
 *
 * Returns: %FALSE if there was nobody to stay
 */
gboolean
jalon_metrics_retention (double start, double end, double new_customers, JalonResult *result)
{
  if (start <= 0)
    return FALSE;
  *result = (JalonResult){ .value = (end - new_customers) / start };
  return TRUE;
}

/**
 * jalon_metrics_lifetime:
 * @margin: per period and customer
 * @retention: share of customers that stay for another period, 0–1
 * @discount: per period, 0–1
 * @result: (out): the value of a customer
 *
 * Customer lifetime value with constant margin and retention, the first margin a period from now:
 * S. Gupta, D. Lehmann, "Customers as Assets", Journal of Interactive Marketing 17 (1), 2003.
 *
 * Returns: %FALSE if the sum has no end
 */
gboolean
jalon_metrics_lifetime (double margin, double retention, double discount, JalonResult *result)
{
  double denominator = 1 + discount - retention;

  if (denominator <= 0)
    return FALSE;
  *result = (JalonResult){ .value = margin * retention / denominator };
  return TRUE;
}

/**
 * jalon_metrics_is_few:
 * @result: a result
 *
 * Returns: %TRUE if it comes from too few answers to rely on
 */
gboolean
jalon_metrics_is_few (const JalonResult *result)
{
  return result->answers > 0 && result->answers < JALON_METRICS_ENOUGH;
}

/* The answers of each value; no more than @n_max of them. */
static guint
read_counts (JalonElement *metric, guint64 *counts, guint n_max)
{
  g_auto (GStrv)
    words = g_strsplit_set (jalon_element_get_text (metric, JALON_FIELD_COUNTS), " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < MIN (n, n_max); i++)
    counts[i] = MIN (g_ascii_strtoull (words[i], NULL, 10), G_MAXUINT32);
  return n;
}

static gboolean
compute_nps (JalonElement *metric, JalonResult *result)
{
  guint64 counts[NPS_VALUES];

  if (read_counts (metric, counts, NPS_VALUES) == NPS_VALUES)
    return jalon_metrics_nps (sum (counts, 9, 10), sum (counts, 0, 6), sum (counts, 0, 10), result);
  return jalon_metrics_nps (jalon_element_get_number (metric, JALON_FIELD_PROMOTERS),
                            jalon_element_get_number (metric, JALON_FIELD_DETRACTORS),
                            jalon_element_get_number (metric, JALON_FIELD_ANSWERS), result);
}

static gboolean
compute_csat (JalonElement *metric, JalonResult *result)
{
  guint64 counts[100];
  guint n = jalon_element_get_number (metric, JALON_FIELD_HIGHEST);

  if (n >= 2 && read_counts (metric, counts, G_N_ELEMENTS (counts)) == n)
    return jalon_metrics_csat (sum (counts, n - 2, n - 1), sum (counts, 0, n - 1), result);
  return jalon_metrics_csat (jalon_element_get_number (metric, JALON_FIELD_SATISFIED),
                             jalon_element_get_number (metric, JALON_FIELD_ANSWERS), result);
}

static gboolean
compute_ces (JalonElement *metric, JalonResult *result)
{
  guint64 counts[CES_VALUES];
  guint n = read_counts (metric, counts, CES_VALUES);

  return jalon_metrics_ces (counts, n, jalon_element_get_choice (metric, JALON_FIELD_METHOD),
                            result);
}

static gboolean
compute_retention (JalonElement *metric, JalonResult *result)
{
  return jalon_element_has (metric, JALON_FIELD_END) &&
         jalon_metrics_retention (jalon_element_get_number (metric, JALON_FIELD_START),
                                  jalon_element_get_number (metric, JALON_FIELD_END),
                                  jalon_element_get_number (metric, JALON_FIELD_NEW), result);
}

/**
 * jalon_metrics_compute:
 * @metric: a metric of a project
 * @result: (out): what its raw counts say
 *
 * Computes a metric from what is stored: the counts of each answer where they are given, else the
 * sums.
 *
 * Returns: %FALSE if the counts are not there yet or contradict each other
 */
gboolean
jalon_metrics_compute (JalonElement *metric, JalonResult *result)
{
  gboolean is_known;

  switch ((JalonMetricType) jalon_element_get_choice (metric, JALON_FIELD_TYPE))
    {
    case JALON_METRIC_NPS:
      return compute_nps (metric, result);

    case JALON_METRIC_CSAT:
      return compute_csat (metric, result);

    case JALON_METRIC_CES:
      return compute_ces (metric, result);

    case JALON_METRIC_ACQUISITION:
      return jalon_metrics_acquisition (jalon_element_get_number (metric, JALON_FIELD_SPEND),
                                        jalon_element_get_number (metric, JALON_FIELD_NEW), result);

    case JALON_METRIC_RETENTION:
      return compute_retention (metric, result);

    case JALON_METRIC_CHURN:
      is_known = compute_retention (metric, result);
      if (is_known)
        result->value = 1 - result->value;
      return is_known;

    case JALON_METRIC_LIFETIME:
      return jalon_element_has (metric, JALON_FIELD_MARGIN) &&
             jalon_metrics_lifetime (jalon_element_get_number (metric, JALON_FIELD_MARGIN),
                                     jalon_element_get_number (metric, JALON_FIELD_RETENTION),
                                     jalon_element_get_number (metric, JALON_FIELD_DISCOUNT),
                                     result);

    case JALON_METRIC_OTHER:
      *result = (JalonResult){ .value = jalon_element_get_number (metric, JALON_FIELD_VALUE) };
      return jalon_element_has (metric, JALON_FIELD_VALUE);

    default:
      g_assert_not_reached ();
    }
}
