/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-opening.h"
#include "app/jalon-settings.h"
#include "app/jalon-welcome.h"
#include "drawing/jalon-fonts.h"
#include "files/jalon-reader.h"
#include "files/jalon-template.h"
#include "widgets/jalon-appearance.h"
#include "widgets/jalon-cut-label.h"
#include "widgets/jalon-menu-later.h"
#include "widgets/jalon-zoom-bar.h"

enum
{
  PROP_ONLY_READS = 1,
};

G_DEFINE_FINAL_TYPE (JalonWindow, jalon_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * jalon_window_show_map:
 * @self: a window with a document
 * @map: (nullable): one of its maps
 *
 * Shows a map.
 */
void
jalon_window_show_map (JalonWindow *self, JalonElement *map)
{
  g_return_if_fail (JALON_IS_WINDOW (self));

  jalon_map_view_set_map (JALON_MAP_VIEW (self->canvas), map);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->sidebar), map);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->inspector), map);
  jalon_window_update_view (self);
  jalon_window_update_title (self);
  jalon_window_update_actions (self);
}

static void
sidebar_map_cb (JalonWindow *self)
{
  JalonElement *map = jalon_map_view_get_map (JALON_MAP_VIEW (self->sidebar));

  g_assert (JALON_IS_WINDOW (self));

  if (map == NULL || map == jalon_window_get_map (self))
    return;
  jalon_window_visit (self);
  jalon_document_set_selection (self->document, NULL);
  jalon_window_show_map (self, map);
}

static void
document_changed_cb (JalonWindow *self, const JalonStep *step)
{
  JalonElement *come_back = jalon_window_find_come_back (self, step);
  JalonElement *map = jalon_window_get_map (self);

  g_assert (JALON_IS_WINDOW (self));

  if (come_back != NULL)
    jalon_window_show_map (self, come_back);
  else if (map == NULL || jalon_element_get_document (map) == NULL)
    {
      map = jalon_window_find_changed_map (self, step);
      jalon_window_show_map (self,
                             map != NULL ? map : jalon_opening_find_map (self->document, NULL));
    }
  jalon_window_update_title (self);
  jalon_window_note_step (self, step);
}

static void
document_state_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  jalon_window_update_title (self);
  jalon_window_update_actions (self);
}

/* A flap that moves has sizes given out below ancestors that keep theirs. Where scroll bars come or
 * go by that, GTK 4.8 would leave some of these ancestors waiting, and not draw them. */
static void
flap_moved_cb (GtkWidget *flap)
{
  gtk_widget_queue_resize (flap);
}

/**
 * jalon_window_set_document:
 * @self: a window
 * @document: (nullable): a document
 * @store: (nullable): where it is kept
 * @layout: (nullable) (transfer full): what has laid out maps of it
 *
 * Shows a document instead of the last.
 */
void
jalon_window_set_document (JalonWindow *self,
                           JalonDocument *document,
                           JalonStore *store,
                           JalonLayout *layout)
{
  /* Some may not have been made yet. */
  JalonMapView *views[] = { JALON_MAP_VIEW (self->canvas), JALON_MAP_VIEW (self->outline),
                            JALON_MAP_VIEW (self->table), JALON_MAP_VIEW (self->sidebar),
                            JALON_MAP_VIEW (self->inspector) };

  jalon_window_remember_state (self);
  jalon_window_forget (self);
  jalon_window_forget_removal (self);
  g_set_object (&self->store, store);
  g_set_object (&self->document, document);
  g_ptr_array_set_size (self->visits, 0);
  jalon_window_keep (self);
  jalon_window_forget_copies (self);
  jalon_window_share (self);
  g_signal_group_set_target (self->signals, document);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != NULL)
      jalon_map_view_set_document (views[i], document);
  jalon_window_set_only_reads (self, FALSE);
  jalon_canvas_set_layout (self->canvas, layout);
  if (document != NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, "editor");
      jalon_window_show_map (self, jalon_window_recall_state (self));
      gtk_widget_grab_focus (jalon_window_get_view (self));
    }
  jalon_window_update_actions (self);
}

