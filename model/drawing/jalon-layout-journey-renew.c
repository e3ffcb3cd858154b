/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

/* While people write, a card has other words, and all else of the journey is as it was and where it
 * was. Then the scene of the last drawing, with other cells, is the one of this. */

/* Whether a cell leaves the rest of its row as it was: as high, and with the same curve. */
static gboolean
is_alike (const JalonRow *row, const JalonCell *before, const JalonCell *cell)
{
  gboolean is_as_high = cell->bottom == before->bottom ||
                        (cell->bottom <= row->cards_height && before->bottom < row->cards_height);

  return is_as_high && cell->n_cards == before->n_cards && cell->n_scores == before->n_scores &&
         !cell->has_spans && !before->has_spans;
}

/* Finds what lies in a step now. FALSE if anything beside it depends on what has changed. */
static gboolean
find_cells (JalonJourney *self, guint column)
{
  const JalonStepMemo *memo = JALON_COLUMN (self, column)->memo;
  g_autofree JalonCell *before = g_memdup2 (memo->cells->data,
                                            memo->cells->len * sizeof (JalonCell));
  guint64 scores = memo->scores;
  guint n_rows = self->rows->len;

  jalon_journey_find_contents (self, column);
  if (memo->scores != scores || self->rows->len != n_rows)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      const JalonRow *row = JALON_ROW (self, i);

      if (!row->is_collapsed)
        jalon_journey_place_cards (self, column, i, before[i].top);
      if (!is_alike (row, &before[i], jalon_journey_get_cell (self, column, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
replace_cells (JalonJourney *self, guint column, JalonScene *scene)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!jalon_scene_replace_block (scene, jalon_journey_get_cell (self, column, i)->place,
                                    jalon_journey_get_block (self, column, i)))
      return FALSE;
  return TRUE;
}

/**
 * jalon_layout_renew_journey:
 * @layout: a layout at work
 * @map: a journey
 *
 * Makes the scene of the last one, if nothing has changed but what the cells of some steps show.
 *
 * Returns: (transfer full) (nullable): the scene; %NULL if the journey must be laid out
 */
JalonScene *
jalon_layout_renew_journey (JalonLayout *layout, JalonElement *map)
{
  JalonJourney *self = jalon_layout_find_kept (layout, map);
  g_autoptr (JalonScene) scene = NULL;

  if (self == NULL || self->frame != jalon_journey_hash_frame (self))
    return NULL;
  scene = jalon_scene_copy (self->scene);
  for (guint i = 0; i < self->columns->len; i++)
    if (JALON_COLUMN (self, i)->step != NULL && jalon_journey_has_changed (self, i) &&
        !(find_cells (self, i) && replace_cells (self, i, scene)))
      return NULL;
  jalon_scene_unref (self->scene);
  self->scene = jalon_scene_ref (scene);
  return g_steal_pointer (&scene);
}
