/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PILL_HEIGHT 40.0
#define PILL_PADDING 10.0
#define PILL_END 16.0
#define MARK_SIZE 20.0
#define MARK_GAP 8.0
#define PORTRAIT 24.0

/* A name stays on one line up to here */
#define NAME_WIDTH 168.0

/* A block of text is so many times wider than high, up to a width */
#define BLOCK_RATIO 5.0
#define BLOCK_MOST 420.0

#define GHOST_PADDING 14.0
#define GHOST_HEIGHT 32.0

#define LEGEND_GAP 24.0
#define SWATCH_WIDTH 36.0

/* States of memory, for a stakeholder has several nodes */
enum
{
  PILL,
  GHOST,
};

static void
clear_person (gpointer data)
{
  JalonPerson *person = data;

  g_clear_pointer (&person->pill, jalon_node_unref);
  g_clear_pointer (&person->ghost, jalon_node_unref);
}

/**
 * jalon_people_new:
 * @self: a layout at work
 * @map: a stakeholder map
 *
 * Makes the pills of the stakeholders of a map, in their order.
 *
 * Returns: (element-type JalonPerson) (transfer full): the stakeholders, nowhere yet
 */
GArray *
jalon_people_new (JalonLayout *self, JalonElement *map)
{
  GArray *people = g_array_new (FALSE, TRUE, sizeof (JalonPerson));

  g_array_set_clear_func (people, clear_person);
  for (guint i = 0; i < jalon_element_get_n_children (map); i++)
    {
      JalonElement *child = jalon_element_get_child (map, i);
      JalonPerson person = { .element = child };

      if (jalon_element_get_kind (child) != JALON_KIND_STAKEHOLDER)
        continue;
      person.pill = jalon_people_make_pill (self, child);
      person.rect.width = jalon_node_get_width (person.pill);
      person.rect.height = jalon_node_get_height (person.pill);
      g_array_append_val (people, person);
    }
  return people;
}

static JalonColour
get_disposition_colour (JalonLayout *self, JalonDisposition disposition)
{
  static const int series[] = {
    [JALON_DISPOSITION_NEUTRAL] = -1,
    [JALON_DISPOSITION_POSITIVE] = 2,
    [JALON_DISPOSITION_NEGATIVE] = 1,
  };

  return series[disposition] >= 0 ? self->theme->series[series[disposition]]
                                  : self->theme->secondary;
}

/* The sign of a disposition on its colour, drawn rather than written so that it sits in the middle:
 * plus, minus, or a ring for neither. */
static void
add_mark (JalonLayout *self, JalonNode *node, JalonDisposition disposition, double x, double y)
{
  JalonColour ground = get_disposition_colour (self, disposition);
  JalonColour ink = jalon_theme_get_ink_on (self->theme, ground);
  double middle = MARK_SIZE / 2, arm = 4.5;
  JalonPrimitive *ring;

  jalon_node_add_box (node, &(JalonRect){ x, y, MARK_SIZE, MARK_SIZE }, middle, ground);
  if (disposition == JALON_DISPOSITION_NEUTRAL)
    {
      ring = jalon_node_add_box (node, &(JalonRect){ x + middle - 3, y + middle - 4, 6, 8 }, 3,
                                 (JalonColour){ 0 });
      ring->stroke = ink;
      ring->line_width = 2;
      return;
    }
  jalon_node_add_line (node, x + middle - arm, y + middle, x + middle + arm, y + middle, 2, ink);
  if (disposition == JALON_DISPOSITION_POSITIVE)
    jalon_node_add_line (node, x + middle, y + middle - arm, x + middle, y + middle + arm, 2, ink);
}

/**
 * jalon_people_set_compact:
 * @self: a layout at work
 * @text: a text
 * @style: its style
 * @narrow: how wide one line may be, in canvas units
 *
 * Sets a text on one line if it is short; a long one becomes a block rather than a tower.
 *
 * Returns: (transfer full): the text laid out
 */
