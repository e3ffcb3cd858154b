/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/choices.h"

#include <glib/gi18n-lib.h>

const JalonChoice jalon_category_choices[] = {
  [JALON_CATEGORY_CUSTOMER] = { "customer", N_ ("Customer") },
  [JALON_CATEGORY_BUYER] = { "buyer", N_ ("Prospective buyer") },
  [JALON_CATEGORY_USER] = { "user", N_ ("User") },
  [JALON_CATEGORY_EMPLOYEE] = { "employee", N_ ("Employee") },
  [JALON_CATEGORY_CANDIDATE] = { "candidate", N_ ("Prospective employee") },
  [JALON_CATEGORY_FAN] = { "fan", N_ ("Fan or follower") },
  [JALON_CATEGORY_MEDIA] = { "media", N_ ("Media or influencer") },
  [JALON_CATEGORY_DEALER] = { "dealer", N_ ("Dealer or reseller") },
  [JALON_CATEGORY_SUPPLIER] = { "supplier", N_ ("Supplier") },
  [JALON_CATEGORY_INVESTOR] = { "investor", N_ ("Investor or donor") },
  [JALON_CATEGORY_PARENT] = { "parent", N_ ("Parent") },
  [JALON_CATEGORY_ALUMNUS] = { "alumnus", N_ ("Alumnus") },
  [JALON_CATEGORY_OTHER] = { "other", N_ ("Other") },
  { NULL, NULL },
};

const JalonChoice jalon_trait_section_choices[] = {
  [JALON_TRAIT_MOTIVATIONS] = { "motivations", N_ ("Motivations") },
  [JALON_TRAIT_INTERESTS] = { "interests", N_ ("Interests") },
  [JALON_TRAIT_NEEDS] = { "needs", N_ ("Needs") },
  [JALON_TRAIT_EXPECTATIONS] = { "expectations", N_ ("Expectations") },
  [JALON_TRAIT_DESIRES] = { "desires", N_ ("Desires") },
  [JALON_TRAIT_PROBLEMS] = { "problems", N_ ("Problems") },
  [JALON_TRAIT_GOALS] = { "goals", N_ ("Goals") },
  [JALON_TRAIT_FRUSTRATIONS] = { "frustrations", N_ ("Frustrations") },
  [JALON_TRAIT_BEHAVIOURS] = { "behaviours", N_ ("Behaviours") },
  [JALON_TRAIT_BRANDS] = { "brands", N_ ("Brands") },
  [JALON_TRAIT_DEVICES] = { "devices", N_ ("Devices") },
  [JALON_TRAIT_CHANNELS] = { "channels", N_ ("Channels") },
  { NULL, NULL },
};

const JalonChoice jalon_source_type_choices[] = {
  [JALON_SOURCE_SOCIOLOGICAL] = { "sociological", N_ ("Sociological") },
  [JALON_SOURCE_QUANTITATIVE] = { "quantitative", N_ ("Quantitative") },
  [JALON_SOURCE_QUALITATIVE] = { "qualitative", N_ ("Qualitative") },
  [JALON_SOURCE_ECONOMIC] = { "economic", N_ ("Economic") },
  { NULL, NULL },
};

const JalonChoice jalon_canvas_choices[] = {
  [JALON_CANVAS_QUADRANTS] = { "quadrants", N_ ("Four quadrants") },
  [JALON_CANVAS_GRAY_2017] = { "gray-2017", N_ ("Canvas of 2017") },
  { NULL, NULL },
};

const JalonChoice jalon_note_section_choices[] = {
  [JALON_NOTE_SAYS] = { "says", N_ ("Says") },
  [JALON_NOTE_THINKS] = { "thinks", N_ ("Thinks") },
  [JALON_NOTE_DOES] = { "does", N_ ("Does") },
  [JALON_NOTE_FEELS] = { "feels", N_ ("Feels") },
  [JALON_NOTE_PAINS] = { "pains", N_ ("Pains") },
  [JALON_NOTE_GAINS] = { "gains", N_ ("Gains") },
  [JALON_NOTE_WHO] = { "who", N_ ("Who are we empathising with?") },
  [JALON_NOTE_NEEDS] = { "needs", N_ ("What do they need to do?") },
  [JALON_NOTE_SEES] = { "sees", N_ ("Sees") },
  [JALON_NOTE_HEARS] = { "hears", N_ ("Hears") },
  { NULL, NULL },
};

const JalonChoice jalon_driver_choices[] = {
  [JALON_DRIVER_NONE] = { "none", N_ ("Not said") },
  [JALON_DRIVER_BELIEF] = { "belief", N_ ("Belief") },
  [JALON_DRIVER_EMOTION] = { "emotion", N_ ("Emotion") },
  [JALON_DRIVER_BEHAVIOUR] = { "behaviour", N_ ("Behaviour") },
  { NULL, NULL },
};

