/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/choices.h"
#include "document/jalon-types.h"

G_BEGIN_DECLS

/**
 * JalonKind:
 *
 * What an element is. %JALON_KIND_UNKNOWN holds, word for word, an element of a newer version.
 */
typedef enum
{
  JALON_KIND_PROJECT,
  JALON_KIND_PERSONA,
  JALON_KIND_TRAIT,
  JALON_KIND_SLIDER,
  JALON_KIND_SOURCE,
  JALON_KIND_EMPATHY_MAP,
  JALON_KIND_NOTE,
  JALON_KIND_STAKEHOLDER_MAP,
  JALON_KIND_STAKEHOLDER,
  JALON_KIND_RELATION,
  JALON_KIND_JOURNEY,
  JALON_KIND_LANE,
  JALON_KIND_STAGE,
  JALON_KIND_STEP,
  JALON_KIND_CARD,
  JALON_KIND_SCORE,
  JALON_KIND_REGISTER,
  JALON_KIND_AUDIENCE,
  JALON_KIND_METRIC,
  JALON_KIND_IMAGE,
  JALON_KIND_TAG,
  JALON_KIND_UNKNOWN,
} JalonKind;

#define JALON_N_KINDS (JALON_KIND_UNKNOWN + 1)

/**
 * JalonFieldId:
 *
 * The names of fields, shared by all kinds: a stage, a step and a journey all have a
 * %JALON_FIELD_TITLE. Which kind has which field, and what it may hold, the table says.
 */
typedef enum
{
  JALON_FIELD_NONE,
  JALON_FIELD_ACTIONS,
  JALON_FIELD_AGE,
  JALON_FIELD_ALT,
  JALON_FIELD_ANSWERS,
  JALON_FIELD_BUSINESS_VALUE,
  JALON_FIELD_BYSTANDERS,
  JALON_FIELD_BYSTANDERS_TEXT,
  JALON_FIELD_CANVAS,
  JALON_FIELD_CATEGORY,
  JALON_FIELD_CHAMPIONS,
  JALON_FIELD_CHAMPIONS_TEXT,
  JALON_FIELD_CHANNEL,
  JALON_FIELD_COLLAPSED,
  JALON_FIELD_COLOUR,
  JALON_FIELD_CONFIDENCE,
  JALON_FIELD_CONSENT,
  JALON_FIELD_COUNTERPART,
  JALON_FIELD_COUNTS,
  JALON_FIELD_CUSTOMER_VALUE,
  JALON_FIELD_DATA,
  JALON_FIELD_DATE,
  JALON_FIELD_DESCRIPTION,
  JALON_FIELD_DESIRED_INFLUENCE,
  JALON_FIELD_DESIRED_RING,
  JALON_FIELD_DESIRED_SUPPORT,
  JALON_FIELD_DETRACTORS,
  JALON_FIELD_DEVICE,
  JALON_FIELD_DISCOUNT,
  JALON_FIELD_DISPOSITION,
  JALON_FIELD_DRIVER,
  JALON_FIELD_EFFORT,
  JALON_FIELD_END,
  JALON_FIELD_ESSENTIAL,
  JALON_FIELD_EVIDENCE,
  JALON_FIELD_EXTRA,
  JALON_FIELD_FROM,
  JALON_FIELD_GATEKEEPERS,
  JALON_FIELD_GATEKEEPERS_TEXT,
  JALON_FIELD_HEIGHT,
  JALON_FIELD_HIDDEN,
  JALON_FIELD_HIGH,
  JALON_FIELD_HIGHEST,
  JALON_FIELD_HINT,
  JALON_FIELD_HOUSEHOLD,
  JALON_FIELD_IMAGE,
  JALON_FIELD_IMPORTANCE,
  JALON_FIELD_IMPORTANT,
  JALON_FIELD_INFLUENCE,
  JALON_FIELD_INTERESTING,
  JALON_FIELD_JOURNEY,
  JALON_FIELD_LABEL,
  JALON_FIELD_LANE,
  JALON_FIELD_LANGUAGE,
  JALON_FIELD_LAYOUT,
  JALON_FIELD_LEFT,
  JALON_FIELD_LOW,
  JALON_FIELD_MARGIN,
  JALON_FIELD_MEASURE,
  JALON_FIELD_MEDIUM,
  JALON_FIELD_METHOD,
  JALON_FIELD_METRIC,
  JALON_FIELD_MOMENT_OF_TRUTH,
  JALON_FIELD_NAME,
  JALON_FIELD_NEW,
  JALON_FIELD_OCCUPATION,
  JALON_FIELD_ORGANISATION,
  JALON_FIELD_ORIGIN,
  JALON_FIELD_OWNER,
  JALON_FIELD_PAINS_GAINS,
  JALON_FIELD_PEOPLE,
  JALON_FIELD_PERSONA,
  JALON_FIELD_PERSONALISATION,
  JALON_FIELD_PERSONAS,
  JALON_FIELD_PHASE,
  JALON_FIELD_PINNED,
  JALON_FIELD_PLACE,
  JALON_FIELD_PORTRAIT,
  JALON_FIELD_PRESET,
  JALON_FIELD_PROCESS,
  JALON_FIELD_PROMOTERS,
  JALON_FIELD_QUALITY,
  JALON_FIELD_QUOTE,
  JALON_FIELD_RANK,
  JALON_FIELD_RAW,
  JALON_FIELD_RETENTION,
  JALON_FIELD_RIGHT,
  JALON_FIELD_RING,
  JALON_FIELD_ROLE,
  JALON_FIELD_SATISFIED,
  JALON_FIELD_SCALE,
  JALON_FIELD_SECTION,
  JALON_FIELD_SECTOR_EXTERNAL,
  JALON_FIELD_SECTOR_INTERNAL,
  JALON_FIELD_SECTOR_OWN,
  JALON_FIELD_SERVICE,
  JALON_FIELD_SHARE,
  JALON_FIELD_SIDE,
  JALON_FIELD_SOURCE,
  JALON_FIELD_SPAN,
  JALON_FIELD_SPEND,
  JALON_FIELD_START,
  JALON_FIELD_STATE,
  JALON_FIELD_STATUS,
  JALON_FIELD_STEP_WIDTH,
  JALON_FIELD_SUPPORT,
  JALON_FIELD_SUPPORTERS,
  JALON_FIELD_SUPPORTERS_TEXT,
  JALON_FIELD_TAGS,
  JALON_FIELD_TARGET,
  JALON_FIELD_TEXT,
  JALON_FIELD_TITLE,
  JALON_FIELD_TO,
  JALON_FIELD_TONE,
  JALON_FIELD_TYPE,
  JALON_FIELD_UNIT,
  JALON_FIELD_VALUE,
  JALON_FIELD_VERSION,
  JALON_FIELD_WIDTH,
} JalonFieldId;

