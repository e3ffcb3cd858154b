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

/* Puts a card below all that lies in its columns, or a pill beside the last one. What lies in the
 * columns to the right began here or further left, so nothing reaches lower there than here. */
static void
place_card (JalonJourney *self, const JalonRow *row, JalonPlaced *card, Pile *piles)
{
  Pile *pile = &piles[card->column];
  gboolean is_pill = row->style->form == JALON_FORM_PILL && card->span == 1;
  double inner = self->step_width - 2 * JALON_CELL_PADDING;
  double gap = row->style->form == JALON_FORM_PILL ? PILL_GAP : JALON_CELL_GAP;
  gboolean is_beside = is_pill && pile->pen + card->width <= inner;
  double x = is_beside ? pile->pen : 0;
  double below = pile->bottom > 0 ? pile->bottom + gap : 0;

  card->x = jalon_journey_get_x (self, card->column) + JALON_CELL_PADDING + x;
  card->y = is_beside ? pile->line : below;
  for (guint i = 0; i < card->span; i++)
    {
      pile[i].bottom = MAX (pile[i].bottom, card->y + card->height);
      pile[i].pen = is_pill ? x + card->width + gap : NAN;
      pile[i].line = card->y;
    }
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
      height = MAX (height, card->y + card->height);
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
    if (JALON_COLUMN (self, i)->step != NULL)
      jalon_journey_find_contents (self, i);
  for (guint i = 0; i < self->rows->len; i++)
    {
      fill_row (self, JALON_ROW (self, i), piles);
      self->is_begun |= JALON_ROW (self, i)->cards->len + JALON_ROW (self, i)->scores->len > 0;
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

static int
add_slot (JalonJourney *self, guint place, guint column)
{
  const JalonRow *row = JALON_ROW (self, place);
  JalonNode **slot = jalon_journey_get_slot (self, column, place);

  if (*slot == NULL)
    *slot = make_slot (self, row, JALON_COLUMN (self, column)->step);
  return jalon_scene_add (self->layout->scene, jalon_node_ref (*slot),
                          jalon_journey_get_x (self, column), row->y, JALON_LAYER_BODY, -1);
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

  jalon_journey_set_ghost (self, node);
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
      int slot = wants_slot (self, row, column) ? add_slot (self, i, column) : -1;
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
