/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going to what people look for, on whichever map it is. */

#include "app/jalon-window-private.h"

/* Opens the map of an element, if another one is shown, and puts the keys on it. What no map shows
 * is seen in the details. */
void
jalon_window_go (JalonWindow *self, JalonElement *element, guint field)
{
  JalonElement *map = jalon_element_get_map (element);

  g_assert (JALON_IS_WINDOW (self));

  if (jalon_element_get_document (element) != self->document)
    return;
  if (map != NULL && map != jalon_canvas_get_map (self->canvas))
    {
      jalon_window_visit (self);
      jalon_window_show_map (self, map);
    }
  if (!jalon_canvas_reveal_field (self->canvas, element, field) && element != map)
    gtk_revealer_set_reveal_child (self->inspector_revealer, TRUE);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_find_bar_open (JALON_WINDOW (widget)->find_bar);
}

static void
find_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_find_bar_step (JALON_WINDOW (widget)->find_bar, strcmp (name, "win.find-next") == 0);
}

void
jalon_window_find_init_class (GtkWidgetClass *klass)
{
  g_type_ensure (JALON_TYPE_FIND_BAR);
  gtk_widget_class_bind_template_child (klass, JalonWindow, find_bar);
  gtk_widget_class_bind_template_callback_full (klass, "go_cb", G_CALLBACK (jalon_window_go));
  gtk_widget_class_install_action (klass, "win.find", NULL, find);
  gtk_widget_class_install_action (klass, "win.find-next", NULL, find_next);
  gtk_widget_class_install_action (klass, "win.find-previous", NULL, find_next);
}
