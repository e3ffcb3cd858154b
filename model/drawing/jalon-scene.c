/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-scene.h"

#include <math.h>

#include "drawing/jalon-node-private.h"

typedef struct
{
  const char *element;
  JalonFieldId field;
  int item;
} Key;

/* Among the items of the same role in the same slot, from 1, and how many those are */
typedef struct
{
  guint position;
  guint count;
} Position;

struct _JalonScene
{
  gatomicrefcount ref_count;
  const JalonTheme *theme;
  JalonLanguage language;
  char *title;
  double width;
  double height;
  double screen_height;
  JalonRect top;
  JalonRect side;
  GArray *items;

  /* Made when somebody asks: keys in the order of the items, and a set of them */
  GArray *keys;
  GHashTable *index;
  Position *positions;
};

static void
item_clear (gpointer data)
{
  JalonItem *item = data;

  jalon_node_unref (item->node);
}

/**
 * jalon_scene_new:
 * @map: a map, which names the scene
 * @theme: its colours
 *
 * Returns: (transfer full): an empty scene
 */
JalonScene *
jalon_scene_new (JalonElement *map, const JalonTheme *theme)
{
  JalonScene *self = g_new0 (JalonScene, 1);
  JalonElement *project = jalon_element_get_ancestor (map, JALON_KIND_PROJECT);

  g_atomic_ref_count_init (&self->ref_count);
  self->theme = theme;
  self->title = g_strdup (jalon_element_get_title (map));
  if (project != NULL)
    self->language = jalon_element_get_choice (project, JALON_FIELD_LANGUAGE);
  self->items = g_array_new (FALSE, FALSE, sizeof (JalonItem));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

JalonScene *
jalon_scene_ref (JalonScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jalon_scene_unref (JalonScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self->positions);
  g_array_unref (self->items);
  g_free (self->title);
  g_free (self);
}

/**
 * jalon_scene_add:
 * @self: a scene that is being laid out
 * @node: (transfer full): a node; nothing more may be drawn on it
 * @x: where its left edge is, in canvas units
 * @y: where its top edge is
 * @layer: how it moves
 * @slot: the index of the item in whose slot it lies; −1 for none
 *
 * Puts a node above those that were added before.
 *
 * Returns: its index
 */
guint
jalon_scene_add (JalonScene *self, JalonNode *node, double x, double y, JalonLayer layer, int slot)
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
                      .slot = slot };
  g_array_append_val (self->items, item);
  g_clear_pointer (&self->positions, g_free);
  return self->items->len - 1;
}

/**
 * jalon_scene_set_size:
 * @self: a scene that is being laid out
 * @width: of the sheet, in canvas units
 * @height: of the sheet
 *
 * Sets the size of the sheet.
 */
void
jalon_scene_set_size (JalonScene *self, double width, double height)
{
  g_return_if_fail (self != NULL);

  self->width = isfinite (width) ? MAX (width, 1.0) : 1.0;
  self->height = isfinite (height) ? MAX (height, 1.0) : 1.0;
}

/**
 * jalon_scene_set_screen_height:
 * @self: a scene that is being made
 * @height: in canvas units; less than that of the sheet does not count
 *
 * Sets how far down there is something that is for the screen only, below the sheet.
 */
void
jalon_scene_set_screen_height (JalonScene *self, double height)
{
  g_return_if_fail (self != NULL);

  self->screen_height = height;
}

/**
 * jalon_scene_set_headers:
 * @self: a scene that is being laid out
 * @top: (nullable): where the column headers are
 * @side: (nullable): where the row headers are
 *
 * Says which parts stay in view while the rest scrolls.
 */
void
jalon_scene_set_headers (JalonScene *self, const JalonRect *top, const JalonRect *side)
{
  g_return_if_fail (self != NULL);

  self->top = top != NULL ? *top : (JalonRect){ 0 };
  self->side = side != NULL ? *side : (JalonRect){ 0 };
}

/**
 * jalon_scene_get_title:
 * @self: a scene
 *
 * Returns: (transfer none): the title of the map
 */
const char *
jalon_scene_get_title (JalonScene *self)
{
  return self->title;
}

/**
 * jalon_scene_get_language:
 * @self: a scene
 *
 * Returns: (transfer none): the language of the project: "en", "fr" …
 */
const char *
jalon_scene_get_language (JalonScene *self)
{
  return jalon_language_choices[self->language].nick;
}

/**
 * jalon_scene_get_theme:
 * @self: a scene
 *
 * Returns: (transfer none): its colours
 */
const JalonTheme *
jalon_scene_get_theme (JalonScene *self)
{
  return self->theme;
}

