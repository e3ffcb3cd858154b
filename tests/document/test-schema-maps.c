/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table holds what FIELD.md, sections 1 and 2, says that maps hold. */

#include <locale.h>

#include "document/schema.h"

/* Of each kind the fields that FIELD.md names. */
static const struct
{
  JalonKind kind;
  const char *fields;
} maps[] = {
  { JALON_KIND_PERSONA, "category portrait name role quote age occupation place household share "
                        "rank description tags" },
  { JALON_KIND_TRAIT, "section text confidence" },
  { JALON_KIND_SLIDER, "left right value" },
  { JALON_KIND_SOURCE, "type people text date" },
  { JALON_KIND_EMPATHY_MAP, "title persona canvas pains-gains" },
  { JALON_KIND_NOTE, "section text driver confidence" },
  { JALON_KIND_STAKEHOLDER_MAP,
    "layout preset champions champions-text supporters supporters-text gatekeepers "
    "gatekeepers-text bystanders bystanders-text essential important interesting "
    "sector-internal sector-external sector-own" },
  { JALON_KIND_STAKEHOLDER,
    "name organisation role side disposition influence support desired-influence desired-support "
    "ring desired-ring owner actions persona" },
  { JALON_KIND_RELATION, "from to type label" },
  { JALON_KIND_JOURNEY, "title category state counterpart personas" },
  { JALON_KIND_STAGE, "title phase" },
  { JALON_KIND_STEP, "title description moment-of-truth importance quality owner medium device "
                     "service personalisation consent" },
  { JALON_KIND_LANE, "type title hidden pinned colour scale low high" },
  { JALON_KIND_CARD, "lane text span channel image tone origin metric journey customer-value "
                     "business-value effort owner status" },
  { JALON_KIND_SCORE, "lane persona state value" },
  { JALON_KIND_REGISTER, "title" },
  { JALON_KIND_AUDIENCE, "name owner process measure persona journey" },
  { JALON_KIND_METRIC,
    "name type source date promoters detractors answers satisfied highest counts method spend new "
    "start end margin retention discount" },
  { JALON_KIND_IMAGE, "name alt type width height data" },
  { JALON_KIND_TAG, "name colour" },
};

static gboolean
has_field (JalonKind kind, const char *name)
{
  const JalonField *content = jalon_kind_get_content (kind);

  return jalon_kind_find_field (kind, name) != NULL ||
         (content != NULL && strcmp (content->name, name) == 0);
}

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_auto (GStrv) names = g_strsplit (maps[i].fields, " ", -1);

      for (guint j = 0; names[j] != NULL; j++)
        if (!has_field (maps[i].kind, names[j]))
          g_error ("%s has no %s", jalon_kind_get_info (maps[i].kind)->name, names[j]);
    }
}

