/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

#define COLLAPSED_HEIGHT 32.0
#define NAME_SPACING 16.0
#define SCALE_WIDTH 40.0
#define ICON_SIZE 14.0
#define ICON_SPACE 22.0

/* Where the name begins below the top of a lane, so that it stands on the line of the cards. */
#define NAME_BESIDE_NOTES 18.0
#define NAME_BESIDE_PILLS 11.0
#define NAME_BESIDE_CURVES 16.0

/* clang-format off */
static const JalonLaneStyle styles[] = {
  [JALON_LANE_TEXT] = { JALON_FORM_TEXT, "plain", JALON_ZONE_ANY, "",
                        N_ ("What is there to say?") },
  [JALON_LANE_CARDS] = { JALON_FORM_NOTE, "plain", JALON_ZONE_ANY, "",
                         N_ ("What is there to say?") },
  [JALON_LANE_ACTIONS] = { JALON_FORM_NOTE, "plain", JALON_ZONE_CUSTOMER, N_ ("observed"),
                           N_ ("What do they do here?") },
  [JALON_LANE_THOUGHTS] = { JALON_FORM_NOTE, "yellow", JALON_ZONE_CUSTOMER, N_ ("inferred"),
                            N_ ("What goes through their mind?") },
  [JALON_LANE_GOALS] = { JALON_FORM_NOTE, "orange", JALON_ZONE_CUSTOMER,
                         N_ ("what they want to reach"), N_ ("What do they want to reach?") },
  [JALON_LANE_QUESTIONS] = { JALON_FORM_NOTE, "lilac", JALON_ZONE_CUSTOMER,
                             N_ ("what they ask"), N_ ("What do they ask themselves?") },
  [JALON_LANE_EMOTION] = { JALON_FORM_CURVE, "plain", JALON_ZONE_CUSTOMER, "",
                           N_ ("How does it feel?") },
  [JALON_LANE_ARC] = { JALON_FORM_ARC, "plain", JALON_ZONE_CUSTOMER, N_ ("rhythm, not mood"),
                       N_ ("How engaging is it?") },
  [JALON_LANE_TOUCHPOINTS] = { JALON_FORM_PILL, "plain", JALON_ZONE_CUSTOMER,
                               N_ ("where we meet"), N_ ("Where do we meet?") },
  [JALON_LANE_IMAGES] = { JALON_FORM_PICTURE, "plain", JALON_ZONE_CUSTOMER,
                          N_ ("what they see"), N_ ("What do they see?") },
  [JALON_LANE_STORYBOARD] = { JALON_FORM_FRAME, "plain", JALON_ZONE_CUSTOMER,
                              N_ ("the story in pictures"), N_ ("What would a comic show?") },
  [JALON_LANE_FEEDBACK] = { JALON_FORM_FEEDBACK, "plain", JALON_ZONE_ANY,
                            N_ ("in their own words"), N_ ("What did they tell us?") },
  [JALON_LANE_METRICS] = { JALON_FORM_METRIC, "plain", JALON_ZONE_ANY,
                           N_ ("what we measure"), N_ ("What do we measure?") },
  [JALON_LANE_PAINS] = { JALON_FORM_VALUED, "rose", JALON_ZONE_ANY, N_ ("what hurts"),
                         N_ ("What hurts?") },
  [JALON_LANE_GAINS] = { JALON_FORM_VALUED, "mint", JALON_ZONE_ANY, N_ ("what delights"),
                         N_ ("What delights?") },
  [JALON_LANE_OPPORTUNITIES] = { JALON_FORM_VALUED, "mint", JALON_ZONE_ANY,
                                 N_ ("value · effort"), N_ ("What could be better?") },
  [JALON_LANE_IDEAS] = { JALON_FORM_VALUED, "lilac", JALON_ZONE_ANY, N_ ("value · effort"),
                         N_ ("What if …?") },
  [JALON_LANE_FRONTSTAGE] = { JALON_FORM_NOTE, "sky", JALON_ZONE_FRONTSTAGE,
                              N_ ("what they see us do"), N_ ("What do they see us do?") },
  [JALON_LANE_BACKSTAGE] = { JALON_FORM_NOTE, "sky", JALON_ZONE_BACKSTAGE, N_ ("out of sight"),
                             N_ ("What do we do out of sight?") },
  [JALON_LANE_SUPPORT] = { JALON_FORM_NOTE, "lilac", JALON_ZONE_SUPPORT,
                           N_ ("what others do for us"), N_ ("Who helps us here?") },
  [JALON_LANE_SYSTEMS] = { JALON_FORM_NOTE, "plain", JALON_ZONE_SUPPORT, N_ ("what it runs on"),
                           N_ ("What does it run on?") },
  [JALON_LANE_EVIDENCE] = { JALON_FORM_NOTE, "orange", JALON_ZONE_CUSTOMER,
                            N_ ("what they can touch"), N_ ("What can they touch or keep?") },
  [JALON_LANE_LINKS] = { JALON_FORM_LINK, "plain", JALON_ZONE_ANY,
                         N_ ("behind the step"), N_ ("Which journey is behind this step?") },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (styles) == JALON_N_LANE_TYPES);

