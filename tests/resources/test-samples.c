/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The samples show what Jalon can do: each of them a whole project, together everything. */

#include "content.h"

#define ALL_BITS(CHOICES) ((G_GUINT64_CONSTANT (1) << jalon_choices_count (CHOICES)) - 1)

static GPtrArray *
read_samples (void)
{
  g_autoptr (GPtrArray) files = content_list ("samples");
  GPtrArray *samples = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (samples, content_read (files->pdata[i]));
  return samples;
}

static void
assert_within (guint number, guint low, guint high)
{
  g_assert_cmpuint (number, >=, low);
  g_assert_cmpuint (number, <=, high);
}

/* Steps and lanes of the journey that has most of both. */
static void
measure_journeys (JalonElement *project, guint *steps, guint *lanes)
{
  g_autoptr (GPtrArray) journeys = content_find (project, JALON_KIND_JOURNEY);

  *steps = *lanes = 0;
  for (guint i = 0; i < journeys->len; i++)
    {
      guint n_steps = content_count (journeys->pdata[i], JALON_KIND_STEP);
      guint n_lanes = content_count (journeys->pdata[i], JALON_KIND_LANE);

      if (n_steps + n_lanes > *steps + *lanes)
        {
          *steps = n_steps;
          *lanes = n_lanes;
        }
    }
}

static void
check_maps (JalonElement *project)
{
  guint steps, lanes;

  assert_within (content_count (project, JALON_KIND_PERSONA), 3, 5);
  assert_within (content_count (project, JALON_KIND_REGISTER), 1, 1);
  assert_within (content_count (project, JALON_KIND_AUDIENCE), 7, 12);
  g_assert_cmphex (content_get_choices (project, JALON_KIND_EMPATHY_MAP, JALON_FIELD_CANVAS), ==,
                   ALL_BITS (jalon_canvas_choices));
  g_assert_cmphex (content_get_choices (project, JALON_KIND_JOURNEY, JALON_FIELD_STATE), ==,
                   ALL_BITS (jalon_state_choices));
  g_assert_cmphex (content_get_choices (project, JALON_KIND_STAGE, JALON_FIELD_PHASE), ==,
                   ALL_BITS (jalon_phase_choices));
  g_assert_cmphex (content_get_choices (project, JALON_KIND_CARD, JALON_FIELD_TONE), ==,
                   ALL_BITS (jalon_tone_choices));
  measure_journeys (project, &steps, &lanes);
  g_assert_cmpuint (steps, >=, 12);
  g_assert_cmpuint (lanes, >=, 8);
}

static void
test_maps (void)
{
  g_autoptr (GPtrArray) samples = read_samples ();

  g_assert_cmpuint (samples->len, >=, 3);
  for (guint i = 0; i < samples->len; i++)
    check_maps (samples->pdata[i]);
}

/* In which part of the map, as a bit: 1 + 2 per half. */
static guint
get_quadrant (JalonElement *stakeholder)
{
  guint right = jalon_element_get_number (stakeholder, JALON_FIELD_SUPPORT) >= 0.5;
  guint top = jalon_element_get_number (stakeholder, JALON_FIELD_INFLUENCE) >= 0.5;

  return 1 << (right + 2 * top);
}

static void
check_stakeholders (JalonElement *map)
{
  g_autoptr (GPtrArray) stakeholders = content_find (map, JALON_KIND_STAKEHOLDER);
  guint quadrants = 0, moves = 0;

  if (jalon_element_get_choice (map, JALON_FIELD_LAYOUT) != JALON_LAYOUT_QUADRANTS)
    return;
  assert_within (stakeholders->len, 8, 12);
  for (guint i = 0; i < stakeholders->len; i++)
    {
      quadrants |= get_quadrant (stakeholders->pdata[i]);
      moves += jalon_element_has (stakeholders->pdata[i], JALON_FIELD_DESIRED_SUPPORT);
    }
  g_assert_cmphex (quadrants, ==, 0xf);
  g_assert_cmpuint (moves, >, 0);
  g_assert_cmpuint (content_count (map, JALON_KIND_RELATION), >, 0);
}

static void
test_stakeholders (void)
{
  g_autoptr (GPtrArray) samples = read_samples ();

  for (guint i = 0; i < samples->len; i++)
    {
      g_autoptr (GPtrArray) maps = content_find (samples->pdata[i], JALON_KIND_STAKEHOLDER_MAP);

      g_assert_cmpuint (maps->len, >, 0);
      for (guint j = 0; j < maps->len; j++)
        check_stakeholders (maps->pdata[j]);
    }
}

static gboolean
is_liability (JalonElement *audience)
{
  return !jalon_element_has (audience, JALON_FIELD_OWNER) ||
         !jalon_element_has (audience, JALON_FIELD_PROCESS) ||
         !jalon_element_has (audience, JALON_FIELD_MEASURE);
}

