/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether two nodes look the same: as the functions of a hash table. */

#include "drawing/jalon-node.h"

static gboolean
rects_equal (const JalonRect *a, const JalonRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
colours_equal (const JalonColour *a, const JalonColour *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

static gboolean
paths_equal (JalonPath *a, JalonPath *b)
{
  return a == b || (a != NULL && b != NULL && jalon_path_equal (a, b));
}

/* The same text in the same style is the same paragraph, the same image the same picture. */
static gboolean
primitives_equal (const JalonPrimitive *a, const JalonPrimitive *b)
{
  return a->type == b->type && a->paragraph == b->paragraph && a->picture == b->picture &&
         rects_equal (&a->rect, &b->rect) && a->radius == b->radius &&
         colours_equal (&a->fill, &b->fill) && colours_equal (&a->stroke, &b->stroke) &&
         a->line_width == b->line_width && a->line_style == b->line_style && a->angle == b->angle &&
         paths_equal (a->path, b->path);
}

/**
 * jalon_node_hash_look:
 * @node: a node on which all has been drawn
 *
 * Returns: a number that is the same for nodes that look the same
 */
guint
jalon_node_hash_look (gconstpointer node)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives ((JalonNode *) node, &n);
  double width = jalon_node_get_width ((JalonNode *) node);
  double height = jalon_node_get_height ((JalonNode *) node);
  guint hash = g_double_hash (&width) * 31 + g_double_hash (&height);

  for (guint i = 0; i < n; i++)
    hash = hash * 31 + g_direct_hash (primitives[i].paragraph) + primitives[i].type;
  return hash;
}

/**
 * jalon_node_equal_look:
 * @a: a node on which all has been drawn
 * @b: another
 *
 * Returns: %TRUE if the same is drawn on them, whatever they stand for
 */
gboolean
jalon_node_equal_look (gconstpointer a, gconstpointer b)
{
  guint n, n_others;
  const JalonPrimitive *primitives = jalon_node_get_primitives ((JalonNode *) a, &n);
  const JalonPrimitive *others = jalon_node_get_primitives ((JalonNode *) b, &n_others);

  if (a == b)
    return TRUE;
  if (n != n_others ||
      jalon_node_get_width ((JalonNode *) a) != jalon_node_get_width ((JalonNode *) b) ||
      jalon_node_get_height ((JalonNode *) a) != jalon_node_get_height ((JalonNode *) b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!primitives_equal (&primitives[i], &others[i]))
      return FALSE;
  return TRUE;
}
