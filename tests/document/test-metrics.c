/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "document/jalon-metrics.h"
#include "sample.h"

/* FIELD.md, section 2; the last ones computed apart from the formula of Rocks (2016). */
static void
test_nps (void)
{
  static const struct
  {
    guint64 promoters;
    guint64 detractors;
    guint64 answers;
    double value;
    double low;
    double high;
  } cases[] = {
    { 50, 20, 100, 30, 14.05, 44.20 },      { 8, 2, 20, 30, -0.77, 52.95 },
    { 350, 150, 700, 28.57, 22.57, 34.33 }, { 0, 0, 1, 0, -60.01, 60.01 },
    { 1000, 0, 1000, 100, 99.29, 100 },     { 0, 1000, 1000, -100, -100, -99.29 },
  };
  JalonResult result;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (
        jalon_metrics_nps (cases[i].promoters, cases[i].detractors, cases[i].answers, &result));
      g_assert_cmpfloat_with_epsilon (result.value, cases[i].value, 0.005);
      g_assert_true (result.has_interval);
      g_assert_cmpfloat_with_epsilon (result.low, cases[i].low, 0.0051);
      g_assert_cmpfloat_with_epsilon (result.high, cases[i].high, 0.0051);
      g_assert_cmpuint (result.answers, ==, cases[i].answers);
    }
  g_assert_false (jalon_metrics_nps (0, 0, 0, &result));
  g_assert_false (jalon_metrics_nps (6, 5, 10, &result));
}

static void
test_csat (void)
{
  JalonResult result;

  g_assert_true (jalon_metrics_csat (74, 107, &result));
  g_assert_cmpfloat_with_epsilon (result.value, 69.16, 0.005);
  g_assert_cmpuint (result.answers, ==, 107);
  g_assert_false (result.has_interval);
  g_assert_false (jalon_metrics_csat (0, 0, &result));
  g_assert_false (jalon_metrics_csat (2, 1, &result));
}

/* 20 answers; the three results do not look alike. */
static void
test_ces (void)
{
  const guint64 counts[7] = { 1, 0, 2, 3, 4, 5, 5 };
  const guint64 nobody[7] = { 0 };
  static const double expected[] = {
    [JALON_CES_MEAN] = (1 + 6 + 12 + 20 + 30 + 35) / 20.0,
    [JALON_CES_SHARE] = 70,
    [JALON_CES_NET] = 35,
  };
  JalonResult result;

  for (guint method = 0; method < G_N_ELEMENTS (expected); method++)
    {
      g_assert_true (jalon_metrics_ces (counts, 7, method, &result));
      g_assert_cmpfloat_with_epsilon (result.value, expected[method], 1e-9);
      g_assert_cmpuint (result.answers, ==, 20);
      g_assert_false (jalon_metrics_ces (nobody, 7, method, &result));
      g_assert_false (jalon_metrics_ces (counts, 6, method, &result));
    }
}

static void
test_money (void)
{
  JalonResult result;

  g_assert_true (jalon_metrics_acquisition (5000, 40, &result));
  g_assert_cmpfloat (result.value, ==, 125);
  g_assert_false (jalon_metrics_acquisition (5000, 0, &result));

  g_assert_true (jalon_metrics_retention (200, 210, 30, &result));
  g_assert_cmpfloat (result.value, ==, 0.9);
  g_assert_false (jalon_metrics_retention (0, 10, 10, &result));

  g_assert_true (jalon_metrics_lifetime (100, 0.8, 0.1, &result));
  g_assert_cmpfloat_with_epsilon (result.value, 100 * 0.8 / 0.3, 1e-9);
  g_assert_false (jalon_metrics_lifetime (100, 1, 0, &result));
}

/* A metric as it stands in a file: its fields, each with its text, and what comes out. */
typedef struct
{
  const char *fields;
  gboolean is_known;
  double value;
  guint64 answers;
} ComputeCase;