JalonParagraph *
jalon_people_set_compact (JalonLayout *self, const char *text, JalonTextStyle style, double narrow)
{
  JalonParagraph *paragraph = jalon_layout_set (self, text, style, -1);
  double width = jalon_paragraph_get_width (paragraph);
  double height = jalon_paragraph_get_height (paragraph);

  if (width <= narrow && height < 2 * PILL_HEIGHT / 3)
    return paragraph;
  jalon_paragraph_unref (paragraph);
  width = CLAMP (sqrt (width * height * BLOCK_RATIO), narrow, BLOCK_MOST);
  return jalon_layout_set (self, text, style, width);
}

static JalonParagraph *
set_name (JalonLayout *self, const char *text, JalonTextStyle style)
{
  return jalon_people_set_compact (self, text, style, NAME_WIDTH);
}

static char *
get_second_line (JalonElement *stakeholder)
{
  GString *words = g_string_new (NULL);

  jalon_layout_join (words, jalon_element_get_text (stakeholder, JALON_FIELD_ROLE));
  jalon_layout_join (words, jalon_element_get_text (stakeholder, JALON_FIELD_ORGANISATION));
  return g_string_free (words, FALSE);
}

static JalonColour
get_ground (JalonLayout *self, JalonElement *stakeholder)
{
  const char *own = jalon_element_get_text (stakeholder, JALON_FIELD_COLOUR);

  return own[0] != '\0' ? jalon_theme_get_note (self->theme, own) : self->theme->card;
}

static void
add_ground (JalonLayout *self, JalonNode *node, JalonColour ground)
{
  double width = jalon_node_get_width (node), height = jalon_node_get_height (node);
  JalonPrimitive *box = jalon_node_add_box (node, &(JalonRect){ 0.5, 0.5, width - 1, height - 1 },
                                            MIN (height, PILL_HEIGHT) / 2 - 0.5, ground);

  box->stroke = jalon_theme_get_edge (self->theme, ground);
  box->line_width = 1;
}

static void
set_pill_label (JalonLayout *self, JalonNode *node, JalonElement *stakeholder, const char *second)
{
  g_autoptr (GString) label = g_string_new (jalon_element_get_title (stakeholder));

  if (second[0] != '\0')
    g_string_append_printf (label, ", %s", second);
  g_string_append_printf (label, ", %s",
                          jalon_layout_choice (self, stakeholder, JALON_FIELD_DISPOSITION));
  jalon_node_set_label (node, label->str);
}

static JalonNode *
make_pill (JalonLayout *self, JalonElement *stakeholder)
{
  JalonElement *persona = jalon_document_follow (stakeholder, JALON_FIELD_PERSONA);
  const char *name = jalon_element_get_title (stakeholder);
  gboolean is_named = name[0] != '\0';
  g_autofree char *words = get_second_line (stakeholder);
  JalonParagraph *first;
  g_autoptr (JalonParagraph) second = set_name (self, words, JALON_TEXT_SMALL);
  JalonColour ground = get_ground (self, stakeholder);
  double second_height = words[0] != '\0' ? jalon_paragraph_get_height (second) : 0;
  double left = PILL_PADDING + MARK_SIZE + MARK_GAP, first_height, text, y, height, width;
  JalonNode *node;

  first = set_name (self, is_named ? name : jalon_layout_term (self, N_ ("Who?")),
                    JALON_TEXT_STRONG);
  first_height = jalon_paragraph_get_height (first);
  text = MAX (jalon_paragraph_get_width (first),
              words[0] != '\0' ? jalon_paragraph_get_width (second) : 0);
  width = ceil (left + text + PILL_END + (persona != NULL ? PORTRAIT : 0));
  height = ceil (MAX (PILL_HEIGHT, first_height + second_height + 12));
  y = (height - first_height - second_height) / 2;

  node = jalon_node_new (JALON_ROLE_CARD, jalon_element_get_id (stakeholder), JALON_FIELD_NAME,
                         width, height);
  set_pill_label (self, node, stakeholder, words);
  jalon_node_set_editor (node, &(JalonRect){ left, y, text, first_height }, JALON_TEXT_STRONG);
  add_ground (self, node, ground);
  add_mark (self, node, jalon_element_get_choice (stakeholder, JALON_FIELD_DISPOSITION),
            PILL_PADDING, (height - MARK_SIZE) / 2);
  jalon_node_add_text (node, first, left, y,
                       is_named ? jalon_theme_get_ink_on (self->theme, ground)
                                : jalon_layout_get_shade (self, ground));
  if (words[0] != '\0')
    jalon_node_add_text (node, g_steal_pointer (&second), left, y + first_height,
                         jalon_layout_get_shade (self, ground));
  if (persona != NULL)
    jalon_layout_add_portrait (self, node, persona, width - PORTRAIT - PILL_PADDING + 2,
                               (height - PORTRAIT) / 2, PORTRAIT);
  return node;
}

