/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What menus, keys and assistive technology can ask of the canvas. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-navigator.h"

static gboolean
is_on_map (JalonCanvas *self, JalonElement *element)
{
  return self->base.is_editable && element != self->base.map &&
         jalon_element_contains (self->base.map, element);
}

/* The selected parts of the map; the map itself is not one of them. */
GPtrArray *
jalon_canvas_get_selected (JalonCanvas *self)
{
  GPtrArray *selected = self->base.map != NULL ? jalon_commands_get_selected (self->base.document)
                                               : g_ptr_array_new ();

  for (guint i = selected->len; i > 0; i--)
    if (!is_on_map (self, g_ptr_array_index (selected, i - 1)))
      g_ptr_array_remove_index (selected, i - 1);
  return selected;
}

static gboolean
offer_choice (JalonCanvas *self, const JalonItem *item)
{
  if (jalon_node_get_target (item->node, NULL) != JALON_TARGET_CHOICE)
    return FALSE;
  jalon_canvas_offer_choice (self, self->cursor, NULL);
  return TRUE;
}

/* Enter: writes on the card, or a new one into the cell. */
static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  const JalonItem *item;

  if (self->cursor < 0 && !jalon_canvas_begin (self))
    {
      jalon_canvas_go_to_first (self);
      return;
    }
  item = jalon_canvas_get_item (self, self->cursor);
  if (item == NULL || jalon_canvas_link_end (self))
    return;
  if (jalon_node_get_role (item->node) == JALON_ROLE_SLOT)
    jalon_canvas_add (self, self->cursor, NULL, NULL);
  else if (!jalon_canvas_edit (self, self->cursor, FALSE) &&
           !jalon_canvas_offer_hidden (self, self->cursor) && !offer_choice (self, item))
    gtk_widget_error_bell (widget);
}

/**
 * jalon_canvas_find_next:
 * @self: a canvas
 * @going: (element-type JalonElement): what goes from sight
 *
 * Finds what takes the place of what goes: the keys should not be lost.
 *
 * Returns: (transfer full) (nullable): the next like it in the cell or in the row of headers, the
 *   one before, or the cell
 */
JalonNode *
jalon_canvas_find_next (JalonCanvas *self, GPtrArray *going)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  const JalonItem *at = jalon_canvas_get_item (self, self->cursor);

  for (int step = 1; at != NULL && step >= -1; step -= 2)
    for (int i = self->cursor + step; i >= 0 && i < (int) n_items; i += step)
      {
        JalonElement *element = jalon_canvas_get_element (self, i);

        if (items[i].slot == at->slot && element != NULL &&
            jalon_node_get_role (items[i].node) == jalon_node_get_role (at->node) &&
            !g_ptr_array_find (going, element, NULL))
          return jalon_node_ref (items[i].node);
      }
  return at != NULL && at->slot >= 0 ? jalon_node_ref (items[at->slot].node) : NULL;
}

static void
delete_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) selected = jalon_canvas_get_selected (self);
  g_autoptr (JalonNode) next = NULL;

  if (selected->len == 0)
    return;
  next = jalon_canvas_find_next (self, selected);
  jalon_commands_remove (self->base.document, selected);
  if (next != NULL)
    jalon_canvas_go_to (
      self, jalon_navigator_find_same (jalon_canvas_get_scene (self), next, self->cursor), FALSE);
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) selected = jalon_canvas_get_selected (self);
  g_autoptr (GPtrArray) copies = NULL;

  if (selected->len == 0)
    return;
  copies = jalon_commands_duplicate (self->base.document, selected);
  jalon_canvas_get_scene (self);
}

/* One of the same kind before or behind what the keys are on, ready to be written. */
void
jalon_canvas_add_beside (JalonCanvas *self, gboolean is_before)
{
  const JalonItem *item;
  JalonElement *element;
  g_autoptr (JalonNode) cell = NULL;
  g_autofree char *key = NULL;

  /* What is written may go with that. */
  jalon_canvas_finish_edit (self);
  item = jalon_canvas_get_item (self, self->cursor);
  element = jalon_canvas_get_element (self, self->cursor);
  if (item == NULL)
    return;
  if (element == NULL || (item->slot >= 0 && !is_before))
    {
      jalon_canvas_add (self, element == NULL ? self->cursor : item->slot, element, NULL);
      return;
    }
  if (!is_on_map (self, element))
    return;
  if (item->slot >= 0)
    cell = jalon_node_ref (jalon_canvas_get_item (self, item->slot)->node);
  key = jalon_canvas_prepare_new (self);
  element = jalon_commands_add_beside (self->base.document, element,
                                       cell != NULL ? jalon_node_get_slot (cell) : NULL, is_before,
                                       key);
  jalon_canvas_write_new (self, element, key, TRUE);
}

