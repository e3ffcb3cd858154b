/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What menus and keys do in a window. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "widgets/jalon-commands.h"

/* Beside the file that is on its way to this window, if there is one. */
static void
new_from_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (!jalon_window_is_blank (self))
    self = jalon_window_find_blank (application);
  jalon_window_open_template (self, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (self));
}

static void
rename_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  adw_flap_set_reveal_flap (self->sidebar_flap, TRUE);
  jalon_sidebar_rename (self->sidebar);
}

static void
duplicate_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = NULL;

  g_ptr_array_add (maps, jalon_window_get_map (self));
  copies = jalon_commands_duplicate (self->document, maps);
  if (copies->len > 0)
    jalon_window_show_map (self, g_ptr_array_index (copies, 0));
}

static void
make_to_be (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (JALON_WINDOW (widget)->canvas), "canvas.make-to-be",
                              NULL);
}

static void
delete_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  jalon_sidebar_delete (self->sidebar, jalon_window_get_map (self));
}

/* The fields of the project itself. */
static void
show_project (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  jalon_document_set_selection (self->document, NULL);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->inspector),
                          jalon_document_get_project (self->document));
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
}

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("canvas.", strchr (name, '.') + 1, NULL);

  gtk_widget_activate_action (GTK_WIDGET (JALON_WINDOW (widget)->canvas), action, NULL);
}

/* What was dropped on a part of the window that takes other files too. */
static void
open_files (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree const char **uris = g_variant_get_strv (parameter, NULL);

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      g_list_store_append (files, file);
    }
  jalon_window_open_files (JALON_WINDOW (widget), G_LIST_MODEL (files));
}

/* What parts of the window have to say, by jalon_tell(). */
static void
tell (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_window_toast (JALON_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
fail (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *heading, *body;

  g_variant_get (parameter, "(&s&s)", &heading, &body);
  jalon_window_fail (JALON_WINDOW (widget), heading, body);
}

/* What comes to lie over the map takes the keys, so that Escape takes it away. */
static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  AdwFlap *flap = self->sidebar_flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
  if (adw_flap_get_folded (flap) && adw_flap_get_reveal_flap (flap))
    jalon_sidebar_focus_map (self->sidebar);
}

static void
toggle_inspector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = JALON_WINDOW (widget)->inspector_flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget);
}

/* F6 goes round: maps, the map, details. */
static void
next_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  GtkWidget *panes[] = { GTK_WIDGET (self->sidebar), jalon_window_get_view (self),
                         GTK_WIDGET (self->inspector) };
  int step = strcmp (name, "win.next-pane") == 0 ? 1 : G_N_ELEMENTS (panes) - 1;
  int present = 0;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (has_focus (panes[i]))
      present = i;
  for (guint i = 1; i < G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(present + i * step) % G_N_ELEMENTS (panes)];

      if (gtk_widget_get_mapped (pane) &&
          ((pane == panes[0] && jalon_sidebar_focus_map (self->sidebar)) ||
           gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

static void
set_tooltip (GtkButton *button, const char *what, const char *label)
{
  /* Translators: "Undo" or "Redo", and what, for instance "Undo: Move Card" */
  g_autofree char *text = label != NULL ? g_strdup_printf (_ ("%s: %s"), what, label) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), text != NULL ? text : what);
}

static void
set_enabled (GtkWidget *widget, const char *const *names, gboolean is_enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_action_set_enabled (widget, names[i], is_enabled);
}