const JalonChoice jalon_confidence_choices[] = {
  [JALON_CONFIDENCE_ASSUMED] = { "assumed", N_ ("Assumed") },
  [JALON_CONFIDENCE_PARTLY] = { "partly", N_ ("Partly researched") },
  [JALON_CONFIDENCE_RESEARCHED] = { "researched", N_ ("Researched") },
  { NULL, NULL },
};

const JalonChoice jalon_map_layout_choices[] = {
  [JALON_LAYOUT_QUADRANTS] = { "quadrants", N_ ("Quadrants") },
  [JALON_LAYOUT_RINGS] = { "rings", N_ ("Rings") },
  { NULL, NULL },
};

const JalonChoice jalon_preset_choices[] = {
  [JALON_PRESET_SUPPORT] = { "support", N_ ("Influence and support") },
  [JALON_PRESET_INTEREST] = { "interest", N_ ("Power and interest") },
  { NULL, NULL },
};

const JalonChoice jalon_side_choices[] = {
  [JALON_SIDE_EXTERNAL] = { "external", N_ ("External") },
  [JALON_SIDE_INTERNAL] = { "internal", N_ ("Internal") },
  [JALON_SIDE_OWN] = { "own", N_ ("Own") },
  { NULL, NULL },
};

const JalonChoice jalon_disposition_choices[] = {
  [JALON_DISPOSITION_NEUTRAL] = { "neutral", N_ ("Neutral") },
  [JALON_DISPOSITION_POSITIVE] = { "positive", N_ ("In favour") },
  [JALON_DISPOSITION_NEGATIVE] = { "negative", N_ ("Against") },
  { NULL, NULL },
};

const JalonChoice jalon_ring_choices[] = {
  [JALON_RING_ESSENTIAL] = { "essential", N_ ("Essential") },
  [JALON_RING_IMPORTANT] = { "important", N_ ("Important") },
  [JALON_RING_INTERESTING] = { "interesting", N_ ("Interesting") },
  { NULL, NULL },
};

const JalonChoice jalon_relation_type_choices[] = {
  [JALON_RELATION_MONEY] = { "money", N_ ("Money") },
  [JALON_RELATION_GOODS] = { "goods", N_ ("Goods") },
  [JALON_RELATION_INFORMATION] = { "information", N_ ("Information") },
  [JALON_RELATION_TRUST] = { "trust", N_ ("Trust") },
  [JALON_RELATION_POWER] = { "power", N_ ("Power") },
  [JALON_RELATION_OWN] = { "own", N_ ("Own") },
  { NULL, NULL },
};

const JalonChoice jalon_journey_category_choices[] = {
  [JALON_JOURNEY_ONBOARDING] = { "onboarding", N_ ("Onboarding") },
  [JALON_JOURNEY_MAINTENANCE] = { "maintenance", N_ ("Maintenance") },
  [JALON_JOURNEY_USE] = { "use", N_ ("Use or ownership") },
  [JALON_JOURNEY_RENEWAL] = { "renewal", N_ ("Renewal") },
  { NULL, NULL },
};

const JalonChoice jalon_state_choices[] = {
  [JALON_STATE_AS_IS] = { "as-is", N_ ("As is") },
  [JALON_STATE_TO_BE] = { "to-be", N_ ("To be") },
  { NULL, NULL },
};

const JalonChoice jalon_lane_type_choices[] = {
  [JALON_LANE_TEXT] = { "text", N_ ("Text") },
  [JALON_LANE_CARDS] = { "cards", N_ ("Cards") },
  [JALON_LANE_ACTIONS] = { "actions", N_ ("Actions") },
  [JALON_LANE_THOUGHTS] = { "thoughts", N_ ("Thoughts") },
  [JALON_LANE_GOALS] = { "goals", N_ ("Goals") },
  [JALON_LANE_QUESTIONS] = { "questions", N_ ("Questions") },
  [JALON_LANE_EMOTION] = { "emotion", N_ ("Emotion curve") },
  [JALON_LANE_ARC] = { "arc", N_ ("Dramatic arc") },
  [JALON_LANE_TOUCHPOINTS] = { "touchpoints", N_ ("Touchpoints") },
  [JALON_LANE_IMAGES] = { "images", N_ ("Images") },
  [JALON_LANE_STORYBOARD] = { "storyboard", N_ ("Storyboard") },
  [JALON_LANE_FEEDBACK] = { "feedback", N_ ("Feedback") },
  [JALON_LANE_METRICS] = { "metrics", N_ ("Metrics") },
  [JALON_LANE_PAINS] = { "pains", N_ ("Pains") },
  [JALON_LANE_GAINS] = { "gains", N_ ("Gains") },
  [JALON_LANE_OPPORTUNITIES] = { "opportunities", N_ ("Opportunities") },
  [JALON_LANE_IDEAS] = { "ideas", N_ ("Ideas") },
  [JALON_LANE_FRONTSTAGE] = { "frontstage", N_ ("Frontstage") },
  [JALON_LANE_BACKSTAGE] = { "backstage", N_ ("Backstage") },
  [JALON_LANE_SUPPORT] = { "support", N_ ("Support processes") },
  [JALON_LANE_SYSTEMS] = { "systems", N_ ("Systems") },
  [JALON_LANE_EVIDENCE] = { "evidence", N_ ("Physical evidence") },
  [JALON_LANE_LINKS] = { "links", N_ ("Journey links") },
  { NULL, NULL },
};

