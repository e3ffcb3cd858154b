/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-navigator.h"

#include <math.h>

#include "widgets/jalon-slot.h"

/* Edges that should meet may differ by this much. */
#define TOLERANCE 2.0

/* The keys stop at units first: a slot, with all that lies in it, or an item that lies in none. */
typedef struct
{
  const JalonItem *items;
  guint n_items;
  gboolean *is_occupied; /* of each item: something lies in its slot */
} Map;

static gboolean
is_meaningful (const JalonItem *item)
{
  return jalon_node_get_role (item->node) != JALON_ROLE_DECORATION &&
         (jalon_node_get_element (item->node) != NULL || jalon_node_get_slot (item->node) != NULL);
}

static void
map_init (Map *map, JalonScene *scene)
{
  map->items = jalon_scene_get_items (scene, &map->n_items);
  map->is_occupied = g_new0 (gboolean, map->n_items + 1);
  for (guint i = 0; i < map->n_items; i++)
    if (map->items[i].slot >= 0 && is_meaningful (&map->items[i]))
      map->is_occupied[map->items[i].slot] = TRUE;
}

static void
map_clear (Map *map)
{
  g_free (map->is_occupied);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Map, map_clear)

static gboolean
is_stop (const Map *map, guint item)
{
  return is_meaningful (&map->items[item]) && !map->is_occupied[item];
}

static gboolean
is_unit (const Map *map, guint item)
{
  return is_meaningful (&map->items[item]) && map->items[item].slot < 0;
}

static guint
get_unit (const Map *map, guint item)
{
  return map->items[item].slot >= 0 ? (guint) map->items[item].slot : item;
}

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
get_extent (const Map *map, guint item, GtkDirectionType direction)
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

  if (to->start + to->end <= from->start + from->end + TOLERANCE || to->end <= from->end)
    return INFINITY;
  if (must_overlap && (gap < -TOLERANCE || across > -TOLERANCE + 2 * TOLERANCE))
    return INFINITY;
  return MAX (0, gap) + 2 * across + fabs (to->across_start - from->across_start) / 1000;
}

/* The nearest of the stops in the slot @unit, or the unit itself if it is empty. */
static int
enter_unit (const Map *map, guint unit, const Extent *from, GtkDirectionType direction)
{
  int best = unit;
  double least = INFINITY;

  if (!map->is_occupied[unit])
    return unit;
  for (guint i = 0; i < map->n_items; i++)
    {
      Extent extent;
      double distance;

      if (map->items[i].slot != (int) unit || !is_stop (map, i))
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

static int
move_within_unit (const Map *map, guint from, GtkDirectionType direction)
{
  Extent start = get_extent (map, from, direction);
  int best = -1;
  double least = INFINITY;

  for (guint i = 0; map->items[from].slot >= 0 && i < map->n_items; i++)
    {
      Extent extent;
      double distance;

      if (i == from || map->items[i].slot != map->items[from].slot || !is_stop (map, i))
        continue;
      extent = get_extent (map, i, direction);
      distance = get_distance (&start, &extent, FALSE);
      /* Rather sideways out of the slot than to something that is mostly above or below. */
      if (get_gap_across (&start, &extent) > MAX (0, extent.start - start.end) + TOLERANCE)
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
find_unit (const Map *map, guint from, GtkDirectionType direction, gboolean must_overlap)
{
  guint unit = get_unit (map, from);
  Extent start = get_extent (map, unit, direction);
  int best = -1;
  double least = INFINITY;

  for (guint i = 0; i < map->n_items; i++)
    {
      Extent extent;
      double distance;

      if (i == unit || !is_unit (map, i) ||
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
 * jalon_navigator_get_stops:
 * @scene: a scene
 *
 * Tells at which items the keys stop: at all that mean something, and at a slot only while nothing
 * lies in it.
 *
 * Returns: (transfer full) (array): for each item whether they do
 */
gboolean *
jalon_navigator_get_stops (JalonScene *scene)
{
  g_auto (Map) map = { 0 };
  gboolean *stops;

  map_init (&map, scene);
  stops = g_new (gboolean, map.n_items + 1);
  for (guint i = 0; i < map.n_items; i++)
    stops[i] = is_stop (&map, i);
  return stops;
}

/**
 * jalon_navigator_get_first:
 * @scene: a scene
 *
 * Returns: the first item in reading order at which the keys stop
 */
int
jalon_navigator_get_first (JalonScene *scene)
{
  g_auto (Map) map = { 0 };

  map_init (&map, scene);
  for (guint i = 0; i < map.n_items; i++)
    if (is_stop (&map, i))
      return i;
  return -1;
}

/**
 * jalon_navigator_get_last:
 * @scene: a scene
 *
 * Returns: the last item in reading order at which the keys stop
 */
int
jalon_navigator_get_last (JalonScene *scene)
{
  g_auto (Map) map = { 0 };

  map_init (&map, scene);
  for (guint i = map.n_items; i > 0; i--)
    if (is_stop (&map, i - 1))
      return i - 1;
  return -1;
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
  g_auto (Map) map = { 0 };
  gboolean is_vertical = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  Extent start;
  int to;

  if (from < 0)
    return jalon_navigator_get_first (scene);
  map_init (&map, scene);
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

/* The first stop of the unit in reading order. */
static int
get_first_of_unit (const Map *map, guint unit)
{
  for (guint i = unit; map->is_occupied[unit] && i < map->n_items; i++)
    if (map->items[i].slot == (int) unit && is_stop (map, i))
      return i;
  return unit;
}

/**
 * jalon_navigator_next_cell:
 * @scene: a scene
 * @from: an item, or −1
 * @forward: %FALSE for backwards
 *
 * Goes to the next slot in reading order, or, from an item that lies in none, to the next of
 * either.
 *
 * Returns: where to; −1 at the end
 */
int
jalon_navigator_next_cell (JalonScene *scene, int from, gboolean forward)
{
  g_auto (Map) map = { 0 };
  int step = forward ? 1 : -1;
  gboolean only_slots;

  if (from < 0)
    return forward ? jalon_navigator_get_first (scene) : jalon_navigator_get_last (scene);
  map_init (&map, scene);
  from = get_unit (&map, from);
  only_slots = jalon_node_get_slot (map.items[from].node) != NULL;
  for (int i = from + step; i >= 0 && i < (int) map.n_items; i += step)
    if (is_unit (&map, i) && (!only_slots || jalon_node_get_slot (map.items[i].node) != NULL))
      return get_first_of_unit (&map, i);
  return -1;
}

/**
 * jalon_navigator_find_same:
 * @scene: a scene
 * @node: (nullable): a node, maybe of an earlier scene of the same map
 *
 * Returns: the item that stands for the same thing: the same field of the same element, or the same
 *   slot
 */
int
jalon_navigator_find_same (JalonScene *scene, JalonNode *node)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  if (node == NULL)
    return -1;
  /* Most nodes outlive their scene. */
  for (guint i = 0; i < n_items; i++)
    if (items[i].node == node)
      return i;
  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_role (items[i].node) == jalon_node_get_role (node) &&
        jalon_node_get_field (items[i].node) == jalon_node_get_field (node) &&
        g_strcmp0 (jalon_node_get_element (items[i].node), jalon_node_get_element (node)) == 0 &&
        jalon_slot_equal (jalon_node_get_slot (items[i].node), jalon_node_get_slot (node)))
      return i;
  return -1;
}
