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

/* Where something was undone */
typedef struct
{
  JalonWindow *window;
  JalonElement *map;  /* NULL for nothing that is drawn */
  JalonFieldId field; /* of what is selected then; %JALON_FIELD_NONE for another change */
} Undone;

static JalonFieldId
find_changed_field (const JalonStep *step, const char *id)
{
  for (guint i = 0; id != NULL && i < jalon_step_get_n_changes (step); i++)
    {
      const JalonChange *change = jalon_step_get_change (step, i);

      if (change->type == JALON_CHANGE_SET && strcmp (change->id, id) == 0)
        return change->field->id;
    }
  return JALON_FIELD_NONE;
}

static void
changed_cb (Undone *self, const JalonStep *step)
{
  const char *const *ids = jalon_document_get_selection (self->window->document);

  self->map = jalon_window_find_changed_map (self->window, step);
  self->field = find_changed_field (step, ids[0]);
}

static void
show (const Undone *undone)
{
  JalonWindow *self = undone->window;
  const char *const *ids = jalon_document_get_selection (self->document);
  JalonElement *element = ids[0] != NULL ? jalon_document_lookup (self->document, ids[0]) : NULL;

  if (undone->map == NULL)
    return;
  if (undone->map != jalon_window_get_map (self))
    {
      jalon_window_visit (self);
      jalon_window_show_map (self, undone->map);
    }
  /* What was selected before is selected again; only one thing can be put in view. */
  if (element != NULL && ids[1] == NULL && jalon_element_get_map (element) == undone->map)
    jalon_window_reveal (self, element, undone->field);
}

/* An action: win.undo or win.redo */
void
jalon_window_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  Undone undone = { self, NULL, JALON_FIELD_NONE };
  gulong handler;

  jalon_window_finish_edit (self);
  handler = g_signal_connect_swapped (self->document, "changed", G_CALLBACK (changed_cb), &undone);
  if (strcmp (name, "win.undo") == 0)
    jalon_document_undo (self->document);
  else
    jalon_document_redo (self->document);
  g_signal_handler_disconnect (self->document, handler);
  show (&undone);
}
