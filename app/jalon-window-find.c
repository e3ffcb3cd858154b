/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going to what people look for, on whichever map it is. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "widgets/jalon-jump-dialog.h"

/* A sidebar that lies over a narrow window goes when people look for something below it. */
static void
uncover (JalonWindow *self)
{
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

/* Also on the canvas that a list hides: people may go back to it. */
gboolean
jalon_window_reveal (JalonWindow *self, JalonElement *element, guint field)
{
  JalonMapView *canvas = JALON_MAP_VIEW (self->canvas);
  JalonMapView *view = JALON_MAP_VIEW (jalon_window_get_view (self));
  gboolean is_shown = jalon_map_view_reveal (canvas, element, field);

  return view == canvas ? is_shown : jalon_map_view_reveal (view, element, field);
}

/* Opens the map of an element, if another one is shown, and puts the keys on it. What no map shows
 * is seen in the details. */
void
jalon_window_go (JalonWindow *self, JalonElement *element, guint field)
{
  JalonElement *map = jalon_element_get_map (element);

  g_assert (JALON_IS_WINDOW (self));

  if (jalon_element_get_document (element) != self->document)
    return;
  uncover (self);
  if (map != NULL && map != jalon_window_get_map (self))
    {
      jalon_window_visit (self);
      jalon_window_show_map (self, map);
    }
  if (!jalon_window_reveal (self, element, field) && element != map)
    adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
}

/* A view wants an element to be shown. */
void
jalon_window_jumped (JalonWindow *self, const char *id)
{
  JalonElement *element = jalon_document_lookup (self->document, id);

  g_assert (JALON_IS_WINDOW (self));

  if (element == NULL)
    return;
  jalon_window_go (self, element, JALON_FIELD_NONE);
  gtk_widget_grab_focus (jalon_window_get_view (self));
}

static void
find_closed_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  gtk_widget_grab_focus (jalon_window_get_view (self));
}

/* Made when people look for something first. */
static JalonFindBar *
get_find_bar (JalonWindow *self)
{
  GtkWidget *above = gtk_widget_get_prev_sibling (GTK_WIDGET (self->inspector_flap));

  if (self->find_bar == NULL)
    {
      self->find_bar = JALON_FIND_BAR (jalon_find_bar_new ());
      jalon_find_bar_set_view (self->find_bar, JALON_MAP_VIEW (jalon_window_get_view (self)));
      g_signal_connect_swapped (self->find_bar, "go", G_CALLBACK (jalon_window_go), self);
      g_signal_connect_swapped (self->find_bar, "closed", G_CALLBACK (find_closed_cb), self);
      gtk_box_insert_child_after (self->main_box, GTK_WIDGET (self->find_bar), above);
    }
  return self->find_bar;
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  uncover (self);
  jalon_window_finish_edit (self);
  jalon_find_bar_open (get_find_bar (self));
}

static void
find_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_find_bar_step (get_find_bar (JALON_WINDOW (widget)), strcmp (name, "win.find-next") == 0);
}

static void
chosen_cb (JalonWindow *self, JalonElement *element)
{
  g_assert (JALON_IS_WINDOW (self));

  jalon_window_go (self, element, JALON_FIELD_NONE);
  gtk_widget_grab_focus (jalon_window_get_view (self));
  if (!jalon_kind_is_map (jalon_element_get_kind (element)) &&
      !jalon_map_view_shows (JALON_MAP_VIEW (jalon_window_get_view (self)), element))
    jalon_window_toast (self, _ ("The map does not show it now. Its details are open."));
}

static void
jump (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  GtkWidget *dialog;

  jalon_window_finish_edit (self);
  dialog = jalon_jump_dialog_new (GTK_WINDOW (self), self->document);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
jalon_window_find_init_class (GtkWidgetClass *klass)
{
  g_type_ensure (JALON_TYPE_MINI_MAP);
  gtk_widget_class_bind_template_child (klass, JalonWindow, mini_map);
  gtk_widget_class_install_action (klass, "win.find", NULL, find);
  gtk_widget_class_install_action (klass, "win.jump", NULL, jump);
  gtk_widget_class_install_action (klass, "win.find-next", NULL, find_next);
  gtk_widget_class_install_action (klass, "win.find-previous", NULL, find_next);
}
