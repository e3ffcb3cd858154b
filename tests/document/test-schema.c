/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table agrees with itself. */

#include <locale.h>

#include "document/jalon-field.h"

typedef void (*FieldFunc) (const JalonKindInfo *info, const JalonField *field);

static void
foreach_field (FieldFunc func)
{
  for (JalonKind kind = 0; kind < JALON_N_KINDS; kind++)
    {
      const JalonKindInfo *info = jalon_kind_get_info (kind);

      for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
        func (info, field);
    }
}

#define FAULT(info, field, message)                                                                \
  g_error ("%s: field “%s”: %s", (info)->name, (field)->name, message)

static gboolean
is_xml_name (const char *name)
{
  return g_ascii_islower (name[0]) &&
         strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

static void
test_kinds (void)
{
  for (JalonKind kind = 0; kind < JALON_N_KINDS; kind++)
    {
      const JalonKindInfo *info = jalon_kind_get_info (kind);

      g_assert_cmpint (info->kind, ==, kind);
      g_assert_nonnull (info->fields);
      g_assert_true (info->label != NULL && info->label[0] != '\0');
      g_assert_true (info->plural != NULL && info->plural[0] != '\0');
      g_assert_cmpint (jalon_kind_from_name (info->name), ==, kind);
      if (kind != JALON_KIND_UNKNOWN)
        g_assert_true (is_xml_name (info->name));
      if (jalon_kind_get_field (kind, info->title) == NULL)
        g_error ("%s has no title", info->name);
      if (info->key != JALON_FIELD_NONE && jalon_kind_get_field (kind, info->key) == NULL)
        g_error ("%s has no such key", info->name);
    }
  g_assert_cmpint (jalon_kind_from_name ("Persona"), ==, JALON_KIND_UNKNOWN);
  g_assert_cmpint (jalon_kind_from_name ("novel"), ==, JALON_KIND_UNKNOWN);
}

static void
test_tree (void)
{
  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    {
      gboolean is_held = kind == JALON_KIND_PROJECT;

      for (JalonKind parent = 0; parent < JALON_N_KINDS; parent++)
        {
          if (!jalon_kind_can_hold (parent, kind))
            continue;
          is_held = TRUE;
          /* Kinds stand in the order of the tree, so that no kind can be below itself. */
          g_assert_cmpint (parent, <, kind);
        }
      g_assert_true (is_held);
      g_assert_true (jalon_kind_can_hold (kind, JALON_KIND_UNKNOWN));
      g_assert_cmpint (jalon_kind_is_map (kind), ==,
                       (JALON_MAP_KINDS & JALON_KIND_BIT (kind)) != 0);
      if (jalon_kind_is_map (kind))
        g_assert_true (jalon_kind_can_hold (JALON_KIND_PROJECT, kind));
    }
  g_assert_cmpuint (jalon_kind_get_info (JALON_KIND_UNKNOWN)->children, ==, 0);
}

static void
check_name (const JalonKindInfo *info, const JalonField *field)
{
  guint n_ids = 0;
  guint n_names = 0;

  for (const JalonField *other = info->fields; other->id != JALON_FIELD_NONE; other++)
    {
      n_ids += other->id == field->id;
      n_names += strcmp (other->name, field->name) == 0;
    }
  if (n_ids != 1 || n_names != 1)
    FAULT (info, field, "stands there twice");
  if (jalon_kind_get_field (info->kind, field->id) != field)
    FAULT (info, field, "is not found by its id");
  if (field->type == JALON_TYPE_RAW)
    return;

  if (!is_xml_name (field->name) || strcmp (field->name, "id") == 0)
    FAULT (info, field, "has no name for a file");
  if ((jalon_kind_find_field (info->kind, field->name) == field) ==
      ((field->flags & JALON_FLAG_CONTENT) != 0))
    FAULT (info, field, "is an attribute when it should not be, or the other way");
}

static void
test_names (void)
{
  foreach_field (check_name);
}

/* Attributes of newer versions stand last; the content of an element is the last of its own. */
static void
test_order (void)
{
  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    {
      const JalonKindInfo *info = jalon_kind_get_info (kind);
      const JalonField *content = jalon_kind_get_content (kind);
      const JalonField *last = info->fields;
      guint n_contents = 0;

      while (last[1].id != JALON_FIELD_NONE)
        n_contents += ((last++)->flags & JALON_FLAG_CONTENT) != 0;
      g_assert_cmpint (last->id, ==, JALON_FIELD_EXTRA);
      g_assert_cmpint (last->type, ==, JALON_TYPE_RAW);
      g_assert_cmpuint (n_contents, ==, content != NULL ? 1 : 0);
      if (content != NULL)
        {
          g_assert_true (content + 1 == last);
          g_assert_cmpuint (info->children & ~JALON_KIND_BIT (JALON_KIND_UNKNOWN), ==, 0);
        }
    }
  g_assert_cmpint (jalon_kind_get_content (JALON_KIND_UNKNOWN)->id, ==, JALON_FIELD_RAW);
}

static void
check_type (const JalonKindInfo *info, const JalonField *field)
{
  gboolean is_number = field->type == JALON_TYPE_NUMBER || field->type == JALON_TYPE_INTEGER;
  gboolean is_content = (field->flags & JALON_FLAG_CONTENT) != 0;

  if (is_number != (field->min < field->max))
    FAULT (info, field, "has a range and is no number, or the other way");
  if ((field->type == JALON_TYPE_CHOICE) != (field->choices != NULL))
    FAULT (info, field, "has choices and is none, or the other way");
  if (!jalon_field_is_reference (field) && field->target != 0)
    FAULT (info, field, "has a target and is no reference");
  if (jalon_field_is_reference (field) &&
      (field->target == JALON_KIND_PROJECT || field->target >= JALON_KIND_UNKNOWN))
    FAULT (info, field, "refers to nothing");
  if ((field->flags & JALON_FLAG_CASCADE) != 0 && field->type != JALON_TYPE_REFERENCE)
    FAULT (info, field, "cannot die with what it refers to");
  if (is_content && field->type != JALON_TYPE_PARAGRAPHS && field->type != JALON_TYPE_DATA &&
      field->type != JALON_TYPE_RAW)
    FAULT (info, field, "is too short to be content");
  if (field->label != NULL && field->label[0] == '\0')
    FAULT (info, field, "has an empty label, which gettext translates to its header");
  if (field->hint != NULL && (field->label == NULL || field->hint[0] == '\0'))
    FAULT (info, field, "has a hint that nobody sees");
  if (field->type != JALON_TYPE_RAW && field->type != JALON_TYPE_DATA && field->label == NULL &&
      info->kind != JALON_KIND_IMAGE && field->id != JALON_FIELD_VERSION)
    FAULT (info, field, "has no label");
  if (jalon_field_is_reference (field) != (field->none != NULL))
    FAULT (info, field, "has no word for nothing, or refers to nothing");
}

static void
test_types (void)
{
  foreach_field (check_type);
}

/* What a field has while it is unset is canonical, and setting it to that unsets it. */
static void
check_fallback (const JalonKindInfo *info, const JalonField *field)
{
  const char *fallback = jalon_field_get_fallback (field);
  g_autofree char *canonical = jalon_field_canonicalize (field, fallback, NULL);

  if (g_strcmp0 (canonical, "") != 0)
    FAULT (info, field, "has a fallback that is not canonical");
  if (field->fallback != NULL && field->type == JALON_TYPE_CHOICE &&
      strcmp (field->fallback, field->choices[0].nick) == 0)
    FAULT (info, field, "says what it has anyway");
}

static void
test_fallbacks (void)
{
  foreach_field (check_fallback);
}

static void
check_choices (const JalonKindInfo *info, const JalonField *field)
{
  guint n = field->choices != NULL ? jalon_choices_count (field->choices) : 0;

  if (field->choices != NULL && n < 2)
    FAULT (info, field, "is no choice");
  for (guint i = 0; i < n; i++)
    {
      const char *nick = field->choices[i].nick;

      if (nick[0] == '\0' ||
          strspn (nick, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (nick))
        FAULT (info, field, nick);
      if (jalon_choices_find (field->choices, nick) != (int) i)
        FAULT (info, field, "offers a word twice");
      if (field->choices[i].label == NULL || field->choices[i].label[0] == '\0')
        FAULT (info, field, "offers a word without a label");
    }
}

static void
test_choices (void)
{
  foreach_field (check_choices);
  g_assert_cmpuint (jalon_choices_count (jalon_palette), ==, JALON_PALETTE_SIZE);
  g_assert_cmpint (jalon_choices_find (jalon_palette, "mint"), >=, 0);
  g_assert_cmpint (jalon_choices_find (jalon_palette, "beige"), ==, -1);
}

/* The lists are as long as their enumerations: they end with what the enumeration ends with. */
static void
test_enumerations (void)
{
  static const struct
  {
    const JalonChoice *choices;
    int last;
    const char *nick;
  } cases[] = {
    { jalon_category_choices, JALON_CATEGORY_OTHER, "other" },
    { jalon_trait_section_choices, JALON_TRAIT_CHANNELS, "channels" },
    { jalon_source_type_choices, JALON_SOURCE_ECONOMIC, "economic" },
    { jalon_canvas_choices, JALON_CANVAS_GRAY_2017, "gray-2017" },
    { jalon_note_section_choices, JALON_NOTE_HEARS, "hears" },
    { jalon_driver_choices, JALON_DRIVER_BEHAVIOUR, "behaviour" },
    { jalon_confidence_choices, JALON_CONFIDENCE_RESEARCHED, "researched" },
    { jalon_map_layout_choices, JALON_LAYOUT_RINGS, "rings" },
    { jalon_preset_choices, JALON_PRESET_INTEREST, "interest" },
    { jalon_side_choices, JALON_SIDE_OWN, "own" },
    { jalon_disposition_choices, JALON_DISPOSITION_NEGATIVE, "negative" },
    { jalon_ring_choices, JALON_RING_INTERESTING, "interesting" },
    { jalon_relation_type_choices, JALON_RELATION_OWN, "own" },
    { jalon_journey_category_choices, JALON_JOURNEY_RENEWAL, "renewal" },
    { jalon_state_choices, JALON_STATE_TO_BE, "to-be" },
    { jalon_lane_type_choices, JALON_LANE_LINKS, "links" },
    { jalon_scale_choices, JALON_SCALE_OWN, "own" },
    { jalon_phase_choices, JALON_PHASE_AFTER, "after" },
    { jalon_medium_choices, JALON_MEDIUM_MIXED, "mixed" },
    { jalon_device_choices, JALON_DEVICE_DESKTOP, "desktop" },
    { jalon_service_choices, JALON_SERVICE_HUMAN, "human" },
    { jalon_personalisation_choices, JALON_PERSONALISATION_DEEP, "deep" },
    { jalon_channel_choices, JALON_CHANNEL_PARTNER, "partner" },
    { jalon_tone_choices, JALON_TONE_NEGATIVE, "negative" },
    { jalon_origin_choices, JALON_ORIGIN_SURVEY, "survey" },
    { jalon_status_choices, JALON_STATUS_DROPPED, "dropped" },
    { jalon_metric_type_choices, JALON_METRIC_OTHER, "other" },
    { jalon_ces_method_choices, JALON_CES_NET, "net" },
    { jalon_image_type_choices, JALON_IMAGE_JPEG, "jpeg" },
    { jalon_language_choices, JALON_LANGUAGE_ID, "id" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (jalon_choices_count (cases[i].choices), ==, cases[i].last + 1);
      g_assert_cmpint (jalon_choices_find (cases[i].choices, cases[i].nick), ==, cases[i].last);
    }
}

/* Others lay out their tables by these. */
static void
test_numbers (void)
{
  g_assert_cmpuint (jalon_choices_count (jalon_lane_type_choices), ==, JALON_N_LANE_TYPES);
  g_assert_cmpuint (jalon_choices_count (jalon_channel_choices), ==, JALON_N_CHANNELS);
}

/* The choice whose values `when` names as bits: that of the kind, of what holds it, or of the kind
 * it refers to. */
static const JalonField *
find_governor (JalonKind kind, JalonFieldId governor)
{
  const JalonField *row = jalon_kind_get_field (kind, governor);

  for (JalonKind parent = 0; parent < JALON_KIND_UNKNOWN && row == NULL; parent++)
    if (jalon_kind_can_hold (parent, kind))
      row = jalon_kind_get_field (parent, governor);
  if (row != NULL && row->type == JALON_TYPE_REFERENCE)
    return find_governor (row->target, jalon_kind_get_info (row->target)->governor);
  return row;
}

static void
check_when (const JalonKindInfo *info, const JalonField *field)
{
  const JalonField *governor = find_governor (info->kind, info->governor);

  if (field->when == 0)
    return;
  if (governor == NULL || governor->type != JALON_TYPE_CHOICE)
    FAULT (info, field, "has a condition and its kind no governing choice");
  if (jalon_choices_count (governor->choices) > 32 ||
      (guint64) field->when >= G_GUINT64_CONSTANT (1) << jalon_choices_count (governor->choices))
    FAULT (info, field, "waits for a choice that is not there");
  if (governor == field)
    FAULT (info, field, "governs itself");
}

static void
test_conditions (void)
{
  foreach_field (check_when);
  for (JalonKind kind = 0; kind < JALON_N_KINDS; kind++)
    {
      const JalonKindInfo *info = jalon_kind_get_info (kind);

      if (info->governor != JALON_FIELD_NONE)
        g_assert_nonnull (find_governor (kind, info->governor));
    }
}

/* All kinds that another may be or have below it. */
static guint32
get_subtree (JalonKind kind)
{
  guint32 kinds = JALON_KIND_BIT (kind);

  for (JalonKind child = 0; child < JALON_KIND_UNKNOWN; child++)
    if (jalon_kind_can_hold (kind, child))
      kinds |= get_subtree (child);
  return kinds;
}

/* Whether @kind is below each kind that is said to hold it, and below no other. */
static void
test_holders (void)
{
  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    {
      guint32 holders = jalon_kind_find_holders (JALON_KIND_BIT (kind));

      for (JalonKind parent = 0; parent < JALON_KIND_UNKNOWN; parent++)
        {
          gboolean is_below = parent != kind && (get_subtree (parent) & JALON_KIND_BIT (kind)) != 0;

          g_assert_cmpint ((holders & JALON_KIND_BIT (parent)) != 0, ==, is_below);
        }
    }
  g_assert_cmpuint (jalon_kind_find_holders (JALON_KIND_BIT (JALON_KIND_CARD) |
                                             JALON_KIND_BIT (JALON_KIND_NOTE)),
                    ==,
                    JALON_KIND_BIT (JALON_KIND_PROJECT) | JALON_KIND_BIT (JALON_KIND_EMPATHY_MAP) |
                      JALON_KIND_BIT (JALON_KIND_JOURNEY) | JALON_KIND_BIT (JALON_KIND_STAGE) |
                      JALON_KIND_BIT (JALON_KIND_STEP));
}

static void
test_referrers (void)
{
  g_assert_cmpuint (jalon_kind_find_referrers (JALON_KIND_LANE), ==,
                    JALON_KIND_BIT (JALON_KIND_CARD) | JALON_KIND_BIT (JALON_KIND_SCORE));
  g_assert_cmpuint (jalon_kind_find_referrers (JALON_KIND_STAKEHOLDER), ==,
                    JALON_KIND_BIT (JALON_KIND_RELATION));
  g_assert_cmpuint (jalon_kind_find_referrers (JALON_KIND_CARD), ==, 0);
}

static guint32 dying;
static guint32 mortal;

static void
note_cascade (const JalonKindInfo *info, const JalonField *field)
{
  if ((field->flags & JALON_FLAG_CASCADE) == 0)
    return;
  dying |= get_subtree (info->kind);
  mortal |= JALON_KIND_BIT (field->target);
}

/* What dies with another takes nothing with it: jalon_document_remove_all() looks once. */
static void
test_cascades (void)
{
  dying = mortal = 0;
  foreach_field (note_cascade);
  g_assert_cmpuint (dying, !=, 0);
  g_assert_cmphex (dying & mortal, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/schema/kinds", test_kinds);
  g_test_add_func ("/document/schema/tree", test_tree);
  g_test_add_func ("/document/schema/names", test_names);
  g_test_add_func ("/document/schema/order", test_order);
  g_test_add_func ("/document/schema/types", test_types);
  g_test_add_func ("/document/schema/fallbacks", test_fallbacks);
  g_test_add_func ("/document/schema/choices", test_choices);
  g_test_add_func ("/document/schema/enumerations", test_enumerations);
  g_test_add_func ("/document/schema/numbers", test_numbers);
  g_test_add_func ("/document/schema/conditions", test_conditions);
  g_test_add_func ("/document/schema/holders", test_holders);
  g_test_add_func ("/document/schema/referrers", test_referrers);
  g_test_add_func ("/document/schema/cascades", test_cascades);
  return g_test_run ();
}