static void
add_row (JalonJourney *self, JalonElement *lane)
{
  JalonLaneType type = lane != NULL
                         ? (JalonLaneType) jalon_element_get_choice (lane, JALON_FIELD_TYPE)
                         : JALON_LANE_CARDS;
  JalonRow row = {
    .element = lane,
    .type = type,
    .style = &styles[type],
    .is_collapsed = lane != NULL && jalon_element_get_flag (lane, JALON_FIELD_COLLAPSED),
  };

  g_array_append_val (self->rows, row);
  if (lane != NULL)
    g_hash_table_insert (self->rows_by_id, (gpointer) jalon_element_get_id (lane),
                         GUINT_TO_POINTER (self->rows->len));
}

static gboolean
is_shown (JalonJourney *self, JalonElement *lane, gboolean pinned)
{
  return jalon_element_get_kind (lane) == JALON_KIND_LANE &&
         jalon_element_get_flag (lane, JALON_FIELD_PINNED) == pinned &&
         !jalon_element_get_flag (lane, JALON_FIELD_HIDDEN) &&
         self->rows->len < JALON_JOURNEY_MAX_LANES;
}

/**
 * jalon_journey_find_rows:
 * @self: a journey
 *
 * Finds the lanes that are shown, the pinned ones first.
 */
void
jalon_journey_find_rows (JalonJourney *self)
{
  guint n_children = jalon_element_get_n_children (self->map);

  for (guint i = 0; i < n_children; i++)
    {
      JalonElement *lane = jalon_element_get_child (self->map, i);

      if (jalon_element_get_kind (lane) != JALON_KIND_LANE)
        continue;
      g_hash_table_insert (self->rows_by_id, (gpointer) jalon_element_get_id (lane), NULL);
      self->n_hidden += jalon_element_get_flag (lane, JALON_FIELD_HIDDEN);
    }
  for (int pinned = TRUE; pinned >= FALSE; pinned--)
    for (guint i = 0; i < n_children; i++)
      {
        JalonElement *lane = jalon_element_get_child (self->map, i);

        if (is_shown (self, lane, pinned))
          add_row (self, lane);
      }
}

/**
 * jalon_journey_find_row:
 * @self: a journey with its rows
 * @lane: the id of a lane; may be empty or unknown
 *
 * Finds the row in which a card is drawn. Cards that have lost their lane get a row at the bottom,
 * for nothing that is in the file may be lost from sight.
 *
 * Returns: (transfer none) (nullable): the row; %NULL if the lane is hidden
 */
JalonRow *
jalon_journey_find_row (JalonJourney *self, const char *lane)
{
  gpointer place;

  if (g_hash_table_lookup_extended (self->rows_by_id, lane, NULL, &place))
    return place != NULL ? JALON_ROW (self, GPOINTER_TO_UINT (place) - 1) : NULL;
  if (self->rows->len == 0 || JALON_ROW (self, self->rows->len - 1)->element != NULL)
    add_row (self, NULL);
  return JALON_ROW (self, self->rows->len - 1);
}

const char *
jalon_journey_get_lane_title (JalonJourney *self, const JalonRow *row)
{
  if (row->element == NULL)
    return jalon_layout_term (self->layout, N_ ("Without lane"));
  if (jalon_element_has (row->element, JALON_FIELD_TITLE))
    return jalon_element_get_text (row->element, JALON_FIELD_TITLE);
  return jalon_layout_choice (self->layout, row->element, JALON_FIELD_TYPE);
}

JalonColour
jalon_journey_get_lane_colour (JalonJourney *self, const JalonRow *row)
{
  const char *own = row->element != NULL ? jalon_element_get_text (row->element, JALON_FIELD_COLOUR)
                                         : "";

  return jalon_theme_get_note (self->layout->theme, own[0] != '\0' ? own : row->style->colour);
}

