/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-paste-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/jalon-commands-private.h"

/* What is put on a plane without a place of its own is spread over so many columns. */
#define SPREAD 4

/* How far what would hide something else is moved, in the units of the plane. */
#define STEP_ASIDE 5

/**
 * jalon_paste_get_only_slot:
 * @column: any
 * @row: any
 * @data: (type JalonSlot) (nullable): a slot
 *
 * Returns: @data: where there are no cells beside each other, all goes into one place
 */
const JalonSlot *
jalon_paste_get_only_slot (guint column, guint row, gpointer data)
{
  return data;
}

void
paste_begin (Paste *self, JalonKind kind)
{
  g_autoptr (JalonElement) example = jalon_element_new (kind, NULL);

  self->pasted->elements = g_ptr_array_new ();
  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (self->place->document, _ ("Paste %s"), example, NULL);
}

/* Selects what was pasted. Without any, or without room for it, nothing has happened; @error tells
 * of the latter. */
gboolean
paste_end (Paste *self, GError **error)
{
  JalonDocument *document = self->place->document;

  jalon_commands_make_room (document, self->pasted->elements);
  if (self->pasted->elements->len > 0 && jalon_document_has_room (document, error))
    {
      jalon_commands_select (document, self->pasted->elements);
      return jalon_document_commit (document);
    }
  g_ptr_array_set_size (self->pasted->elements, 0);
  jalon_document_rollback (document);
  return FALSE;
}

const JalonSlot *
paste_get_slot (Paste *self, guint column, guint row)
{
  const JalonSlot *slot = self->place->get_slot (column, row, self->place->data);

  return slot != NULL && jalon_document_lookup (self->place->document, slot->parent) != NULL ? slot
                                                                                             : NULL;
}

static void
put_down (Paste *self, JalonElement *element)
{
  self->last = element;
  g_ptr_array_add (self->pasted->elements, element);
}

static gboolean
is_between (double value, double a, double b)
{
  return value >= MIN (a, b) && value <= MAX (a, b);
}

static gboolean
is_on_plane (const JalonSlot *slot, JalonElement *element)
{
  return (slot->x_field == JALON_FIELD_NONE ||
          (jalon_element_has (element, slot->x_field) &&
           is_between (jalon_element_get_number (element, slot->x_field), slot->x_min,
                       slot->x_max))) &&
         is_between (jalon_element_get_number (element, slot->y_field), slot->y_min, slot->y_max);
}

static gboolean
is_hidden (const JalonSlot *slot, JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);

  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    {
      JalonElement *other = jalon_element_get_child (parent, i);

      if (other != element && jalon_slot_accepts (slot, other) &&
          jalon_element_get_number (other, slot->x_field) ==
            jalon_element_get_number (element, slot->x_field) &&
          jalon_element_get_number (other, slot->y_field) ==
            jalon_element_get_number (element, slot->y_field))
        return TRUE;
    }
  return FALSE;
}

/* What lies on a plane lies at its own place, or else at one where it can be seen. */
static void
put_on_plane (Paste *self, const JalonSlot *slot, JalonElement *element)
{
  JalonDocument *document = self->place->document;
  guint n = self->pasted->elements->len;
  JalonPoint point = { slot->plane.x + slot->plane.width * (n % SPREAD + 0.5) / SPREAD,
                       slot->plane.y + slot->plane.height * (n / SPREAD % SPREAD + 0.5) / SPREAD };

  if (!is_on_plane (slot, element))
    jalon_commands_settle (document, element, slot, &point);
  for (guint tries = 0;
       slot->x_field != JALON_FIELD_NONE && tries < 20 && is_hidden (slot, element); tries++)
    {
      double x = jalon_element_get_number (element, slot->x_field) +
                 STEP_ASIDE * jalon_slot_get_unit (slot, slot->x_field);

      jalon_document_set_number (document, element, slot->x_field,
                                 x > MAX (slot->x_min, slot->x_max) ? MIN (slot->x_min, slot->x_max)
                                                                    : x);
    }
}

