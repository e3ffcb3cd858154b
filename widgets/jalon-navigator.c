/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keys stop at. */

#include "widgets/jalon-navigator-private.h"

static gboolean
is_meaningful (const JalonItem *item)
{
  return jalon_node_get_role (item->node) != JALON_ROLE_DECORATION &&
         (jalon_node_get_element (item->node) != NULL || jalon_node_get_slot (item->node) != NULL);
}

static gboolean
is_within (const JalonItem *item, const JalonItem *other)
{
  return item->x >= other->x && item->y >= other->y &&
         item->x + jalon_node_get_width (item->node) <=
           other->x + jalon_node_get_width (other->node) &&
         item->y + jalon_node_get_height (item->node) <=
           other->y + jalon_node_get_height (other->node);
}

/* The slot on which a text is written, such as the name of a quadrant. */
static int
find_ground (const NavigatorMap *map, guint text)
{
  for (guint i = text; i > 0; i--)
    if (jalon_node_get_slot (map->items[i - 1].node) != NULL &&
        is_within (&map->items[text], &map->items[i - 1]))
      return i - 1;
  return -1;
}

void
navigator_map_init (NavigatorMap *map, JalonScene *scene)
{
  map->items = jalon_scene_get_items (scene, &map->n_items);
  map->is_occupied = g_new0 (gboolean, map->n_items + 1);
  map->units = g_new (int, map->n_items + 1);
  for (guint i = 0; i < map->n_items; i++)
    {
      const JalonItem *item = &map->items[i];

      map->units[i] = item->slot;
      if (item->slot >= 0 && is_meaningful (item))
        map->is_occupied[item->slot] = TRUE;
      else if (jalon_node_get_role (item->node) == JALON_ROLE_TEXT)
        map->units[i] = find_ground (map, i);
    }
}

void
navigator_map_clear (NavigatorMap *map)
{
  g_free (map->is_occupied);
  g_free (map->units);
}

gboolean
navigator_is_stop (const NavigatorMap *map, guint item)
{
  return is_meaningful (&map->items[item]) && !map->is_occupied[item];
}

gboolean
navigator_is_unit (const NavigatorMap *map, guint item)
{
  return is_meaningful (&map->items[item]) && map->units[item] < 0;
}

guint
navigator_get_unit (const NavigatorMap *map, guint item)
{
  return map->units[item] >= 0 ? (guint) map->units[item] : item;
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
  g_auto (NavigatorMap) map = { 0 };
  gboolean *stops;

  navigator_map_init (&map, scene);
  stops = g_new (gboolean, map.n_items + 1);
  for (guint i = 0; i < map.n_items; i++)
    stops[i] = navigator_is_stop (&map, i);
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
  g_auto (NavigatorMap) map = { 0 };

  navigator_map_init (&map, scene);
  for (guint i = 0; i < map.n_items; i++)
    if (navigator_is_stop (&map, i))
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
  g_auto (NavigatorMap) map = { 0 };

  navigator_map_init (&map, scene);
  for (guint i = map.n_items; i > 0; i--)
    if (navigator_is_stop (&map, i - 1))
      return i - 1;
  return -1;
}

/* Most nodes outlive their scene. */
static gboolean
is_same (const JalonItem *item, JalonNode *node)
{
  return item->node == node ||
         (jalon_node_get_role (item->node) == jalon_node_get_role (node) &&
          jalon_node_get_field (item->node) == jalon_node_get_field (node) &&
          g_strcmp0 (jalon_node_get_element (item->node), jalon_node_get_element (node)) == 0 &&
          jalon_slot_equal (jalon_node_get_slot (item->node), jalon_node_get_slot (node)));
}

/**
 * jalon_navigator_find_same:
 * @scene: a scene
 * @node: (nullable): a node, maybe of an earlier scene of the same map
 * @hint: about where it may be among the items; any number will do
 *
 * Returns: the item that stands for the same thing: the same field of the same element, or the same
 *   slot; the nearest to @hint
 */
int
jalon_navigator_find_same (JalonScene *scene, JalonNode *node, int hint)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);
  int last = (int) n_items - 1;

  hint = CLAMP (hint, 0, MAX (last, 0));
  for (int distance = 0; node != NULL && distance <= last; distance++)
    {
      if (distance <= hint && is_same (&items[hint - distance], node))
        return hint - distance;
      if (hint + distance <= last && is_same (&items[hint + distance], node))
        return hint + distance;
    }
  return -1;
}