static void
test_liabilities (void)
{
  g_autoptr (GPtrArray) samples = read_samples ();

  for (guint i = 0; i < samples->len; i++)
    {
      g_autoptr (GPtrArray) audiences = content_find (samples->pdata[i], JALON_KIND_AUDIENCE);
      guint liabilities = 0;

      for (guint j = 0; j < audiences->len; j++)
        liabilities += is_liability (audiences->pdata[j]);
      assert_within (liabilities, 1, audiences->len / 2);
    }
}

/* A count of answers that stands twice in a metric is the same both times. */
static void
check_counts (JalonElement *metric)
{
  g_auto (GStrv) counts = NULL;
  guint answers = 0;

  if (!jalon_element_has (metric, JALON_FIELD_COUNTS) ||
      !jalon_element_has (metric, JALON_FIELD_ANSWERS))
    return;
  counts = g_strsplit (jalon_element_get_text (metric, JALON_FIELD_COUNTS), " ", -1);
  for (guint i = 0; counts[i] != NULL; i++)
    answers += g_ascii_strtoull (counts[i], NULL, 10);
  g_test_message ("%s", jalon_element_get_title (metric));
  g_assert_cmpfloat (answers, ==, jalon_element_get_number (metric, JALON_FIELD_ANSWERS));
}

static void
test_metrics (void)
{
  g_autoptr (GPtrArray) samples = read_samples ();

  for (guint i = 0; i < samples->len; i++)
    {
      g_autoptr (GPtrArray) metrics = content_find (samples->pdata[i], JALON_KIND_METRIC);

      g_assert_cmpuint (metrics->len, >, 0);
      for (guint j = 0; j < metrics->len; j++)
        check_counts (metrics->pdata[j]);
    }
}

static void
test_everything (void)
{
  static const struct
  {
    JalonKind kind;
    JalonFieldId field;
    const JalonChoice *choices;
  } cases[] = {
    { JALON_KIND_PROJECT, JALON_FIELD_LANGUAGE, jalon_language_choices },
    { JALON_KIND_TRAIT, JALON_FIELD_SECTION, jalon_trait_section_choices },
    { JALON_KIND_TRAIT, JALON_FIELD_CONFIDENCE, jalon_confidence_choices },
    { JALON_KIND_SOURCE, JALON_FIELD_TYPE, jalon_source_type_choices },
    { JALON_KIND_NOTE, JALON_FIELD_SECTION, jalon_note_section_choices },
    { JALON_KIND_NOTE, JALON_FIELD_DRIVER, jalon_driver_choices },
    { JALON_KIND_STAKEHOLDER_MAP, JALON_FIELD_LAYOUT, jalon_map_layout_choices },
    { JALON_KIND_STAKEHOLDER_MAP, JALON_FIELD_PRESET, jalon_preset_choices },
    { JALON_KIND_STAKEHOLDER, JALON_FIELD_SIDE, jalon_side_choices },
    { JALON_KIND_STAKEHOLDER, JALON_FIELD_DISPOSITION, jalon_disposition_choices },
    { JALON_KIND_STAKEHOLDER, JALON_FIELD_RING, jalon_ring_choices },
    { JALON_KIND_LANE, JALON_FIELD_TYPE, jalon_lane_type_choices },
    { JALON_KIND_RELATION, JALON_FIELD_TYPE, jalon_relation_type_choices },
    { JALON_KIND_LANE, JALON_FIELD_SCALE, jalon_scale_choices },
    { JALON_KIND_STEP, JALON_FIELD_PERSONALISATION, jalon_personalisation_choices },
    { JALON_KIND_CARD, JALON_FIELD_CHANNEL, jalon_channel_choices },
    { JALON_KIND_CARD, JALON_FIELD_STATUS, jalon_status_choices },
    { JALON_KIND_METRIC, JALON_FIELD_TYPE, jalon_metric_type_choices },
    { JALON_KIND_METRIC, JALON_FIELD_METHOD, jalon_ces_method_choices },
  };
  g_autoptr (GPtrArray) samples = read_samples ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 found = 0;

      for (guint j = 0; j < samples->len; j++)
        found |= content_get_choices (samples->pdata[j], cases[i].kind, cases[i].field);
      g_test_message ("%s %s", jalon_kind_get_info (cases[i].kind)->name,
                      jalon_kind_get_field (cases[i].kind, cases[i].field)->name);
      g_assert_cmphex (found, ==, ALL_BITS (cases[i].choices));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resources/samples/maps", test_maps);
  g_test_add_func ("/resources/samples/stakeholders", test_stakeholders);
  g_test_add_func ("/resources/samples/liabilities", test_liabilities);
  g_test_add_func ("/resources/samples/metrics", test_metrics);
  g_test_add_func ("/resources/samples/everything", test_everything);
  return g_test_run ();
}
