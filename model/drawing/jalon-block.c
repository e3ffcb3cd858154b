/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-block.h"

#include <math.h>

#include "document/jalon-text.h"

struct _JalonBlock
{
  gatomicrefcount ref_count;
  GArray *items;
};

static void
item_clear (gpointer data)
{
  jalon_node_unref (((JalonItem *) data)->node);
}

/**
 * jalon_block_new:
 *
 * Returns: (transfer full): an empty block
 */
JalonBlock *
jalon_block_new (void)
{
  JalonBlock *self = g_new0 (JalonBlock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_array_new (FALSE, FALSE, sizeof (JalonItem));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

JalonBlock *
jalon_block_ref (JalonBlock *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jalon_block_unref (JalonBlock *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->items);
  g_free (self);
}

/**
 * jalon_block_add:
 * @self: a block that is being made
 * @node: (transfer full): a node; nothing more may be drawn on it
 * @x: where its left edge is, in canvas units from that of the block
 * @y: where its top edge is
 * @layer: how it moves
 * @slot: the index of the item in whose slot it lies; −1 for none
 *
 * Puts a node above those that were added before.
 *
 * Returns: its index in the block
 */
guint
jalon_block_add (JalonBlock *self, JalonNode *node, double x, double y, JalonLayer layer, int slot)
{
  JalonItem item;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (node != NULL, 0);
  g_return_val_if_fail (slot >= -1 && slot < (int) self->items->len, 0);

  item = (JalonItem){ .node = node,
                      .x = isfinite (x) ? x : 0.0,
                      .y = isfinite (y) ? y : 0.0,
                      .width = jalon_node_get_width (node),
                      .height = jalon_node_get_height (node),
                      .layer = layer,
                      .slot = slot,
                      .key = jalon_item_make_key (jalon_node_get_element (node)) };
  g_array_append_val (self->items, item);
  return self->items->len - 1;
}

/**
 * jalon_block_get_items:
 * @self: a block
 * @n_items: (out): how many
 *
 * Returns: (array length=n_items) (transfer none): its items
 */
const JalonItem *
jalon_block_get_items (JalonBlock *self, guint *n_items)
{
  *n_items = self->items->len;
  return (const JalonItem *) (gpointer) self->items->data;
}

/**
 * jalon_item_make_key:
 * @element: (nullable): the id of an element
 *
 * Returns: what nearly all other elements have another of; 0 for none
 */
guint
jalon_item_make_key (const char *element)
{
  return element != NULL ? jalon_text_hash (element) : 0;
}

/**
 * jalon_item_shows:
 * @self: an item
 * @element: the id of an element
 * @key: of @element
 *
 * Tells most items apart by their keys, without a look at their nodes.
 *
 * Returns: %TRUE if it shows @element
 */
gboolean
jalon_item_shows (const JalonItem *self, const char *element, guint key)
{
  return self->key == key && g_strcmp0 (jalon_node_get_element (self->node), element) == 0;
}
