/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PILL_GAP 6.0

/* How far the cards of a cell reach. A pill stands beside the one before if it fits: @pen is where,
 * or no number if nothing may. */
typedef struct
{
  double bottom;
  double pen;
  double line;
} Pile;

/* Puts a card below all that lies in its columns, or a pill beside the last one. What lies in the
 * columns to the right began here or further left, so nothing reaches lower there than here. */
static void
place_card (JalonJourney *self, const JalonRow *row, JalonContent *card, Pile *pile)
{
  gboolean is_pill = row->style->form == JALON_FORM_PILL && card->span == 1;
  double inner = self->step_width - 2 * JALON_CELL_PADDING;
  double gap = row->style->form == JALON_FORM_PILL ? PILL_GAP : JALON_CELL_GAP;
  gboolean is_beside = is_pill && pile->pen + card->width <= inner;
  double x = is_beside ? pile->pen : 0;
  double below = pile->bottom > 0 ? pile->bottom + gap : 0;

  card->x = JALON_CELL_PADDING + x;
  card->y = is_beside ? pile->line : below;
  pile->bottom = MAX (pile->bottom, card->y + card->height);
  pile->pen = is_pill ? x + card->width + gap : NAN;
  pile->line = card->y;
}

static JalonContent *
get_card (JalonJourney *self, guint column, const JalonCell *cell, guint i)
{
  return &g_array_index (JALON_COLUMN (self, column)->memo->contents, JalonContent,
                         cell->first + i);
}

/**
 * jalon_journey_place_cards:
 * @self: a journey with its contents
 * @column: a column with a step
 * @place: the place of a row
 * @top: down to here reach cards of the columns before
 *
 * Places the cards of a cell, unless they are.
 */
void
jalon_journey_place_cards (JalonJourney *self, guint column, guint place, double top)
{
  const JalonRow *row = JALON_ROW (self, place);
  JalonCell *cell = jalon_journey_get_cell (self, column, place);
  Pile pile = { top, NAN, 0 };

  if (cell->is_placed && cell->top == top)
    return;
  cell->bottom = 0;
  for (guint i = 0; i < cell->n_cards; i++)
    {
      JalonContent *card = get_card (self, column, cell, i);

      place_card (self, row, card, &pile);
      cell->bottom = MAX (cell->bottom, card->y + card->height);
    }
  cell->is_placed = TRUE;
  cell->top = top;
  g_clear_pointer (&cell->block, jalon_block_unref);
}

/* Notes how far down wide cards reach in the columns to the right, one of @tops for each column. */
static void
reach_right (JalonJourney *self, guint column, const JalonCell *cell, double *tops)
{
  for (guint i = 0; i < cell->n_cards; i++)
    {
      const JalonContent *card = get_card (self, column, cell, i);

      for (guint j = column + 1; j < column + card->span; j++)
        tops[j] = MAX (tops[j], card->y + card->height);
    }
}

/* Returns: how high what lies in a row is */
static double
place_row (JalonJourney *self, guint place)
{
  g_autofree double *tops = g_new0 (double, self->columns->len);
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const JalonCell *cell;

      if (JALON_COLUMN (self, i)->step == NULL)
        continue;
      cell = jalon_journey_get_cell (self, i, place);
      jalon_journey_place_cards (self, i, place, tops[i]);
      if (cell->has_spans)
        reach_right (self, i, cell, tops);
      height = MAX (height, cell->bottom);
    }
  return height;
}

static double
measure_ghost (JalonJourney *self, const JalonRow *row)
{
  return jalon_layout_measure_ghost (self->layout, jalon_journey_get_prompt (self, row),
                                     self->step_width - 2 * JALON_CELL_PADDING);
}

static void
count_contents (JalonJourney *self, JalonRow *row, guint place)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (JALON_COLUMN (self, i)->step != NULL)
      {
        const JalonCell *cell = jalon_journey_get_cell (self, i, place);

        row->n_contents += cell->n_cards + cell->n_scores;
      }
}

static void
fill_row (JalonJourney *self, JalonRow *row, guint place)
{
  double height = 0;

  count_contents (self, row, place);
  if (row->is_collapsed)
    return;
  row->cards_height = height = place_row (self, place);
  if (row->style->form >= JALON_FORM_CURVE)
    jalon_journey_measure_curve (self, row);
  else if (row->n_contents == 0)
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
  for (guint i = 0; i < self->columns->len; i++)
    if (JALON_COLUMN (self, i)->step != NULL)
      jalon_journey_find_contents (self, i);
  for (guint i = 0; i < self->rows->len; i++)
    {
      fill_row (self, JALON_ROW (self, i), i);
      self->is_begun |= JALON_ROW (self, i)->n_contents > 0;
    }
}

/**
 * jalon_journey_set_ghost:
 * @self: a journey with its rows filled
 * @node: what an empty place invites with
 *
 * Keeps invitations on the screen once a journey is begun; before, it is a sheet to fill in by
 * hand.
 */
void
jalon_journey_set_ghost (JalonJourney *self, JalonNode *node)
{
  if (self->is_begun)
    jalon_node_set_for_screen (node);
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

static JalonNode *
get_slot (JalonJourney *self, const JalonRow *row, guint column, JalonCell *cell)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;
  guint64 state = jalon_layout_mix (self->context, row->shape);

  state = jalon_layout_mix (state, jalon_element_get_stamp (step));
  if (cell->slot_state != state)
    g_clear_pointer (&cell->slot, jalon_node_unref);
  cell->slot_state = state;
  if (cell->slot == NULL)
    cell->slot = make_slot (self, row, step);
  return jalon_node_ref (cell->slot);
}

