/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/jalon-metrics.h"

/* U+00A0: a number and its unit stay on one line. */
#define NO_BREAK "\xc2\xa0"

static char *
format_signed (JalonLayout *layout, double value)
{
  g_autofree char *number = jalon_layout_number (layout, value, 0);

  return round (value) > 0 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
}

static char *
format_with (JalonLayout *layout, double value, guint decimals, const char *unit)
{
  g_autofree char *number = jalon_layout_number (layout, value, decimals);

  if (strcmp (unit, "%") == 0)
    return g_strdup_printf (jalon_layout_term (layout, N_ ("%s %%")), number);
  return unit[0] != '\0' ? g_strconcat (number, NO_BREAK, unit, NULL) : g_steal_pointer (&number);
}

/* "+30", "69 %", "5.4 of 7", "42 €" */
static char *
format_value (JalonLayout *layout, JalonElement *metric, double value)
{
  const char *unit = jalon_element_get_text (metric, JALON_FIELD_UNIT);
  JalonCesMethod method = jalon_element_get_choice (metric, JALON_FIELD_METHOD);

  switch ((JalonMetricType) jalon_element_get_choice (metric, JALON_FIELD_TYPE))
    {
    case JALON_METRIC_NPS:
      return format_signed (layout, value);
    case JALON_METRIC_CES:
      if (method == JALON_CES_NET)
        return format_signed (layout, value);
      return method == JALON_CES_MEAN ? format_with (layout, value, 1, "/" NO_BREAK "7")
                                      : format_with (layout, value, 0, "%");
    case JALON_METRIC_CSAT:
      return format_with (layout, value, 0, "%");
    case JALON_METRIC_RETENTION:
    case JALON_METRIC_CHURN:
      return format_with (layout, 100 * value, 0, "%");
    case JALON_METRIC_ACQUISITION:
    case JALON_METRIC_LIFETIME:
    case JALON_METRIC_OTHER:
    default:
      return format_with (layout, value, fabs (value) < 100 ? 2 : 0, unit);
    }
}

/* "+14 … +44", the 95 % interval */
static char *
make_interval (JalonLayout *layout, JalonElement *metric, const JalonResult *result)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!result->has_interval)
    return g_strdup ("");
  low = format_value (layout, metric, result->low);
  high = format_value (layout, metric, result->high);
  return g_strdup_printf ("%s" NO_BREAK "…" NO_BREAK "%s", low, high);
}

static char *
make_target (JalonLayout *layout, JalonElement *metric)
{
  g_autofree char *number = NULL;

  if (!jalon_element_has (metric, JALON_FIELD_TARGET))
    return g_strdup ("");
  number = format_value (layout, metric, jalon_element_get_number (metric, JALON_FIELD_TARGET));
  return g_strdup_printf (jalon_layout_term (layout, N_ ("target %s")), number);
}

static char *
make_answers (JalonLayout *layout, const JalonResult *result)
{
  g_autofree char *number = jalon_layout_number (layout, result->answers, 0);

  if (result->answers == 0)
    return g_strdup ("");
  /* Translators: so few people answered that the number cannot be relied on */
  if (jalon_metrics_is_few (result))
    return g_strdup_printf (jalon_layout_term (layout, N_ ("few answers (%s)")), number);
  return g_strdup_printf (jalon_layout_term (layout, N_ ("%s answers")), number);
}

static void
add_line (JalonCardLine *lines,
          guint *n_lines,
          const char *text,
          JalonTextStyle style,
          JalonColour colour)
{
  if (text[0] != '\0')
    lines[(*n_lines)++] = (JalonCardLine){ .text = text, .style = style, .colour = colour };
}

static JalonNode *
make_result (JalonLayout *layout,
             JalonElement *card,
             JalonElement *metric,
             double width,
             JalonColour ground)
{
  JalonColour ink = jalon_theme_get_ink_on (layout->theme, ground);
  JalonColour shade = jalon_layout_get_shade (layout, ground);
  JalonResult result = { 0 };
  gboolean is_known = jalon_metrics_compute (metric, &result);
  gboolean is_few = jalon_metrics_is_few (&result);
  gboolean is_red = is_few && jalon_colour_contrast (layout->theme->alert, ground) >= 4.5;
  g_autofree char *value = is_known ? format_value (layout, metric, result.value) : g_strdup ("–");
  g_autofree char *interval = make_interval (layout, metric, &result);
  g_autofree char *target = make_target (layout, metric);
  g_autofree char *answers = make_answers (layout, &result);
  const char *text = jalon_element_get_text (card, JALON_FIELD_TEXT);
  JalonCardLine lines[6];
  guint n_lines = 0;

  add_line (lines, &n_lines, jalon_element_get_title (metric), JALON_TEXT_SMALL, shade);
  add_line (lines, &n_lines, value, JALON_TEXT_RANK, ink);
  add_line (lines, &n_lines, interval, JALON_TEXT_SMALL, shade);
  add_line (lines, &n_lines, answers, is_few ? JALON_TEXT_SMALL_STRONG : JALON_TEXT_SMALL,
            is_red ? layout->theme->alert : shade);
  add_line (lines, &n_lines, target, JALON_TEXT_SMALL, shade);
  add_line (lines, &n_lines, text, JALON_TEXT_BODY, ink);
  return jalon_layout_make_lines (layout, card, width, ground, lines, n_lines, n_lines - 1);
}

/**
 * jalon_journey_make_metric:
 * @self: a journey
 * @card: a card that names a metric
 * @width: in canvas units
 * @ground: its colour
 *
 * Makes a card with the name and the value of a metric, its interval, and a mark where few people
 * answered.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_journey_make_metric (JalonJourney *self, JalonElement *card, double width, JalonColour ground)
{
  JalonElement *metric = jalon_document_follow (card, JALON_FIELD_METRIC);

  if (metric == NULL)
    return jalon_layout_make_card (self->layout, card, width, ground, NULL);
  return make_result (self->layout, card, metric, width, ground);
}