const JalonChoice jalon_scale_choices[] = {
  [JALON_SCALE_MINUS_TWO_TO_TWO] = { "2", N_ ("−2 … +2") },
  [JALON_SCALE_ONE_TO_FIVE] = { "5", N_ ("1 … 5") },
  [JALON_SCALE_ONE_TO_TEN] = { "10", N_ ("1 … 10") },
  [JALON_SCALE_OWN] = { "own", N_ ("Own labels") },
  { NULL, NULL },
};

const JalonChoice jalon_phase_choices[] = {
  [JALON_PHASE_BEFORE] = { "before", N_ ("Before") },
  [JALON_PHASE_DURING] = { "during", N_ ("During") },
  [JALON_PHASE_AFTER] = { "after", N_ ("After") },
  { NULL, NULL },
};

const JalonChoice jalon_medium_choices[] = {
  [JALON_MEDIUM_UNSET] = { "unset", N_ ("Not said") },
  [JALON_MEDIUM_PHYSICAL] = { "physical", N_ ("Physical") },
  [JALON_MEDIUM_DIGITAL] = { "digital", N_ ("Digital") },
  [JALON_MEDIUM_MIXED] = { "mixed", N_ ("Mixed") },
  { NULL, NULL },
};

const JalonChoice jalon_device_choices[] = {
  [JALON_DEVICE_UNSET] = { "unset", N_ ("Not said") },
  [JALON_DEVICE_MOBILE] = { "mobile", N_ ("Mobile") },
  [JALON_DEVICE_TABLET] = { "tablet", N_ ("Tablet") },
  [JALON_DEVICE_DESKTOP] = { "desktop", N_ ("Desktop") },
  { NULL, NULL },
};

const JalonChoice jalon_service_choices[] = {
  [JALON_SERVICE_UNSET] = { "unset", N_ ("Not said") },
  [JALON_SERVICE_SELF] = { "self", N_ ("Self-service") },
  [JALON_SERVICE_HUMAN] = { "human", N_ ("Human") },
  { NULL, NULL },
};

const JalonChoice jalon_personalisation_choices[] = {
  [JALON_PERSONALISATION_NONE] = { "none", N_ ("Not personalised") },
  [JALON_PERSONALISATION_BASIC] = { "basic", N_ ("Basic: generic traits") },
  [JALON_PERSONALISATION_DEMOGRAPHIC] = { "demographic", N_ ("By demographics or interaction") },
  [JALON_PERSONALISATION_SELF] = { "self", N_ ("Shaped by the customer") },
  [JALON_PERSONALISATION_DEEP] = { "deep", N_ ("Deep: all channels’ data") },
  { NULL, NULL },
};

const JalonChoice jalon_channel_choices[] = {
  [JALON_CHANNEL_OWN] = { "own", N_ ("Own") },
  [JALON_CHANNEL_SHOP] = { "shop", N_ ("Shop") },
  [JALON_CHANNEL_TELEPHONE] = { "telephone", N_ ("Telephone") },
  [JALON_CHANNEL_EMAIL] = { "email", N_ ("E-mail") },
  [JALON_CHANNEL_NEWSLETTER] = { "newsletter", N_ ("Newsletter") },
  [JALON_CHANNEL_SMS] = { "sms", N_ ("SMS") },
  [JALON_CHANNEL_LETTER] = { "letter", N_ ("Letter") },
  [JALON_CHANNEL_PARCEL] = { "parcel", N_ ("Parcel") },
  [JALON_CHANNEL_WEBSITE] = { "website", N_ ("Website") },
  [JALON_CHANNEL_APP] = { "app", N_ ("Mobile app") },
  [JALON_CHANNEL_SOCIAL] = { "social", N_ ("Social network") },
  [JALON_CHANNEL_CHAT] = { "chat", N_ ("Chat") },
  [JALON_CHANNEL_CHATBOT] = { "chatbot", N_ ("Chatbot") },
  [JALON_CHANNEL_COMMUNITY] = { "community", N_ ("Community") },
  [JALON_CHANNEL_FAQ] = { "faq", N_ ("FAQ") },
  [JALON_CHANNEL_SELF_SERVICE] = { "self-service", N_ ("Self-service") },
  [JALON_CHANNEL_SURVEY] = { "survey", N_ ("Survey") },
  [JALON_CHANNEL_ADVERTISING] = { "advertising", N_ ("Advertising") },
  [JALON_CHANNEL_NATIVE] = { "native", N_ ("Native advertising") },
  [JALON_CHANNEL_RETARGETING] = { "retargeting", N_ ("Retargeting") },
  [JALON_CHANNEL_EVENT] = { "event", N_ ("Event") },
  [JALON_CHANNEL_WORD_OF_MOUTH] = { "word-of-mouth", N_ ("Word of mouth") },
  [JALON_CHANNEL_PARTNER] = { "partner", N_ ("Partner") },
  { NULL, NULL },
};

