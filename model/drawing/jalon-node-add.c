/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn on a node. */

#include "drawing/jalon-node-private.h"

static JalonPrimitive *
add (JalonNode *self, JalonPrimitiveType type, double x, double y)
{
  JalonPrimitive *primitive;

  g_array_set_size (self->primitives, self->primitives->len + 1);
  primitive = &g_array_index (self->primitives, JalonPrimitive, self->primitives->len - 1);
  primitive->type = type;
  primitive->rect.x = x;
  primitive->rect.y = y;
  return primitive;
}

/**
 * jalon_node_add_box:
 * @self: a node
 * @rect: where, in the coordinates of the node
 * @radius: of the corners, in canvas units
 * @fill: inside
 *
 * Draws a box.
 *
 * Returns: (transfer none): the primitive, to be refined before the next one is added
 */
JalonPrimitive *
jalon_node_add_box (JalonNode *self, const JalonRect *rect, double radius, JalonColour fill)
{
  JalonPrimitive *primitive;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (rect != NULL, NULL);

  primitive = add (self, JALON_PRIMITIVE_BOX, rect->x, rect->y);
  primitive->rect = *rect;
  primitive->radius = radius;
  primitive->fill = fill;
  return primitive;
}

/**
 * jalon_node_add_path:
 * @self: a node
 * @path: (transfer full): the path
 * @x: of its origin, in the coordinates of the node
 * @y: of its origin
 * @fill: inside
 *
 * Draws a path.
 *
 * Returns: (transfer none): the primitive, to be refined before the next one is added
 */
JalonPrimitive *
jalon_node_add_path (JalonNode *self, JalonPath *path, double x, double y, JalonColour fill)
{
  JalonPrimitive *primitive;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  primitive = add (self, JALON_PRIMITIVE_PATH, x, y);
  primitive->path = path;
  primitive->fill = fill;
  return primitive;
}

/**
 * jalon_node_add_line:
 * @self: a node
 * @x1: of the beginning, in the coordinates of the node
 * @y1: of the beginning
 * @x2: of the end
 * @y2: of the end
 * @line_width: in canvas units
 * @stroke: its colour
 *
 * Draws a straight line.
 *
 * Returns: (transfer none): the primitive, to be refined before the next one is added
 */
JalonPrimitive *
jalon_node_add_line (JalonNode *self,
                     double x1,
                     double y1,
                     double x2,
                     double y2,
                     double line_width,
                     JalonColour stroke)
{
  JalonPath *path = jalon_path_new ();
  JalonPrimitive *primitive;

  jalon_path_move_to (path, 0.0, 0.0);
  jalon_path_line_to (path, x2 - x1, y2 - y1);
  primitive = jalon_node_add_path (self, path, x1, y1, (JalonColour){ 0 });
  primitive->line_width = line_width;
  primitive->stroke = stroke;
  return primitive;
}

/**
 * jalon_node_add_text:
 * @self: a node
 * @paragraph: (transfer full): the text
 * @x: of its left edge, in the coordinates of the node
 * @y: of its top edge
 * @colour: its colour
 *
 * Writes a text.
 *
 * Returns: (transfer none): the primitive, to be refined before the next one is added
 */
JalonPrimitive *
jalon_node_add_text (JalonNode *self,
                     JalonParagraph *paragraph,
                     double x,
                     double y,
                     JalonColour colour)
{
  JalonPrimitive *primitive;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (paragraph != NULL, NULL);

  primitive = add (self, JALON_PRIMITIVE_TEXT, x, y);
  self->text_size = MAX (self->text_size,
                         jalon_typesetter_get_size (jalon_paragraph_get_style (paragraph)));
  primitive->rect.width = jalon_paragraph_get_width (paragraph);
  primitive->rect.height = jalon_paragraph_get_height (paragraph);
  primitive->paragraph = paragraph;
  primitive->fill = colour;
  return primitive;
}

/**
 * jalon_node_add_picture:
 * @self: a node
 * @picture: the picture
 * @rect: what it covers, in the coordinates of the node
 * @radius: of the corners, in canvas units
 *
 * Shows a picture.
 *
 * Returns: (transfer none): the primitive, to be refined before the next one is added
 */
JalonPrimitive *
jalon_node_add_picture (JalonNode *self,
                        JalonPicture *picture,
                        const JalonRect *rect,
                        double radius)
{
  JalonPrimitive *primitive;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (picture != NULL, NULL);
  g_return_val_if_fail (rect != NULL, NULL);

  primitive = add (self, JALON_PRIMITIVE_PICTURE, rect->x, rect->y);
  primitive->rect = *rect;
  primitive->radius = radius;
  primitive->picture = jalon_picture_ref (picture);
  return primitive;
}
