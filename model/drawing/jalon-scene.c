/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-scene.h"

#include <math.h>

#include "drawing/jalon-node-private.h"

/* Among the items of the same role in the same slot, from 1, and how many those are */
typedef struct
{
  guint position;
  guint count;
} Position;

/* A block in its place, and the index of the first of its items */
typedef struct
{
  JalonBlock *block;
  guint first;
  double x;
  double y;
} Part;

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
  GArray *moving; /* the indices of those that are not of the body */

  /* What the nodes of the items belong to: most to blocks, the rest to one of the scene's own */
  GArray *parts;
  JalonBlock *own;

  Position *positions; /* of the items; made when somebody asks */
};

static void
part_clear (gpointer data)
{
  jalon_block_unref (((Part *) data)->block);
}

static JalonScene *
scene_alloc (guint n_items, guint n_parts)
{
  JalonScene *self = g_new0 (JalonScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (JalonItem), n_items);
  self->moving = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parts = g_array_sized_new (FALSE, FALSE, sizeof (Part), n_parts);
  g_array_set_clear_func (self->parts, part_clear);
  return self;
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
  JalonScene *self = scene_alloc (0, 0);
  JalonElement *project = jalon_element_get_ancestor (map, JALON_KIND_PROJECT);

  self->theme = theme;
  self->title = g_strdup (jalon_element_get_title (map));
  if (project != NULL)
    self->language = jalon_element_get_choice (project, JALON_FIELD_LANGUAGE);
  self->own = jalon_block_new ();
  return self;
}

static void
copy_parts (JalonScene *self, const JalonScene *scene)
{
  g_array_append_vals (self->parts, scene->parts->data, scene->parts->len);
  for (guint i = 0; i < self->parts->len; i++)
    jalon_block_ref (g_array_index (self->parts, Part, i).block);
}

/**
 * jalon_scene_copy:
 * @scene: a scene that has been laid out
 *
 * Makes a scene in which blocks can be replaced; nothing else may be added to it.
 *
 * Returns: (transfer full): the same scene once more
 */
JalonScene *
jalon_scene_copy (const JalonScene *scene)
{
  JalonScene *self = scene_alloc (scene->items->len, scene->parts->len);

  self->theme = scene->theme;
  self->language = scene->language;
  self->title = g_strdup (scene->title);
  self->width = scene->width;
  self->height = scene->height;
  self->screen_height = scene->screen_height;
  self->top = scene->top;
  self->side = scene->side;
  self->own = jalon_block_ref (scene->own);
  g_array_append_vals (self->items, scene->items->data, scene->items->len);
  g_array_append_vals (self->moving, scene->moving->data, scene->moving->len);
  copy_parts (self, scene);
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
  g_free (self->positions);
  g_array_unref (self->items);
  g_array_unref (self->moving);
  g_array_unref (self->parts);
  jalon_block_unref (self->own);
  g_free (self->title);
  g_free (self);
}

/* What has been added from @first on. */
static void
note_added (JalonScene *self, guint first)
{
  for (guint i = first; i < self->items->len; i++)
    if (g_array_index (self->items, JalonItem, i).layer != JALON_LAYER_BODY)
      g_array_append_val (self->moving, i);
  g_clear_pointer (&self->positions, g_free);
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
  guint n_own;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (node != NULL, 0);
  g_return_val_if_fail (slot >= -1 && slot < (int) self->items->len, 0);

  jalon_block_add (self->own, node, x, y, layer, -1);
  item = jalon_block_get_items (self->own, &n_own)[n_own - 1];
  item.slot = slot;
  g_array_append_val (self->items, item);
  note_added (self, self->items->len - 1);
  return self->items->len - 1;
}

/* Puts the items of a part where it says. */
static void
put_part (JalonScene *self, const Part *part)
{
  guint n_items;
  const JalonItem *items = jalon_block_get_items (part->block, &n_items);
  JalonItem *places = &g_array_index (self->items, JalonItem, part->first);

  for (guint i = 0; i < n_items; i++)
    {
      places[i] = items[i];
      places[i].x += part->x;
      places[i].y += part->y;
      places[i].slot += items[i].slot >= 0 ? (int) part->first : 0;
    }
}

/**
 * jalon_scene_add_block:
 * @self: a scene that is being laid out
 * @block: a block; nothing more may be added to it
 * @x: where its left edge is, in canvas units
 * @y: where its top edge is
 *
 * Puts the items of a block above those that were added before.
 *
 * Returns: the index of the block
 */
guint
jalon_scene_add_block (JalonScene *self, JalonBlock *block, double x, double y)
{
  Part part = { .first = self->items->len, .x = x, .y = y };
  guint n_items;

  g_return_val_if_fail (block != NULL, 0);
  g_return_val_if_fail (isfinite (x) && isfinite (y), 0);

  part.block = jalon_block_ref (block);
  jalon_block_get_items (block, &n_items);
  g_array_append_val (self->parts, part);
  g_array_set_size (self->items, part.first + n_items);
  put_part (self, &part);
  note_added (self, part.first);
  return self->parts->len - 1;
}

/**
 * jalon_scene_replace_block:
 * @self: a copy of a scene
 * @index: of a block
 * @block: what takes its place: items of the same layers
 *
 * Returns: %FALSE if it has another number of items, and nothing was done
 */
gboolean
jalon_scene_replace_block (JalonScene *self, guint index, JalonBlock *block)
{
  Part *part = &g_array_index (self->parts, Part, index);
  JalonBlock *before = part->block;
  guint n_before, n_items;

  jalon_block_get_items (before, &n_before);
  jalon_block_get_items (block, &n_items);
  if (n_items != n_before)
    return FALSE;
  part->block = jalon_block_ref (block);
  put_part (self, part);
  jalon_block_unref (before);
  return TRUE;
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
 * jalon_scene_get_moving:
 * @self: a scene
 * @n_moving: (out): how many
 *
 * Returns: (array length=n_moving) (transfer none): the indices of the items that do not always
 *   move as the body does
 */
const guint *
jalon_scene_get_moving (JalonScene *self, guint *n_moving)
{
  *n_moving = self->moving->len;
  return (const guint *) (gpointer) self->moving->data;
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
  guint key = jalon_item_make_key (element);

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; element != NULL && i < self->items->len; i++)
    {
      const JalonItem *item = &g_array_index (self->items, JalonItem, i);

      if (jalon_item_shows (item, element, key) &&
          (field == JALON_FIELD_NONE || jalon_node_get_field (item->node) == field))
        return (int) i;
    }
  return -1;
}

/* How many there are so far of the role of an item in its slot */
static guint *
get_count (const JalonItem *item, guint *counts)
{
  return &counts[(item->slot + 1) * JALON_N_ROLES + jalon_node_get_role (item->node)];
}

static void
make_positions (JalonScene *self)
{
  const JalonItem *items = (gpointer) self->items->data;
  g_autofree guint *counts = g_new0 (guint, (self->items->len + 1) * JALON_N_ROLES);

  self->positions = g_new (Position, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    self->positions[i].position = ++*get_count (&items[i], counts);
  for (guint i = 0; i < self->items->len; i++)
    self->positions[i].count = *get_count (&items[i], counts);
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
