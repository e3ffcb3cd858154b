/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-welcome.h"

#include <glib/gi18n.h>

#include "app/jalon-gallery.h"
#include "app/jalon-settings.h"
#include "app/jalon-welcome-row.h"
#include "widgets/jalon-menu-later.h"

/* What a window shows before it has a project: templates, recent files, Open. */

#define MOST_RECENT 6

struct _JalonWelcome
{
  AdwBin parent_instance;

  /* Template children */
  GtkMenuButton *menu_button;
  JalonGallery *templates;
  GtkListBox *recent;
  GtkWidget *recent_group;

  guint filling;
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (JalonWelcome, jalon_welcome, ADW_TYPE_BIN)

static int
compare_age (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
add_recent (JalonWelcome *self, GtkRecentInfo *info)
{
  g_autofree char *where = gtk_recent_info_get_uri_display (info);
  GtkWidget *row = jalon_welcome_row_new (gtk_recent_info_get_display_name (info), where,
                                          "document-open-recent-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_list_box_append (self->recent, row);
}

static void
add_recents (JalonWelcome *self)
{
  g_autolist (GtkRecentInfo)
    infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  infos = g_list_sort (infos, compare_age);
  for (GList *l = infos; l != NULL && n < MOST_RECENT; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), ".jalon") &&
        gtk_recent_info_exists (l->data))
      {
        add_recent (self, l->data);
        n++;
      }
  gtk_widget_set_visible (self->recent_group, n > 0);
}

static void
chosen_cb (JalonWelcome *self, const char *name)
{
  g_assert (JALON_IS_WELCOME (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-from-template", "s", name);
}

static gboolean
fill_cb (gpointer data)
{
  JalonWelcome *self = data;

  self->filling = 0;
  add_recents (self);
  jalon_gallery_fill (self->templates, JALON_KIND_PROJECT, jalon_settings_get_language ());
  self->is_filled = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Behind the first frame, and not at all in a window that opens a file. */
static void
jalon_welcome_map (GtkWidget *widget)
{
  JalonWelcome *self = JALON_WELCOME (widget);

  GTK_WIDGET_CLASS (jalon_welcome_parent_class)->map (widget);
  if (self->filling == 0 && !self->is_filled)
    self->filling = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

/* What people come for */
static gboolean
jalon_welcome_grab_focus (GtkWidget *widget)
{
  JalonWelcome *self = JALON_WELCOME (widget);

  return gtk_widget_get_focus_child (GTK_WIDGET (self->templates)) != NULL ||
         gtk_widget_child_focus (GTK_WIDGET (self->templates), GTK_DIR_TAB_FORWARD);
}

static void
jalon_welcome_dispose (GObject *object)
{
  JalonWelcome *self = JALON_WELCOME (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_WELCOME);

  G_OBJECT_CLASS (jalon_welcome_parent_class)->dispose (object);
}

static void
jalon_welcome_class_init (JalonWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_welcome_dispose;
  widget_class->grab_focus = jalon_welcome_grab_focus;
  widget_class->map = jalon_welcome_map;

  g_type_ensure (JALON_TYPE_GALLERY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonWelcome, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JalonWelcome, templates);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_child (widget_class, JalonWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, JalonWelcome, recent_group);
}

static void
jalon_welcome_init (JalonWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jalon_welcome_new:
 * @menu: the main menu
 *
 * Returns: (transfer floating): what welcomes people
 */
GtkWidget *
jalon_welcome_new (GMenuModel *menu)
{
  JalonWelcome *self;

  g_return_val_if_fail (G_IS_MENU_MODEL (menu), NULL);

  self = g_object_new (JALON_TYPE_WELCOME, NULL);
  jalon_menu_later (self->menu_button, menu);
  return GTK_WIDGET (self);
}
