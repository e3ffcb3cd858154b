/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-slot.h"

#include <math.h>

/**
 * jalon_slot_new:
 * @parent: the id of an element
 * @kind: what is put there
 * @field: %JALON_FIELD_NONE, or the field by which an element belongs there
 * @value: (nullable): the text of @field
 *
 * Returns: (transfer full): a slot that no node has
 */
JalonSlot *
jalon_slot_new (const char *parent, JalonKind kind, JalonFieldId field, const char *value)
{
  JalonSlot *self = g_new0 (JalonSlot, 1);

  self->parent = g_strdup (parent);
  self->kind = kind;
  self->field = field;
  self->value = g_strdup (value);
  return self;
}

/**
 * jalon_slot_free:
 * @self: what jalon_slot_new() made
 */
void
jalon_slot_free (JalonSlot *self)
{
  g_free (self->parent);
  g_free (self->value);
  g_free (self->other_value);
  g_free (self);
}

/**
 * jalon_slot_accepts:
 * @self: a slot
 * @element: an element
 *
 * Returns: %TRUE if @element may be put into @self
 */
gboolean
jalon_slot_accepts (const JalonSlot *self, JalonElement *element)
{
  return jalon_element_get_kind (element) == self->kind;
}

static gboolean
has_value (JalonElement *element, JalonFieldId field, const char *value)
{
  return field == JALON_FIELD_NONE || strcmp (jalon_element_get_text (element, field), value) == 0;
}

/**
 * jalon_slot_resembles:
 * @self: a slot
 * @element: an element
 *
 * Returns: %TRUE if @element lies in @self, or in the same slot of another parent: the scores of a
 *   lane, at whatever step
 */
gboolean
jalon_slot_resembles (const JalonSlot *self, JalonElement *element)
{
  return jalon_slot_accepts (self, element) && has_value (element, self->field, self->value) &&
         has_value (element, self->other_field, self->other_value);
}

/**
 * jalon_slot_contains:
 * @self: a slot
 * @element: an element
 *
 * Returns: %TRUE if @element lies in @self
 */
gboolean
jalon_slot_contains (const JalonSlot *self, JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);

  return parent != NULL && jalon_slot_resembles (self, element) &&
         strcmp (jalon_element_get_id (parent), self->parent) == 0;
}

/**
 * jalon_slot_equal:
 * @self: (nullable): a slot
 * @other: (nullable): a slot, maybe of another scene
 *
 * Returns: %TRUE if they are the same place
 */
gboolean
jalon_slot_equal (const JalonSlot *self, const JalonSlot *other)
{
  if (self == NULL || other == NULL)
    return self == other;
  return self->kind == other->kind && self->field == other->field &&
         strcmp (self->parent, other->parent) == 0 && g_strcmp0 (self->value, other->value) == 0 &&
         g_strcmp0 (self->other_value, other->other_value) == 0;
}

/**
 * jalon_slot_has_plane:
 * @self: a slot
 *
 * Returns: %TRUE if where something lies in @self means something
 */
gboolean
jalon_slot_has_plane (const JalonSlot *self)
{
  return self->x_field != JALON_FIELD_NONE || self->y_field != JALON_FIELD_NONE;
}

/**
 * jalon_slot_has_goals:
 * @self: a slot
 *
 * Returns: %TRUE if one can say that one would like to have something in @self
 */
gboolean
jalon_slot_has_goals (const JalonSlot *self)
{
  return self->goal != JALON_FIELD_NONE || self->x_goal != JALON_FIELD_NONE ||
         self->y_goal != JALON_FIELD_NONE;
}

/**
 * jalon_slot_get_last:
 * @self: a slot
 * @document: the document
 *
 * Returns: (transfer none) (nullable): the last element that lies in @self
 */
JalonElement *
jalon_slot_get_last (const JalonSlot *self, JalonDocument *document)
{
  JalonElement *parent = jalon_document_lookup (document, self->parent);

  for (guint i = parent != NULL ? jalon_element_get_n_children (parent) : 0; i > 0; i--)
    if (jalon_slot_contains (self, jalon_element_get_child (parent, i - 1)))
      return jalon_element_get_child (parent, i - 1);
  return NULL;
}

/**
 * jalon_slot_get_only:
 * @self: a slot
 * @document: the document
 *
 * Returns: (transfer none) (nullable): what lies in @self, if it is one element
 */
JalonElement *
jalon_slot_get_only (const JalonSlot *self, JalonDocument *document)
{
  JalonElement *last = jalon_slot_get_last (self, document);

  for (guint i = 0; last != NULL && i < jalon_element_get_index (last); i++)
    if (jalon_slot_contains (self, jalon_element_get_child (jalon_element_get_parent (last), i)))
      return NULL;
  return last;
}

/**
 * jalon_slot_find_open:
 * @self: a slot
 * @document: the document
 *
 * Finds what people have to choose before something is put in @self: what lies beside it and takes
 * it along when it goes, such as the ends of a relation.
 *
 * Returns: (nullable): a reference that @self does not say; %NULL if there is none
 */
const JalonField *
jalon_slot_find_open (const JalonSlot *self, JalonDocument *document)
{
  JalonElement *parent = jalon_document_lookup (document, self->parent);
  const JalonField *field = jalon_kind_get_info (self->kind)->fields;

  for (; parent != NULL && field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CASCADE) != 0 && field->id != self->field &&
        field->id != self->other_field &&
        jalon_kind_can_hold (jalon_element_get_kind (parent), field->target))
      return field;
  return NULL;
}

/**
 * jalon_slot_answer:
 * @self: what jalon_slot_new() made
 * @field: a field that it does not say; it can say two
 * @value: the text of @field
 */
void
jalon_slot_answer (JalonSlot *self, JalonFieldId field, const char *value)
{
  g_return_if_fail (self->field == JALON_FIELD_NONE || self->other_field == JALON_FIELD_NONE);

  if (self->field == JALON_FIELD_NONE)
    {
      self->field = field;
      self->value = g_strdup (value);
    }
  else
    {
      self->other_field = field;
      self->other_value = g_strdup (value);
    }
}

static double
round_to (double value, double unit)
{
  return round (value / unit) * unit;
}

/**
 * jalon_slot_get_unit:
 * @self: a slot
 * @field: its x or y field
 *
 * Returns: the difference between two values that people can tell apart: a power of ten, 20 to 200
 *   of it between the ends
 */
double
jalon_slot_get_unit (const JalonSlot *self, JalonFieldId field)
{
  double range = field == self->x_field ? self->x_max - self->x_min : self->y_max - self->y_min;

  return pow (10, floor (log10 (MAX (fabs (range), 1e-6) / 20)));
}

/**
 * jalon_slot_measure:
 * @self: a slot
 * @point: a place in the coordinates of its node
 * @x: (out): the value of the x field there, rounded
 * @y: (out): the value of the y field there, rounded
 *
 * Turns a place into values; outside the plane it is the nearest place inside.
 */
void
jalon_slot_measure (const JalonSlot *self, const JalonPoint *point, double *x, double *y)
{
  const JalonRect *plane = &self->plane;
  double right = plane->width > 0 ? (point->x - plane->x) / plane->width : 0.5;
  double up = plane->height > 0 ? 1 - (point->y - plane->y) / plane->height : 0.5;

  *x = round_to (self->x_min + CLAMP (right, 0, 1) * (self->x_max - self->x_min),
                 jalon_slot_get_unit (self, self->x_field));
  *y = round_to (self->y_min + CLAMP (up, 0, 1) * (self->y_max - self->y_min),
                 jalon_slot_get_unit (self, self->y_field));
}
