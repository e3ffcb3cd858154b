/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table. What kinds of elements exist, which fields each has and what it may hold stands here
 * and nowhere else: the reader, the writer, the grammar, undo, the clipboard, merge, search, the
 * inspector and the exporters read it. A new field is a new row; see CONTRIBUTING.md. */

#include "document/schema-private.h"

#include <glib/gi18n-lib.h>

#define FIELD(ID, NAME, TYPE, LABEL, ...)                                                          \
  {                                                                                                \
    .id = JALON_FIELD_##ID, .name = NAME, .type = JALON_TYPE_##TYPE, .label = LABEL, __VA_ARGS__   \
  }

#define RANGE(MIN, MAX) .min = MIN, .max = MAX
#define UNSET(TEXT) .fallback = TEXT
#define HINT(TEXT) .hint = TEXT
#define CHOICES(LIST) .choices = jalon_##LIST##_choices
#define NONE(TEXT) .none = TEXT
#define TARGET(KIND) .target = JALON_KIND_##KIND
#define CONTENT .flags = JALON_FLAG_CONTENT
#define CASCADE .flags = JALON_FLAG_CASCADE
#define SQUARE .flags = JALON_FLAG_SQUARE
#define NAMED .flags = JALON_FLAG_NAMED
#define VITAL .flags = JALON_FLAG_VITAL
#define WHEN(BITS) .when = BITS

/* The end of each kind: attributes of newer versions, kept as they were. */
#define REST                                                                                       \
  FIELD (EXTRA, "", RAW, NULL),                                                                    \
  {                                                                                                \
    .id = JALON_FIELD_NONE                                                                         \
  }

#define BIT(VALUE) (1u << (VALUE))
#define LANE_NOTES                                                                                 \
  (BIT (JALON_LANE_PAINS) | BIT (JALON_LANE_GAINS) | BIT (JALON_LANE_OPPORTUNITIES) |              \
   BIT (JALON_LANE_IDEAS))
#define LANE_CURVES (BIT (JALON_LANE_EMOTION) | BIT (JALON_LANE_ARC))
#define LANE_PICTURES (BIT (JALON_LANE_IMAGES) | BIT (JALON_LANE_STORYBOARD))

/* A field a row, so no formatter here. */
/* clang-format off */

