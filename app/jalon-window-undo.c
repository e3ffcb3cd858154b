/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo show what they undo: its map, and the place on it. */

#include "app/jalon-window-private.h"

/* The map on which a change is seen; NULL if none shows it. */
static JalonElement *
get_map (JalonWindow *self, const JalonChange *change)
{
  JalonElement *element = change->element;

  if (jalon_element_get_document (element) == NULL)
    element = change->from.parent != NULL
                ? jalon_document_lookup (self->document, change->from.parent)
                : NULL;
  return element != NULL ? jalon_element_get_map (element) : NULL;
}

/**
 * jalon_window_find_changed_map:
 * @self: a window
 * @step: a step that was done or undone
 *
 * Returns: (transfer none) (nullable): the map that is shown, if it has changed, or else the first
 *   that has
 */
JalonElement *
jalon_window_find_changed_map (JalonWindow *self, const JalonStep *step)
{
  JalonElement *shown = jalon_window_get_map (self);
  JalonElement *found = NULL;

  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    {
      JalonElement *map = get_map (self, jalon_step_get_change (step, i));

      if (map != NULL && map == shown)
        return map;
      if (found == NULL)
        found = map;
    }
  return found;
}

/* The selection is what it was; only one element can be put in view. */
static void
reveal_selected (JalonWindow *self)
{
  const char *const *ids = jalon_document_get_selection (self->document);
  JalonElement *element;

  if (ids[0] == NULL || ids[1] != NULL)
    return;
  element = jalon_document_lookup (self->document, ids[0]);
  if (jalon_element_get_map (element) == jalon_window_get_map (self))
    jalon_window_reveal (self, element, JALON_FIELD_NONE);
}

/* An action: win.undo or win.redo */
void
jalon_window_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  jalon_window_finish_edit (self);
  self->is_undoing = TRUE;
  if (strcmp (name, "win.undo") == 0)
    jalon_document_undo (self->document);
  else
    jalon_document_redo (self->document);
  self->is_undoing = FALSE;
  reveal_selected (self);
}
