/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-persona-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "drawing/jalon-layout-sections.h"

/* Between facts, between groups of them, and between the two labels of a slider */
#define FACT_GAP 12.0
#define GROUP_GAP 28.0
#define LABEL_GAP 16.0

#define TRACK_HEIGHT 4.0
#define TRACK_GAP 8.0
#define KNOB 14.0

/* Before the meaning of a mark */
#define MARK_INDENT (JALON_MARK + 5.0)

/* Thousands are set apart as ISO 80000-1 has it, in every language: a narrow space */
#define THIN_SPACE "\xe2\x80\xaf"

/* What is told of a persona, in this order, as far as it is known. */
static const JalonFieldId facts[] = {
  JALON_FIELD_AGE,       JALON_FIELD_OCCUPATION, JALON_FIELD_PLACE,
  JALON_FIELD_HOUSEHOLD, JALON_FIELD_RANK,
};

typedef struct
{
  JalonLayout *layout;
  JalonElement *persona;
  double x;
  double y;
  double width;
} Column;

static const char *
get_label (Column *column, JalonFieldId field)
{
  return jalon_layout_term (column->layout,
                            jalon_element_get_field (column->persona, field)->label);
}

/* Adds a node below what there is. */
static guint
add (Column *column, JalonNode *node, double gap, int slot)
{
  double y = column->y;

  column->y += jalon_node_get_height (node) + gap;
  return jalon_scene_add (column->layout->scene, node, column->x, y, JALON_LAYER_BODY, slot);
}

/* A label in capitals and what stands below it. */
static void
add_fact (Column *column, JalonFieldId field, const char *value, JalonTextStyle style, double gap)
{
  JalonLayout *self = column->layout;
  const char *label = get_label (column, field);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, value);
  JalonParagraph *first = jalon_layout_set (self, label, JALON_TEXT_CAPITALS, column->width);
  JalonParagraph *second = jalon_layout_set_label (self, value, style, column->width);
  double top = jalon_paragraph_get_height (first) + 1;
  double height = jalon_paragraph_get_height (second);
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (column->persona), field,
                                    column->width, top + height);

  jalon_node_set_label (node, spoken);
  jalon_node_set_editor (node, &(JalonRect){ 0, top, column->width, height }, style);
  jalon_node_add_text (node, first, 0, 0, self->theme->secondary);
  jalon_node_add_text (node, second, 0, top, self->theme->ink);
  add (column, node, gap, -1);
}

static char *
join_tags (JalonElement *persona)
{
  JalonDocument *document = jalon_element_get_document (persona);
  g_auto (GStrv) ids = jalon_element_get_references (persona, JALON_FIELD_TAGS);
  GString *names = g_string_new (NULL);

  for (guint i = 0; document != NULL && ids[i] != NULL; i++)
    {
      JalonElement *tag = jalon_document_lookup (document, ids[i]);

      if (tag == NULL || jalon_element_get_kind (tag) != JALON_KIND_TAG)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              jalon_element_get_title (tag));
    }
  return g_string_free (names, FALSE);
}

static void
add_facts (Column *column)
{
  const char *description = jalon_element_get_text (column->persona, JALON_FIELD_DESCRIPTION);
  g_autofree char *tags = join_tags (column->persona);
  double top = column->y;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *value = jalon_element_get_text (column->persona, facts[i]);

      if (value[0] != '\0')
        add_fact (column, facts[i], value, JALON_TEXT_STRONG, FACT_GAP);
    }
  if (tags[0] != '\0')
    add_fact (column, JALON_FIELD_TAGS, tags, JALON_TEXT_BODY, FACT_GAP);
  if (description[0] != '\0')
    add_fact (column, JALON_FIELD_DESCRIPTION, description, JALON_TEXT_BODY, FACT_GAP);
  if (column->y > top)
    column->y += GROUP_GAP - FACT_GAP;
}

static JalonParagraph *
set_end (JalonLayout *self, const char *text, double width, gboolean is_right)
{
  return jalon_typesetter_set (self->typesetter, text, JALON_TEXT_SMALL, width,
                               jalon_layout_get_align (self, text, is_right));
}

