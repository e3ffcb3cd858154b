/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map is shown as the sheet that is printed, or as a list: an outline, and for an audience
 * register a table. What people chose is remembered for both. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "widgets/jalon-copy-paste.h"
#include "widgets/jalon-menu-later.h"

/* How many frames a menu needs to give the keys back. */
#define FRAMES_OF_MENU 2

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

/* What most windows do not show is made when it is needed first. */
static GtkWidget *
add_list (JalonWindow *self, GtkWidget *list, const char *page)
{
  JalonMapView *view = JALON_MAP_VIEW (list);

  jalon_map_view_set_document (view, self->document);
  jalon_map_view_set_editable (view, jalon_map_view_get_editable (JALON_MAP_VIEW (self->canvas)));
  g_signal_connect_swapped (view, "jump", G_CALLBACK (jalon_window_jumped), self);
  gtk_stack_add_named (self->canvas_pages, list, page);
  return list;
}

static GtkWidget *
make_new_button (JalonWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("New Map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New Map"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  jalon_menu_later (GTK_MENU_BUTTON (button), self->new_menu);
  return button;
}

static GtkWidget *
make_empty_page (JalonWindow *self)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (adw_status_page_new ());

  adw_status_page_set_icon_name (page, "jalon-journey-symbolic");
  adw_status_page_set_title (page, _ ("No Maps Yet"));
  adw_status_page_set_description (
    page, _ ("Begin with a persona: every other map tells something about one."));
  adw_status_page_set_child (page, make_new_button (self));
  return GTK_WIDGET (page);
}

static void
show_empty_page (JalonWindow *self)
{
  if (gtk_stack_get_child_by_name (self->canvas_pages, "empty") == NULL)
    gtk_stack_add_named (self->canvas_pages, make_empty_page (self), "empty");
  gtk_stack_set_visible_child_name (self->canvas_pages, "empty");
}

static JalonMapView *
need_list (JalonWindow *self)
{
  if (!is_table (self))
    {
      if (self->outline == NULL)
        self->outline = JALON_OUTLINE (add_list (self, jalon_outline_new (), "outline"));
      return JALON_MAP_VIEW (self->outline);
    }
  if (self->table == NULL)
    self->table = JALON_REGISTER_TABLE (add_list (self, jalon_register_table_new (), "table"));
  return JALON_MAP_VIEW (self->table);
}

/* What is not seen does no work. */
void
jalon_window_update_view (JalonWindow *self)
{
  JalonElement *map = jalon_window_get_map (self);
  gboolean is_list = map != NULL && *get_choice (self);
  const char *hint = is_table (self) ? _ ("Show as a Table (Shift+F9)")
                                     : _ ("Show as an Outline (Shift+F9)");
  JalonMapView *list = is_list ? need_list (self) : NULL;

  if (self->outline != NULL)
    jalon_map_view_set_map (JALON_MAP_VIEW (self->outline),
                            list == JALON_MAP_VIEW (self->outline) ? map : NULL);
  if (self->table != NULL)
    jalon_map_view_set_map (JALON_MAP_VIEW (self->table),
                            list == JALON_MAP_VIEW (self->table) ? map : NULL);
  if (map == NULL)
    show_empty_page (self);
  else if (!is_list)
    gtk_stack_set_visible_child_name (self->canvas_pages, "canvas");
  else
    gtk_stack_set_visible_child (self->canvas_pages, GTK_WIDGET (list));
  if (self->find_bar != NULL)
    jalon_find_bar_set_view (self->find_bar, JALON_MAP_VIEW (jalon_window_get_view (self)));
  gtk_toggle_button_set_active (self->outline_button, is_list);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->outline_button), hint);
}

/* Tells people whether the project can be changed. */
void
jalon_window_show_newer_bar (JalonWindow *self, gboolean is_newer)
{
  GtkWidget *label;

  if (self->newer_bar == NULL && is_newer)
    {
      label = gtk_label_new (_ ("A newer version of Jalon wrote this file. It can be looked at and "
                                "exported, but not changed."));
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      self->newer_bar = gtk_info_bar_new ();
      gtk_info_bar_set_message_type (GTK_INFO_BAR (self->newer_bar), GTK_MESSAGE_WARNING);
      gtk_info_bar_add_child (GTK_INFO_BAR (self->newer_bar), label);
      gtk_box_insert_child_after (self->main_box, self->newer_bar,
                                  gtk_widget_get_first_child (GTK_WIDGET (self->main_box)));
    }
  if (self->newer_bar != NULL)
    gtk_info_bar_set_revealed (GTK_INFO_BAR (self->newer_bar), is_newer);
}

/* Ends what people write, wherever. */
void
jalon_window_finish_edit (JalonWindow *self)
{
  jalon_map_view_finish_edit (JALON_MAP_VIEW (self->canvas));
  if (self->outline != NULL)
    jalon_map_view_finish_edit (JALON_MAP_VIEW (self->outline));
  if (self->table != NULL)
    jalon_map_view_finish_edit (JALON_MAP_VIEW (self->table));
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

/* What was copied goes on the map that is shown. */
void
jalon_window_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_copy_paste_paste (JALON_COPY_PASTE (jalon_window_get_view (JALON_WINDOW (widget))));
}

void
jalon_window_toggle_outline (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  show_list (self, !*get_choice (self));
}

/* Menus that close give the keys back to where they were, and so end what is begun before. */
static gboolean
focus_details_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;

  if ((*frames)-- > 0)
    return G_SOURCE_CONTINUE;
  jalon_inspector_focus_first (JALON_WINDOW (widget)->inspector);
  return G_SOURCE_REMOVE;
}

/* To the fields of what is selected, and from there back to the map. */
void
jalon_window_show_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  guint *frames;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->inspector)) != NULL)
    {
      gtk_widget_grab_focus (jalon_window_get_view (self));
      return;
    }
  jalon_window_finish_edit (self);
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  frames = g_new (guint, 1);
  *frames = FRAMES_OF_MENU;
  gtk_widget_add_tick_callback (widget, focus_details_cb, frames, g_free);
}

/* A list or a menu that is open in a pane would go off the screen with it. */
static void
close_popovers (GtkWidget *widget)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (!GTK_IS_POPOVER (child))
        close_popovers (child);
      else if (gtk_widget_get_visible (child))
        gtk_popover_popdown (GTK_POPOVER (child));
    }
}

/* A pane that goes leaves the keys to the map. */
static void
pane_revealed_cb (JalonWindow *self, GParamSpec *pspec, AdwFlap *pane)
{
  g_assert (JALON_IS_WINDOW (self));

  if (adw_flap_get_reveal_flap (pane))
    return;
  close_popovers (adw_flap_get_flap (pane));
  if (gtk_widget_get_focus_child (adw_flap_get_flap (pane)) != NULL)
    gtk_widget_grab_focus (jalon_window_get_view (self));
}

void
jalon_window_view_init (JalonWindow *self)
{
  g_signal_connect_swapped (self->sidebar_flap, "notify::reveal-flap",
                            G_CALLBACK (pane_revealed_cb), self);
  g_signal_connect_swapped (self->inspector_flap, "notify::reveal-flap",
                            G_CALLBACK (pane_revealed_cb), self);
  self->shows_table = TRUE;
  if (self->settings != NULL)
    {
      self->shows_outline = g_settings_get_boolean (self->settings, "outline-visible");
      self->shows_table = g_settings_get_boolean (self->settings, "table-visible");
    }
}