/**
 * jalon_people_make_pill:
 * @self: a layout at work
 * @stakeholder: a stakeholder
 *
 * Makes the pill of a stakeholder: disposition, name, role and organisation, portrait.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_people_make_pill (JalonLayout *self, JalonElement *stakeholder)
{
  JalonElement *persona = jalon_document_follow (stakeholder, JALON_FIELD_PERSONA);
  guint64 state = jalon_layout_hash_portrait (self, persona, PILL);
  JalonNode *node = jalon_layout_recall (self, stakeholder, NULL, 0, state);

  if (node == NULL)
    {
      node = make_pill (self, stakeholder);
      jalon_layout_remember (self, stakeholder, NULL, 0, state, node);
    }
  return node;
}

static JalonNode *
make_ghost (JalonLayout *self, JalonElement *stakeholder)
{
  const char *name = jalon_element_get_title (stakeholder);
  JalonParagraph *text = set_name (self, name, JALON_TEXT_SMALL);
  double width = ceil (jalon_paragraph_get_width (text) + 2 * GHOST_PADDING);
  double height = ceil (MAX (GHOST_HEIGHT, jalon_paragraph_get_height (text) + 12));
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, jalon_element_get_id (stakeholder),
                                    JALON_FIELD_NONE, width, height);
  JalonPrimitive *box;

  box = jalon_node_add_box (node, &(JalonRect){ 1, 1, width - 2, height - 2 },
                            MIN (height, GHOST_HEIGHT) / 2 - 1,
                            jalon_colour_with_alpha (self->theme->paper, 0.75));
  box->stroke = self->theme->accent;
  box->line_width = 1.5;
  box->line_style = JALON_LINE_DASHED;
  jalon_node_add_text (node, text, GHOST_PADDING, (height - jalon_paragraph_get_height (text)) / 2,
                       self->theme->secondary);
  return node;
}

/**
 * jalon_people_make_ghost:
 * @self: a layout at work
 * @stakeholder: a stakeholder
 *
 * Makes what stands where one would like to have a stakeholder: a dashed pill with the name.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_people_make_ghost (JalonLayout *self, JalonElement *stakeholder)
{
  JalonNode *node = jalon_layout_recall (self, stakeholder, NULL, 0, GHOST);

  if (node == NULL)
    {
      node = make_ghost (self, stakeholder);
      jalon_layout_remember (self, stakeholder, NULL, 0, GHOST, node);
    }
  return node;
}

void
jalon_people_add_ghosts (JalonLayout *self, GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      JalonPerson *person = &g_array_index (people, JalonPerson, i);

      if (person->ghost != NULL)
        jalon_scene_add (self->scene, jalon_node_ref (person->ghost), person->ghost_rect.x,
                         person->ghost_rect.y, JALON_LAYER_BODY, -1);
    }
}

/**
 * jalon_people_add_pills:
 * @self: a layout at work
 * @people: (element-type JalonPerson): where everybody is
 * @slots: (array length=n_slots): the items of the regions, in the order in which they are read
 * @n_slots: how many
 *
 * Adds the pills, region by region.
 */
