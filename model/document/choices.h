/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-types.h"

G_BEGIN_DECLS

/**
 * JalonChoice:
 * @nick: the word in the file
 * @label: the word for people, untranslated
 *
 * One value of a choice field. A list of choices ends with a %NULL nick and stands in the order of
 * its enumeration; the first is what a field has unless its row in the table says otherwise.
 */
struct _JalonChoice
{
  const char *nick;
  const char *label;
};

/* Who a persona or an audience is to the organisation. */
typedef enum
{
  JALON_CATEGORY_CUSTOMER,
  JALON_CATEGORY_BUYER,
  JALON_CATEGORY_USER,
  JALON_CATEGORY_EMPLOYEE,
  JALON_CATEGORY_CANDIDATE,
  JALON_CATEGORY_FAN,
  JALON_CATEGORY_MEDIA,
  JALON_CATEGORY_DEALER,
  JALON_CATEGORY_SUPPLIER,
  JALON_CATEGORY_INVESTOR,
  JALON_CATEGORY_PARENT,
  JALON_CATEGORY_ALUMNUS,
  JALON_CATEGORY_OTHER,
} JalonPersonaCategory;

/* Sections of a persona. */
typedef enum
{
  JALON_TRAIT_MOTIVATIONS,
  JALON_TRAIT_INTERESTS,
  JALON_TRAIT_NEEDS,
  JALON_TRAIT_EXPECTATIONS,
  JALON_TRAIT_DESIRES,
  JALON_TRAIT_PROBLEMS,
  JALON_TRAIT_GOALS,
  JALON_TRAIT_FRUSTRATIONS,
  JALON_TRAIT_BEHAVIOURS,
  JALON_TRAIT_BRANDS,
  JALON_TRAIT_DEVICES,
  JALON_TRAIT_CHANNELS,
} JalonTraitSection;

/* Kinds of evidence. */
typedef enum
{
  JALON_SOURCE_SOCIOLOGICAL,
  JALON_SOURCE_QUANTITATIVE,
  JALON_SOURCE_QUALITATIVE,
  JALON_SOURCE_ECONOMIC,
} JalonSourceType;

/* Canvases of an empathy map; D. Gray, XPLANE, "Updated Empathy Map Canvas", 2017. */
typedef enum
{
  JALON_CANVAS_QUADRANTS,
  JALON_CANVAS_GRAY_2017,
} JalonEmpathyCanvas;

/* Sections of an empathy map, of both canvases. */
typedef enum
{
  JALON_NOTE_SAYS,
  JALON_NOTE_THINKS,
  JALON_NOTE_DOES,
  JALON_NOTE_FEELS,
  JALON_NOTE_PAINS,
  JALON_NOTE_GAINS,
  JALON_NOTE_WHO,
  JALON_NOTE_NEEDS,
  JALON_NOTE_SEES,
  JALON_NOTE_HEARS,
} JalonNoteSection;

/* What drives a note. */
typedef enum
{
  JALON_DRIVER_NONE,
  JALON_DRIVER_BELIEF,
  JALON_DRIVER_EMOTION,
  JALON_DRIVER_BEHAVIOUR,
} JalonDriver;

/* How sure we are. */
typedef enum
{
  JALON_CONFIDENCE_ASSUMED,
  JALON_CONFIDENCE_PARTLY,
  JALON_CONFIDENCE_RESEARCHED,
} JalonConfidence;

/* Layouts of a stakeholder map. */
typedef enum
{
  JALON_LAYOUT_QUADRANTS,
  JALON_LAYOUT_RINGS,
} JalonMapLayout;

/* Names that quadrants have unless the map gives its own. */
typedef enum
{
  JALON_PRESET_SUPPORT,
  JALON_PRESET_INTEREST,
} JalonPreset;

/* Sectors of the rings. */
typedef enum
{
  JALON_SIDE_EXTERNAL,
  JALON_SIDE_INTERNAL,
  JALON_SIDE_OWN,
} JalonSide;

/* Dispositions of stakeholders. */
typedef enum
{
  JALON_DISPOSITION_NEUTRAL,
  JALON_DISPOSITION_POSITIVE,
  JALON_DISPOSITION_NEGATIVE,
} JalonDisposition;

