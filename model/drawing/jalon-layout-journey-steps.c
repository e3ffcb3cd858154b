/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

/* Most of a large journey is as it was when one card has changed. What was made of a step is kept
 * with the step, and looked at again only if something in it, or what that depends on, is another:
 * a look at ten thousand cards one by one would cost more than all the rest. */

static void
clear_cell (gpointer data)
{
  JalonCell *cell = data;

  g_clear_pointer (&cell->slot, jalon_node_unref);
  g_clear_pointer (&cell->block, jalon_block_unref);
}

static void
clear_memo (JalonKept *kept)
{
  JalonStepMemo *memo = (JalonStepMemo *) kept;

  g_array_unref (memo->contents);
  g_array_unref (memo->cells);
}

static JalonStepMemo *
get_memo (JalonLayout *layout, JalonElement *step)
{
  JalonStepMemo *memo = jalon_layout_keep (layout, step, sizeof *memo, clear_memo);

  if (memo->contents == NULL)
    {
      memo->contents = jalon_journey_new_contents ();
      memo->cells = g_array_new (FALSE, TRUE, sizeof (JalonCell));
      g_array_set_clear_func (memo->cells, clear_cell);
    }
  return memo;
}

/* Hashes what cards show beside themselves: their lanes, and the tags, metrics, pictures and other
 * journeys of the project. */
static void
hash_context (JalonJourney *self)
{
  JalonElement *project = self->layout->project;

  self->context = jalon_layout_hash (0, &self->step_width, sizeof self->step_width);
  for (guint i = 0; i < jalon_element_get_n_children (self->map); i++)
    if (jalon_element_get_kind (jalon_element_get_child (self->map, i)) == JALON_KIND_LANE)
      self->context = jalon_layout_mix_element (self->context,
                                                jalon_element_get_child (self->map, i));
  self->shared = 0;
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    self->shared = jalon_layout_mix_element (self->shared, jalon_element_get_child (project, i));
}

static guint64
mix_stage (guint64 hash, JalonElement *stage)
{
  hash = jalon_layout_mix_element (hash, stage);
  for (guint i = 0; i < jalon_element_get_n_children (stage); i++)
    if (jalon_element_get_kind (jalon_element_get_child (stage, i)) == JALON_KIND_STEP)
      hash = jalon_layout_mix_element (hash, jalon_element_get_child (stage, i));
  return hash;
}

/**
 * jalon_journey_hash_frame:
 * @self: a journey
 *
 * Looks at the whole journey, and what else of the project it may show, but not into its steps.
 *
 * Returns: a hash of it
 */
guint64
jalon_journey_hash_frame (JalonJourney *self)
{
  guint64 hash;

  hash_context (self);
  hash = jalon_layout_mix_element (jalon_layout_mix (self->context, self->shared), self->map);
  for (guint i = 0; i < jalon_element_get_n_children (self->map); i++)
    if (jalon_element_get_kind (jalon_element_get_child (self->map, i)) == JALON_KIND_STAGE)
      hash = mix_stage (hash, jalon_element_get_child (self->map, i));
  return hash;
}

/**
 * jalon_journey_recall_steps:
 * @self: a journey with its columns and rows
 *
 * Finds what was kept of the steps.
 */
void
jalon_journey_recall_steps (JalonJourney *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      JalonColumn *column = JALON_COLUMN (self, i);

      if (column->step != NULL)
        column->memo = get_memo (self->layout, column->step);
    }
}

/* The columns that are left matter to cards that span several, the project to those that show
 * something of it. Whether there are such can only change with the step. */
static guint64
hash_step (JalonJourney *self, guint column)
{
  const JalonStepMemo *memo = JALON_COLUMN (self, column)->memo;
  guint64 hash = jalon_layout_mix_element (self->context, memo->kept.element);

  hash = jalon_layout_mix (hash, jalon_element_get_tree_stamp (memo->kept.element));
  if (memo->has_spans)
    hash = jalon_layout_mix (hash, self->columns->len - column);
  if (memo->refers)
    hash = jalon_layout_mix (hash, self->shared);
  return hash;
}

/* Tells each cell which of the contents lie in it. */
static void
share_out (JalonJourney *self, JalonStepMemo *memo)
{
  g_array_set_size (memo->cells, jalon_journey_get_lost_row (self) + 1);
  for (guint i = 0, next = 0; i < memo->cells->len; i++)
    {
      JalonCell *cell = &g_array_index (memo->cells, JalonCell, i);

      cell->first = next;
      cell->n_cards = cell->n_scores = 0;
      cell->has_spans = cell->is_placed = FALSE;
      for (; next < memo->contents->len; next++)
        {
          const JalonContent *content = &g_array_index (memo->contents, JalonContent, next);

          if (content->row != i)
            break;
          cell->n_scores += content->is_score;
          cell->n_cards += !content->is_score;
          cell->has_spans |= content->span > 1;
        }
    }
}

/* All that curves show of a step. */
static guint64
hash_scores (const JalonStepMemo *memo)
{
  guint64 hash = jalon_layout_mix_element (0, memo->kept.element);

  for (guint i = 0; i < memo->contents->len; i++)
    {
      const JalonContent *content = &g_array_index (memo->contents, JalonContent, i);

      if (content->is_score)
        hash = jalon_layout_mix_element (jalon_layout_mix (hash, content->row), content->element);
    }
  return hash;
}

/* Goes through the children of a step again, keeping the nodes of those that are as they were. */
static void
renew (JalonJourney *self, guint column)
{
  JalonStepMemo *memo = JALON_COLUMN (self, column)->memo;
  GArray *contents;

  memo->has_spans = memo->has_lost = memo->refers = FALSE;
  contents = jalon_journey_make_contents (self, column);
  g_array_unref (memo->contents);
  memo->contents = contents;
  memo->stamp = jalon_element_get_stamp (memo->kept.element);
  share_out (self, memo);
  memo->scores = hash_scores (memo);
  memo->state = hash_step (self, column);
}

/**
 * jalon_journey_has_changed:
 * @self: a journey with its rows
 * @column: a column with a step
 *
 * Returns: whether its cards and scores are others than in the last drawing, or show others
 */
gboolean
jalon_journey_has_changed (JalonJourney *self, guint column)
{
  return JALON_COLUMN (self, column)->memo->state != hash_step (self, column);
}

/**
 * jalon_journey_find_contents:
 * @self: a journey with its rows
 * @column: a column with a step
 *
 * Finds the cards and scores of a step.
 */
void
jalon_journey_find_contents (JalonJourney *self, guint column)
{
  JalonStepMemo *memo = JALON_COLUMN (self, column)->memo;

  if (jalon_journey_has_changed (self, column))
    renew (self, column);
  if (memo->has_lost)
    jalon_journey_find_row (self, "");
}

/**
 * jalon_journey_get_cell:
 * @self: a journey with its contents
 * @column: a column with a step
 * @row: the place of a row
 *
 * Returns: (transfer none): what is kept of the cell
 */
JalonCell *
jalon_journey_get_cell (JalonJourney *self, guint column, guint row)
{
  return &g_array_index (JALON_COLUMN (self, column)->memo->cells, JalonCell, row);
}