const JalonChoice jalon_tone_choices[] = {
  [JALON_TONE_NEUTRAL] = { "neutral", N_ ("Neutral") },
  [JALON_TONE_POSITIVE] = { "positive", N_ ("Positive") },
  [JALON_TONE_NEGATIVE] = { "negative", N_ ("Negative") },
  { NULL, NULL },
};

const JalonChoice jalon_origin_choices[] = {
  [JALON_ORIGIN_UNSET] = { "unset", N_ ("Not said") },
  [JALON_ORIGIN_SOCIAL] = { "social", N_ ("Social network") },
  [JALON_ORIGIN_SITE] = { "site", N_ ("Site") },
  [JALON_ORIGIN_SERVICE] = { "service", N_ ("Service") },
  [JALON_ORIGIN_CHAT] = { "chat", N_ ("Chat") },
  [JALON_ORIGIN_SURVEY] = { "survey", N_ ("Survey") },
  { NULL, NULL },
};

const JalonChoice jalon_status_choices[] = {
  [JALON_STATUS_NEW] = { "new", N_ ("New") },
  [JALON_STATUS_PLANNED] = { "planned", N_ ("Planned") },
  [JALON_STATUS_STARTED] = { "started", N_ ("Started") },
  [JALON_STATUS_DONE] = { "done", N_ ("Done") },
  [JALON_STATUS_DROPPED] = { "dropped", N_ ("Dropped") },
  { NULL, NULL },
};

const JalonChoice jalon_metric_type_choices[] = {
  [JALON_METRIC_NPS] = { "nps", N_ ("Net promoter score") },
  [JALON_METRIC_CSAT] = { "csat", N_ ("Customer satisfaction") },
  [JALON_METRIC_CES] = { "ces", N_ ("Customer effort") },
  [JALON_METRIC_ACQUISITION] = { "acquisition", N_ ("Acquisition cost") },
  [JALON_METRIC_RETENTION] = { "retention", N_ ("Retention") },
  [JALON_METRIC_CHURN] = { "churn", N_ ("Churn") },
  [JALON_METRIC_LIFETIME] = { "lifetime", N_ ("Lifetime value") },
  [JALON_METRIC_OTHER] = { "other", N_ ("Other") },
  { NULL, NULL },
};

const JalonChoice jalon_ces_method_choices[] = {
  [JALON_CES_MEAN] = { "mean", N_ ("Mean of 1–7") },
  [JALON_CES_SHARE] = { "share", N_ ("Share of 5–7") },
  [JALON_CES_NET] = { "net", N_ ("Share of 6–7 minus share of 1–3") },
  { NULL, NULL },
};

const JalonChoice jalon_image_type_choices[] = {
  [JALON_IMAGE_PNG] = { "png", N_ ("PNG") },
  [JALON_IMAGE_JPEG] = { "jpeg", N_ ("JPEG") },
  { NULL, NULL },
};

const JalonChoice jalon_language_choices[] = {
  [JALON_LANGUAGE_EN] = { "en", "English" },
  [JALON_LANGUAGE_FR] = { "fr", "Français" },
  [JALON_LANGUAGE_ID] = { "id", "Bahasa Indonesia" },
  { NULL, NULL },
};

guint
jalon_choices_count (const JalonChoice *choices)
{
  guint n = 0;

  while (choices[n].nick != NULL)
    n++;
  return n;
}

/**
 * jalon_choices_find:
 * @choices: a list of choices
 * @nick: the word in the file
 *
 * Returns: the place of @nick in @choices, its value in the enumeration; -1 if it is not there
 */
int
jalon_choices_find (const JalonChoice *choices, const char *nick)
{
  for (int i = 0; choices[i].nick != NULL; i++)
    if (choices[i].nick[0] == nick[0] && strcmp (choices[i].nick, nick) == 0)
      return i;
  return -1;
}