/* In the first slot behind what the keys are on, and then in a row. */
static JalonElement *
find_before (Paste *self, const JalonSlot *slot)
{
  if (self->last != NULL && jalon_slot_contains (slot, self->last))
    return self->last;
  if (self->place->element != NULL && jalon_slot_contains (slot, self->place->element))
    return self->place->element;
  return jalon_slot_get_last (slot, self->place->document);
}

/* Puts @element (transfer full) into a slot that takes its kind. */
void
paste_put (Paste *self, const JalonSlot *slot, JalonElement *element)
{
  JalonDocument *document = self->place->document;
  JalonElement *parent = jalon_document_lookup (document, slot->parent);

  jalon_document_insert (document, parent,
                         jalon_commands_index_after (parent, find_before (self, slot)), element);
  jalon_commands_settle (document, element, slot, NULL);
  jalon_commands_fill_references (document, element, slot);
  if (jalon_slot_has_plane (slot))
    put_on_plane (self, slot, element);
  put_down (self, element);
}

/* Puts @element where the nearest of what the keys are in takes it: a step behind the step in which
 * they are. Returns FALSE if nothing does. */
gboolean
paste_put_beside (Paste *self, JalonElement *element)
{
  const JalonSlot *slot = paste_get_slot (self, 0, 0);
  JalonKind kind = jalon_element_get_kind (element);
  JalonElement *child = NULL;
  JalonElement *parent = self->place->element;

  if (parent == NULL)
    parent = slot != NULL ? jalon_document_lookup (self->place->document, slot->parent)
                          : jalon_document_get_project (self->place->document);
  while (parent != NULL && !jalon_kind_can_hold (jalon_element_get_kind (parent), kind))
    {
      child = parent;
      parent = jalon_element_get_parent (parent);
    }
  if (parent == NULL)
    return FALSE;
  if (self->last != NULL && jalon_element_get_parent (self->last) == parent)
    child = self->last;
  jalon_document_insert (self->place->document, parent,
                         child != NULL && jalon_element_get_kind (child) == kind
                           ? jalon_element_get_index (child) + 1
                           : jalon_element_find_end (parent, kind),
                         g_object_ref (element));
  put_down (self, element);
  return TRUE;
}

static gboolean
lacks_something (JalonElement *element, JalonElement *like)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CASCADE) != 0 && jalon_element_has (like, field->id) &&
        !jalon_element_has (element, field->id))
      return TRUE;
  return FALSE;
}

/* As if @element, which is in its place now, had not been there. */
void
paste_take_back (Paste *self, JalonElement *element)
{
  GPtrArray *others = self->pasted->elements;

  g_ptr_array_remove (others, element);
  self->last = others->len > 0 ? g_ptr_array_index (others, others->len - 1) : NULL;
  jalon_document_remove (self->place->document, element);
}

/* Takes @element back if it lacks what @like could not be without, and counts it as lost. */
gboolean
paste_check_whole (Paste *self, JalonElement *element, JalonElement *like)
{
  if (!lacks_something (element, like))
    return TRUE;
  paste_take_back (self, element);
  self->pasted->n_lost++;
  return FALSE;
}

static gboolean
has_same_owner (JalonElement *a, JalonElement *b)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (a))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CASCADE) != 0 &&
        jalon_kind_can_hold (JALON_KIND_PROJECT, field->target) &&
        strcmp (jalon_element_get_text (a, field->id), jalon_element_get_text (b, field->id)) != 0)
      return FALSE;
  return TRUE;
}

/* Where a slot holds values rather than cards, as a curve does: what has the value already, of the
 * same persona as @like, if that is given; NULL for nothing. */
JalonElement *
paste_find_holder (Paste *self, const JalonSlot *slot, JalonElement *like)
{
  JalonElement *parent = jalon_document_lookup (self->place->document, slot->parent);

  if (slot->y_field == JALON_FIELD_NONE || slot->y_field != jalon_kind_get_info (slot->kind)->title)
    return NULL;
  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    {
      JalonElement *child = jalon_element_get_child (parent, i);

      if (jalon_slot_contains (slot, child) && (like == NULL || has_same_owner (child, like)))
        return child;
    }
  return NULL;
}