static char *
speak_slider (JalonLayout *self, JalonElement *slider)
{
  double value = jalon_element_get_number (slider, JALON_FIELD_VALUE);
  g_autofree char *number = jalon_layout_number (self, value, 0);

  return g_strdup_printf ("%s – %s: %s", jalon_element_get_text (slider, JALON_FIELD_LEFT),
                          jalon_element_get_text (slider, JALON_FIELD_RIGHT), number);
}

/* Both ends and the track */
static JalonNode *
make_slider (JalonLayout *self, JalonElement *slider, double width)
{
  double label = (width - LABEL_GAP) / 2;
  const char *left = jalon_element_get_text (slider, JALON_FIELD_LEFT);
  const char *right = jalon_element_get_text (slider, JALON_FIELD_RIGHT);
  JalonParagraph *first = set_end (self, left, label, FALSE);
  JalonParagraph *second = set_end (self, right, label, TRUE);
  g_autofree char *spoken = speak_slider (self, slider);
  double labels = MAX (jalon_paragraph_get_height (first), jalon_paragraph_get_height (second));
  double y = labels + TRACK_GAP;
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, jalon_element_get_id (slider),
                                    JALON_FIELD_LEFT, width, y + KNOB / 2 + TRACK_HEIGHT);

  jalon_node_set_label (node, spoken);
  jalon_node_set_editor (node, &(JalonRect){ 0, 0, label, labels }, JALON_TEXT_SMALL);
  jalon_node_add_text (node, first, 0, 0, self->theme->ink);
  jalon_node_add_text (node, second, width - label, 0, self->theme->ink);
  jalon_node_add_box (node, &(JalonRect){ 0, y, width, TRACK_HEIGHT }, TRACK_HEIGHT / 2,
                      self->theme->hairline);
  return node;
}

/* The right end of a slider is edited on its own. */
static JalonNode *
make_right_end (JalonElement *slider, double width, double height)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (slider),
                                    JALON_FIELD_RIGHT, width, height);

  jalon_node_set_label (node, jalon_element_get_text (slider, JALON_FIELD_RIGHT));
  jalon_node_set_editor (node, &(JalonRect){ 0, 0, width, height }, JALON_TEXT_SMALL);
  return node;
}

/* A slot for the knob alone. It has no size: nothing else is dropped there. */
static JalonNode *
make_track (JalonElement *slider, double width, const char *label)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, 0, 0);
  JalonElement *persona = jalon_element_get_parent (slider);
  JalonSlot *slot = jalon_node_make_slot (node, jalon_element_get_id (persona), JALON_KIND_SLIDER,
                                          JALON_FIELD_NONE, NULL);
  const JalonField *field = jalon_element_get_field (slider, JALON_FIELD_VALUE);

  jalon_node_set_label (node, label);
  slot->x_field = JALON_FIELD_VALUE;
  slot->x_min = field->min;
  slot->x_max = field->max;
  slot->plane = (JalonRect){ KNOB / 2, -KNOB / 2, width - KNOB, KNOB };
  return node;
}

/* The knob is dragged along its track. @y: the middle of the track */
static void
add_knob (Column *column, JalonElement *slider, JalonColour colour, double y)
{
  JalonLayout *self = column->layout;
  double share = jalon_element_get_number (slider, JALON_FIELD_VALUE) / 100;
  g_autofree char *spoken = speak_slider (self, slider);
  JalonNode *node = jalon_node_new (JALON_ROLE_POINT, jalon_element_get_id (slider),
                                    JALON_FIELD_VALUE, KNOB, KNOB);
  guint track = jalon_scene_add (self->scene, make_track (slider, column->width, spoken), column->x,
                                 y, JALON_LAYER_BODY, -1);

  jalon_node_set_label (node, spoken);
  jalon_node_add_box (node, &(JalonRect){ 0, 0, KNOB, KNOB }, KNOB / 2, colour);
  jalon_scene_add (self->scene, node, column->x + share * (column->width - KNOB), y - KNOB / 2,
                   JALON_LAYER_BODY, (int) track);
}

