/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-node-private.h"

#include <math.h>

static void
primitive_clear (gpointer data)
{
  JalonPrimitive *primitive = data;

  g_clear_pointer (&primitive->path, jalon_path_free);
  g_clear_pointer (&primitive->paragraph, jalon_paragraph_unref);
  g_clear_pointer (&primitive->picture, jalon_picture_unref);
}

/**
 * jalon_node_new:
 * @role: what it is
 * @element: (nullable): the id of the element that it shows
 * @field: the field that it shows, or %JALON_FIELD_NONE for the element as a whole
 * @width: in canvas units
 * @height: in canvas units
 *
 * Returns: (transfer full): a node on which nothing is drawn yet
 */
JalonNode *
jalon_node_new (JalonRole role,
                const char *element,
                JalonFieldId field,
                double width,
                double height)
{
  JalonNode *self = g_new0 (JalonNode, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->role = role;
  self->element = g_strdup (element);
  self->field = field;
  self->width = isfinite (width) ? width : 0.0;
  self->height = isfinite (height) ? height : 0.0;
  self->primitives = g_array_new (FALSE, TRUE, sizeof (JalonPrimitive));
  g_array_set_clear_func (self->primitives, primitive_clear);
  return self;
}

JalonNode *
jalon_node_ref (JalonNode *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
slot_free (JalonSlot *slot)
{
  g_free (slot->parent);
  g_free (slot->value);
  g_free (slot->other_value);
  g_free (slot);
}

void
jalon_node_unref (JalonNode *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->primitives);
  g_clear_pointer (&self->slot, slot_free);
  g_free (self->element);
  g_free (self->label);
  g_free (self->far);
  g_free (self);
}

/**
 * jalon_node_set_label:
 * @self: a node
 * @label: (nullable): what a screen reader says
 *
 * Sets the spoken label.
 */
void
jalon_node_set_label (JalonNode *self, const char *label)
{
  g_return_if_fail (self != NULL);

  g_free (self->label);
  self->label = g_strdup (label);
}

/**
 * jalon_node_set_for_screen:
 * @self: a node
 *
 * Says that the node invites to add something and belongs on no paper.
 */
void
jalon_node_set_for_screen (JalonNode *self)
{
  g_return_if_fail (self != NULL);

  self->is_for_screen = TRUE;
}

/**
 * jalon_node_set_editor:
 * @self: a node
 * @rect: where its text is edited, in the coordinates of the node
 * @style: of that text
 *
 * Says that the text of its field is edited in place.
 */
void
jalon_node_set_editor (JalonNode *self, const JalonRect *rect, JalonTextStyle style)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  self->has_editor = TRUE;
  self->editor = *rect;
  self->editor_style = style;
}

/**
 * jalon_node_set_target:
 * @self: a node
 * @target: what a part of the node is to the pointer
 * @rect: where that stands, in the coordinates of the node
 *
 * A node has one such part at most.
 */
void
jalon_node_set_target (JalonNode *self, JalonTarget target, const JalonRect *rect)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  self->target = target;
  self->target_rect = *rect;
}

/**
 * jalon_node_get_target:
 * @self: a node
 * @rect: (out) (optional): where it stands, in the coordinates of the node
 *
 * Returns: what a part of the node is to the pointer
 */
JalonTarget
jalon_node_get_target (JalonNode *self, JalonRect *rect)
{
  g_return_val_if_fail (self != NULL, JALON_TARGET_NONE);

  if (rect != NULL)
    *rect = self->target_rect;
  return self->target;
}

/**
 * jalon_node_make_slot:
 * @self: a node
 * @parent: the id of the element that takes what is put here
 * @kind: what is put here
 * @field: %JALON_FIELD_NONE, or the field by which an element belongs here
 * @value: (nullable): the text of @field
 *
 * Makes the node a place that takes cards.
 *
 * Returns: (transfer none): the slot, to be completed
 */
JalonSlot *
jalon_node_make_slot (JalonNode *self,
                      const char *parent,
                      JalonKind kind,
                      JalonFieldId field,
                      const char *value)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->slot == NULL, NULL);

  self->slot = g_new0 (JalonSlot, 1);
  self->slot->parent = g_strdup (parent);
  self->slot->kind = kind;
  self->slot->field = field;
  self->slot->value = g_strdup (value);
  return self->slot;
}

JalonRole
jalon_node_get_role (JalonNode *self)
{
  return self->role;
}

/**
 * jalon_node_get_element:
 * @self: a node
 *
 * Returns: (nullable) (transfer none): the id of the element that it shows
 */
const char *
jalon_node_get_element (JalonNode *self)
{
  return self->element;
}

JalonFieldId
jalon_node_get_field (JalonNode *self)
{
  return self->field;
}

/**
 * jalon_node_get_label:
 * @self: a node
 *
 * Returns: (nullable) (transfer none): what a screen reader says
 */
const char *
jalon_node_get_label (JalonNode *self)
{
  return self->label;
}

/**
 * jalon_node_is_for_screen:
 * @self: a node
 *
 * Returns: %TRUE if it is left out of pictures and prints
 */
gboolean
jalon_node_is_for_screen (JalonNode *self)
{
  return self->is_for_screen;
}

double
jalon_node_get_width (JalonNode *self)
{
  return self->width;
}

double
jalon_node_get_height (JalonNode *self)
{
  return self->height;
}

/**
 * jalon_node_get_slot:
 * @self: a node
 *
 * Returns: (nullable) (transfer none): what it takes
 */
const JalonSlot *
jalon_node_get_slot (JalonNode *self)
{
  return self->slot;
}

/**
 * jalon_node_get_editor:
 * @self: a node
 * @rect: (out): where its text is edited, in the coordinates of the node
 * @style: (out): the style of that text
 *
 * Returns: %TRUE if its text is edited in place
 */
gboolean
jalon_node_get_editor (JalonNode *self, JalonRect *rect, JalonTextStyle *style)
{
  if (!self->has_editor)
    return FALSE;
  *rect = self->editor;
  *style = self->editor_style;
  return TRUE;
}

/**
 * jalon_node_get_primitives:
 * @self: a node
 * @n_primitives: (out): how many
 *
 * Returns: (array length=n_primitives) (transfer none): what is drawn, from below to above
 */
const JalonPrimitive *
jalon_node_get_primitives (JalonNode *self, guint *n_primitives)
{
  *n_primitives = self->primitives->len;
  return (const JalonPrimitive *) (gpointer) self->primitives->data;
}

/**
 * jalon_node_get_ink:
 * @self: a node on which all has been drawn
 *
 * Returns: (transfer none): the area that the node and all that is drawn of it takes, in the
 *   coordinates of the node
 */
const JalonRect *
jalon_node_get_ink (JalonNode *self)
{
  if (self->has_ink)
    return &self->ink;
  self->ink = (JalonRect){ 0, 0, self->width, self->height };
  for (guint i = 0; i < self->primitives->len; i++)
    jalon_primitive_get_ink (&g_array_index (self->primitives, JalonPrimitive, i), &self->ink);
  self->has_ink = TRUE;
  return &self->ink;
}

/**
 * jalon_node_get_text_size:
 * @self: a node
 *
 * Returns: the size of its largest text in canvas units; 0 if there is none
 */
double
jalon_node_get_text_size (JalonNode *self)
{
  return self->text_size;
}
