/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-list-menu.h"

#include "widgets/jalon-menu-place.h"

/* Menus of the rows of a list or a table, and what must wait until they are gone. */

/* How many frames a menu needs to give the keys back. */
#define FRAMES_OF_MENU 2

/* What was chosen from a menu; or nothing, and only the menu is waited for */
typedef struct
{
  JalonListMenu *menu;
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
deferred_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Deferred *deferred = data;

  if (deferred->frames-- > 0)
    return G_SOURCE_CONTINUE;
  deferred->menu->is_closing = FALSE;
  if (deferred->action != NULL)
    gtk_widget_activate_action_variant (view, deferred->action, deferred->parameter);
  return G_SOURCE_REMOVE;
}

static void
defer (JalonListMenu *self, const char *action, GVariant *parameter)
{
  Deferred *deferred = g_new0 (Deferred, 1);

  deferred->menu = self;
  deferred->action = g_strdup (action);
  deferred->parameter = parameter != NULL ? g_variant_ref (parameter) : NULL;
  deferred->frames = FRAMES_OF_MENU;
  gtk_widget_add_tick_callback (self->view, deferred_cb, deferred, deferred_free);
}

/**
 * jalon_list_menu_defer:
 * @self: the menus of a view
 * @action: an action of the view
 * @parameter: (nullable): its parameter
 *
 * Does @action as soon as others are done with the keys.
 */
void
jalon_list_menu_defer (JalonListMenu *self, const char *action, GVariant *parameter)
{
  g_return_if_fail (action != NULL);

  defer (self, action, parameter);
}

/**
 * jalon_list_menu_is_deferred:
 * @self: the menus of a view
 * @action: an action of the view
 * @parameter: (nullable): its parameter
 *
 * Does @action later if it was just chosen from a menu: one that closes gives the keys back to the
 * row, and would end what is begun before that. So what begins to write asks; other actions, which
 * say themselves where the keys go then, need not.
 *
 * Returns: %TRUE if it is done later
 */
gboolean
jalon_list_menu_is_deferred (JalonListMenu *self, const char *action, GVariant *parameter)
{
  if (self->is_closing)
    jalon_list_menu_defer (self, action, parameter);
  return self->is_closing;
}

static void
closed_cb (GtkPopover *popover, gpointer data)
{
  JalonListMenu *self = data;

  g_assert (GTK_IS_POPOVER (popover));

  self->is_closing = TRUE;
  defer (self, NULL, NULL);
}

/* There is one for all menus: GTK 4.8 warns where a popover goes while it thinks of a tooltip. */
static GtkPopover *
get_popover (JalonListMenu *self)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      g_signal_connect (self->popover, "closed", G_CALLBACK (closed_cb), self);
      gtk_widget_set_parent (self->popover, self->view);
    }
  return GTK_POPOVER (self->popover);
}

/**
 * jalon_list_menu_open:
 * @self: the menus of a view
 * @menu: a menu
 * @row: what it is for
 * @x: where, in @row
 * @y: where, in @row; below it if negative
 *
 * Opens a menu.
 */
void
jalon_list_menu_open (JalonListMenu *self, GMenuModel *menu, GtkWidget *row, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (x, y < 0 ? gtk_widget_get_height (row) : y);
  GdkRectangle at = { 0, 0, 1, 1 };

  g_return_if_fail (G_IS_MENU_MODEL (menu));
  g_return_if_fail (GTK_IS_WIDGET (row));

  if (gtk_widget_compute_point (row, self->view, &point, &point))
    {
      at.x = (int) point.x;
      at.y = (int) point.y;
    }
  /* The button goes up over the menu, and GTK 4.8 would show the row as pressed ever after. */
  for (GtkWidget *pressed = row; pressed != NULL && pressed != self->view;
       pressed = gtk_widget_get_parent (pressed))
    gtk_widget_unset_state_flags (pressed, GTK_STATE_FLAG_ACTIVE);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (get_popover (self)), menu);
  jalon_menu_place (get_popover (self), &at);
  gtk_popover_popup (get_popover (self));
}

/**
 * jalon_list_menu_present:
 * @self: the menus of a view
 *
 * Gives the menu that is open its place: to be called when the view gets its own.
 */
void
jalon_list_menu_present (JalonListMenu *self)
{
  if (self->popover != NULL)
    jalon_menu_follow (GTK_POPOVER (self->popover));
}

/**
 * jalon_list_menu_clear:
 * @self: the menus of a view that goes
 *
 * Takes the menu away.
 */
void
jalon_list_menu_clear (JalonListMenu *self)
{
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_func (self->popover, closed_cb, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