static void
add_slider (Column *column, JalonElement *slider, JalonColour colour, int slot)
{
  JalonLayout *self = column->layout;
  JalonNode *node = jalon_layout_recall (self, slider, NULL, column->width, 0);
  double label = (column->width - LABEL_GAP) / 2, y = column->y;
  JalonNode *right;
  double middle;

  if (node == NULL)
    {
      node = make_slider (self, slider, column->width);
      jalon_layout_remember (self, slider, NULL, column->width, 0, node);
    }
  right = make_right_end (slider, label, jalon_node_get_height (node) - KNOB - TRACK_GAP / 2);
  middle = y + jalon_node_get_height (node) - KNOB / 2 - TRACK_HEIGHT / 2;
  add (column, node, FACT_GAP, slot);
  jalon_scene_add (self->scene, right, column->x + column->width - label, y, JALON_LAYER_BODY, -1);
  add_knob (column, slider, colour, middle);
}

static char *
group_digits (double number)
{
  g_autofree char *digits = g_strdup_printf ("%.0f", number);
  gsize length = strlen (digits);
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (grouped, THIN_SPACE);
      g_string_append_c (grouped, digits[i]);
    }
  return g_string_free (grouped, FALSE);
}

/* "qualitative · 12 people · 2025-11-18" */
static char *
get_source_line (JalonLayout *self, JalonElement *source)
{
  g_autofree char *type = jalon_layout_lower (jalon_layout_choice (self, source, JALON_FIELD_TYPE));
  double people = jalon_element_get_number (source, JALON_FIELD_PEOPLE);
  GString *words = g_string_new (type);

  if (people == 1)
    jalon_layout_join (words, jalon_layout_term (self, N_ ("1 person")));
  else if (jalon_element_has (source, JALON_FIELD_PEOPLE))
    {
      g_autofree char *number = group_digits (people);
      g_autofree char *part = g_strdup_printf (jalon_layout_term (self, N_ ("%s people")), number);

      jalon_layout_join (words, part);
    }
  jalon_layout_join (words, jalon_element_get_text (source, JALON_FIELD_DATE));
  return g_string_free (words, FALSE);
}

static JalonNode *
make_source (JalonLayout *self, JalonElement *source, double width)
{
  const char *text = jalon_element_get_title (source);
  g_autofree char *line = get_source_line (self, source);
  JalonParagraph *first = jalon_layout_set_label (self, text, JALON_TEXT_BODY, width);
  JalonParagraph *second = jalon_layout_set (self, line, JALON_TEXT_SMALL, width);
  double top = jalon_paragraph_get_height (first);
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, jalon_element_get_id (source),
                                    JALON_FIELD_TEXT, width,
                                    top + jalon_paragraph_get_height (second));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", text, line);

  jalon_node_set_label (node, spoken);
  jalon_node_set_editor (node, &(JalonRect){ 0, 0, width, top }, JALON_TEXT_BODY);
  jalon_node_add_text (node, first, 0, 0, self->theme->ink);
  jalon_node_add_text (node, second, 0, top, self->theme->secondary);
  return node;
}

static void
add_source (Column *column, JalonElement *source, int slot)
{
  JalonNode *node = jalon_layout_recall (column->layout, source, NULL, column->width, 0);

  if (node == NULL)
    {
      node = make_source (column->layout, source, column->width);
      jalon_layout_remember (column->layout, source, NULL, column->width, 0, node);
    }
  add (column, node, FACT_GAP, slot);
}

gboolean
jalon_persona_has_kind (JalonElement *persona, JalonKind kind)
{
  for (guint i = 0; i < jalon_element_get_n_children (persona); i++)
    if (jalon_element_get_kind (jalon_element_get_child (persona, i)) == kind)
      return TRUE;
  return FALSE;
}

/* The place of all elements of a kind, with its name in capitals or without one. */
static guint
add_slot (Column *column, JalonKind kind, const char *label, gboolean is_titled)
{
  JalonLayout *self = column->layout;
  double height = is_titled ? 20 : 1;
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, column->width, height);

  jalon_node_set_label (node, label);
  jalon_node_make_slot (node, jalon_element_get_id (column->persona), kind, JALON_FIELD_NONE, NULL);
  if (is_titled)
    jalon_layout_put (self, node, label, JALON_TEXT_CAPITALS, 0, 0, column->width,
                      self->theme->secondary);
  return add (column, node, 0, -1);
}