/* What stands below the name of a lane; a scale says it by itself. */
static const char *
get_hint (JalonJourney *self, const JalonRow *row)
{
  const char *own = row->element != NULL ? jalon_element_get_text (row->element, JALON_FIELD_HINT)
                                         : "";

  if (own[0] != '\0')
    return own;
  if (row->style->form == JALON_FORM_CURVE &&
      jalon_element_get_choice (row->element, JALON_FIELD_SCALE) != JALON_SCALE_OWN)
    return jalon_layout_choice (self->layout, row->element, JALON_FIELD_SCALE);
  return row->style->hint[0] != '\0' ? jalon_layout_term (self->layout, row->style->hint) : "";
}

static double
get_name_top (const JalonRow *row)
{
  if (row->is_collapsed)
    return (COLLAPSED_HEIGHT - 18) / 2;
  switch (row->style->form)
    {
    case JALON_FORM_PILL:
      return NAME_BESIDE_PILLS;
    case JALON_FORM_PICTURE:
    case JALON_FORM_FRAME:
      return JALON_CELL_PADDING;
    case JALON_FORM_CURVE:
    case JALON_FORM_ARC:
      return NAME_BESIDE_CURVES;
    case JALON_FORM_NOTE:
    case JALON_FORM_TEXT:
    case JALON_FORM_VALUED:
    case JALON_FORM_FEEDBACK:
    case JALON_FORM_METRIC:
    case JALON_FORM_LINK:
    default:
      return NAME_BESIDE_NOTES;
    }
}

/* The number of cards in a lane that does not show them. */
static char *
make_count (const JalonRow *row)
{
  return row->is_collapsed && row->n_contents > 0 ? g_strdup_printf ("%u", row->n_contents)
                                                  : g_strdup ("");
}

static double
get_name_width (const JalonRow *row)
{
  gboolean has_scale = row->style->form >= JALON_FORM_CURVE && !row->is_collapsed;

  return JALON_LANE_COLUMN - ICON_SPACE - NAME_SPACING -
         (has_scale || row->is_collapsed ? SCALE_WIDTH : 0);
}

/**
 * jalon_journey_measure_lane:
 * @self: a journey
 * @row: a lane
 *
 * Returns: the height that the name of a lane and its hint need, in canvas units
 */
double
jalon_journey_measure_lane (JalonJourney *self, const JalonRow *row)
{
  double width = get_name_width (row);
  g_autoptr (JalonParagraph)
    name = jalon_layout_set (self->layout, jalon_journey_get_lane_title (self, row),
                             JALON_TEXT_STRONG, width);
  g_autoptr (JalonParagraph)
    hint = jalon_layout_set (self->layout, get_hint (self, row), JALON_TEXT_SMALL, width);
  double height = get_name_top (row) + jalon_paragraph_get_height (name);

  if (row->is_collapsed)
    return MAX (COLLAPSED_HEIGHT, height + JALON_CELL_PADDING);
  if (get_hint (self, row)[0] != '\0')
    height += jalon_paragraph_get_height (hint);
  return height + JALON_CELL_PADDING;
}

static const char *
get_first_prompt (JalonJourney *self)
{
  return jalon_layout_term (self->layout,
                            N_ ("The first lane: touchpoints, thoughts, feelings, pains?"));
}

static void
add_line (JalonJourney *self, const char *name, double *y)
{
  JalonLine line = { name, *y, jalon_journey_measure_line (self, name) };

  g_array_append_val (self->lines, line);
  *y += line.height;
}

static guint64
hash_shape (const JalonRow *row)
{
  const double sizes[] = { row->height, row->plane_top, row->plane_height };

  return jalon_layout_hash (0, sizes, sizeof sizes);
}

/**
 * jalon_journey_place_rows:
 * @self: a journey with its rows filled
 *
 * Gives the lanes, and the lines of the blueprint between them, their places.
 */