/* Says which actions there is something to do for, and what undo would undo. */
void
jalon_window_update_actions (JalonWindow *self)
{
  static const char *const of_document[] = {
    "win.project",       "win.toggle-sidebar", "win.toggle-inspector",
    "win.details",       "win.find",           "win.find-next",
    "win.find-previous", "win.jump",           NULL
  };
  static const char *const of_map[] = { "win.export",         "win.zoom-in",
                                        "win.zoom-out",       "win.zoom-fit",
                                        "win.zoom-selection", "win.zoom-normal",
                                        "win.toggle-outline", NULL };
  static const char *const changing_document[] = { "win.save", "win.save-as", "win.new-map", NULL };
  static const char *const changing_map[] = { "win.rename-map", "win.duplicate-map",
                                              "win.delete-map", "win.paste", NULL };
  GtkWidget *widget = GTK_WIDGET (self);
  JalonDocument *document = self->document;
  gboolean has_map = document != NULL && jalon_window_get_map (self) != NULL;
  gboolean is_editable = document != NULL &&
                         jalon_map_view_get_editable (JALON_MAP_VIEW (self->canvas));
  gboolean can_change = is_editable || self->only_reads;
  const char *undo_label = document != NULL ? jalon_document_get_undo_label (document) : NULL;
  const char *redo_label = document != NULL ? jalon_document_get_redo_label (document) : NULL;

  set_enabled (widget, of_document, document != NULL);
  set_enabled (widget, of_map, has_map);
  set_enabled (widget, changing_document, is_editable);
  set_enabled (widget, changing_map, has_map && is_editable);
  gtk_widget_action_set_enabled (widget, "win.save-copy", can_change);
  /* What was changed wants to be saved. */
  gtk_widget_action_set_enabled (widget, "win.only-read",
                                 can_change &&
                                   (self->only_reads || !jalon_document_is_modified (document)));
  gtk_widget_action_set_enabled (widget, "win.make-to-be",
                                 has_map && is_editable &&
                                   jalon_commands_can_make_to_be (jalon_window_get_map (self)));
  gtk_widget_action_set_enabled (widget, "win.versions", document != NULL && self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.back", jalon_window_can_go_back (self));
  gtk_widget_action_set_enabled (widget, "win.undo", is_editable && undo_label != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", is_editable && redo_label != NULL);
  set_tooltip (self->undo_button, _ ("Undo"), undo_label);
  set_tooltip (self->redo_button, _ ("Redo"), redo_label);
}

void
jalon_window_actions_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open", NULL, jalon_window_open);
  gtk_widget_class_install_action (klass, "win.open-files", "as", open_files);
  gtk_widget_class_install_action (klass, "win.save", NULL, jalon_window_save);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, jalon_window_save_as);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, jalon_window_save_copy);
  gtk_widget_class_install_property_action (klass, "win.only-read", "only-reads");
  gtk_widget_class_install_action (klass, "win.export", NULL, jalon_window_export);
  gtk_widget_class_install_action (klass, "win.undo", NULL, jalon_window_undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, jalon_window_undo);
  gtk_widget_class_install_action (klass, "win.paste", NULL, jalon_window_paste);
  gtk_widget_class_install_action (klass, "win.back", NULL, jalon_window_go_back);
  gtk_widget_class_install_action (klass, "win.new-map", "s", jalon_window_new_map);
  gtk_widget_class_install_action (klass, "win.new-from-template", "s", new_from_template);
  gtk_widget_class_install_action (klass, "win.rename-map", NULL, rename_map);
  gtk_widget_class_install_action (klass, "win.duplicate-map", NULL, duplicate_map);
  gtk_widget_class_install_action (klass, "win.make-to-be", NULL, make_to_be);
  gtk_widget_class_install_action (klass, "win.delete-map", NULL, delete_map);
  gtk_widget_class_install_action (klass, "win.project", NULL, show_project);
  gtk_widget_class_install_action (klass, "win.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (klass, "win.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (klass, "win.zoom-normal", NULL, zoom);
  gtk_widget_class_install_action (klass, "win.zoom-fit", NULL, zoom);
  gtk_widget_class_install_action (klass, "win.zoom-selection", NULL, zoom);
  gtk_widget_class_install_action (klass, "win.versions", NULL, jalon_window_show_versions);
  gtk_widget_class_install_action (klass, "win.show-news", NULL, jalon_window_show_news);
  gtk_widget_class_install_action (klass, "win.trash-copy", "s", jalon_window_trash_copy);
  gtk_widget_class_install_action (klass, "win.tell", "s", tell);
  gtk_widget_class_install_action (klass, "win.fail", "(ss)", fail);
  gtk_widget_class_install_action (klass, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (klass, "win.toggle-inspector", NULL, toggle_inspector);
  gtk_widget_class_install_action (klass, "win.details", NULL, jalon_window_show_details);
  gtk_widget_class_install_action (klass, "win.toggle-outline", NULL, jalon_window_toggle_outline);
  gtk_widget_class_install_property_action (klass, "win.fullscreen", "fullscreened");
  gtk_widget_class_install_action (klass, "win.next-pane", NULL, next_pane);
  gtk_widget_class_install_action (klass, "win.previous-pane", NULL, next_pane);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, jalon_window_show_help);

  /* Not accelerators of the application: those would come before the text that has the focus, which
   * has an undo of its own. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}
