/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way back along the links that people have followed. */

#include "app/jalon-window-private.h"

/* Nobody remembers more. */
#define MOST 50

typedef struct
{
  char *map;
  char *element; /* what was selected there, or NULL */
} Visit;

static void
visit_free (gpointer data)
{
  Visit *visit = data;

  g_free (visit->map);
  g_free (visit->element);
  g_free (visit);
}

/**
 * jalon_window_visit:
 * @self: a window
 *
 * Remembers what is shown, for another map is about to be.
 */
void
jalon_window_visit (JalonWindow *self)
{
  JalonElement *map = jalon_window_get_map (self);
  Visit *visit;

  if (map == NULL)
    return;
  visit = g_new0 (Visit, 1);
  visit->map = g_strdup (jalon_element_get_id (map));
  visit->element = g_strdup (jalon_document_get_selection (self->document)[0]);
  g_ptr_array_add (self->visits, visit);
  if (self->visits->len > MOST)
    g_ptr_array_remove_index (self->visits, 0);
}

/* The last one that is still there and is not what is shown anyway. Others are forgotten. */
static Visit *
find_last (JalonWindow *self)
{
  while (self->visits->len > 0)
    {
      Visit *visit = g_ptr_array_index (self->visits, self->visits->len - 1);
      JalonElement *map = jalon_document_lookup (self->document, visit->map);

      if (map != NULL && map != jalon_window_get_map (self))
        return visit;
      g_ptr_array_remove_index (self->visits, self->visits->len - 1);
    }
  return NULL;
}

/**
 * jalon_window_can_go_back:
 * @self: a window
 *
 * Returns: %TRUE if there is a map to go back to
 */
gboolean
jalon_window_can_go_back (JalonWindow *self)
{
  return self->document != NULL && find_last (self) != NULL;
}

/* An action: back to where the last link was followed. */
void
jalon_window_go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  Visit *visit = find_last (self);
  JalonElement *element;

  if (visit == NULL)
    return;
  g_ptr_array_steal_index (self->visits, self->visits->len - 1);
  jalon_document_set_selection (self->document, NULL);
  jalon_window_show_map (self, jalon_document_lookup (self->document, visit->map));
  element = visit->element != NULL ? jalon_document_lookup (self->document, visit->element) : NULL;
  if (element != NULL)
    jalon_window_reveal (self, element, JALON_FIELD_NONE);
  gtk_widget_grab_focus (jalon_window_get_view (self));
  visit_free (visit);
}

static void
pressed_cb (JalonWindow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_assert (JALON_IS_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Many mice have a button for it, the eighth. */
void
jalon_window_history_init (JalonWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->visits = g_ptr_array_new_with_free_func (visit_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 8);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