static void
add_after (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_canvas_add_beside (JALON_CANVAS (widget), FALSE);
}

/* Begins a relation, or ends the one that was begun. */
static void
link_this (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);

  if (!jalon_canvas_link_end (self) && !jalon_canvas_link_begin (self))
    gtk_widget_error_bell (widget);
}

/* They are beside the canvas. */
static void
show_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.details", NULL);
}

static void
select_this (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);

  jalon_canvas_go_to (self, self->cursor, FALSE);
}

static void
select_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  const JalonRect all = { -G_MAXINT / 2, -G_MAXINT / 2, G_MAXINT, G_MAXINT };

  if (jalon_canvas_get_scene (self) == NULL)
    return;
  jalon_canvas_select_band (self, &all, NULL);
  jalon_canvas_join_selection (self);
}

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);

  if (strcmp (name, "canvas.zoom-in") == 0)
    jalon_canvas_zoom_step (self, 1);
  else if (strcmp (name, "canvas.zoom-out") == 0)
    jalon_canvas_zoom_step (self, -1);
  else if (strcmp (name, "canvas.zoom-normal") == 0)
    jalon_canvas_set_zoom (self, 1);
  else if (strcmp (name, "canvas.zoom-selection") == 0)
    {
      if (!jalon_canvas_zoom_to_selection (self))
        gtk_widget_error_bell (widget);
    }
  else
    jalon_canvas_zoom_to_fit (self);
}

static void
bind (GtkWidgetClass *klass, guint keyval, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (klass, keyval, state, action, NULL);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  bind (klass, GDK_KEY_Return, 0, "canvas.edit");
  bind (klass, GDK_KEY_KP_Enter, 0, "canvas.edit");
  bind (klass, GDK_KEY_F2, 0, "canvas.edit");
  bind (klass, GDK_KEY_Insert, 0, "canvas.add-after");
  bind (klass, GDK_KEY_Return, GDK_SHIFT_MASK, "canvas.add-after");
  bind (klass, GDK_KEY_KP_Delete, 0, "canvas.delete");
  bind (klass, GDK_KEY_BackSpace, 0, "canvas.delete");
  /* Menus show the last one. */
  bind (klass, GDK_KEY_Delete, 0, "canvas.delete");
  bind (klass, GDK_KEY_d, GDK_CONTROL_MASK, "canvas.duplicate");
  bind (klass, GDK_KEY_a, GDK_CONTROL_MASK, "canvas.select-all");
  bind (klass, GDK_KEY_l, GDK_CONTROL_MASK, "canvas.link");
  bind (klass, GDK_KEY_Return, GDK_ALT_MASK, "canvas.details");
  bind (klass, GDK_KEY_exclam, GDK_SHIFT_MASK, "canvas.zoom-fit");
  bind (klass, GDK_KEY_1, GDK_SHIFT_MASK, "canvas.zoom-fit");
  bind (klass, GDK_KEY_at, GDK_SHIFT_MASK, "canvas.zoom-selection");
  bind (klass, GDK_KEY_2, GDK_SHIFT_MASK, "canvas.zoom-selection");
}

void
jalon_canvas_actions_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.edit", NULL, edit);
  gtk_widget_class_install_action (klass, "canvas.select", NULL, select_this);
  gtk_widget_class_install_action (klass, "canvas.select-all", NULL, select_all);
  gtk_widget_class_install_action (klass, "canvas.add-after", NULL, add_after);
  gtk_widget_class_install_action (klass, "canvas.delete", NULL, delete_selected);
  gtk_widget_class_install_action (klass, "canvas.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (klass, "canvas.link", NULL, link_this);
  gtk_widget_class_install_action (klass, "canvas.details", NULL, show_details);
  gtk_widget_class_install_action (klass, "canvas.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (klass, "canvas.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (klass, "canvas.zoom-normal", NULL, zoom);
  gtk_widget_class_install_action (klass, "canvas.zoom-fit", NULL, zoom);
  gtk_widget_class_install_action (klass, "canvas.zoom-selection", NULL, zoom);
  bind_keys (klass);
}
