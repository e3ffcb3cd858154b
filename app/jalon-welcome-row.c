/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-welcome-row.h"

/* Something to begin with. Assistive technology sees the actions of a class only, not that a row of
 * a list box can be activated; so this one has an action for it. */

struct _JalonWelcomeRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (JalonWelcomeRow, jalon_welcome_row, ADW_TYPE_ACTION_ROW)

static void
open_this (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
jalon_welcome_row_class_init (JalonWelcomeRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.open", NULL, open_this);
}

static void
jalon_welcome_row_init (JalonWelcomeRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GtkWidget *
jalon_welcome_row_new (const char *title, const char *subtitle, const char *icon)
{
  JalonWelcomeRow *self = g_object_new (JALON_TYPE_WELCOME_ROW, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name (icon));
  return GTK_WIDGET (self);
}
