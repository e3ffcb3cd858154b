/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-node.h"

G_BEGIN_DECLS

/**
 * JalonLayer:
 * @JALON_LAYER_BODY: scrolls both ways
 * @JALON_LAYER_TOP: column headers: stay in view while the body scrolls up
 * @JALON_LAYER_SIDE: row headers: stay in view while the body scrolls to the left
 *
 * How an item moves in the editor. On paper all layers are one.
 */
typedef enum
{
  JALON_LAYER_BODY,
  JALON_LAYER_TOP,
  JALON_LAYER_SIDE,
} JalonLayer;

/**
 * JalonItem:
 * @node: what
 * @x: where its left edge is
 * @y: where its top edge is
 * @width: of the node: what is not in view is told without a look at it
 * @height: of the node
 * @layer: how it moves
 * @slot: the index of the item in whose slot it lies; −1 for none
 * @key: of the element that @node shows, see jalon_item_make_key()
 *
 * A node in its place.
 */
typedef struct
{
  JalonNode  *node;
  double      x;
  double      y;
  double      width;
  double      height;
  JalonLayer  layer;
  int         slot;
  guint       key;
} JalonItem;

/* Some items that go together from scene to scene while nothing about them changes, wherever they
 * lie then: @x and @y are from the top left of the block, @slot is an index in it. Immutable once
 * it is in a scene, counted. */

typedef struct _JalonBlock JalonBlock;

JalonBlock      *jalon_block_new       (void);
JalonBlock      *jalon_block_ref       (JalonBlock *self);
void             jalon_block_unref     (JalonBlock *self);

guint            jalon_block_add       (JalonBlock *self,
                                        JalonNode  *node,
                                        double      x,
                                        double      y,
                                        JalonLayer  layer,
                                        int         slot);
const JalonItem *jalon_block_get_items (JalonBlock *self,
                                        guint      *n_items);

guint            jalon_item_make_key   (const char *element);
gboolean         jalon_item_shows      (const JalonItem *self,
                                        const char      *element,
                                        guint            key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonBlock, jalon_block_unref)

G_END_DECLS
