/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new map begins with a look at what it could begin with. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-gallery.h"
#include "files/jalon-template.h"
#include "widgets/jalon-commands.h"

/* For three cards abreast */
#define WIDTH 760
#define HEIGHT 580

#define KIND "jalon-kind"

/* A map as the template @name has it, or an empty one. */
static JalonElement *
make_map (JalonWindow *self, JalonKind kind, const char *name)
{
  JalonElement *project = jalon_document_get_project (self->document);
  JalonLanguage language = jalon_element_get_choice (project, JALON_FIELD_LANGUAGE);
  g_autoptr (JalonElement) template = name != NULL ? jalon_template_open (name, language, NULL)
                                                   : NULL;

  for (guint i = 0; template != NULL && i < jalon_element_get_n_children (template); i++)
    {
      JalonElement *child = jalon_element_get_child (template, i);

      if (jalon_element_get_kind (child) == kind)
        return jalon_element_copy_as_new (child);
    }
  return jalon_element_new (kind, NULL);
}

static void
chosen_cb (JalonWindow *self, const char *name, JalonGallery *gallery)
{
  JalonKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (gallery), KIND));

  g_assert (JALON_IS_WINDOW (self));

  if (self->document != NULL)
    {
      JalonElement *map = make_map (self, kind, name);

      if (jalon_commands_add_map (self->document, map))
        {
          jalon_window_show_map (self, map);
          jalon_sidebar_rename (self->sidebar);
        }
    }
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (gallery))));
}

static GtkWidget *
make_gallery (JalonWindow *self, JalonKind kind)
{
  JalonElement *project = jalon_document_get_project (self->document);
  GtkWidget *gallery = jalon_gallery_new ();

  g_object_set_data (G_OBJECT (gallery), KIND, GUINT_TO_POINTER (kind));
  g_signal_connect_object (gallery, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  jalon_gallery_fill (JALON_GALLERY (gallery), kind,
                      jalon_element_get_choice (project, JALON_FIELD_LANGUAGE));
  return gallery;
}

static GtkWidget *
make_content (GtkWidget *gallery)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (gallery, 18);
  gtk_widget_set_margin_end (gallery, 18);
  gtk_widget_set_margin_top (gallery, 6);
  gtk_widget_set_margin_bottom (gallery, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), gallery);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/* @parameter: the name of a kind of map. */
void
jalon_window_new_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  JalonKind kind = jalon_kind_from_name (g_variant_get_string (parameter, NULL));
  GtkWidget *dialog, *gallery;
  g_autofree char *title = NULL;

  if (self->document == NULL || !jalon_kind_is_map (kind))
    return;
  /* Translators: the name of a kind of map, for instance "New: Persona" */
  title = g_strdup_printf (_ ("New: %s"), _ (jalon_kind_get_info (kind)->label));
  gallery = make_gallery (self, kind);
  dialog = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "transient-for", self,
                         "destroy-with-parent", TRUE, "default-width", WIDTH, "default-height",
                         HEIGHT, "content", make_content (gallery), NULL);
  add_escape (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