/* What people choose from, in the order in which it is offered. */
static const struct
{
  JalonKind kind;
  JalonFieldId field;
  const char *nicks;
} choices[] = {
  { JALON_KIND_PERSONA, JALON_FIELD_CATEGORY,
    "customer buyer user employee candidate fan media dealer supplier investor parent alumnus "
    "other" },
  { JALON_KIND_TRAIT, JALON_FIELD_SECTION,
    "motivations interests needs expectations desires problems goals frustrations behaviours "
    "brands devices channels" },
  { JALON_KIND_SOURCE, JALON_FIELD_TYPE, "sociological quantitative qualitative economic" },
  { JALON_KIND_EMPATHY_MAP, JALON_FIELD_CANVAS, "quadrants gray-2017" },
  { JALON_KIND_NOTE, JALON_FIELD_SECTION,
    "says thinks does feels pains gains who needs sees hears" },
  { JALON_KIND_NOTE, JALON_FIELD_DRIVER, "none belief emotion behaviour" },
  { JALON_KIND_NOTE, JALON_FIELD_CONFIDENCE, "assumed partly researched" },
  { JALON_KIND_STAKEHOLDER_MAP, JALON_FIELD_LAYOUT, "quadrants rings" },
  { JALON_KIND_STAKEHOLDER_MAP, JALON_FIELD_PRESET, "support interest" },
  { JALON_KIND_STAKEHOLDER, JALON_FIELD_SIDE, "external internal own" },
  { JALON_KIND_STAKEHOLDER, JALON_FIELD_DISPOSITION, "neutral positive negative" },
  { JALON_KIND_STAKEHOLDER, JALON_FIELD_RING, "essential important interesting" },
  { JALON_KIND_RELATION, JALON_FIELD_TYPE, "money goods information trust power own" },
  { JALON_KIND_JOURNEY, JALON_FIELD_CATEGORY, "onboarding maintenance use renewal" },
  { JALON_KIND_JOURNEY, JALON_FIELD_STATE, "as-is to-be" },
  { JALON_KIND_STAGE, JALON_FIELD_PHASE, "before during after" },
  { JALON_KIND_STEP, JALON_FIELD_MEDIUM, "unset physical digital mixed" },
  { JALON_KIND_STEP, JALON_FIELD_DEVICE, "unset mobile tablet desktop" },
  { JALON_KIND_STEP, JALON_FIELD_SERVICE, "unset self human" },
  { JALON_KIND_STEP, JALON_FIELD_PERSONALISATION, "none basic demographic self deep" },
  { JALON_KIND_CARD, JALON_FIELD_CHANNEL,
    "own shop telephone email newsletter sms letter parcel website app social chat chatbot "
    "community faq self-service survey advertising native retargeting event word-of-mouth "
    "partner" },
  { JALON_KIND_CARD, JALON_FIELD_TONE, "neutral positive negative" },
  { JALON_KIND_CARD, JALON_FIELD_ORIGIN, "unset social site service chat survey" },
  { JALON_KIND_LANE, JALON_FIELD_TYPE,
    "text cards actions thoughts goals questions emotion arc touchpoints images storyboard "
    "feedback metrics pains gains opportunities ideas frontstage backstage support systems "
    "evidence links" },
  { JALON_KIND_LANE, JALON_FIELD_SCALE, "2 5 10 own" },
  { JALON_KIND_METRIC, JALON_FIELD_TYPE,
    "nps csat ces acquisition retention churn lifetime other" },
  { JALON_KIND_METRIC, JALON_FIELD_METHOD, "mean share net" },
};

static void
test_choices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const JalonField *field = jalon_kind_get_field (choices[i].kind, choices[i].field);
      g_autoptr (GString) nicks = g_string_new (NULL);

      for (guint j = 0; field->choices[j].nick != NULL; j++)
        g_string_append_printf (nicks, "%s%s", j > 0 ? " " : "", field->choices[j].nick);
      g_assert_cmpstr (nicks->str, ==, choices[i].nicks);
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    JalonKind kind;
    JalonFieldId field;
    double min;
    double max;
  } cases[] = {
    { JALON_KIND_PERSONA, JALON_FIELD_SHARE, 0, 100 },
    { JALON_KIND_SLIDER, JALON_FIELD_VALUE, 0, 100 },
    { JALON_KIND_STAKEHOLDER, JALON_FIELD_INFLUENCE, 0, 1 },
    { JALON_KIND_STAKEHOLDER, JALON_FIELD_SUPPORT, 0, 1 },
    { JALON_KIND_STAKEHOLDER, JALON_FIELD_DESIRED_INFLUENCE, 0, 1 },
    { JALON_KIND_STAKEHOLDER, JALON_FIELD_DESIRED_SUPPORT, 0, 1 },
    { JALON_KIND_STEP, JALON_FIELD_IMPORTANCE, 0, 5 },
    { JALON_KIND_STEP, JALON_FIELD_QUALITY, 0, 5 },
    { JALON_KIND_SCORE, JALON_FIELD_VALUE, -2, 2 },
    { JALON_KIND_CARD, JALON_FIELD_CUSTOMER_VALUE, 0, 100 },
    { JALON_KIND_CARD, JALON_FIELD_BUSINESS_VALUE, 0, 100 },
    { JALON_KIND_CARD, JALON_FIELD_EFFORT, 0, 5 },
    { JALON_KIND_IMAGE, JALON_FIELD_WIDTH, 1, 8192 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JalonField *field = jalon_kind_get_field (cases[i].kind, cases[i].field);

      g_assert_cmpfloat (field->min, ==, cases[i].min);
      g_assert_cmpfloat (field->max, ==, cases[i].max);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/schema-maps/fields", test_fields);
  g_test_add_func ("/document/schema-maps/choices", test_choices);
  g_test_add_func ("/document/schema-maps/ranges", test_ranges);
  return g_test_run ();
}