void
jalon_journey_place_rows (JalonJourney *self)
{
  JalonZone before = JALON_ZONE_CUSTOMER;
  double y = self->body_top;

  for (guint i = 0; i < self->rows->len; i++)
    {
      JalonRow *row = JALON_ROW (self, i);
      JalonZone zone = row->style->zone != JALON_ZONE_ANY ? row->style->zone : before;
      const char *name = i > 0 ? jalon_journey_get_line (before, zone) : NULL;

      if (name != NULL)
        add_line (self, name, &y);
      row->y = y;
      row->height = MAX (row->height, jalon_journey_measure_lane (self, row));
      y += row->height;
      row->shape = hash_shape (row);
      before = zone;
    }
  if (self->rows->len == 0)
    y += JALON_GRID + jalon_layout_measure_ghost (self->layout, get_first_prompt (self),
                                                  JALON_LANE_COLUMN - NAME_SPACING);
  self->bottom = y + JALON_GRID;
}

static JalonNode *
make_lane (JalonJourney *self, const JalonRow *row)
{
  JalonLayout *layout = self->layout;
  const char *title = jalon_journey_get_lane_title (self, row);
  double width = get_name_width (row), top = get_name_top (row), height;
  g_autofree char *count = make_count (row);
  JalonNode *node = jalon_node_new (JALON_ROLE_LANE,
                                    row->element != NULL ? jalon_element_get_id (row->element)
                                                         : NULL,
                                    JALON_FIELD_TITLE, JALON_LANE_COLUMN, row->height);

  jalon_node_set_label (node, title);
  height = jalon_layout_put (layout, node, title, JALON_TEXT_STRONG, ICON_SPACE, top, width,
                             row->element != NULL ? layout->theme->ink : layout->theme->faint);
  jalon_node_set_editor (node, &(JalonRect){ ICON_SPACE, top, width, height }, JALON_TEXT_STRONG);
  jalon_node_add_icon (node, jalon_icon_of_lane (row->type), 0, top + (18 - ICON_SIZE) / 2,
                       ICON_SIZE, layout->theme->secondary);
  if (row->element != NULL)
    jalon_node_set_target (node, JALON_TARGET_CHOICE, &(JalonRect){ 0, top, ICON_SPACE, 18 });
  if (!row->is_collapsed)
    jalon_layout_put (layout, node, get_hint (self, row), JALON_TEXT_SMALL, ICON_SPACE,
                      top + height, width, layout->theme->secondary);
  else if (count[0] != '\0')
    jalon_layout_put (layout, node, count, JALON_TEXT_SMALL, ICON_SPACE + width + JALON_GRID,
                      top + 1.5, -1, layout->theme->secondary);
  return node;
}

static void
add_lane (JalonJourney *self, JalonRow *row)
{
  JalonLayout *layout = self->layout;
  guint n = row->is_collapsed ? row->n_contents : 0;
  guint64 state = jalon_layout_hash (jalon_layout_hash (0, &row->height, sizeof (double)), &n,
                                     sizeof n);
  JalonNode *node = row->element != NULL
                      ? jalon_layout_recall (layout, row->element, NULL, JALON_LANE_COLUMN, state)
                      : NULL;

  if (node == NULL)
    {
      node = make_lane (self, row);
      if (row->element != NULL)
        jalon_layout_remember (layout, row->element, NULL, JALON_LANE_COLUMN, state, node);
    }
  jalon_scene_add (layout->scene, node, JALON_MARGIN, row->y, JALON_LAYER_SIDE, -1);
}

/* A place for the first lane. */
static void
add_first_lane (JalonJourney *self)
{
  JalonLayout *layout = self->layout;
  const char *prompt = get_first_prompt (self);
  double width = JALON_LANE_COLUMN - NAME_SPACING;
  double height = jalon_layout_measure_ghost (layout, prompt, width);
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, width, height);

  jalon_node_set_label (node, prompt);
  jalon_node_make_slot (node, jalon_element_get_id (self->map), JALON_KIND_LANE, JALON_FIELD_NONE,
                        NULL);
  jalon_layout_put_ghost (layout, node, prompt, &(JalonRect){ 0, 0, width, height });
  jalon_scene_add (layout->scene, node, JALON_MARGIN, self->body_top + JALON_GRID, JALON_LAYER_SIDE,
                   -1);
}

/**
 * jalon_journey_add_lanes:
 * @self: a journey with its rows placed
 *
 * Adds the names of the lanes.
 */
void
jalon_journey_add_lanes (JalonJourney *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    add_lane (self, JALON_ROW (self, i));
  if (self->rows->len == 0)
    add_first_lane (self);
}

/* What an empty lane invites with. */
const char *
jalon_journey_get_prompt (JalonJourney *self, const JalonRow *row)
{
  return jalon_layout_term (self->layout, row->style->prompt);
}
