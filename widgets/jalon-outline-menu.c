/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus of the outline, and what must wait until they are gone. */

#include "widgets/jalon-outline-private.h"

/* How many frames a menu needs to give the keys back. */
#define FRAMES_OF_MENU 2

/* What was chosen from a menu */
typedef struct
{
  char *action;
  GVariant *parameter;
  guint frames;
} Deferred;

static void
deferred_free (gpointer data)
{
  Deferred *deferred = data;

  g_free (deferred->action);
  g_clear_pointer (&deferred->parameter, g_variant_unref);
  g_free (deferred);
}

static gboolean
deferred_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Deferred *deferred = data;

  if (deferred->frames-- > 0)
    return G_SOURCE_CONTINUE;
  JALON_OUTLINE (widget)->is_menu_closing = FALSE;
  gtk_widget_activate_action_variant (widget, deferred->action, deferred->parameter);
  return G_SOURCE_REMOVE;
}

/* Does @action as soon as others are done with the keys. */
void
jalon_outline_defer (JalonOutline *self, const char *action, GVariant *parameter)
{
  Deferred *deferred = g_new0 (Deferred, 1);

  deferred->action = g_strdup (action);
  deferred->parameter = parameter != NULL ? g_variant_ref (parameter) : NULL;
  deferred->frames = FRAMES_OF_MENU;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), deferred_cb, deferred, deferred_free);
}

/* A menu that closes gives the keys back to the row, and would end what is begun before that. */
gboolean
jalon_outline_defer_by_menu (JalonOutline *self, const char *action, GVariant *parameter)
{
  if (self->is_menu_closing)
    jalon_outline_defer (self, action, parameter);
  return self->is_menu_closing;
}

static gboolean
menu_closed_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;

  if ((*frames)-- > 0)
    return G_SOURCE_CONTINUE;
  JALON_OUTLINE (widget)->is_menu_closing = FALSE;
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (JalonOutline *self)
{
  guint *frames = g_new (guint, 1);

  g_assert (JALON_IS_OUTLINE (self));

  *frames = FRAMES_OF_MENU;
  self->is_menu_closing = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), menu_closed_tick_cb, frames, g_free);
}

/* There is one for all menus: GTK 4.8 warns where a popover goes while it thinks of a tooltip. */
static GtkPopover *
get_popover (JalonOutline *self)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (menu_closed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  return GTK_POPOVER (self->popover);
}

void
jalon_outline_open_menu (JalonOutline *self, GMenuModel *menu, GtkWidget *row, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (x, y < 0 ? gtk_widget_get_height (row) : y);
  GdkRectangle at = { 0, 0, 1, 1 };

  if (gtk_widget_compute_point (row, GTK_WIDGET (self), &point, &point))
    {
      at.x = (int) point.x;
      at.y = (int) point.y;
    }
  /* The button goes up over the menu, and GTK 4.8 would show the row as pressed ever after. */
  for (GtkWidget *pressed = row; pressed != NULL && pressed != GTK_WIDGET (self);
       pressed = gtk_widget_get_parent (pressed))
    gtk_widget_unset_state_flags (pressed, GTK_STATE_FLAG_ACTIVE);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (get_popover (self)), menu);
  gtk_popover_set_pointing_to (get_popover (self), &at);
  gtk_popover_popup (get_popover (self));
}
