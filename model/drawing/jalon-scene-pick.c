/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is at a point of a scene. */

#include "drawing/jalon-scene.h"

#include "drawing/jalon-node-private.h"

/* Whether a point is on an item. Nearly all of them are told apart without a look at their node. */
static gboolean
is_at (const JalonItem *item, double x, double y)
{
  return x >= item->x - JALON_NODE_REACH && y >= item->y - JALON_NODE_REACH &&
         x <= item->x + item->width + JALON_NODE_REACH &&
         y <= item->y + item->height + JALON_NODE_REACH &&
         jalon_node_contains (item->node, x - item->x, y - item->y);
}

/**
 * jalon_scene_pick:
 * @self: a scene
 * @x: in canvas units
 * @y: in canvas units
 *
 * Looks for what is at a point: the topmost item that means something.
 *
 * Returns: the index of the item, or −1
 */
int
jalon_scene_pick (JalonScene *self, double x, double y)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self, &n_items);

  for (int i = (int) n_items - 1; i >= 0; i--)
    {
      const JalonItem *item = &items[i];

      if (is_at (item, x, y) && jalon_node_get_role (item->node) != JALON_ROLE_DECORATION)
        return i;
    }
  return -1;
}

static gboolean
has_target_at (JalonNode *node, JalonTarget target, double x, double y)
{
  JalonRect rect;

  return jalon_node_get_target (node, &rect) == target && x >= rect.x && x < rect.x + rect.width &&
         y >= rect.y && y < rect.y + rect.height;
}

/**
 * jalon_scene_pick_target:
 * @self: a scene
 * @target: what is looked for
 * @x: in canvas units
 * @y: in canvas units
 *
 * Looks for a part of the drawing that does something of its own.
 *
 * Returns: the index of the topmost item of which @target is there and not covered, or −1
 */
int
jalon_scene_pick_target (JalonScene *self, JalonTarget target, double x, double y)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self, &n_items);

  for (int i = (int) n_items - 1; i >= 0; i--)
    {
      const JalonItem *item = &items[i];
      JalonRole role;

      if (!is_at (item, x, y))
        continue;
      role = jalon_node_get_role (item->node);
      if (has_target_at (item->node, target, x - item->x, y - item->y))
        return i;
      if (role != JALON_ROLE_DECORATION && role != JALON_ROLE_SLOT)
        return -1;
    }
  return -1;
}

/**
 * jalon_scene_pick_slot:
 * @self: a scene
 * @x: in canvas units
 * @y: in canvas units
 *
 * Looks for the place that takes a card at a point, whatever lies there.
 *
 * Returns: the index of the topmost item with a slot, or −1
 */
int
jalon_scene_pick_slot (JalonScene *self, double x, double y)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self, &n_items);

  for (int i = (int) n_items - 1; i >= 0; i--)
    {
      const JalonItem *item = &items[i];

      if (is_at (item, x, y) && jalon_node_get_slot (item->node) != NULL)
        return i;
    }
  return -1;
}
