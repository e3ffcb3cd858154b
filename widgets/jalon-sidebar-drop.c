/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-sidebar-drop.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-map-row-drag.h"
#include "widgets/jalon-tell.h"

/**
 * jalon_sidebar_take:
 * @self: a sidebar
 * @fragment: maps of another window
 *
 * Adds maps to the project, with what they refer to, and shows the first. Says what else came
 * along, or why they cannot be taken. They arrive some time after people asked for them, and may
 * find that nothing may be changed any more.
 *
 * Returns: %TRUE if they were
 */
gboolean
jalon_sidebar_take (JalonSidebar *self, JalonFragment *fragment)
{
  JalonDocument *document = jalon_map_view_get_document (JALON_MAP_VIEW (self));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  if (document == NULL || !jalon_map_view_get_editable (JALON_MAP_VIEW (self)))
    {
      jalon_tell_late (GTK_WIDGET (self));
      return FALSE;
    }
  if (!jalon_clipboard_insert (document, fragment, &message, &error))
    {
      jalon_tell (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  if (message != NULL)
    jalon_tell (GTK_WIDGET (self), message);
  id = jalon_document_get_selection (document)[0];
  if (id != NULL)
    jalon_map_view_set_map (JALON_MAP_VIEW (self),
                            jalon_element_get_map (jalon_document_lookup (document, id)));
  return TRUE;
}

/* What is read from the clipboard, and for which project. */
typedef struct
{
  JalonSidebar *sidebar;
  JalonDocument *document;
} Pasting;

static void
pasting_free (Pasting *self)
{
  g_object_unref (self->sidebar);
  g_object_unref (self->document);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

static gboolean
holds_maps (JalonFragment *fragment)
{
  return jalon_fragment_get_n_roots (fragment) > 0 &&
         jalon_kind_is_map (jalon_element_get_kind (jalon_fragment_get_root (fragment, 0)));
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pasting) pasting = data;
  GtkWidget *sidebar = GTK_WIDGET (pasting->sidebar);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);
  JalonFragment *fragment = value != NULL ? g_value_get_object (value) : NULL;

  if (jalon_map_view_get_document (JALON_MAP_VIEW (sidebar)) != pasting->document)
    jalon_tell_late (sidebar);
  else if (fragment != NULL && holds_maps (fragment))
    jalon_sidebar_take (pasting->sidebar, fragment);
  else if (jalon_map_view_get_map (JALON_MAP_VIEW (sidebar)) == NULL ||
           !gtk_widget_activate_action (sidebar, "win.paste", NULL))
    jalon_tell (sidebar, _ ("There is no map to paste: copy one first, here or in another window"));
}

/**
 * jalon_sidebar_paste:
 * @self: a sidebar with a document
 *
 * Does the same with the maps that have been copied. Anything else is pasted on the map that is
 * shown: people have just chosen it here.
 */
void
jalon_sidebar_paste (JalonSidebar *self)
{
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->sidebar = g_object_ref (self);
  pasting->document = g_object_ref (jalon_map_view_get_document (JALON_MAP_VIEW (self)));
  gdk_clipboard_read_value_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), JALON_TYPE_FRAGMENT,
                                  G_PRIORITY_DEFAULT, NULL, pasted_cb, pasting);
}

/* Maps of other projects. Those of this one go past each other, which is a matter of the rows. */
static gboolean
accept_cb (JalonSidebar *self, GdkDrop *drop, GtkDropTarget *target)
{
  JalonDocument *document = jalon_map_view_get_document (JALON_MAP_VIEW (self));

  g_assert (JALON_IS_SIDEBAR (self));

  return document != NULL && jalon_map_view_get_editable (JALON_MAP_VIEW (self)) &&
         gdk_content_formats_match (gtk_drop_target_get_formats (target),
                                    gdk_drop_get_formats (drop)) &&
         jalon_map_row_drag_get_dragged (drop, document) == NULL;
}

static GdkDragAction
enter_cb (GtkWidget *self)
{
  gtk_widget_add_css_class (self, "drop-sidebar");
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkWidget *self)
{
  gtk_widget_remove_css_class (self, "drop-sidebar");
}

static gboolean
drop_cb (JalonSidebar *self, const GValue *value)
{
  g_assert (JALON_IS_SIDEBAR (self));

  leave_cb (GTK_WIDGET (self));
  return jalon_sidebar_take (self, g_value_get_object (value));
}

void
jalon_sidebar_drop_init (JalonSidebar *self)
{
  GtkDropTarget *target = gtk_drop_target_new (JALON_TYPE_FRAGMENT, GDK_ACTION_COPY);

  /* Also where there is no map yet that could have been copied or dragged. */
  jalon_clipboard_init ();
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
