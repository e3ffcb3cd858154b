/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures on their way into a document: read and made small in a thread, then one step. Whoever
 * asked may be gone by then; what counts is the window. */

#include "widgets/jalon-picture-taker.h"

#include <glib/gi18n-lib.h>

#include "drawing/jalon-picture-import.h"
#include "widgets/jalon-chooser.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-map-view.h"
#include "widgets/jalon-tell.h"

/* More at once is a mistake of the hand that drops them. */
#define MOST_FILES 50u

/* More lines at once are not read. */
#define MOST_COMPLAINTS 5

#define CHOICE "jalon-choice"
#define LAST_CHOOSER "jalon-picture-chooser"

typedef struct
{
  /* Owned */
  JalonDocument *document;
  JalonPicturePlace place;
  GCancellable *cancellable;
  GSList *files;     /* those that wait */
  GPtrArray *images; /* those that are made */
  char *name;        /* of the file at work */
  GString *complaints;
  guint n_complaints;

  /* Borrowed; NULL when it is gone */
  GtkWidget *window;
  GtkWidget *view; /* says whether people may change the document; NULL where nothing does */
} Taking;

static void take_next (Taking *self);

void
jalon_picture_place_copy (const JalonPicturePlace *self, JalonPicturePlace *copy)
{
  *copy = (JalonPicturePlace){ .field = self->field };
  if (self->node != NULL)
    copy->node = jalon_node_ref (self->node);
  if (self->elements == NULL)
    return;
  copy->elements = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->elements->len; i++)
    g_ptr_array_add (copy->elements, g_object_ref (g_ptr_array_index (self->elements, i)));
}

void
jalon_picture_place_clear (JalonPicturePlace *self)
{
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->node, jalon_node_unref);
}

static void
window_gone_cb (Taking *self)
{
  self->window = NULL;
  g_cancellable_cancel (self->cancellable);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, JALON_TYPE_MAP_VIEW);
}

static Taking *
taking_new (GtkWidget *widget, JalonDocument *document, const JalonPicturePlace *place)
{
  Taking *self = g_new0 (Taking, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->window = root != NULL ? GTK_WIDGET (root) : widget;
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (window_gone_cb), self);
  gtk_widget_set_cursor_from_name (self->window, "progress");
  g_set_weak_pointer (&self->view, find_view (widget));
  self->document = g_object_ref (document);
  jalon_picture_place_copy (place, &self->place);
  self->cancellable = g_cancellable_new ();
  self->images = g_ptr_array_new_with_free_func (g_object_unref);
  self->complaints = g_string_new (NULL);
  return self;
}

static void
taking_free (Taking *self)
{
  if (self->window != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->window, self);
      gtk_widget_set_cursor (self->window, NULL);
    }
  g_clear_weak_pointer (&self->view);
  jalon_picture_place_clear (&self->place);
  g_slist_free_full (self->files, g_object_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_free (self->name);
  g_string_free (self->complaints, TRUE);
  g_free (self);
}

/* What is left of those that shall have the picture. */
static GPtrArray *
get_present (Taking *self)
{
  GPtrArray *present = g_ptr_array_new ();

  for (guint i = 0; i < self->place.elements->len; i++)
    if (jalon_element_get_document (g_ptr_array_index (self->place.elements, i)) == self->document)
      g_ptr_array_add (present, g_ptr_array_index (self->place.elements, i));
  return present;
}

/* Since they asked, people may have come to read only, or the window to another document. */
static gboolean
is_wanted (Taking *self)
{
  JalonMapView *view = (JalonMapView *) self->view;

  return view == NULL || (jalon_map_view_get_editable (view) &&
                          jalon_map_view_get_document (view) == self->document);
}

static gboolean
put_in_slot (Taking *self)
{
  return jalon_commands_add_pictures (self->document, jalon_node_get_slot (self->place.node),
                                      self->place.field->id, self->images);
}

static gboolean
put_on_elements (Taking *self)
{
  g_autoptr (GPtrArray) present = get_present (self);

  if (present->len > 0)
    jalon_commands_set_picture (self->document, present, self->place.field->id,
                                g_ptr_array_index (self->images, 0));
  return present->len > 0;
}

static void
put (Taking *self)
{
  if (self->images->len == 0 || self->window == NULL)
    return;
  if (!is_wanted (self) ||
      !(self->place.elements != NULL ? put_on_elements (self) : put_in_slot (self)))
    jalon_tell_late (self->window);
}

/* Names the file, for there may be several, and people may have taken the wrong one. */
static void
note_complaint (Taking *self, const GError *error)
{
  if (self->n_complaints++ >= MOST_COMPLAINTS)
    return;
  if (self->complaints->len > 0)
    g_string_append_c (self->complaints, '\n');
  if (self->name != NULL)
    /* Translators: the name of a file, and what is wrong with it */
    g_string_append_printf (self->complaints, _ ("%s: %s"), self->name, error->message);
  else
    g_string_append (self->complaints, error->message);
}

