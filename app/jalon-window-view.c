/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map is shown as the sheet that is printed, or as a list: an outline, and for an audience
 * register a table. What people chose is remembered for both. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

/* What people look at, NULL if there is no map. */
JalonElement *
jalon_window_get_map (JalonWindow *self)
{
  return jalon_map_view_get_map (JALON_MAP_VIEW (self->canvas));
}

static gboolean
is_table (JalonWindow *self)
{
  JalonElement *map = jalon_window_get_map (self);

  return map != NULL && jalon_element_get_kind (map) == JALON_KIND_REGISTER;
}

static gboolean *
get_choice (JalonWindow *self)
{
  return is_table (self) ? &self->shows_table : &self->shows_outline;
}

/**
 * jalon_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none): what shows the map now
 */
GtkWidget *
jalon_window_get_view (JalonWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->canvas_pages);

  if (g_strcmp0 (page, "outline") == 0)
    return GTK_WIDGET (self->outline);
  if (g_strcmp0 (page, "table") == 0)
    return GTK_WIDGET (self->table);
  return GTK_WIDGET (self->canvas);
}

/* What is not seen does no work. */
void
jalon_window_update_view (JalonWindow *self)
{
  JalonElement *map = jalon_window_get_map (self);
  gboolean is_list = map != NULL && *get_choice (self);
  const char *hint = is_table (self) ? _ ("Show as a Table (Shift+F9)")
                                     : _ ("Show as an Outline (Shift+F9)");

  jalon_map_view_set_map (JALON_MAP_VIEW (self->outline), is_list && !is_table (self) ? map : NULL);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->table), is_list && is_table (self) ? map : NULL);
  if (map == NULL)
    gtk_stack_set_visible_child_name (self->canvas_pages, "empty");
  else if (!is_list)
    gtk_stack_set_visible_child_name (self->canvas_pages, "canvas");
  else
    gtk_stack_set_visible_child_name (self->canvas_pages, is_table (self) ? "table" : "outline");
  gtk_toggle_button_set_active (self->outline_button, is_list);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->outline_button), hint);
}

/* Ends what people write, wherever. */
void
jalon_window_finish_edit (JalonWindow *self)
{
  jalon_canvas_finish_edit (self->canvas);
  jalon_outline_finish_edit (self->outline);
  jalon_register_table_finish_edit (self->table);
}

static void
show_list (JalonWindow *self, gboolean is_list)
{
  gboolean *choice = get_choice (self);

  if (*choice == is_list)
    return;
  jalon_window_finish_edit (self);
  *choice = is_list;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, is_table (self) ? "table-visible" : "outline-visible",
                            is_list);
  jalon_window_update_view (self);
  gtk_widget_grab_focus (jalon_window_get_view (self));
}

void
jalon_window_outline_toggled_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  show_list (self, gtk_toggle_button_get_active (self->outline_button));
}

void
jalon_window_toggle_outline (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  show_list (self, !*get_choice (self));
}

void
jalon_window_view_init (JalonWindow *self)
{
  self->shows_table = TRUE;
  if (self->settings != NULL)
    {
      self->shows_outline = g_settings_get_boolean (self->settings, "outline-visible");
      self->shows_table = g_settings_get_boolean (self->settings, "table-visible");
    }
}
