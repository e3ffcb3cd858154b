/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PILL_GAP 6.0

/* How far the cards of one column of a lane reach. A pill stands beside the one before if it fits:
 * @pen is where, or no number if nothing may. */
typedef struct
{
  double bottom;
  double pen;
  double line;
} Pile;

/* What tells the nodes of a step from each other in the memory */
enum
{
  STATE_SLOT = 1,
  STATE_COUNT,
  STATE_GHOST,
};

static guint
get_span (JalonJourney *self, JalonElement *card, guint column)
{
  double span = jalon_element_get_number (card, JALON_FIELD_SPAN);

  return CLAMP (span, 1, self->columns->len - column);
}

static JalonNode *
recall_card (JalonJourney *self, JalonRow *row, JalonElement *card, guint column)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;
  double width = get_span (self, card, column) * self->step_width - 2 * JALON_CELL_PADDING;
  JalonNode *node = jalon_layout_recall (self->layout, card, step, width, row->type);

  if (node == NULL)
    {
      g_autofree char *label = NULL;

      node = jalon_journey_make_card (self, row, card, width);
      /* Translators: name of a lane, name of a step, text of a card */
      label = g_strdup_printf (jalon_layout_term (self->layout, N_ ("%s, step %s: %s")),
                               jalon_journey_get_lane_title (self, row),
                               jalon_element_get_title (step), jalon_node_get_label (node));
      jalon_node_set_label (node, label);
      jalon_layout_remember (self->layout, card, step, width, row->type, node);
    }
  return node;
}

static void
add_card (JalonJourney *self, JalonElement *card, guint column)
{
  const char *lane = jalon_element_get_text (card, JALON_FIELD_LANE);
  JalonRow *row = jalon_journey_find_row (self, lane);
  JalonPlaced placed = { .element = card, .column = column };

  if (row == NULL)
    return;
  if (!row->is_collapsed)
    placed.node = recall_card (self, row, card, column);
  g_array_append_val (row->cards, placed);
}

static void
add_score (JalonJourney *self, JalonElement *score, guint column)
{
  const char *lane = jalon_element_get_text (score, JALON_FIELD_LANE);
  JalonRow *row = g_hash_table_contains (self->rows_by_id, lane)
                    ? jalon_journey_find_row (self, lane)
                    : NULL;
  JalonPlaced placed = { .element = score, .column = column };

  if (row != NULL && row->style->form >= JALON_FORM_CURVE)
    g_array_append_val (row->scores, placed);
}

static void
find_contents (JalonJourney *self, guint column)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;

  for (guint i = 0; step != NULL && i < jalon_element_get_n_children (step); i++)
    {
      JalonElement *child = jalon_element_get_child (step, i);

      if (jalon_element_get_kind (child) == JALON_KIND_CARD)
        add_card (self, child, column);
      else if (jalon_element_get_kind (child) == JALON_KIND_SCORE)
        add_score (self, child, column);
    }
}

/* Puts a card below all that lies in its columns, or a pill beside the last one. */
static void
place_card (JalonJourney *self, const JalonRow *row, JalonPlaced *card, Pile *piles)
{
  Pile *pile = &piles[card->column];
  guint span = get_span (self, card->element, card->column);
  double inner = self->step_width - 2 * JALON_CELL_PADDING;
  double width = jalon_node_get_width (card->node);
  double gap = row->style->form == JALON_FORM_PILL ? PILL_GAP : JALON_CELL_GAP;
  double x = 0, y = 0;

  if (row->style->form == JALON_FORM_PILL && span == 1 && pile->pen + width <= inner)
    {
      x = pile->pen;
      y = pile->line;
    }
  else
    for (guint i = 0; i < span; i++)
      if (pile[i].bottom > 0)
        y = MAX (y, pile[i].bottom + gap);

  for (guint i = 0; i < span; i++)
    {
      pile[i].bottom = MAX (pile[i].bottom, y + jalon_node_get_height (card->node));
      pile[i].pen = span == 1 ? x + width + gap : NAN;
      pile[i].line = y;
    }
  card->x = jalon_journey_get_x (self, card->column) + JALON_CELL_PADDING + x;
  card->y = y;
}

static double
measure_ghost (JalonJourney *self, const JalonRow *row)
{
  return jalon_layout_measure_ghost (self->layout, jalon_journey_get_prompt (self, row),
                                     self->step_width - 2 * JALON_CELL_PADDING);
}

static void
fill_row (JalonJourney *self, JalonRow *row, Pile *piles)
{
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    piles[i] = (Pile){ 0, NAN, 0 };
  if (row->is_collapsed)
    return;
  for (guint i = 0; i < row->cards->len; i++)
    {
      JalonPlaced *card = &g_array_index (row->cards, JalonPlaced, i);

      place_card (self, row, card, piles);
      height = MAX (height, card->y + jalon_node_get_height (card->node));
    }

  if (row->style->form >= JALON_FORM_CURVE)
    jalon_journey_measure_curve (self, row);
  else if (row->cards->len == 0)
    height = measure_ghost (self, row);
  row->cards_top = row->height + JALON_CELL_PADDING;
  if (height > 0)
    row->height += height + 2 * JALON_CELL_PADDING;
}

/**
 * jalon_journey_fill_rows:
 * @self: a journey with its columns and rows
 *
 * Makes the cards and finds how high each lane is.
 */
void
jalon_journey_fill_rows (JalonJourney *self)
{
  g_autofree Pile *piles = g_new (Pile, self->columns->len);

  for (guint i = 0; i < self->columns->len; i++)
    find_contents (self, i);
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, JALON_ROW (self, i), piles);
}