void
jalon_people_add_pills (JalonLayout *self, GArray *people, const guint *slots, guint n_slots)
{
  for (guint region = 0; region < n_slots; region++)
    for (guint i = 0; i < people->len; i++)
      {
        JalonPerson *person = &g_array_index (people, JalonPerson, i);

        if (person->region == region)
          jalon_scene_add (self->scene, jalon_node_ref (person->pill), person->rect.x,
                           person->rect.y, JALON_LAYER_BODY, (int) slots[region]);
      }
}

static gboolean
has_disposition (GArray *people, JalonDisposition disposition)
{
  for (guint i = 0; i < people->len; i++)
    {
      JalonElement *element = g_array_index (people, JalonPerson, i).element;

      if (jalon_element_get_choice (element, JALON_FIELD_DISPOSITION) == (int) disposition)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_ghost (GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, JalonPerson, i).ghost != NULL)
      return TRUE;
  return FALSE;
}

/* Adds one sign and what it means; gives where the next one may begin. */
static JalonPoint
add_entry (JalonLayout *self, int disposition, const char *words, JalonPoint at, JalonRect within)
{
  double sign = disposition >= 0 ? MARK_SIZE : SWATCH_WIDTH;
  JalonParagraph *text = jalon_layout_set (self, words, JALON_TEXT_SMALL, -1);
  double width = sign + MARK_GAP + jalon_paragraph_get_width (text);
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width,
                                    MARK_SIZE);

  if (disposition >= 0)
    add_mark (self, node, disposition, 0, 0);
  else
    {
      JalonPrimitive *box = jalon_node_add_box (node, &(JalonRect){ 1, 3, sign - 2, MARK_SIZE - 6 },
                                                MARK_SIZE / 2 - 3, (JalonColour){ 0 });

      box->stroke = self->theme->accent;
      box->line_width = 1.5;
      box->line_style = JALON_LINE_DASHED;
    }
  jalon_node_add_text (node, text, sign + MARK_GAP,
                       (MARK_SIZE - jalon_paragraph_get_height (text)) / 2, self->theme->secondary);
  if (at.x > within.x && at.x + width > within.x + within.width)
    at = (JalonPoint){ within.x, at.y + MARK_SIZE + JALON_GRID };
  jalon_scene_add (self->scene, node, at.x, at.y, JALON_LAYER_BODY, -1);
  return (JalonPoint){ at.x + width + LEGEND_GAP, at.y };
}

/**
 * jalon_people_add_legend:
 * @self: a layout at work
 * @people: (element-type JalonPerson): stakeholders
 * @x: the left edge
 * @y: the top edge
 * @width: where it wraps, in canvas units
 *
 * Says what the signs mean that occur on a map.
 *
 * Returns: the y below it
 */
double
jalon_people_add_legend (JalonLayout *self, GArray *people, double x, double y, double width)
{
  static const JalonDisposition order[] = { JALON_DISPOSITION_POSITIVE, JALON_DISPOSITION_NEUTRAL,
                                            JALON_DISPOSITION_NEGATIVE };
  JalonRect within = { x, y, width, 0 };
  JalonPoint at = { x, y };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (has_disposition (people, order[i]))
      at = add_entry (self, order[i],
                      jalon_layout_term (self, jalon_disposition_choices[order[i]].label), at,
                      within);
  if (has_ghost (people))
    at = add_entry (self, -1, jalon_layout_term (self, N_ ("Desired position")), at, within);
  return at.x > x ? at.y + MARK_SIZE : y;
}
