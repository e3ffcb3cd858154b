/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The arrow keys: in a direction. */

#include "widgets/jalon-navigator-private.h"

/* Lengths along the direction of the move and across it */
typedef struct
{
  double start;
  double end;
  double across_start;
  double across_end;
} Extent;

/* Turns @item so that the move goes from small numbers to large ones. */
static Extent
get_extent (const NavigatorMap *map, guint item, GtkDirectionType direction)
{
  const JalonItem *it = &map->items[item];
  double width = jalon_node_get_width (it->node);
  double height = jalon_node_get_height (it->node);

  switch ((int) direction)
    {
    case GTK_DIR_LEFT:
      return (Extent){ -it->x - width, -it->x, it->y, it->y + height };
    case GTK_DIR_RIGHT:
      return (Extent){ it->x, it->x + width, it->y, it->y + height };
    case GTK_DIR_UP:
      return (Extent){ -it->y - height, -it->y, it->x, it->x + width };
    default:
      return (Extent){ it->y, it->y + height, it->x, it->x + width };
    }
}

static double
get_gap_across (const Extent *a, const Extent *b)
{
  return MAX (0, MAX (b->across_start - a->across_end, a->across_start - b->across_end));
}

/* How far @to is from @from; INFINITY if it does not lie in the direction. */
static double
get_distance (const Extent *from, const Extent *to, gboolean must_overlap)
{
  double gap = to->start - from->end;
  double across = get_gap_across (from, to);
  double overlap = MIN (from->across_end, to->across_end) -
                   MAX (from->across_start, to->across_start);

  if (to->start + to->end <= from->start + from->end + NAVIGATOR_TOLERANCE || to->end <= from->end)
    return INFINITY;
  /* Neighbours that only touch are not above each other. */
  if (must_overlap && (gap < -NAVIGATOR_TOLERANCE || overlap <= NAVIGATOR_TOLERANCE))
    return INFINITY;
  return MAX (0, gap) + 2 * across + fabs (to->across_start - from->across_start) / 1000;
}

/* Within its own unit an empty slot is its middle: the texts on it are above or below that. The row
 * of a table is where it begins: its cells come behind that. */
static Extent
get_extent_within (const NavigatorMap *map, guint item, GtkDirectionType direction)
{
  Extent extent = get_extent (map, item, direction);

  if (jalon_node_get_role (map->items[item].node) == JALON_ROLE_ROW)
    {
      if (direction == GTK_DIR_RIGHT)
        extent.end = extent.start;
      else if (direction == GTK_DIR_LEFT)
        extent.start = extent.end;
    }
  if (jalon_node_get_slot (map->items[item].node) != NULL)
    {
      extent.start = extent.end = (extent.start + extent.end) / 2;
      extent.across_start = extent.across_end = (extent.across_start + extent.across_end) / 2;
    }
  return extent;
}

/* The nearest of the stops in the slot @unit, or the unit itself if it is empty. */
static int
enter_unit (const NavigatorMap *map, guint unit, const Extent *from, GtkDirectionType direction)
{
  int best = unit;
  double least = INFINITY;

  if (!map->is_occupied[unit])
    return unit;
  for (guint i = 0; i < map->n_items; i++)
    {
      Extent extent;
      double distance;

      if (map->items[i].slot != (int) unit || !navigator_is_stop (map, i))
        continue;
      extent = get_extent (map, i, direction);
      distance = fabs (extent.start - from->end) +
                 2 * fabs (extent.across_start - from->across_start);
      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

/* What is written on a slot, or the slot itself. */
static gboolean
is_ground (const NavigatorMap *map, guint item)
{
  return map->items[item].slot < 0;
}

static int
move_within_unit (const NavigatorMap *map, guint from, GtkDirectionType direction)
{
  guint unit = navigator_get_unit (map, from);
  Extent start = get_extent_within (map, from, direction);
  gboolean is_vertical = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  int best = -1;
  double least = INFINITY;

  for (guint i = unit; i < map->n_items; i++)
    {
      Extent extent;
      double distance, gap;

      if (i == from || navigator_get_unit (map, i) != unit || !navigator_is_stop (map, i))
        continue;
      extent = get_extent_within (map, i, direction);
      distance = get_distance (&start, &extent, FALSE);
      gap = MAX (0, extent.start - start.end) + NAVIGATOR_TOLERANCE;
      /* Rather out of the slot than to something that is mostly in another direction. */
      if (get_gap_across (&start, &extent) > gap &&
          !(is_vertical && (is_ground (map, i) || is_ground (map, from))))
        continue;
      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

static int
find_unit (const NavigatorMap *map, guint from, GtkDirectionType direction, gboolean must_overlap)
{
  guint unit = navigator_get_unit (map, from);
  Extent start = get_extent (map, unit, direction);
  int best = -1;
  double least = INFINITY;

  for (guint i = 0; i < map->n_items; i++)
    {
      Extent extent;
      double distance;

      if (i == unit || !navigator_is_unit (map, i) ||
          jalon_node_get_role (map->items[i].node) == JALON_ROLE_LINK)
        continue;
      extent = get_extent (map, i, direction);
      distance = get_distance (&start, &extent, must_overlap);
      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

/**
 * jalon_navigator_move:
 * @scene: a scene
 * @from: an item, or −1
 * @direction: an arrow key
 *
 * Goes to the next item in a direction: first within the slot, then to the next slot or header, as
 * a spreadsheet does.
 *
 * Returns: where to; −1 if there is nothing
 */
int
jalon_navigator_move (JalonScene *scene, int from, GtkDirectionType direction)
{
  g_auto (NavigatorMap) map = { 0 };
  gboolean is_vertical = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  Extent start;
  int to;

  if (from < 0)
    return jalon_navigator_get_first (scene);
  navigator_map_init (&map, scene);
  to = move_within_unit (&map, from, direction);
  if (to >= 0)
    return to;
  to = find_unit (&map, from, direction, TRUE);
  if (to < 0 && is_vertical)
    to = find_unit (&map, from, direction, FALSE);
  if (to < 0)
    return -1;
  start = get_extent (&map, from, direction);
  return enter_unit (&map, to, &start, direction);
}

/**
 * jalon_navigator_leave:
 * @scene: a scene
 * @from: an item
 * @direction: an arrow key
 *
 * Goes out of a slot, whatever else lies in it.
 *
 * Returns: the next slot or header in that direction; −1 if there is none
 */
int
jalon_navigator_leave (JalonScene *scene, guint from, GtkDirectionType direction)
{
  g_auto (NavigatorMap) map = { 0 };

  navigator_map_init (&map, scene);
  return find_unit (&map, from, direction, TRUE);
}
