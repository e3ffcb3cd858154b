/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tab: from cell to cell. */

#include "widgets/jalon-navigator-private.h"

/* The first stop of the unit in reading order. */
static int
get_first_of_unit (const NavigatorMap *map, guint unit)
{
  for (guint i = unit; map->is_occupied[unit] && i < map->n_items; i++)
    if (map->items[i].slot == (int) unit && navigator_is_stop (map, i))
      return i;
  return unit;
}

static gboolean
is_cell (const NavigatorMap *map, guint item)
{
  return navigator_is_unit (map, item) && jalon_node_get_slot (map->items[item].node) != NULL;
}

/* Whether two cells stand in one row of a grid. */
static gboolean
is_same_row (const JalonItem *a, const JalonItem *b)
{
  return fabs (a->y - b->y) < NAVIGATOR_TOLERANCE &&
         fabs (jalon_node_get_height (a->node) - jalon_node_get_height (b->node)) <
           NAVIGATOR_TOLERANCE;
}

static gboolean
is_in_row (const NavigatorMap *map, guint cell)
{
  for (guint i = 0; i < map->n_items; i++)
    if (i != cell && is_cell (map, i) && is_same_row (&map->items[i], &map->items[cell]))
      return TRUE;
  return FALSE;
}

/* How far it is from @from to @to, as people read: along the row first, then row by row. Negative
 * for what comes before. */
static double
get_reading_distance (const JalonItem *from, const JalonItem *to)
{
  const double row = 1e6;

  return is_same_row (from, to) ? to->x - from->x : (to->y - from->y) * row + to->x;
}

/* The next cell of a grid, −1 at its end. */
static int
find_next_in_grid (const NavigatorMap *map, guint from, int step)
{
  int best = -1;
  double least = INFINITY;

  for (guint i = 0; i < map->n_items; i++)
    {
      double distance;

      if (i == from || !is_cell (map, i))
        continue;
      distance = step * get_reading_distance (&map->items[from], &map->items[i]);
      if (distance > 0 && distance < least && is_in_row (map, i))
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

/* The next unit in the order of the scene, rather a cell than something else if @cells. */
static int
find_next_in_order (const NavigatorMap *map, guint from, int step, gboolean cells)
{
  int other = -1;

  for (int i = (int) from + step; i >= 0 && i < (int) map->n_items; i += step)
    {
      if (!navigator_is_unit (map, i))
        continue;
      if (!cells || is_cell (map, i))
        return i;
      other = other < 0 ? i : other;
    }
  return other;
}

/* A table is a slot with rows in it, and the texts on it are the cells of those. */
static int
find_next_in_table (const NavigatorMap *map, guint from, int step)
{
  int unit = (int) navigator_get_unit (map, from);
  gboolean is_table = FALSE;

  for (guint i = 0; i < map->n_items; i++)
    if (map->items[i].slot == unit && jalon_node_get_role (map->items[i].node) == JALON_ROLE_ROW)
      is_table = TRUE;
  for (int i = (int) from + step; is_table && i >= 0 && i < (int) map->n_items; i += step)
    if (map->units[i] == unit && jalon_node_get_role (map->items[i].node) == JALON_ROLE_TEXT)
      return i;
  return -1;
}

/**
 * jalon_navigator_next_cell:
 * @scene: a scene
 * @from: an item, or −1
 * @forward: %FALSE for backwards
 *
 * Goes to the next slot: in a grid along the row and then to the next row, elsewhere in reading
 * order; in a table to its next cell. Before the first and behind the last, and from an item that
 * lies in none, everything else has its turn.
 *
 * Returns: where to; −1 at the end
 */
int
jalon_navigator_next_cell (JalonScene *scene, int from, gboolean forward)
{
  g_auto (NavigatorMap) map = { 0 };
  int step = forward ? 1 : -1;
  int to = -1;

  if (from < 0)
    return forward ? jalon_navigator_get_first (scene) : jalon_navigator_get_last (scene);
  navigator_map_init (&map, scene);
  to = find_next_in_table (&map, from, step);
  if (to >= 0)
    return to;
  from = navigator_get_unit (&map, from);
  if (is_cell (&map, from) && is_in_row (&map, from))
    to = find_next_in_grid (&map, from, step);
  if (to < 0)
    to = find_next_in_order (&map, from, step, is_cell (&map, from));
  return to >= 0 ? get_first_of_unit (&map, to) : -1;
}
