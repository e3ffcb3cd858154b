/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is new on the map, and is written at once. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"

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
  field = jalon_canvas_get_edited_field (self, added);
  if (field == NULL)
    {
      /* The name of a row stands in a cell of it. */
      int named = jalon_scene_find (self->scene, jalon_element_get_id (element),
                                    jalon_kind_get_info (jalon_element_get_kind (element))->title);

      field = jalon_canvas_get_edited_field (self, named);
      added = field != NULL ? named : added;
    }
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

/**
 * jalon_canvas_add:
 * @self: a canvas
 * @slot: an item with a slot
 * @after: (nullable): an element in it to stand behind
 * @point: (nullable): in the plane of the slot, in the coordinates of its node
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

  if (item == NULL || jalon_node_get_slot (item->node) == NULL || !self->base.is_editable)
    return FALSE;
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