static void
complain (Taking *self)
{
  g_autofree char *heading = NULL;

  if (self->n_complaints == 0 || self->window == NULL)
    return;
  heading = g_strdup_printf (ngettext ("Could Not Use the Picture", "Could Not Use %u Pictures",
                                       self->n_complaints),
                             self->n_complaints);
  jalon_tell_failure (self->window, heading, self->complaints->str);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Taking *self = data;
  g_autoptr (GError) error = NULL;
  JalonElement *image = jalon_picture_import_finish (result, &error);

  if (image != NULL)
    g_ptr_array_add (self->images, image);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    note_complaint (self, error);
  take_next (self);
}

/* One after the other: several large ones at once would need the memory of several. */
static void
take_next (Taking *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *base = NULL;

  if (self->files == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      put (self);
      complain (self);
      taking_free (self);
      return;
    }
  file = self->files->data;
  self->files = g_slist_delete_link (self->files, self->files);
  base = g_file_get_basename (file);
  g_free (self->name);
  self->name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
  jalon_picture_import_file_async (file, self->place.field, self->cancellable, imported_cb, self);
}

/**
 * jalon_picture_take_bytes:
 * @widget: a widget in a window, which tells what goes wrong
 * @document: a document
 * @place: where in it
 * @bytes: what people say is a picture
 *
 * Gives a picture to what is at a place, as soon as it is made.
 */
void
jalon_picture_take_bytes (GtkWidget *widget,
                          JalonDocument *document,
                          const JalonPicturePlace *place,
                          GBytes *bytes)
{
  Taking *self = taking_new (widget, document, place);

  jalon_picture_import_async (bytes, place->field, self->cancellable, imported_cb, self);
}

static void
tell_many (GtkWidget *widget)
{
  g_autofree char *message =
    g_strdup_printf (ngettext ("That is a lot at once; only %u file was taken.",
                               "That is a lot at once; the first %u files were taken.", MOST_FILES),
                     MOST_FILES);

  jalon_tell (widget, message);
}

/**
 * jalon_picture_take_files:
 * @widget: a widget in a window, which tells what goes wrong
 * @document: a document
 * @place: where in it
 * @files: (element-type GFile): files
 *
 * Does the same with files: each becomes something of its own in a slot, and of several for one
 * place the first is taken.
 */
void
jalon_picture_take_files (GtkWidget *widget,
                          JalonDocument *document,
                          const JalonPicturePlace *place,
                          GSList *files)
{
  Taking *self = taking_new (widget, document, place);
  guint most = place->elements != NULL ? 1 : MOST_FILES;

  for (; files != NULL && most > 0; files = files->next, most--)
    self->files = g_slist_append (self->files, g_object_ref (files->data));
  if (files != NULL && place->elements == NULL)
    tell_many (widget);
  take_next (self);
}

/* A file dialog that is open, and what it is for. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *widget; /* what outlives the row of a field */
  JalonDocument *document;
  JalonPicturePlace place;
} Choice;

static void
choice_free (Choice *self)
{
  g_object_unref (self->window);
  g_object_unref (self->widget);
  g_object_unref (self->document);
  jalon_picture_place_clear (&self->place);
  g_free (self);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  GObject *window = G_OBJECT (choice->window);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GSList) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      files = g_slist_prepend (NULL, file);
      jalon_picture_take_files (choice->widget, choice->document, &choice->place, files);
    }
  /* Until the next: see jalon_window_choose(). */
  g_object_set_data_full (window, LAST_CHOOSER, dialog, (GDestroyNotify) jalon_chooser_free);
  g_object_set_data (G_OBJECT (dialog), CHOICE, NULL);
}

static void
add_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);
  g_autoptr (GFile) start = folder != NULL ? g_file_new_for_path (folder) : NULL;

  gtk_file_filter_set_name (pictures, _ ("Pictures (PNG, JPEG)"));
  gtk_file_filter_add_mime_type (pictures, "image/png");
  gtk_file_filter_add_mime_type (pictures, "image/jpeg");
  gtk_file_chooser_add_filter (chooser, pictures);
  if (start != NULL)
    gtk_file_chooser_set_current_folder (chooser, start, NULL);
}

/**
 * jalon_picture_choose:
 * @widget: a widget in a window
 * @document: a document
 * @place: where in it
 *
 * Lets people choose a file.
 */
void
jalon_picture_choose (GtkWidget *widget, JalonDocument *document, const JalonPicturePlace *place)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *view = find_view (widget);
  GtkFileChooserNative *chooser;
  Choice *choice = g_new0 (Choice, 1);

  chooser = jalon_chooser_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               _ ("Choose a Picture"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"));
  choice->window = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  choice->widget = g_object_ref (view != NULL ? view : choice->window);
  choice->document = g_object_ref (document);
  jalon_picture_place_copy (place, &choice->place);
  add_filter (GTK_FILE_CHOOSER (chooser));
  g_object_set_data_full (G_OBJECT (chooser), CHOICE, choice, (GDestroyNotify) choice_free);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
