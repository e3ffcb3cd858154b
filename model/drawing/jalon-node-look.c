/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether two nodes look the same. */

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
 * jalon_node_equal_look:
 * @a: a node on which all has been drawn
 * @b: another
 *
 * Returns: %TRUE if the same is drawn on them, whatever they stand for
 */
gboolean
jalon_node_equal_look (JalonNode *a, JalonNode *b)
{
  guint n, n_others;
  const JalonPrimitive *primitives = jalon_node_get_primitives (a, &n);
  const JalonPrimitive *others = jalon_node_get_primitives (b, &n_others);

  if (a == b)
    return TRUE;
  if (n != n_others || jalon_node_get_width (a) != jalon_node_get_width (b) ||
      jalon_node_get_height (a) != jalon_node_get_height (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!primitives_equal (&primitives[i], &others[i]))
      return FALSE;
  return TRUE;
}