/* Says what went wrong in a dialog: what is in @body needs reading. */
void
jalon_window_fail (JalonWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
update_theme (JalonWindow *self)
{
  jalon_canvas_set_theme (self->canvas, jalon_appearance_get_theme ());
}

/* Over a narrow window it comes and goes by itself; that is nobody's choice. */
static void
sidebar_revealed_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  if (!adw_flap_get_folded (self->sidebar_flap))
    g_settings_set_boolean (self->settings, "sidebar-visible",
                            adw_flap_get_reveal_flap (self->sidebar_flap));
}

static void
inspector_revealed_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  if (!adw_flap_get_folded (self->inspector_flap))
    g_settings_set_boolean (self->settings, "inspector-visible",
                            adw_flap_get_reveal_flap (self->inspector_flap));
}

/* In a narrow window the fields lie over the map, when somebody asks for them. */
static void
inspector_folded_cb (JalonWindow *self)
{
  gboolean is_folded = adw_flap_get_folded (self->inspector_flap);

  g_assert (JALON_IS_WINDOW (self));

  adw_flap_set_reveal_flap (self->inspector_flap,
                            !is_folded &&
                              (self->settings == NULL ||
                               g_settings_get_boolean (self->settings, "inspector-visible")));
}

static void
bind_settings (JalonWindow *self)
{
  self->settings = jalon_settings_new ();
  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sidebar-visible", self->sidebar_flap, "reveal-flap",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "inspector-visible", self->inspector_flap, "reveal-flap",
                   G_SETTINGS_BIND_GET);
  g_signal_connect_swapped (self->inspector_flap, "notify::reveal-flap",
                            G_CALLBACK (inspector_revealed_cb), self);
  g_settings_bind (self->settings, "overview-visible", self->mini_map, "wanted",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_swapped (self->sidebar_flap, "notify::reveal-flap",
                            G_CALLBACK (sidebar_revealed_cb), self);
  g_signal_connect_object (self->settings, "changed::autosave", G_CALLBACK (jalon_window_keep),
                           self, G_CONNECT_SWAPPED);
}

/* A window without a project welcomes people. Most windows come with one. Until the first is shown,
 * GTK needs no fonts, and a file is laid out in a thread. */
static void
jalon_window_show (GtkWidget *widget)
{
  JalonWindow *self = JALON_WINDOW (widget);

  if (self->document == NULL && gtk_stack_get_child_by_name (self->pages, "welcome") == NULL)
    gtk_stack_add_named (self->pages, jalon_welcome_new (self->primary_menu), "welcome");
  if (self->document == NULL)
    gtk_stack_set_visible_child_name (self->pages, "welcome");
  jalon_fonts_bind ();

  GTK_WIDGET_CLASS (jalon_window_parent_class)->show (widget);
}