/* What a collapsed cell shows instead of its cards: how many there are. */
static void
add_count (JalonJourney *self, const JalonRow *row, const JalonCell *cell, int slot)
{
  JalonLayout *layout = self->layout;
  g_autofree char *text = g_strdup_printf ("%u", cell->n_cards + cell->n_scores);
  JalonParagraph *paragraph = jalon_layout_set (layout, text, JALON_TEXT_SMALL, -1);
  double width = MAX (24, jalon_paragraph_get_width (paragraph) + 12);
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width, 20);
  JalonPrimitive *box = jalon_node_add_box (node, &(JalonRect){ 0.5, 0.5, width - 1, 19 }, 9.5,
                                            jalon_journey_get_lane_colour (self, row));

  box->stroke = layout->theme->hairline;
  box->line_width = 1;
  jalon_node_add_text (node, paragraph, (width - jalon_paragraph_get_width (paragraph)) / 2,
                       (20 - jalon_paragraph_get_height (paragraph)) / 2, layout->theme->ink);
  jalon_block_add (cell->block, node, JALON_CELL_PADDING, (row->height - 20) / 2, JALON_LAYER_BODY,
                   slot);
}

static void
add_ghost (JalonJourney *self, const JalonRow *row, const JalonCell *cell, int slot)
{
  JalonNode *node = jalon_layout_make_ghost (self->layout, jalon_journey_get_prompt (self, row),
                                             self->step_width - 2 * JALON_CELL_PADDING, 0);

  jalon_journey_set_ghost (self, node);
  jalon_block_add (cell->block, node, JALON_CELL_PADDING, JALON_CELL_PADDING, JALON_LAYER_BODY,
                   slot);
}

static void
add_cards (JalonJourney *self, const JalonRow *row, guint column, const JalonCell *cell, int slot)
{
  for (guint i = 0; i < cell->n_cards; i++)
    {
      const JalonContent *card = get_card (self, column, cell, i);

      if (card->node != NULL)
        jalon_block_add (cell->block, jalon_node_ref (card->node), card->x,
                         row->cards_top + card->y, JALON_LAYER_BODY, slot);
    }
}

static void
add_scores (JalonJourney *self, const JalonRow *row, guint column, const JalonCell *cell, int slot)
{
  for (guint i = 0; row->curves != NULL && i < cell->n_scores; i++)
    {
      const JalonPlaced *score = &g_array_index (row->curves->scores, JalonPlaced,
                                                 cell->first_score + i);

      jalon_block_add (cell->block, jalon_node_ref (score->node),
                       score->x - jalon_journey_get_x (self, column), score->y, JALON_LAYER_BODY,
                       slot);
    }
}

static gboolean
wants_slot (JalonJourney *self, const JalonCell *cell)
{
  return (guint64) self->rows->len * self->columns->len <= JALON_JOURNEY_MAX_SLOTS ||
         cell->n_cards > 0;
}

static gboolean
wants_ghost (JalonJourney *self, const JalonRow *row, guint column)
{
  return row->n_contents == 0 && !row->is_collapsed && column == self->first_step &&
         row->style->form < JALON_FORM_CURVE;
}

static void
make_block (JalonJourney *self, const JalonRow *row, guint column, JalonCell *cell)
{
  int slot = -1;

  g_clear_pointer (&cell->block, jalon_block_unref);
  cell->block = jalon_block_new ();
  if (wants_slot (self, cell))
    slot = jalon_block_add (cell->block, get_slot (self, row, column, cell), 0, 0, JALON_LAYER_BODY,
                            -1);
  add_cards (self, row, column, cell, slot);
  add_scores (self, row, column, cell, slot);
  if (row->is_collapsed && cell->n_cards + cell->n_scores > 0)
    add_count (self, row, cell, slot);
  else if (wants_ghost (self, row, column))
    add_ghost (self, row, cell, slot);
}

/* All on which the block of a cell depends, but for the places of its cards. */
static guint64
hash_cell (JalonJourney *self, const JalonRow *row, guint column, const JalonCell *cell)
{
  guint64 hash = jalon_layout_mix (JALON_COLUMN (self, column)->memo->state, row->shape);

  hash = jalon_layout_mix (hash, wants_slot (self, cell) | wants_ghost (self, row, column) << 1 |
                                   self->is_begun << 2);
  return row->curves != NULL ? jalon_layout_mix (hash, row->curves->state) : hash;
}

/**
 * jalon_journey_get_block:
 * @self: a journey with its rows placed
 * @column: a column with a step
 * @place: the place of a row
 *
 * Returns: (transfer none): the cell with what lies in it
 */
JalonBlock *
jalon_journey_get_block (JalonJourney *self, guint column, guint place)
{
  const JalonRow *row = JALON_ROW (self, place);
  JalonCell *cell = jalon_journey_get_cell (self, column, place);
  guint64 state = hash_cell (self, row, column, cell);

  if (cell->block == NULL || cell->state != state)
    make_block (self, row, column, cell);
  cell->state = state;
  return cell->block;
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
  double x = jalon_journey_get_x (self, column);

  for (guint i = 0; i < self->rows->len; i++)
    {
      JalonRow *row = JALON_ROW (self, i);
      JalonCell *cell = jalon_journey_get_cell (self, column, i);

      cell->first_score = row->next_score;
      row->next_score += cell->n_scores;
      cell->place = jalon_scene_add_block (self->layout->scene,
                                           jalon_journey_get_block (self, column, i), x, row->y);
    }
}
