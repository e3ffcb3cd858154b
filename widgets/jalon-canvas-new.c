/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is new on the map, and is written at once. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-commands.h"

/* How many places are tried in each direction of a plane, and what room is enough for a card. */
#define PLACES 9
#define ENOUGH 1.1

/**
 * jalon_canvas_prepare_new:
 * @self: a canvas
 *
 * Comes before something is added that jalon_canvas_write_new() is called for.
 *
 * Returns: (transfer full): the name of the step that adding and writing become
 */
char *
jalon_canvas_prepare_new (JalonCanvas *self)
{
  jalon_canvas_finish_edit (self);
  self->edit_revision = jalon_document_get_revision (self->base.document);
  g_clear_pointer (&self->edit_origin, jalon_node_unref);
  if (self->cursor_node != NULL)
    self->edit_origin = jalon_node_ref (self->cursor_node);
  return g_strdup_printf ("edit %u", ++self->n_edits);
}

/**
 * jalon_canvas_write_new:
 * @self: a canvas
 * @element: (nullable): what has been added to the map; %NULL if there was no room
 * @key: what jalon_canvas_prepare_new() returned
 * @goes_if_empty: whether it goes again if nothing is written
 *
 * Opens the text view on something new, if there is text.
 *
 * Returns: %TRUE if something is being written
 */
gboolean
jalon_canvas_write_new (JalonCanvas *self,
                        JalonElement *element,
                        const char *key,
                        gboolean goes_if_empty)
{
  const JalonField *field;
  int added;

  if (element == NULL || jalon_canvas_get_scene (self) == NULL)
    return FALSE;
  added = jalon_canvas_find_element (self, jalon_element_get_id (element));
  added = jalon_canvas_find_written (self, added);
  field = jalon_canvas_get_edited_field (self, added);
  if (field == NULL)
    {
      g_clear_pointer (&self->edit_origin, jalon_node_unref);
      jalon_canvas_go_to (self, added, FALSE);
      return FALSE;
    }
  self->is_edit_new = goes_if_empty;
  self->edit_key = g_strdup (key);
  jalon_canvas_begin_edit (self, added, field, FALSE);
  return TRUE;
}

/* What people have said by the place to which they pointed need not be written. */
static gboolean
is_said (const JalonSlot *slot, JalonElement *element)
{
  JalonFieldId title = jalon_kind_get_info (jalon_element_get_kind (element))->title;

  return title != JALON_FIELD_NONE && (title == slot->x_field || title == slot->y_field);
}

/* How far @x, @y on the sheet is from all cards, where 1 is what a card of the size of the nearest
 * needs. */
static double
get_room (JalonCanvas *self, double x, double y)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  double room = G_MAXDOUBLE;

  for (guint i = 0; i < n_items; i++)
    {
      double width = jalon_node_get_width (items[i].node);
      double height = jalon_node_get_height (items[i].node);

      if (jalon_node_get_role (items[i].node) == JALON_ROLE_CARD && width > 0 && height > 0)
        room = MIN (room, MAX (fabs (items[i].x + width / 2 - x) / width,
                               fabs (items[i].y + height / 2 - y) / height));
    }
  return room;
}

/* Finds a place in the plane of a slot on which no card lies, as near to its middle as can be, or
 * else where there is most room; in the coordinates of its node. */
void
jalon_canvas_find_free (JalonCanvas *self, int slot, JalonPoint *point)
{
  const JalonItem *item = jalon_canvas_get_item (self, slot);
  const JalonRect *plane = &jalon_node_get_slot (item->node)->plane;
  double left = MAX (plane->x, 0), top = MAX (plane->y, 0);
  double width = MIN (plane->x + plane->width, jalon_node_get_width (item->node)) - left;
  double height = MIN (plane->y + plane->height, jalon_node_get_height (item->node)) - top;
  double best = -G_MAXDOUBLE;

  for (int i = 0; i < PLACES * PLACES; i++)
    {
      double across = (i % PLACES + 0.5) / PLACES - 0.5, down = (i / PLACES + 0.5) / PLACES - 0.5;
      JalonPoint place = { left + (across + 0.5) * width, top + (down + 0.5) * height };
      double room = get_room (self, item->x + place.x, item->y + place.y);
      double worth = MIN (room, ENOUGH) - (across * across + down * down) / 10;

      if (worth > best)
        {
          best = worth;
          *point = place;
        }
    }
}

/* Whether something new goes to a free place, since where it lies says what people have not: unless
 * it comes behind something of which nobody has said that either. */
static gboolean
needs_place (const JalonSlot *slot, JalonElement *after)
{
  return slot->x_field != JALON_FIELD_NONE && slot->y_field != JALON_FIELD_NONE &&
         (after == NULL || jalon_element_has (after, slot->x_field) ||
          jalon_element_has (after, slot->y_field));
}

/**
 * jalon_canvas_add:
 * @self: a canvas
 * @slot: an item with a slot
 * @after: (nullable): an element in it to stand behind
 * @point: (nullable): in the plane of the slot, in the coordinates of its node; %NULL for any
 *
 * Adds to a slot and opens the text view, if there is text. Adding and writing are one step.
 *
 * Returns: %TRUE if something is being written
 */
gboolean
jalon_canvas_add (JalonCanvas *self, int slot, JalonElement *after, const JalonPoint *point)
{
  const JalonItem *item = jalon_canvas_get_item (self, slot);
  g_autoptr (JalonNode) node = NULL;
  g_autofree char *key = NULL;
  JalonElement *element;
  JalonPoint place;

  if (item == NULL || jalon_node_get_slot (item->node) == NULL || !self->base.is_editable)
    return FALSE;
  if (point == NULL && needs_place (jalon_node_get_slot (item->node), after))
    {
      jalon_canvas_find_free (self, slot, &place);
      point = &place;
    }
  /* To end the edit may take the scene away. */
  node = jalon_node_ref (item->node);
  key = jalon_canvas_prepare_new (self);
  element = jalon_commands_add (self->base.document, jalon_node_get_slot (node), after, point, key);
  if (element == NULL)
    return FALSE;
  if (point == NULL || !is_said (jalon_node_get_slot (node), element))
    return jalon_canvas_write_new (self, element, key, TRUE);
  jalon_canvas_reveal (self, jalon_element_get_id (element));
  return FALSE;
}
