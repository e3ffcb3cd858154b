/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the menu of the canvas opens: at the pointer, at the cursor, under a finger. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-field-menu.h"
#include "widgets/jalon-menu-place.h"
#include "widgets/jalon-swatch.h"

static GtkWidget *
make_swatches (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "swatches");
  for (guint i = 0; i <= JALON_PALETTE_SIZE; i++)
    {
      const JalonChoice *colour = i > 0 ? &jalon_palette[i - 1] : NULL;
      GtkWidget *swatch = jalon_swatch_new (colour);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (swatch), JALON_FIELD_MENU_PREFIX ".colour");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (swatch), "s",
                                        colour != NULL ? colour->nick : "");
      gtk_box_append (GTK_BOX (box), swatch);
    }
  return box;
}

gboolean
jalon_canvas_menu_is_open (JalonCanvas *self)
{
  return self->menu != NULL && gtk_widget_get_visible (self->menu);
}

/* The popover of GTK 4.8 goes, but its muxer stays, and all that its actions hold with it. */
void
jalon_canvas_menu_clear (JalonCanvas *self)
{
  if (self->menu != NULL)
    gtk_widget_insert_action_group (self->menu, JALON_FIELD_MENU_PREFIX, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static void
closed_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  jalon_canvas_update_actions (self, FALSE);
  if (self->editor == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
open_menu (JalonCanvas *self,
           GMenuModel *model,
           GSimpleActionGroup *actions,
           const GdkRectangle *at)
{
  jalon_canvas_menu_clear (self);
  jalon_canvas_update_actions (self, TRUE);
  self->menu = gtk_popover_menu_new_from_model_full (model, GTK_POPOVER_MENU_NESTED);
  gtk_widget_insert_action_group (self->menu, JALON_FIELD_MENU_PREFIX, G_ACTION_GROUP (actions));
  if (g_action_group_has_action (G_ACTION_GROUP (actions), "colour"))
    gtk_popover_menu_add_child (GTK_POPOVER_MENU (self->menu), make_swatches (), "colours");
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  jalon_menu_place (GTK_POPOVER (self->menu), at);
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * jalon_canvas_menu_at:
 * @self: a canvas
 * @item: what it is for, −1 for the map
 * @x: where the pointer is
 * @y: where the pointer is
 *
 * Opens the menu of an item, and selects that unless it is selected.
 *
 * Returns: %TRUE if there is a map
 */
gboolean
jalon_canvas_menu_at (JalonCanvas *self, int item, double x, double y)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;

  if (self->base.map == NULL)
    return FALSE;
  jalon_canvas_finish_edit (self);
  if (item >= 0 && jalon_canvas_is_selected (self, item))
    jalon_canvas_set_cursor (self, item);
  else
    jalon_canvas_go_to (self, item, FALSE);
  model = jalon_canvas_make_menu (self, actions);
  open_menu (self, model, actions, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  return TRUE;
}

/**
 * jalon_canvas_offer_hidden:
 * @self: a canvas
 * @item: an item
 *
 * Opens a menu of what is hidden if the item says that something is.
 *
 * Returns: %TRUE if it does
 */
gboolean
jalon_canvas_offer_hidden (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  g_autoptr (GSimpleActionGroup) actions = NULL;
  g_autoptr (GMenuModel) model = NULL;
  JalonRect rect;

  if (it == NULL || jalon_node_get_field (it->node) != JALON_FIELD_HIDDEN)
    return FALSE;
  actions = g_simple_action_group_new ();
  model = jalon_canvas_make_hidden (self);
  jalon_canvas_locate (self, item, &rect);
  open_menu (self, model, actions,
             &(GdkRectangle){ (int) rect.x, (int) (rect.y + rect.height), 1, 1 });
  return TRUE;
}

/**
 * jalon_canvas_offer_choice:
 * @self: a canvas
 * @item: an item that is selected
 * @at: (nullable): where the pointer is; %NULL for below the item
 *
 * Opens a menu of what the element of an item can be, or what it can be about.
 */
void
jalon_canvas_offer_choice (JalonCanvas *self, int item, const JalonPoint *at)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;
  JalonRect rect;

  if (element == NULL)
    return;
  jalon_canvas_locate (self, item, &rect);
  rect = at != NULL ? (JalonRect){ at->x, at->y, 1, 1 } : rect;
  model = jalon_canvas_make_choice (self, element, jalon_node_get_field (it->node), actions);
  if (model == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "canvas.details", NULL);
      return;
    }
  open_menu (self, model, actions,
             &(GdkRectangle){ (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height });
  jalon_menu_go_to_chosen (GTK_POPOVER (self->menu));
}

static void
pressed_cb (JalonCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_assert (JALON_IS_CANVAS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (jalon_canvas_menu_at (self, jalon_canvas_pick (self, x, y), x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (JalonCanvas *self, double x, double y, GtkGesture *gesture)
{
  pressed_cb (self, 1, x, y, gesture);
}

/* From the keyboard: at the lower left of what the keys are on. */
static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  JalonRect rect = { 0, 0, 0, 0 };

  if (self->base.map == NULL)
    return;
  if (self->cursor >= 0)
    jalon_canvas_locate (self, self->cursor, &rect);
  jalon_canvas_menu_at (self, self->cursor, MAX (rect.x + 16, 0), rect.y + rect.height);
}

void
jalon_canvas_menu_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "canvas.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu", NULL);
}

void
jalon_canvas_menu_init (JalonCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