static const JalonField project_fields[] = {
  FIELD (VERSION, "version", LINE, NULL, UNSET ("1.0")),
  FIELD (TITLE, "title", LINE, N_ ("Title"), HINT (N_ ("What this project is about"))),
  FIELD (ORGANISATION, "organisation", LINE, N_ ("Organisation")),
  FIELD (LANGUAGE, "language", CHOICE, N_ ("Language"), CHOICES (language),
         HINT (N_ ("Of the words that Jalon puts on the maps"))),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField persona_fields[] = {
  FIELD (NAME, "name", LINE, N_ ("Name"), HINT (N_ ("A first and a last name make it a person"))),
  FIELD (CATEGORY, "category", CHOICE, N_ ("Kind"), CHOICES (category)),
  FIELD (ROLE, "role", LINE, N_ ("Role"), HINT (N_ ("In one line: who is it, in this project?"))),
  FIELD (QUOTE, "quote", LINE, N_ ("Quote"), HINT (N_ ("What they would say, in their words"))),
  FIELD (PORTRAIT, "portrait", REFERENCE, N_ ("Portrait"), TARGET (IMAGE), SQUARE,
         NONE (NC_ ("Portrait", "None"))),
  FIELD (AGE, "age", LINE, N_ ("Age")),
  FIELD (OCCUPATION, "occupation", LINE, N_ ("Occupation")),
  FIELD (PLACE, "place", LINE, N_ ("Lives in")),
  FIELD (HOUSEHOLD, "household", LINE, N_ ("Household")),
  FIELD (SHARE, "share", NUMBER, N_ ("Share of the base (%)"), RANGE (0, 100)),
  FIELD (RANK, "rank", INTEGER, N_ ("Value rank"), RANGE (1, 99),
         HINT (N_ ("1 for the most valuable"))),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour")),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField trait_fields[] = {
  FIELD (SECTION, "section", CHOICE, N_ ("Section"), CHOICES (trait_section)),
  FIELD (CONFIDENCE, "confidence", CHOICE, N_ ("How sure we are"), CHOICES (confidence)),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour")),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (TEXT, "text", PARAGRAPHS, N_ ("Text"), CONTENT),
  REST,
};

static const JalonField slider_fields[] = {
  FIELD (LEFT, "left", LINE, N_ ("Left end"), HINT (N_ ("For instance: Plans ahead"))),
  FIELD (RIGHT, "right", LINE, N_ ("Right end"), HINT (N_ ("For instance: Decides late"))),
  FIELD (VALUE, "value", NUMBER, N_ ("Position"), RANGE (0, 100), UNSET ("50")),
  REST,
};

static const JalonField source_fields[] = {
  FIELD (TYPE, "type", CHOICE, N_ ("Kind"), CHOICES (source_type)),
  FIELD (PEOPLE, "people", INTEGER, N_ ("How many people"), RANGE (0, 1e9)),
  FIELD (DATE, "date", DATE, N_ ("Date")),
  FIELD (TEXT, "text", PARAGRAPHS, N_ ("Source"), CONTENT),
  REST,
};

static const JalonField empathy_map_fields[] = {
  FIELD (TITLE, "title", LINE, N_ ("Title")),
  FIELD (PERSONA, "persona", REFERENCE, N_ ("Persona"), TARGET (PERSONA),
         NONE (NC_ ("Persona", "None"))),
  FIELD (CANVAS, "canvas", CHOICE, N_ ("Canvas"), CHOICES (canvas)),
  FIELD (PAINS_GAINS, "pains-gains", FLAG, N_ ("Pains and gains"),
         WHEN (BIT (JALON_CANVAS_QUADRANTS)), HINT (N_ ("Show them below the four quadrants"))),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField note_fields[] = {
  FIELD (SECTION, "section", CHOICE, N_ ("Section"), CHOICES (note_section)),
  FIELD (DRIVER, "driver", CHOICE, N_ ("What drives it"), CHOICES (driver)),
  FIELD (CONFIDENCE, "confidence", CHOICE, N_ ("How sure we are"), CHOICES (confidence)),
  FIELD (EVIDENCE, "evidence", LINE, N_ ("Evidence"), HINT (N_ ("For instance: 6 interviews"))),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour")),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (TEXT, "text", PARAGRAPHS, N_ ("Text"), CONTENT),
  REST,
};

static const JalonField stakeholder_map_fields[] = {
  FIELD (TITLE, "title", LINE, N_ ("Title")),
  FIELD (LAYOUT, "layout", CHOICE, N_ ("Layout"), CHOICES (map_layout)),
  FIELD (PRESET, "preset", CHOICE, N_ ("Axes"), CHOICES (preset),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (CHAMPIONS, "champions", LINE, N_ ("Upper right"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (CHAMPIONS_TEXT, "champions-text", PARAGRAPHS, N_ ("How to engage them"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (SUPPORTERS, "supporters", LINE, N_ ("Lower right"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (SUPPORTERS_TEXT, "supporters-text", PARAGRAPHS, N_ ("How to engage them"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (GATEKEEPERS, "gatekeepers", LINE, N_ ("Upper left"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (GATEKEEPERS_TEXT, "gatekeepers-text", PARAGRAPHS, N_ ("How to engage them"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (BYSTANDERS, "bystanders", LINE, N_ ("Lower left"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (BYSTANDERS_TEXT, "bystanders-text", PARAGRAPHS, N_ ("How to engage them"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (ESSENTIAL, "essential", LINE, N_ ("Inner ring"), WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (IMPORTANT, "important", LINE, N_ ("Middle ring"), WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (INTERESTING, "interesting", LINE, N_ ("Outer ring"), WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (SECTOR_EXTERNAL, "sector-external", LINE, N_ ("External sector"),
         WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (SECTOR_INTERNAL, "sector-internal", LINE, N_ ("Internal sector"),
         WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (SECTOR_OWN, "sector-own", LINE, N_ ("Own sector"), WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField stakeholder_fields[] = {
  FIELD (NAME, "name", LINE, N_ ("Name")),
  FIELD (ORGANISATION, "organisation", LINE, N_ ("Organisation")),
  FIELD (ROLE, "role", LINE, N_ ("Role")),
  FIELD (SIDE, "side", CHOICE, N_ ("Side"), CHOICES (side)),
  FIELD (DISPOSITION, "disposition", CHOICE, N_ ("Disposition"), CHOICES (disposition)),
  FIELD (INFLUENCE, "influence", NUMBER, N_ ("Influence"), RANGE (0, 1), UNSET ("0.5"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (SUPPORT, "support", NUMBER, N_ ("Support"), RANGE (0, 1), UNSET ("0.5"),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (DESIRED_INFLUENCE, "desired-influence", NUMBER, N_ ("Desired influence"), RANGE (0, 1),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (DESIRED_SUPPORT, "desired-support", NUMBER, N_ ("Desired support"), RANGE (0, 1),
         WHEN (BIT (JALON_LAYOUT_QUADRANTS))),
  FIELD (RING, "ring", CHOICE, N_ ("Ring"), CHOICES (ring), UNSET ("interesting"),
         WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (DESIRED_RING, "desired-ring", CHOICE, N_ ("Desired ring"), CHOICES (ring), UNSET (""),
         WHEN (BIT (JALON_LAYOUT_RINGS))),
  FIELD (OWNER, "owner", LINE, N_ ("Owner"), HINT (N_ ("Who of us looks after them"))),
  FIELD (PERSONA, "persona", REFERENCE, N_ ("Persona"), TARGET (PERSONA),
         NONE (NC_ ("Persona", "None"))),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour")),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (ACTIONS, "actions", PARAGRAPHS, N_ ("Engagement actions"), CONTENT),
  REST,
};

static const JalonField relation_fields[] = {
  FIELD (FROM, "from", REFERENCE, N_ ("From"), TARGET (STAKEHOLDER), CASCADE,
         NONE (NC_ ("From", "None"))),
  FIELD (TO, "to", REFERENCE, N_ ("To"), TARGET (STAKEHOLDER), CASCADE, NONE (NC_ ("To", "None"))),
  FIELD (TYPE, "type", CHOICE, N_ ("What flows"), CHOICES (relation_type)),
  FIELD (LABEL, "label", LINE, N_ ("Label")),
  REST,
};

static const JalonField journey_fields[] = {
  FIELD (TITLE, "title", LINE, N_ ("Title")),
  FIELD (CATEGORY, "category", CHOICE, N_ ("Category"), CHOICES (journey_category)),
  FIELD (STATE, "state", CHOICE, N_ ("State"), CHOICES (state)),
  FIELD (COUNTERPART, "counterpart", REFERENCE, N_ ("As-is or to-be of it"), TARGET (JOURNEY),
         NONE (NC_ ("As-is or to-be of it", "None"))),
  FIELD (PERSONAS, "personas", REFERENCES, N_ ("Personas"), TARGET (PERSONA),
         NONE (NC_ ("Personas", "None"))),
  FIELD (STEP_WIDTH, "step-width", NUMBER, N_ ("Width of a step"), RANGE (96, 480), UNSET ("154")),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description"),
         HINT (N_ ("From where to where does it go?"))),
  REST,
};

static const JalonField lane_fields[] = {
  FIELD (TYPE, "type", CHOICE, N_ ("Type"), CHOICES (lane_type), NAMED),
  FIELD (TITLE, "title", LINE, N_ ("Title")),
  FIELD (HINT, "hint", LINE, N_ ("Subtitle")),
  FIELD (SCALE, "scale", CHOICE, N_ ("Scale"), CHOICES (scale), WHEN (LANE_CURVES)),
  FIELD (LOW, "low", LINE, N_ ("Label of the low end"), WHEN (LANE_CURVES)),
  FIELD (HIGH, "high", LINE, N_ ("Label of the high end"), WHEN (LANE_CURVES)),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour of its cards")),
  FIELD (HIDDEN, "hidden", FLAG, N_ ("Hidden")),
  FIELD (PINNED, "pinned", FLAG, N_ ("Pinned")),
  FIELD (COLLAPSED, "collapsed", FLAG, N_ ("Collapsed")),
  REST,
};

static const JalonField stage_fields[] = {
  FIELD (TITLE, "title", LINE, N_ ("Title")),
  FIELD (PHASE, "phase", CHOICE, N_ ("Phase"), CHOICES (phase)),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour")),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField step_fields[] = {
  FIELD (TITLE, "title", LINE, N_ ("Title")),
  FIELD (MOMENT_OF_TRUTH, "moment-of-truth", FLAG, N_ ("Moment of truth")),
  FIELD (IMPORTANCE, "importance", INTEGER, N_ ("Importance"), RANGE (0, 5)),
  FIELD (QUALITY, "quality", INTEGER, N_ ("Quality of the answer"), RANGE (0, 5)),
  FIELD (OWNER, "owner", LINE, N_ ("Owner")),
  FIELD (MEDIUM, "medium", CHOICE, N_ ("Physical or digital"), CHOICES (medium)),
  FIELD (DEVICE, "device", CHOICE, N_ ("Device"), CHOICES (device)),
  FIELD (SERVICE, "service", CHOICE, N_ ("Service"), CHOICES (service)),
  FIELD (PERSONALISATION, "personalisation", CHOICE, N_ ("Personalisation"),
         CHOICES (personalisation)),
  FIELD (CONSENT, "consent", FLAG, N_ ("Trust or consent recorded")),
  FIELD (EVIDENCE, "evidence", LINE, N_ ("Evidence")),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField card_fields[] = {
  FIELD (LANE, "lane", REFERENCE, N_ ("Lane"), TARGET (LANE), CASCADE, NONE (NC_ ("Lane", "None"))),
  FIELD (SPAN, "span", INTEGER, N_ ("Steps it spans"), RANGE (1, 1000), UNSET ("1")),
  FIELD (CHANNEL, "channel", CHOICE, N_ ("Channel"), CHOICES (channel), NAMED,
         WHEN (BIT (JALON_LANE_TOUCHPOINTS))),
  FIELD (IMAGE, "image", REFERENCE, N_ ("Picture"), TARGET (IMAGE), WHEN (LANE_PICTURES),
         NONE (NC_ ("Picture", "None"))),
  FIELD (TONE, "tone", CHOICE, N_ ("Tone"), CHOICES (tone), WHEN (BIT (JALON_LANE_FEEDBACK))),
  FIELD (ORIGIN, "origin", CHOICE, N_ ("Source"), CHOICES (origin),
         WHEN (BIT (JALON_LANE_FEEDBACK))),
  FIELD (METRIC, "metric", REFERENCE, N_ ("Metric"), TARGET (METRIC),
         WHEN (BIT (JALON_LANE_METRICS)), NONE (NC_ ("Metric", "None"))),
  FIELD (JOURNEY, "journey", REFERENCE, N_ ("Sub-journey"), TARGET (JOURNEY),
         WHEN (BIT (JALON_LANE_LINKS)), NONE (NC_ ("Sub-journey", "None"))),
  FIELD (CUSTOMER_VALUE, "customer-value", NUMBER, N_ ("Customer value"), RANGE (0, 100),
         WHEN (LANE_NOTES)),
  FIELD (BUSINESS_VALUE, "business-value", NUMBER, N_ ("Business value"), RANGE (0, 100),
         WHEN (LANE_NOTES)),
  FIELD (EFFORT, "effort", INTEGER, N_ ("Effort"), RANGE (0, 5), WHEN (LANE_NOTES)),
  FIELD (OWNER, "owner", LINE, N_ ("Owner"), WHEN (LANE_NOTES)),
  FIELD (STATUS, "status", CHOICE, N_ ("Status"), CHOICES (status), WHEN (LANE_NOTES)),
  FIELD (CONFIDENCE, "confidence", CHOICE, N_ ("How sure we are"), CHOICES (confidence)),
  FIELD (EVIDENCE, "evidence", LINE, N_ ("Evidence")),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour")),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (TEXT, "text", PARAGRAPHS, N_ ("Text"), CONTENT),
  REST,
};

static const JalonField score_fields[] = {
  FIELD (LANE, "lane", REFERENCE, N_ ("Lane"), TARGET (LANE), CASCADE, NONE (NC_ ("Lane", "None"))),
  FIELD (PERSONA, "persona", REFERENCE, N_ ("Persona"), TARGET (PERSONA), CASCADE,
         NONE (NC_ ("Persona", "None"))),
  FIELD (STATE, "state", CHOICE, N_ ("State"), CHOICES (state)),
  FIELD (VALUE, "value", NUMBER, N_ ("Value"), RANGE (-2, 2), UNSET ("0"),
         HINT (N_ ("From −2 to +2, whatever scale the lane shows"))),
  FIELD (EVIDENCE, "evidence", LINE, N_ ("Evidence")),
  REST,
};

static const JalonField register_fields[] = {
  FIELD (TITLE, "title", LINE, N_ ("Title")),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField audience_fields[] = {
  FIELD (NAME, "name", LINE, N_ ("Audience")),
  FIELD (CATEGORY, "category", CHOICE, N_ ("Kind"), CHOICES (category)),
  FIELD (PERSONA, "persona", REFERENCE, N_ ("Persona"), TARGET (PERSONA),
         NONE (NC_ ("Persona", "None"))),
  FIELD (JOURNEY, "journey", REFERENCE, N_ ("Journey"), TARGET (JOURNEY),
         NONE (NC_ ("Journey", "None"))),
  FIELD (OWNER, "owner", LINE, N_ ("Owner"), HINT (N_ ("Who answers for its experience")), VITAL),
  FIELD (PROCESS, "process", LINE, N_ ("Process"), HINT (N_ ("What manages its experience")),
         VITAL),
  FIELD (MEASURE, "measure", LINE, N_ ("Measure"), HINT (N_ ("How its experience is measured")),
         VITAL),
  FIELD (TAGS, "tags", REFERENCES, N_ ("Tags"), TARGET (TAG), NONE (NC_ ("Tags", "None"))),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField metric_fields[] = {
  FIELD (NAME, "name", LINE, N_ ("Name")),
  FIELD (TYPE, "type", CHOICE, N_ ("Type"), CHOICES (metric_type)),
  FIELD (DATE, "date", DATE, N_ ("Date")),
  FIELD (SOURCE, "source", LINE, N_ ("Source")),
  FIELD (PROMOTERS, "promoters", INTEGER, N_ ("Promoters (9–10)"), RANGE (0, 1e9),
         WHEN (BIT (JALON_METRIC_NPS))),
  FIELD (DETRACTORS, "detractors", INTEGER, N_ ("Detractors (0–6)"), RANGE (0, 1e9),
         WHEN (BIT (JALON_METRIC_NPS))),
  FIELD (SATISFIED, "satisfied", INTEGER, N_ ("Satisfied (4 and 5)"), RANGE (0, 1e9),
         WHEN (BIT (JALON_METRIC_CSAT))),
  FIELD (ANSWERS, "answers", INTEGER, N_ ("Answers"), RANGE (0, 1e9),
         WHEN (BIT (JALON_METRIC_NPS) | BIT (JALON_METRIC_CSAT))),
  FIELD (HIGHEST, "highest", INTEGER, N_ ("Highest answer of the scale"), RANGE (2, 100),
         UNSET ("5"), WHEN (BIT (JALON_METRIC_CSAT))),
  FIELD (COUNTS, "counts", COUNTS, N_ ("Answers of each value, from low to high"),
         WHEN (BIT (JALON_METRIC_NPS) | BIT (JALON_METRIC_CSAT) | BIT (JALON_METRIC_CES))),
  FIELD (METHOD, "method", CHOICE, N_ ("Method"), CHOICES (ces_method),
         WHEN (BIT (JALON_METRIC_CES))),
  FIELD (SPEND, "spend", NUMBER, N_ ("Spend"), RANGE (0, 1e12),
         WHEN (BIT (JALON_METRIC_ACQUISITION))),
  FIELD (START, "start", INTEGER, N_ ("Customers at the start"), RANGE (0, 1e9),
         WHEN (BIT (JALON_METRIC_RETENTION) | BIT (JALON_METRIC_CHURN))),
  FIELD (END, "end", INTEGER, N_ ("Customers at the end"), RANGE (0, 1e9),
         WHEN (BIT (JALON_METRIC_RETENTION) | BIT (JALON_METRIC_CHURN))),
  FIELD (NEW, "new", INTEGER, N_ ("New customers"), RANGE (0, 1e9),
         WHEN (BIT (JALON_METRIC_ACQUISITION) | BIT (JALON_METRIC_RETENTION) |
               BIT (JALON_METRIC_CHURN))),
  FIELD (MARGIN, "margin", NUMBER, N_ ("Margin per period"), RANGE (-1e12, 1e12),
         WHEN (BIT (JALON_METRIC_LIFETIME))),
  FIELD (RETENTION, "retention", NUMBER, N_ ("Retention (0–1)"), RANGE (0, 1),
         WHEN (BIT (JALON_METRIC_LIFETIME))),
  FIELD (DISCOUNT, "discount", NUMBER, N_ ("Discount (0–1)"), RANGE (0, 1),
         WHEN (BIT (JALON_METRIC_LIFETIME))),
  FIELD (VALUE, "value", NUMBER, N_ ("Value"), RANGE (-1e12, 1e12),
         WHEN (BIT (JALON_METRIC_OTHER))),
  FIELD (UNIT, "unit", LINE, N_ ("Unit")),
  FIELD (TARGET, "target", NUMBER, N_ ("Target"), RANGE (-1e12, 1e12)),
  FIELD (DESCRIPTION, "description", PARAGRAPHS, N_ ("Description")),
  REST,
};

static const JalonField image_fields[] = {
  FIELD (NAME, "name", LINE, N_ ("Name")),
  FIELD (ALT, "alt", LINE, N_ ("Description"), HINT (N_ ("What the picture shows"))),
  FIELD (TYPE, "type", CHOICE, NULL, CHOICES (image_type)),
  FIELD (WIDTH, "width", INTEGER, NULL, RANGE (1, 8192), UNSET ("1")),
  FIELD (HEIGHT, "height", INTEGER, NULL, RANGE (1, 8192), UNSET ("1")),
  FIELD (DATA, "data", DATA, NULL, CONTENT),
  REST,
};

static const JalonField tag_fields[] = {
  FIELD (NAME, "name", LINE, N_ ("Name")),
  FIELD (COLOUR, "colour", COLOUR, N_ ("Colour")),
  REST,
};

static const JalonField unknown_fields[] = {
  FIELD (RAW, "", RAW, NULL, CONTENT),
  { .id = JALON_FIELD_NONE },
};

#define K(KIND) JALON_KIND_BIT (JALON_KIND_##KIND)
#define KIND(ID, NAME, FIELDS, LABEL, PLURAL, TITLE, ...)                                          \
  [JALON_KIND_##ID] = { .kind = JALON_KIND_##ID,                                                   \
                        .name = NAME,                                                              \
                        .fields = FIELDS##_fields,                                                 \
                        .label = LABEL,                                                            \
                        .plural = PLURAL,                                                          \
                        .title = JALON_FIELD_##TITLE,                                              \
                        __VA_ARGS__ }
#define HOLDS(KINDS) .children = (KINDS) | K (UNKNOWN)
#define GOVERNOR(ID) .governor = JALON_FIELD_##ID
#define KEY(ID) .key = JALON_FIELD_##ID

const JalonKindInfo jalon_kinds[JALON_N_KINDS] = {
  KIND (PROJECT, "project", project, N_ ("Project"), N_ ("Projects"), TITLE,
        HOLDS (JALON_MAP_KINDS | K (METRIC) | K (IMAGE) | K (TAG))),
  KIND (PERSONA, "persona", persona, N_ ("Persona"), N_ ("Personas"), NAME,
        HOLDS (K (TRAIT) | K (SLIDER) | K (SOURCE))),
  KIND (TRAIT, "trait", trait, N_ ("Note"), N_ ("Notes"), TEXT, HOLDS (0)),
  KIND (SLIDER, "slider", slider, N_ ("Slider"), N_ ("Sliders"), LEFT, HOLDS (0)),
  KIND (SOURCE, "source", source, N_ ("Source"), N_ ("Sources"), TEXT, HOLDS (0)),
  KIND (EMPATHY_MAP, "empathy-map", empathy_map, N_ ("Empathy map"), N_ ("Empathy maps"), TITLE,
        HOLDS (K (NOTE)), GOVERNOR (CANVAS)),
  KIND (NOTE, "note", note, N_ ("Note"), N_ ("Notes"), TEXT, HOLDS (0)),
  KIND (STAKEHOLDER_MAP, "stakeholder-map", stakeholder_map, N_ ("Stakeholder map"),
        N_ ("Stakeholder maps"), TITLE, HOLDS (K (STAKEHOLDER) | K (RELATION)), GOVERNOR (LAYOUT)),
  KIND (STAKEHOLDER, "stakeholder", stakeholder, N_ ("Stakeholder"), N_ ("Stakeholders"), NAME,
        HOLDS (0), GOVERNOR (LAYOUT)),
  KIND (RELATION, "relation", relation, N_ ("Relation"), N_ ("Relations"), LABEL, HOLDS (0)),
  KIND (JOURNEY, "journey", journey, N_ ("Journey"), N_ ("Journeys"), TITLE,
        HOLDS (K (LANE) | K (STAGE))),
  KIND (LANE, "lane", lane, N_ ("Lane"), N_ ("Lanes"), TITLE, HOLDS (0), GOVERNOR (TYPE)),
  KIND (STAGE, "stage", stage, N_ ("Stage"), N_ ("Stages"), TITLE, HOLDS (K (STEP))),
  KIND (STEP, "step", step, N_ ("Step"), N_ ("Steps"), TITLE, HOLDS (K (CARD) | K (SCORE))),
  KIND (CARD, "card", card, N_ ("Card"), N_ ("Cards"), TEXT, HOLDS (0), GOVERNOR (LANE)),
  KIND (SCORE, "score", score, N_ ("Score"), N_ ("Scores"), VALUE, HOLDS (0)),
  KIND (REGISTER, "register", register, N_ ("Audience register"), N_ ("Audience registers"), TITLE,
        HOLDS (K (AUDIENCE))),
  KIND (AUDIENCE, "audience", audience, N_ ("Audience"), N_ ("Audiences"), NAME, HOLDS (0)),
  KIND (METRIC, "metric", metric, N_ ("Metric"), N_ ("Metrics"), NAME, HOLDS (0), GOVERNOR (TYPE)),
  KIND (IMAGE, "image", image, N_ ("Picture"), N_ ("Pictures"), NAME, HOLDS (0), KEY (DATA)),
  KIND (TAG, "tag", tag, N_ ("Tag"), N_ ("Tags"), NAME, HOLDS (0), KEY (NAME)),
  KIND (UNKNOWN, "", unknown, N_ ("Element of a newer version"), N_ ("Elements of a newer version"),
        RAW),
};

/* clang-format on */
