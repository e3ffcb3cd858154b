/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-node-private.h"

#include <math.h>

static void
unite (JalonRect *rect, double x1, double y1, double x2, double y2)
{
  double right = MAX (rect->x + rect->width, x2);
  double bottom = MAX (rect->y + rect->height, y2);

  rect->x = MIN (rect->x, x1);
  rect->y = MIN (rect->y, y1);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static void
unite_path (JalonRect *rect, const JalonPrimitive *primitive)
{
  guint n_elements;
  const JalonPathElement *elements = jalon_path_get_elements (primitive->path, &n_elements);
  /* Points of joins reach out; round ones by half the width only. */
  double out = primitive->line_width / 2.0;

  for (guint i = 0; i < n_elements; i++)
    {
      guint n = elements[i].verb == JALON_PATH_CURVE   ? 3
                : elements[i].verb == JALON_PATH_CLOSE ? 0
                                                       : 1;

      for (guint j = 0; j < n; j++)
        {
          double x = primitive->rect.x + elements[i].points[j].x;
          double y = primitive->rect.y + elements[i].points[j].y;

          unite (rect, x - out, y - out, x + out, y + out);
        }
    }
}

/* Letters may reach out of their line: italics, tall scripts. */
static void
unite_text (JalonRect *rect, const JalonPrimitive *primitive)
{
  const JalonRect *r = &primitive->rect;
  double out = jalon_typesetter_get_size (jalon_paragraph_get_style (primitive->paragraph));

  if (primitive->angle != 0.0)
    {
      out += hypot (r->width, r->height);
      unite (rect, r->x - out, r->y - out, r->x + out, r->y + out);
      return;
    }
  unite (rect, r->x - out, r->y - out, r->x + r->width + out, r->y + r->height + out);
}

/**
 * jalon_primitive_get_ink:
 * @self: a primitive
 * @ink: (inout): in the coordinates of the node
 *
 * Makes @ink so large that it holds what is drawn.
 */
void
jalon_primitive_get_ink (const JalonPrimitive *self, JalonRect *ink)
{
  const JalonRect *r = &self->rect;
  double out = self->line_width / 2.0;

  if (self->type == JALON_PRIMITIVE_PATH)
    unite_path (ink, self);
  else if (self->type == JALON_PRIMITIVE_TEXT)
    unite_text (ink, self);
  else
    unite (ink, r->x - out, r->y - out, r->x + r->width + out, r->y + r->height + out);
}

static gboolean
contains (const JalonRect *rect, double x, double y)
{
  return x >= rect->x && y >= rect->y && x < rect->x + rect->width && y < rect->y + rect->height;
}

/**
 * jalon_node_contains:
 * @self: a node
 * @x: in the coordinates of the node
 * @y: in the coordinates of the node
 *
 * Tells whether a point is on the node: in its rectangle, or, as a link is a thin thing in a large
 * rectangle, near its line or on its label. A slot with a shape is where its shape is.
 *
 * Returns: %TRUE if so
 */
gboolean
jalon_node_contains (JalonNode *self, double x, double y)
{
  const JalonRect rect = { 0, 0, jalon_node_get_width (self), jalon_node_get_height (self) };
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (self, &n);
  const JalonSlot *slot = jalon_node_get_slot (self);

  if (slot != NULL && slot->has_shape && n > 0 && primitives[0].path != NULL)
    return jalon_path_contains (primitives[0].path, x - primitives[0].rect.x,
                                y - primitives[0].rect.y);
  if (jalon_node_get_role (self) != JALON_ROLE_LINK)
    return contains (&rect, x, y);
  for (guint i = 0; i < n; i++)
    {
      const JalonPrimitive *p = &primitives[i];

      if (p->type == JALON_PRIMITIVE_PATH
            ? jalon_path_get_distance (p->path, x - p->rect.x, y - p->rect.y) <= JALON_NODE_REACH
            : contains (&p->rect, x, y))
        return TRUE;
    }
  return FALSE;
}

/**
 * jalon_primitive_get_dashes:
 * @self: a primitive
 * @dashes: (out caller-allocates) (array fixed-size=2): lengths of line and gap in canvas units
 *
 * Tells how its line is broken; the round caps are not counted in.
 *
 * Returns: %FALSE if it is solid
 */
gboolean
jalon_primitive_get_dashes (const JalonPrimitive *self, double dashes[2])
{
  double width = MAX (self->line_width, 1.0);

  switch (self->line_style)
    {
    case JALON_LINE_DASHED:
      dashes[0] = 2.0 * width;
      dashes[1] = 3.0 * width;
      return TRUE;
    case JALON_LINE_DOTTED:
      /* As good as nothing, but not nothing: some renderers leave out dashes without length. */
      dashes[0] = 0.01;
      dashes[1] = 2.0 * width;
      return TRUE;
    case JALON_LINE_SOLID:
    default:
      return FALSE;
    }
}