static void
add_kind (Column *column, JalonKind kind, const char *label, gboolean is_titled)
{
  JalonColour colour = jalon_layout_get_series (column->layout, column->persona);
  guint slot;

  if (!jalon_persona_has_kind (column->persona, kind))
    return;
  slot = add_slot (column, kind, label, is_titled);
  for (guint i = 0; i < jalon_element_get_n_children (column->persona); i++)
    {
      JalonElement *child = jalon_element_get_child (column->persona, i);

      if (jalon_element_get_kind (child) != kind)
        continue;
      if (kind == JALON_KIND_SLIDER)
        add_slider (column, child, colour, (int) slot);
      else
        add_source (column, child, (int) slot);
    }
  column->y += GROUP_GAP - FACT_GAP;
}

/**
 * jalon_persona_add_facts:
 * @self: a layout at work
 * @persona: a persona
 * @is_sparse: whether the sheet still asks for more
 * @x: the left edge
 * @y: the top edge
 * @width: of the column, in canvas units
 *
 * Adds what is known of a persona: facts, sliders and evidence.
 *
 * Returns: the y below
 */
double
jalon_persona_add_facts (JalonLayout *self,
                         JalonElement *persona,
                         gboolean is_sparse,
                         double x,
                         double y,
                         double width)
{
  Column column = { self, persona, x, y, width };

  add_facts (&column);
  add_kind (&column, JALON_KIND_SLIDER, jalon_layout_term (self, N_ ("Sliders")), FALSE);
  add_kind (&column, JALON_KIND_SOURCE, jalon_layout_term (self, N_ ("Evidence")), TRUE);
  if (column.y == y && is_sparse)
    {
      const char *words = jalon_layout_term (self,
                                             N_ ("Age, work, home: what makes this a person?"));
      JalonNode *ghost = jalon_layout_make_ghost (self, words, width, 0);

      /* The answers are several fields, which are offered below. */
      jalon_node_set_target (ghost, JALON_TARGET_NONE, &(JalonRect){ 0 });
      add (&column, ghost, GROUP_GAP, -1);
    }
  return MAX (y, column.y - GROUP_GAP);
}

/**
 * jalon_persona_add_offers:
 * @self: a layout at work
 * @persona: a persona
 * @is_sparse: whether the sheet still asks for more elsewhere
 * @x: the left edge
 * @y: the top edge
 * @width: of the column, in canvas units
 *
 * Offers to tell what is not known of a persona.
 *
 * Returns: the y below
 */
double
jalon_persona_add_offers (JalonLayout *self,
                          JalonElement *persona,
                          gboolean is_sparse,
                          double x,
                          double y,
                          double width)
{
  JalonFieldId fields[G_N_ELEMENTS (facts) + 2];
  guint n = G_N_ELEMENTS (facts);

  memcpy (fields, facts, sizeof facts);
  fields[n++] = JALON_FIELD_DESCRIPTION;
  if (!is_sparse)
    fields[n++] = JALON_FIELD_QUOTE;
  return jalon_persona_offer_facts (self, persona, fields, n, &(JalonRect){ x, y, width, 0 });
}

/**
 * jalon_persona_add_marks:
 * @self: a layout at work
 * @x: the left edge
 * @y: the top edge
 * @width: where it wraps, in canvas units
 *
 * Says what the marks before notes mean.
 *
 * Returns: the y below
 */
double
jalon_persona_add_marks (JalonLayout *self, double x, double y, double width)
{
  static const JalonConfidence order[] = { JALON_CONFIDENCE_RESEARCHED, JALON_CONFIDENCE_PARTLY,
                                           JALON_CONFIDENCE_ASSUMED };
  double left = 0, top = y;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *words =
        jalon_layout_lower (jalon_layout_term (self, jalon_confidence_choices[order[i]].label));
      JalonParagraph *text = jalon_layout_set (self, words, JALON_TEXT_SMALL, -1);
      double entry = MARK_INDENT + ceil (jalon_paragraph_get_width (text));
      double height = jalon_paragraph_get_height (text);
      JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, entry,
                                        height);

      if (left > 0 && left + entry > width)
        {
          left = 0;
          top += height + JALON_GRID / 2;
        }
      jalon_node_add_icon (node, jalon_icon_of_confidence (order[i]), 0, (height - JALON_MARK) / 2,
                           JALON_MARK, self->theme->secondary);
      jalon_node_add_text (node, text, MARK_INDENT, 0, self->theme->secondary);
      jalon_scene_add (self->scene, node, x + left, top, JALON_LAYER_BODY, -1);
      left += entry + LABEL_GAP;
      y = top + height;
    }
  return y;
}
