/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures that are dropped: files of a file manager, and what browsers hand over. Only bytes are
 * asked for; GTK would decode whatever it is. */

#include "widgets/jalon-picture-drop.h"

#include "widgets/jalon-drop.h"
#include "widgets/jalon-tell.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "drawing/jalon-picture-import.h"
#include "exchange/jalon-import.h"

/* The best first. Those at the end are refused later, with a word about what they are. */
static const char *const mimes[] = { "image/png",  "image/jpeg", "image/webp",   "image/gif",
                                     "image/avif", "image/heic", "image/svg+xml" };
#define N_GOOD 2

/* A drop whose data are on their way. */
typedef struct
{
  GtkWidget *widget;
  JalonDocument *document; /* NULL where pictures do not go */
  JalonPicturePlace place;
  GdkDrop *drop;
} Delivery;

static void
delivery_free (Delivery *self, gboolean is_taken)
{
  gdk_drop_finish (self->drop, is_taken ? GDK_ACTION_COPY : 0);
  jalon_picture_place_clear (&self->place);
  g_clear_object (&self->widget);
  g_clear_object (&self->document);
  g_clear_object (&self->drop);
  g_free (self);
}

static void
fail (Delivery *self, const GError *error)
{
  g_debug ("drop: %s", error->message);
  jalon_tell (self->widget, error->domain == JALON_ERROR
                              ? error->message
                              : _ ("The picture did not arrive. Save it as a file first."));
  delivery_free (self, FALSE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Delivery *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jalon_drop_read_finish (result, &error);

  if (bytes == NULL)
    {
      fail (self, error);
      return;
    }
  jalon_picture_take_bytes (self->widget, self->document, &self->place, bytes);
  delivery_free (self, TRUE);
}

/* A link to a page or a picture on the web: Jalon stays offline. */
static gboolean
is_local (GSList *files)
{
  for (; files != NULL; files = files->next)
    if (g_file_has_uri_scheme (files->data, "http") || g_file_has_uri_scheme (files->data, "https"))
      return FALSE;
  return TRUE;
}

static gboolean
has_type (GFile *file, const char *wanted)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *type = name != NULL ? g_content_type_guess (name, NULL, 0, NULL) : NULL;

  return type != NULL && g_content_type_is_a (type, wanted);
}

static gboolean
is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL &&
         (g_str_has_suffix (name, ".jalon") || jalon_importer_for_file (name) != NULL);
}

/* Projects, what becomes one, and what is no picture where none goes, are the window's: it opens
 * them. */
static gboolean
is_for_window (Delivery *self, GFile *file)
{
  return is_project (file) || (self->document == NULL && !has_type (file, "image/*"));
}

static void
open_files (Delivery *self, GSList *files)
{
  g_autoptr (GVariantBuilder) uris = g_variant_builder_new (G_VARIANT_TYPE ("as"));

  for (; files != NULL; files = files->next)
    {
      g_autofree char *uri = g_file_get_uri (files->data);

      g_variant_builder_add (uris, "s", uri);
    }
  gtk_widget_activate_action (self->widget, "win.open-files", "as", uris);
}

/**
 * jalon_picture_drop_tell_where:
 * @widget: where people wanted to have a picture
 *
 * Tells people where pictures go.
 */
void
jalon_picture_drop_tell_where (GtkWidget *widget)
{
  jalon_tell (widget, _ ("Pictures go on personas and into lanes for pictures and storyboards."));
}

static void
files_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Delivery *self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (self->drop, result, &error);
  g_autoptr (GSList) files = NULL;

  if (value == NULL)
    {
      fail (self, error);
      return;
    }
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (!is_local (files))
    jalon_tell (self->widget, _ ("This is a link. Save the picture as a file first."));
  else if (files != NULL && is_for_window (self, files->data))
    open_files (self, files);
  else if (self->document == NULL)
    jalon_picture_drop_tell_where (self->widget);
  else if (files != NULL)
    jalon_picture_take_files (self->widget, self->document, &self->place, files);
  delivery_free (self, files != NULL);
}

static void
read_drop (Delivery *self)
{
  GdkContentFormats *formats = gdk_drop_get_formats (self->drop);
  gboolean has_files = jalon_drop_get_kind (formats) == JALON_DROP_FILES;
  const char *wanted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (mimes) && wanted == NULL; i++)
    if ((i < N_GOOD || !has_files) && gdk_content_formats_contain_mime_type (formats, mimes[i]))
      wanted = mimes[i];
  if (wanted != NULL && self->document == NULL)
    {
      jalon_picture_drop_tell_where (self->widget);
      delivery_free (self, FALSE);
    }
  else if (wanted != NULL)
    jalon_drop_read_async (self->drop, wanted, JALON_PICTURE_IMPORT_MAX, read_cb, self);
  else
    gdk_drop_read_value_async (self->drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb,
                               self);
}

static JalonDocument *
find (GtkDropTargetAsync *target, double x, double y, JalonPicturePlace *place)
{
  JalonPictureDropFunc func = g_object_get_data (G_OBJECT (target), "func");

  return func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), x, y, place);
}

/* Text and maps are for others, though they come with pictures. */
static gboolean
accept_cb (GtkDropTargetAsync *target, GdkDrop *drop)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  JalonDropKind kind = jalon_drop_get_kind (formats);

  return (kind == JALON_DROP_FILES || kind == JALON_DROP_PICTURE) &&
         gdk_content_formats_match (gtk_drop_target_async_get_formats (target), formats);
}

/* Also where pictures do not go: then dropping says where they do. */
static GdkDragAction
moved_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y)
{
  g_auto (JalonPicturePlace) place = { 0 };

  find (target, x, y, &place);
  return GDK_ACTION_COPY;
}

static void
left_cb (GtkDropTargetAsync *target)
{
  g_auto (JalonPicturePlace) place = { 0 };

  find (target, -1, -1, &place);
}

static gboolean
dropped_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_auto (JalonPicturePlace) place = { 0 };
  JalonDocument *document = find (target, x, y, &place);
  Delivery *self;

  left_cb (target);
  self = g_new0 (Delivery, 1);
  self->widget = g_object_ref (widget);
  g_set_object (&self->document, document);
  jalon_picture_place_copy (&place, &self->place);
  self->drop = g_object_ref (drop);
  read_drop (self);
  return TRUE;
}

/**
 * jalon_picture_drop_init:
 * @widget: a widget
 * @func: says where on it pictures go
 *
 * Has a widget take pictures that are dropped on it.
 */
void
jalon_picture_drop_init (GtkWidget *widget, JalonPictureDropFunc func)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  GtkDropTargetAsync *target;

  for (guint i = 0; i < G_N_ELEMENTS (mimes); i++)
    gdk_content_formats_builder_add_mime_type (builder, mimes[i]);
  gdk_content_formats_builder_add_mime_type (builder, "text/uri-list");
  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  target = gtk_drop_target_async_new (gdk_content_formats_builder_free_to_formats (builder),
                                      GDK_ACTION_COPY);
  g_object_set_data (G_OBJECT (target), "func", func);
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect (target, "drag-enter", G_CALLBACK (moved_cb), NULL);
  g_signal_connect (target, "drag-motion", G_CALLBACK (moved_cb), NULL);
  g_signal_connect (target, "drag-leave", G_CALLBACK (left_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