static void
jalon_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ONLY_READS)
    g_value_set_boolean (value, JALON_WINDOW (object)->only_reads);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jalon_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ONLY_READS)
    jalon_window_set_only_reads (JALON_WINDOW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jalon_window_dispose (GObject *object)
{
  JalonWindow *self = JALON_WINDOW (object);

  if (self->canvas != NULL)
    jalon_window_stop (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->opening);
  g_clear_object (&self->connected);
  g_clear_object (&self->signals);
  g_clear_object (&self->settings);
  jalon_window_forget_chooser (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_WINDOW);
  g_clear_pointer (&self->visits, g_ptr_array_unref);

  G_OBJECT_CLASS (jalon_window_parent_class)->dispose (object);
}

static void
jalon_window_class_init (JalonWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_window_dispose;
  object_class->get_property = jalon_window_get_property;
  object_class->set_property = jalon_window_set_property;
  widget_class->show = jalon_window_show;
  GTK_WINDOW_CLASS (klass)->close_request = jalon_window_close_request;

  /**
   * JalonWindow:only-reads:
   *
   * Whether people only want to look at the project.
   */
  g_object_class_install_property (object_class, PROP_ONLY_READS,
                                   g_param_spec_boolean ("only-reads", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE |
                                                           G_PARAM_EXPLICIT_NOTIFY |
                                                           G_PARAM_STATIC_STRINGS));

  g_type_ensure (JALON_TYPE_CANVAS);
  g_type_ensure (JALON_TYPE_INSPECTOR);
  g_type_ensure (JALON_TYPE_SIDEBAR);
  g_type_ensure (JALON_TYPE_ZOOM_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jalon/Jalon/ui/jalon-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, project_title);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, title);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, lock_bar);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, lock_label);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, read_button);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, copies_bar);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, copies_label);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, canvas_pages);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, outline_button);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, main_box);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, JalonWindow, new_menu);
  gtk_widget_class_bind_template_callback (widget_class, jalon_window_jumped);
  gtk_widget_class_bind_template_callback (widget_class, flap_moved_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "lock_response_cb",
                                                G_CALLBACK (jalon_window_lock_response_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "copies_response_cb",
                                                G_CALLBACK (jalon_window_copies_response_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "outline_toggled_cb",
                                                G_CALLBACK (jalon_window_outline_toggled_cb));
  jalon_window_actions_init_class (widget_class);
  jalon_window_find_init_class (widget_class);
}

static void
jalon_window_init (JalonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_cut_label_watch (self->project_title);
  jalon_cut_label_watch (self->title);
  jalon_cut_label_watch (self->subtitle);
  self->cancellable = g_cancellable_new ();
  jalon_menu_later (self->menu_button, self->primary_menu);
  jalon_menu_later (self->new_button, self->new_menu);
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "refused", G_CALLBACK (jalon_window_toast), self);
  g_signal_group_connect_swapped (self->signals, "notify::modified", G_CALLBACK (document_state_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::can-undo", G_CALLBACK (document_state_cb),
                                  self);
  g_signal_connect_swapped (self->sidebar, "notify::map", G_CALLBACK (sidebar_map_cb), self);
  jalon_appearance_connect (G_CALLBACK (update_theme), self);
  g_signal_connect_swapped (self->inspector_flap, "notify::folded",
                            G_CALLBACK (inspector_folded_cb), self);
  update_theme (self);
  bind_settings (self);
  jalon_window_view_init (self);
  jalon_window_files_init (self);
  jalon_window_history_init (self);
  jalon_window_share_init (self);
  jalon_window_update_actions (self);
}

/**
 * jalon_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a blank window
 */
JalonWindow *
jalon_window_new (GtkApplication *application)
{
  return g_object_new (JALON_TYPE_WINDOW, "application", application, NULL);
}

JalonDocument *
jalon_window_get_document (JalonWindow *self)
{
  g_return_val_if_fail (JALON_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * jalon_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that is open in it
 */
GFile *
jalon_window_get_file (JalonWindow *self)
{
  g_return_val_if_fail (JALON_IS_WINDOW (self), NULL);

  return self->store != NULL ? jalon_store_get_file (self->store) : NULL;
}

/**
 * jalon_window_is_blank:
 * @self: a window
 *
 * Returns: %TRUE if a file may be opened in it without losing anything
 */
gboolean
jalon_window_is_blank (JalonWindow *self)
{
  g_return_val_if_fail (JALON_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->opening == NULL && self->connected == NULL;
}

static gboolean
has_file (JalonWindow *self, GFile *file)
{
  GFile *own = self->opening != NULL     ? jalon_opening_get_file (self->opening)
               : self->connected != NULL ? self->connected
                                         : jalon_window_get_file (self);

  return own != NULL && g_file_equal (own, file);
}

/**
 * jalon_window_find:
 * @application: the application
 * @file: a file
 *
 * Returns: (transfer none) (nullable): the window that shows @file, or will, if there is one
 */
JalonWindow *
jalon_window_find (GtkApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JALON_IS_WINDOW (l->data) && has_file (l->data, file))
      return l->data;
  return NULL;
}

/**
 * jalon_window_find_blank:
 * @application: the application
 *
 * Returns: (transfer none): a window in which a project may be opened, if need be a new one
 */
JalonWindow *
jalon_window_find_blank (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JALON_IS_WINDOW (l->data) && jalon_window_is_blank (l->data))
      return l->data;
  return jalon_window_new (application);
}

/**
 * jalon_window_offer_templates:
 * @self: a window without a project
 *
 * Moves the keys to what a new project can begin with.
 */
void
jalon_window_offer_templates (JalonWindow *self)
{
  g_return_if_fail (JALON_IS_WINDOW (self));

  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}