static JalonNode *
make_slot (JalonJourney *self, const JalonRow *row, JalonElement *step)
{
  const char *lane = row->element != NULL ? jalon_element_get_id (row->element) : NULL;
  gboolean is_curve = row->style->form >= JALON_FORM_CURVE && !row->is_collapsed;
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, self->step_width,
                                    row->height);
  JalonSlot *slot = jalon_node_make_slot (node, jalon_element_get_id (step),
                                          is_curve ? JALON_KIND_SCORE : JALON_KIND_CARD,
                                          JALON_FIELD_LANE, lane);
  g_autofree char *label = g_strdup_printf (
    /* Translators: name of a lane, name of a step */
    jalon_layout_term (self->layout, N_ ("%s, step %s")), jalon_journey_get_lane_title (self, row),
    jalon_element_get_title (step));

  jalon_node_set_label (node, label);
  if (is_curve)
    {
      slot->y_field = JALON_FIELD_VALUE;
      slot->y_min = -2;
      slot->y_max = 2;
      slot->plane = (JalonRect){ 0, row->plane_top, self->step_width, row->plane_height };
    }
  return node;
}

static int
add_slot (JalonJourney *self, const JalonRow *row, guint column)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;
  double height[] = { row->height, row->plane_top, row->plane_height };
  guint64 state = jalon_layout_hash (STATE_SLOT, height, sizeof height);
  JalonNode *node = jalon_layout_recall (self->layout, step, row->element, self->step_width, state);

  if (node == NULL)
    {
      node = make_slot (self, row, step);
      jalon_layout_remember (self->layout, step, row->element, self->step_width, state, node);
    }
  return jalon_scene_add (self->layout->scene, node, jalon_journey_get_x (self, column), row->y,
                          JALON_LAYER_BODY, -1);
}

/* What a collapsed cell shows instead of its cards: how many there are. */
static void
add_count (JalonJourney *self, const JalonRow *row, guint column, guint count, int slot)
{
  JalonLayout *layout = self->layout;
  g_autofree char *text = g_strdup_printf ("%u", count);
  JalonParagraph *paragraph = jalon_layout_set (layout, text, JALON_TEXT_SMALL, -1);
  double width = MAX (24, jalon_paragraph_get_width (paragraph) + 12);
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width, 20);
  JalonPrimitive *box = jalon_node_add_box (node, &(JalonRect){ 0.5, 0.5, width - 1, 19 }, 9.5,
                                            jalon_journey_get_lane_colour (self, row));

  box->stroke = layout->theme->hairline;
  box->line_width = 1;
  jalon_node_add_text (node, paragraph, (width - jalon_paragraph_get_width (paragraph)) / 2,
                       (20 - jalon_paragraph_get_height (paragraph)) / 2, layout->theme->ink);
  jalon_scene_add (layout->scene, node, jalon_journey_get_x (self, column) + JALON_CELL_PADDING,
                   row->y + (row->height - 20) / 2, JALON_LAYER_BODY, slot);
}

static void
add_ghost (JalonJourney *self, const JalonRow *row, guint column, int slot)
{
  JalonNode *node = jalon_layout_make_ghost (self->layout, jalon_journey_get_prompt (self, row),
                                             self->step_width - 2 * JALON_CELL_PADDING, 0);

  jalon_scene_add (self->layout->scene, node,
                   jalon_journey_get_x (self, column) + JALON_CELL_PADDING,
                   row->y + JALON_CELL_PADDING, JALON_LAYER_BODY, slot);
}

/* Moves what lies in @column from @placed to the scene; returns how many. */
static guint
add_placed (JalonJourney *self, GArray *placed, guint *next, guint column, double top, int slot)
{
  guint n = 0;

  for (; *next < placed->len; (*next)++, n++)
    {
      JalonPlaced *item = &g_array_index (placed, JalonPlaced, *next);

      if (item->column != column)
        break;
      if (item->node != NULL)
        jalon_scene_add (self->layout->scene, g_steal_pointer (&item->node), item->x, top + item->y,
                         JALON_LAYER_BODY, slot);
    }
  return n;
}

static gboolean
wants_slot (JalonJourney *self, const JalonRow *row, guint column)
{
  if ((guint64) self->rows->len * self->columns->len <= JALON_JOURNEY_MAX_SLOTS)
    return TRUE;
  return row->next_card < row->cards->len &&
         g_array_index (row->cards, JalonPlaced, row->next_card).column == column;
}

/**
 * jalon_journey_add_cells:
 * @self: a journey with its rows placed
 * @column: a column with a step; they are added in order
 *
 * Adds the cells of a step with what lies in them.
 */
void
jalon_journey_add_cells (JalonJourney *self, guint column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      JalonRow *row = JALON_ROW (self, i);
      gboolean is_empty = row->cards->len + row->scores->len == 0;
      int slot = wants_slot (self, row, column) ? add_slot (self, row, column) : -1;
      guint n;

      n = add_placed (self, row->cards, &row->next_card, column, row->y + row->cards_top, slot);
      n += add_placed (self, row->scores, &row->next_score, column, row->y, slot);
      if (row->is_collapsed && n > 0)
        add_count (self, row, column, n, slot);
      else if (is_empty && !row->is_collapsed && column == self->first_step &&
               row->style->form < JALON_FORM_CURVE)
        add_ghost (self, row, column, slot);
    }
}