/**
 * JalonFieldType:
 * @JALON_TYPE_LINE: text without line breaks
 * @JALON_TYPE_PARAGRAPHS: text
 * @JALON_TYPE_NUMBER: a finite number in the range of the field
 * @JALON_TYPE_INTEGER: a whole number in the range of the field
 * @JALON_TYPE_FLAG: "yes", or "no"
 * @JALON_TYPE_CHOICE: one nick of the field's choices
 * @JALON_TYPE_COLOUR: a name of the palette, or #rrggbb
 * @JALON_TYPE_DATE: a day as YYYY-MM-DD
 * @JALON_TYPE_COUNTS: how many answers for each value of a scale, from low to high
 * @JALON_TYPE_REFERENCE: the id of one element of the field's target kind
 * @JALON_TYPE_REFERENCES: the ids of several, each once
 * @JALON_TYPE_DATA: bytes in base 64
 * @JALON_TYPE_RAW: XML of a newer version, kept word for word
 *
 * Every value is one canonical text, the same in the tree, in the file, in undo, on the clipboard
 * and in a merge: two values are equal when their texts are.
 */
typedef enum
{
  JALON_TYPE_LINE,
  JALON_TYPE_PARAGRAPHS,
  JALON_TYPE_NUMBER,
  JALON_TYPE_INTEGER,
  JALON_TYPE_FLAG,
  JALON_TYPE_CHOICE,
  JALON_TYPE_COLOUR,
  JALON_TYPE_DATE,
  JALON_TYPE_COUNTS,
  JALON_TYPE_REFERENCE,
  JALON_TYPE_REFERENCES,
  JALON_TYPE_DATA,
  JALON_TYPE_RAW,
} JalonFieldType;