/* Rings, from the middle outwards. */
typedef enum
{
  JALON_RING_ESSENTIAL,
  JALON_RING_IMPORTANT,
  JALON_RING_INTERESTING,
} JalonRing;

/* What flows between stakeholders. */
typedef enum
{
  JALON_RELATION_MONEY,
  JALON_RELATION_GOODS,
  JALON_RELATION_INFORMATION,
  JALON_RELATION_TRUST,
  JALON_RELATION_POWER,
  JALON_RELATION_OWN,
} JalonRelationType;

/* The four journeys that every customer journey falls in. */
typedef enum
{
  JALON_JOURNEY_ONBOARDING,
  JALON_JOURNEY_MAINTENANCE,
  JALON_JOURNEY_USE,
  JALON_JOURNEY_RENEWAL,
} JalonJourneyCategory;

/* States of a journey. */
typedef enum
{
  JALON_STATE_AS_IS,
  JALON_STATE_TO_BE,
} JalonState;

/* Lane types of a journey. */
typedef enum
{
  JALON_LANE_TEXT,
  JALON_LANE_CARDS,
  JALON_LANE_ACTIONS,
  JALON_LANE_THOUGHTS,
  JALON_LANE_GOALS,
  JALON_LANE_QUESTIONS,
  JALON_LANE_EMOTION,
  JALON_LANE_ARC,
  JALON_LANE_TOUCHPOINTS,
  JALON_LANE_IMAGES,
  JALON_LANE_STORYBOARD,
  JALON_LANE_FEEDBACK,
  JALON_LANE_METRICS,
  JALON_LANE_PAINS,
  JALON_LANE_GAINS,
  JALON_LANE_OPPORTUNITIES,
  JALON_LANE_IDEAS,
  JALON_LANE_FRONTSTAGE,
  JALON_LANE_BACKSTAGE,
  JALON_LANE_SUPPORT,
  JALON_LANE_SYSTEMS,
  JALON_LANE_EVIDENCE,
  JALON_LANE_LINKS,
} JalonLaneType;

#define JALON_N_LANE_TYPES (JALON_LANE_LINKS + 1)

/* Scales on which a lane shows its values. */
typedef enum
{
  JALON_SCALE_MINUS_TWO_TO_TWO,
  JALON_SCALE_ONE_TO_FIVE,
  JALON_SCALE_ONE_TO_TEN,
  JALON_SCALE_OWN,
} JalonScale;

/* Phases around the transaction. */
typedef enum
{
  JALON_PHASE_BEFORE,
  JALON_PHASE_DURING,
  JALON_PHASE_AFTER,
} JalonPhase;

/* Where a step happens. */
typedef enum
{
  JALON_MEDIUM_UNSET,
  JALON_MEDIUM_PHYSICAL,
  JALON_MEDIUM_DIGITAL,
  JALON_MEDIUM_MIXED,
} JalonMedium;

/* Devices of a digital step. */
typedef enum
{
  JALON_DEVICE_UNSET,
  JALON_DEVICE_MOBILE,
  JALON_DEVICE_TABLET,
  JALON_DEVICE_DESKTOP,
} JalonDevice;

/* Who serves. */
typedef enum
{
  JALON_SERVICE_UNSET,
  JALON_SERVICE_SELF,
  JALON_SERVICE_HUMAN,
} JalonService;

/* Levels of personalisation. */
typedef enum
{
  JALON_PERSONALISATION_NONE,
  JALON_PERSONALISATION_BASIC,
  JALON_PERSONALISATION_DEMOGRAPHIC,
  JALON_PERSONALISATION_SELF,
  JALON_PERSONALISATION_DEEP,
} JalonPersonalisation;

/* Channels of a touchpoint. */
typedef enum
{
  JALON_CHANNEL_OWN,
  JALON_CHANNEL_SHOP,
  JALON_CHANNEL_TELEPHONE,
  JALON_CHANNEL_EMAIL,
  JALON_CHANNEL_NEWSLETTER,
  JALON_CHANNEL_SMS,
  JALON_CHANNEL_LETTER,
  JALON_CHANNEL_PARCEL,
  JALON_CHANNEL_WEBSITE,
  JALON_CHANNEL_APP,
  JALON_CHANNEL_SOCIAL,
  JALON_CHANNEL_CHAT,
  JALON_CHANNEL_CHATBOT,
  JALON_CHANNEL_COMMUNITY,
  JALON_CHANNEL_FAQ,
  JALON_CHANNEL_SELF_SERVICE,
  JALON_CHANNEL_SURVEY,
  JALON_CHANNEL_ADVERTISING,
  JALON_CHANNEL_NATIVE,
  JALON_CHANNEL_RETARGETING,
  JALON_CHANNEL_EVENT,
  JALON_CHANNEL_WORD_OF_MOUTH,
  JALON_CHANNEL_PARTNER,
} JalonChannel;

