/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project is shown again as it was left. */

#include "app/jalon-window-private.h"

#include "app/jalon-opening.h"
#include "app/jalon-view-state.h"

/* The project is about to leave the window. */
void
jalon_window_remember_state (JalonWindow *self)
{
  JalonElement *map = self->document != NULL ? jalon_window_get_map (self) : NULL;
  g_autoptr (GVariant) views = NULL;

  if (map == NULL || self->store == NULL)
    return;
  views = g_variant_ref_sink (jalon_canvas_get_views (self->canvas));
  jalon_view_state_save (jalon_store_get_file (self->store), jalon_element_get_id (map), views);
}

/**
 * jalon_window_recall_state:
 * @self: a window whose canvas knows its project
 *
 * Returns: (transfer none) (nullable): the map to be seen: the one that was open when the project
 *   was closed
 */
JalonElement *
jalon_window_recall_state (JalonWindow *self)
{
  g_autoptr (GVariant) views = NULL;
  g_autofree char *id = NULL;

  if (self->store != NULL)
    id = jalon_view_state_load (jalon_store_get_file (self->store), &views);
  if (views != NULL)
    jalon_canvas_set_views (self->canvas, views);
  return jalon_opening_find_map (self->document, id);
}