/**
 * JalonFieldFlags:
 * @JALON_FLAG_CONTENT: stands as the content of the XML element, not as an attribute
 * @JALON_FLAG_CASCADE: an element dies with the one that this field refers to
 * @JALON_FLAG_VITAL: an element without it is a liability
 * @JALON_FLAG_SQUARE: a picture that is small and as wide as high
 * @JALON_FLAG_NAMED: a choice that an element has made when it is called as one of them is
 *
 * What else a row of the table says of a field.
 */
typedef enum
{
  JALON_FLAG_CONTENT = 1 << 0,
  JALON_FLAG_CASCADE = 1 << 1,
  JALON_FLAG_VITAL = 1 << 2,
  JALON_FLAG_SQUARE = 1 << 3,
  JALON_FLAG_NAMED = 1 << 4,
} JalonFieldFlags;

/**
 * JalonField:
 * @id: its name in code
 * @name: its name in the file
 * @type: what it holds
 * @label: (nullable): its name for people, untranslated; fields without one are not shown to them
 * @hint: (nullable): what to write there, untranslated
 * @fallback: (nullable): the canonical text it has while unset; %NULL for nothing, or for the first
 *   of its choices; "" for a choice that may be left open
 * @min: the least number
 * @max: the greatest number; every number has a range
 * @choices: (nullable): what to choose from
 * @target: the kind that references name
 * @none: (nullable): what people read where a reference names nothing, untranslated, with @label as
 *   its context: languages have genders; see jalon_field_get_none()
 * @flags: see #JalonFieldFlags
 * @when: the values of the governing choice of the kind under which people are shown the field, as
 *   bits; 0 for all
 *
 * A row of the table: one field of one kind.
 */
struct _JalonField
{
  JalonFieldId       id;
  const char        *name;
  JalonFieldType     type;
  const char        *label;
  const char        *hint;
  const char        *fallback;
  double             min;
  double             max;
  const JalonChoice *choices;
  JalonKind          target;
  const char        *none;
  JalonFieldFlags    flags;
  guint32            when;
};

/**
 * JalonKindInfo:
 * @kind: which kind
 * @name: the XML element
 * @label: its name for people, untranslated
 * @plural: the name of several, untranslated
 * @fields: its fields in the order of the file, ended by %JALON_FIELD_NONE
 * @children: the kinds it may hold, as bits
 * @title: the field that names an element to people
 * @governor: the choice that decides which fields people are shown, of the kind itself or of what
 *   it is in; or a reference to the element whose own governor decides
 * @key: the field by which two elements of different projects are the same thing to people, as the
 *   name of a tag is; %JALON_FIELD_NONE where only the id says so
 *
 * A table of one kind.
 */
struct _JalonKindInfo
{
  JalonKind         kind;
  const char       *name;
  const char       *label;
  const char       *plural;
  const JalonField *fields;
  guint32           children;
  JalonFieldId      title;
  JalonFieldId      governor;
  JalonFieldId      key;
};

#define JALON_KIND_BIT(kind) (1u << (kind))

/* What a project lists as its maps. */
#define JALON_MAP_KINDS                                                                          \
  (JALON_KIND_BIT (JALON_KIND_PERSONA) | JALON_KIND_BIT (JALON_KIND_EMPATHY_MAP)                 \
   | JALON_KIND_BIT (JALON_KIND_STAKEHOLDER_MAP) | JALON_KIND_BIT (JALON_KIND_JOURNEY)           \
   | JALON_KIND_BIT (JALON_KIND_REGISTER))

const JalonKindInfo *jalon_kind_get_info       (JalonKind     kind);
JalonKind            jalon_kind_from_name      (const char   *name);
gboolean             jalon_kind_can_hold       (JalonKind     kind,
                                                JalonKind     child);
guint32              jalon_kind_find_holders   (guint32       kinds);
guint32              jalon_kind_find_referrers (JalonKind     target);
gboolean             jalon_kind_is_map         (JalonKind     kind);
const JalonField    *jalon_kind_get_field      (JalonKind     kind,
                                                JalonFieldId  id);
const JalonField    *jalon_kind_find_field     (JalonKind     kind,
                                                const char   *name);
const JalonField    *jalon_kind_get_content    (JalonKind     kind);

G_END_DECLS