#define JALON_N_CHANNELS (JALON_CHANNEL_PARTNER + 1)

/* Tones of feedback. */
typedef enum
{
  JALON_TONE_NEUTRAL,
  JALON_TONE_POSITIVE,
  JALON_TONE_NEGATIVE,
} JalonTone;

/* Where feedback came from. */
typedef enum
{
  JALON_ORIGIN_UNSET,
  JALON_ORIGIN_SOCIAL,
  JALON_ORIGIN_SITE,
  JALON_ORIGIN_SERVICE,
  JALON_ORIGIN_CHAT,
  JALON_ORIGIN_SURVEY,
} JalonOrigin;

/* States of an opportunity or idea. */
typedef enum
{
  JALON_STATUS_NEW,
  JALON_STATUS_PLANNED,
  JALON_STATUS_STARTED,
  JALON_STATUS_DONE,
  JALON_STATUS_DROPPED,
} JalonStatus;

/* Metrics. */
typedef enum
{
  JALON_METRIC_NPS,
  JALON_METRIC_CSAT,
  JALON_METRIC_CES,
  JALON_METRIC_ACQUISITION,
  JALON_METRIC_RETENTION,
  JALON_METRIC_CHURN,
  JALON_METRIC_LIFETIME,
  JALON_METRIC_OTHER,
} JalonMetricType;

/* The three ways of reporting customer effort. */
typedef enum
{
  JALON_CES_MEAN,
  JALON_CES_SHARE,
  JALON_CES_NET,
} JalonCesMethod;

/* Formats of pictures. */
typedef enum
{
  JALON_IMAGE_PNG,
  JALON_IMAGE_JPEG,
} JalonImageType;

/* Languages of the words that Jalon itself puts on a map. */
typedef enum
{
  JALON_LANGUAGE_EN,
  JALON_LANGUAGE_FR,
  JALON_LANGUAGE_ID,
} JalonLanguage;

extern const JalonChoice jalon_category_choices[];
extern const JalonChoice jalon_trait_section_choices[];
extern const JalonChoice jalon_source_type_choices[];
extern const JalonChoice jalon_canvas_choices[];
extern const JalonChoice jalon_note_section_choices[];
extern const JalonChoice jalon_driver_choices[];
extern const JalonChoice jalon_confidence_choices[];
extern const JalonChoice jalon_map_layout_choices[];
extern const JalonChoice jalon_preset_choices[];
extern const JalonChoice jalon_side_choices[];
extern const JalonChoice jalon_disposition_choices[];
extern const JalonChoice jalon_ring_choices[];
extern const JalonChoice jalon_relation_type_choices[];
extern const JalonChoice jalon_journey_category_choices[];
extern const JalonChoice jalon_state_choices[];
extern const JalonChoice jalon_lane_type_choices[JALON_N_LANE_TYPES + 1];
extern const JalonChoice jalon_scale_choices[];
extern const JalonChoice jalon_phase_choices[];
extern const JalonChoice jalon_medium_choices[];
extern const JalonChoice jalon_device_choices[];
extern const JalonChoice jalon_service_choices[];
extern const JalonChoice jalon_personalisation_choices[];
extern const JalonChoice jalon_channel_choices[JALON_N_CHANNELS + 1];
extern const JalonChoice jalon_tone_choices[];
extern const JalonChoice jalon_origin_choices[];
extern const JalonChoice jalon_status_choices[];
extern const JalonChoice jalon_metric_type_choices[];
extern const JalonChoice jalon_ces_method_choices[];
extern const JalonChoice jalon_image_type_choices[];
extern const JalonChoice jalon_language_choices[];

guint jalon_choices_count (const JalonChoice *choices);
int   jalon_choices_find  (const JalonChoice *choices,
                           const char        *nick);

G_END_DECLS