double
jalon_scene_get_width (JalonScene *self)
{
  return self->width;
}

double
jalon_scene_get_height (JalonScene *self)
{
  return self->height;
}

/**
 * jalon_scene_get_screen_height:
 * @self: a scene
 *
 * Returns: the height with what is for the screen only, in canvas units
 */
double
jalon_scene_get_screen_height (JalonScene *self)
{
  return MAX (self->height, self->screen_height);
}

/**
 * jalon_scene_get_items:
 * @self: a scene
 * @n_items: (out): how many
 *
 * Returns: (array length=n_items) (transfer none): its items in the order of painting and reading
 */
const JalonItem *
jalon_scene_get_items (JalonScene *self, guint *n_items)
{
  *n_items = self->items->len;
  return (const JalonItem *) (gpointer) self->items->data;
}

/**
 * jalon_scene_get_headers:
 * @self: a scene
 * @top: (out): where the column headers are; empty if there are none
 * @side: (out): where the row headers are; empty if there are none
 *
 * Tells which parts stay in view while the rest scrolls.
 */
void
jalon_scene_get_headers (JalonScene *self, JalonRect *top, JalonRect *side)
{
  *top = self->top;
  *side = self->side;
}

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->element) ^ (guint) key->field;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->field == y->field && strcmp (x->element, y->element) == 0;
}

static void
add_keys (JalonScene *self, int index)
{
  JalonNode *node = g_array_index (self->items, JalonItem, index).node;
  Key key = { jalon_node_get_element (node), jalon_node_get_field (node), index };

  if (key.element == NULL)
    return;
  g_array_append_val (self->keys, key);
  key.field = JALON_FIELD_NONE;
  g_array_append_val (self->keys, key);
}

static void
make_index (JalonScene *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->index = g_hash_table_new (key_hash, key_equal);
  for (guint i = 0; i < self->items->len; i++)
    add_keys (self, i);
  for (guint i = 0; i < self->keys->len; i++)
    {
      Key *key = &g_array_index (self->keys, Key, i);

      if (!g_hash_table_contains (self->index, key))
        g_hash_table_add (self->index, key);
    }
}

/**
 * jalon_scene_find:
 * @self: a scene that has been laid out
 * @element: the id of an element
 * @field: a field, or %JALON_FIELD_NONE for any
 *
 * Looks for what shows an element, or a field of it.
 *
 * Returns: the index of the first such item, or −1
 */
int
jalon_scene_find (JalonScene *self, const char *element, JalonFieldId field)
{
  Key key = { element, field, -1 };
  const Key *found;

  g_return_val_if_fail (self != NULL, -1);

  if (element == NULL)
    return -1;
  if (self->index == NULL)
    make_index (self);
  found = g_hash_table_lookup (self->index, &key);
  return found != NULL ? found->item : -1;
}

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
  for (int i = (int) self->items->len - 1; i >= 0; i--)
    {
      const JalonItem *item = &g_array_index (self->items, JalonItem, i);

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
  g_return_val_if_fail (self != NULL, -1);

  for (int i = (int) self->items->len - 1; i >= 0; i--)
    {
      const JalonItem *item = &g_array_index (self->items, JalonItem, i);
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
  for (int i = (int) self->items->len - 1; i >= 0; i--)
    {
      const JalonItem *item = &g_array_index (self->items, JalonItem, i);

      if (is_at (item, x, y) && jalon_node_get_slot (item->node) != NULL)
        return i;
    }
  return -1;
}

static gpointer
get_company (const JalonItem *item)
{
  return GUINT_TO_POINTER ((guint) (item->slot + 1) << 8 | jalon_node_get_role (item->node));
}

static void
make_positions (JalonScene *self)
{
  const JalonItem *items = (gpointer) self->items->data;
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  self->positions = g_new (Position, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      gpointer company = get_company (&items[i]);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, company)) + 1;

      self->positions[i].position = count;
      g_hash_table_replace (counts, company, GUINT_TO_POINTER (count));
    }
  for (guint i = 0; i < self->items->len; i++)
    self->positions[i].count =
      GPOINTER_TO_UINT (g_hash_table_lookup (counts, get_company (&items[i])));
}

/**
 * jalon_scene_get_position:
 * @self: a scene
 * @item: the index of an item
 * @position: (out): which one it is, from 1
 * @count: (out): of how many
 *
 * Counts the items of the same role in the same slot: "2 of 5".
 */
void
jalon_scene_get_position (JalonScene *self, guint item, guint *position, guint *count)
{
  *position = *count = 0;
  g_return_if_fail (item < self->items->len);

  if (self->positions == NULL)
    make_positions (self);
  *position = self->positions[item].position;
  *count = self->positions[item].count;
}