static const ComputeCase computed[] = {
  { "", FALSE, 0, 0 },
  { "promoters=50,detractors=20,answers=100", TRUE, 30, 100 },
  { "promoters=50,detractors=60,answers=100", FALSE, 0, 0 },
  /* Counts of each answer go before the sums, if there are as many as the scale has. */
  { "counts=0 0 0 0 0 1 1 3 2 2 1,promoters=9,answers=9", TRUE, 10, 10 },
  { "counts=1 2 3,promoters=9,answers=9", TRUE, 100, 9 },
  { "type=csat,satisfied=74,answers=107", TRUE, 69.158879, 107 },
  { "type=csat,counts=1 1 1 1 6", TRUE, 70, 10 },
  { "type=csat,counts=1 1 1 1 6,satisfied=1,answers=4,highest=10", TRUE, 25, 4 },
  { "type=csat,counts=1 1 1 1 1 1 1 1 1 1,highest=10", TRUE, 20, 10 },
  { "type=ces,counts=1 0 2 3 4 5 5", TRUE, 5.2, 20 },
  { "type=ces,counts=1 0 2 3 4 5 5,method=net", TRUE, 35, 20 },
  { "type=ces,counts=1 0 2", FALSE, 0, 0 },
  { "type=acquisition,spend=5000,new=40", TRUE, 125, 0 },
  { "type=acquisition,spend=5000", FALSE, 0, 0 },
  { "type=retention,start=200,end=210,new=30", TRUE, 0.9, 0 },
  { "type=retention,start=200", FALSE, 0, 0 },
  { "type=churn,start=200,end=210,new=30", TRUE, 0.1, 0 },
  { "type=churn,end=210", FALSE, 0, 0 },
  { "type=lifetime,margin=100,retention=0.8,discount=0.1", TRUE, 266.666667, 0 },
  { "type=lifetime,retention=0.8", FALSE, 0, 0 },
  { "type=other,value=-3.5", TRUE, -3.5, 0 },
  { "type=other", FALSE, 0, 0 },
};

static void
test_compute (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    {
      const ComputeCase *c = &computed[i];
      g_autoptr (JalonElement) metric = jalon_element_new (JALON_KIND_METRIC, NULL);
      g_auto (GStrv) pairs = g_strsplit (c->fields, ",", -1);
      JalonResult result = { 0 };

      for (guint j = 0; pairs[j] != NULL; j++)
        {
          g_auto (GStrv) pair = g_strsplit (pairs[j], "=", 2);
          const JalonField *field = jalon_kind_find_field (JALON_KIND_METRIC, pair[0]);

          g_assert_true (jalon_element_set (metric, field->id, pair[1], NULL));
        }
      if (jalon_metrics_compute (metric, &result) != c->is_known)
        g_error ("%s: %s", c->fields, c->is_known ? "unknown" : "known");
      if (!c->is_known)
        continue;
      g_assert_cmpfloat_with_epsilon (result.value, c->value, 1e-6);
      g_assert_cmpuint (result.answers, ==, c->answers);
    }
}

static void
test_few (void)
{
  JalonResult result;

  g_assert_true (jalon_metrics_csat (20, 29, &result));
  g_assert_true (jalon_metrics_is_few (&result));
  g_assert_true (jalon_metrics_csat (20, 30, &result));
  g_assert_false (jalon_metrics_is_few (&result));
  g_assert_true (jalon_metrics_acquisition (5000, 4, &result));
  g_assert_false (jalon_metrics_is_few (&result));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/metrics/nps", test_nps);
  g_test_add_func ("/document/metrics/csat", test_csat);
  g_test_add_func ("/document/metrics/ces", test_ces);
  g_test_add_func ("/document/metrics/money", test_money);
  g_test_add_func ("/document/metrics/compute", test_compute);
  g_test_add_func ("/document/metrics/few", test_few);
  return g_test_run ();
}
