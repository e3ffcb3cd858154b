/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, and asking before something would be lost. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-report-dialog.h"
#include "app/jalon-settings.h"
#include "exchange/jalon-import.h"
#include "files/jalon-template.h"
#include "widgets/jalon-appearance.h"
#include "widgets/jalon-chooser.h"

#define MIME_TYPE "application/vnd.jalon.project+xml"

/* So long a window waits for its project, in ms, before it is shown without. */
#define PATIENCE 300

void
jalon_window_forget_chooser (JalonWindow *self)
{
  g_clear_pointer (&self->chooser, jalon_chooser_free);
}

void
jalon_window_remember_folder (JalonWindow *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (self->settings != NULL && uri != NULL)
    g_settings_set_string (self->settings, "last-folder", uri);
}

static void
start_in_last_folder (JalonWindow *self, GtkFileChooser *chooser)
{
  g_autofree char *uri = self->settings != NULL
                           ? g_settings_get_string (self->settings, "last-folder")
                           : NULL;
  g_autoptr (GFile) folder = uri != NULL && uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/* The one file dialog of the window, which keeps it until the next: GTK's own goes on to read its
 * folder when it is closed, and 4.8 tells of that what has been freed, or people in a dialog. */
GtkFileChooserNative *
jalon_window_choose (JalonWindow *self,
                     const char *title,
                     GtkFileChooserAction action,
                     const char *accept)
{
  jalon_window_forget_chooser (self);
  self->chooser = jalon_chooser_new (GTK_WINDOW (self), title, action, accept);
  start_in_last_folder (self, GTK_FILE_CHOOSER (self->chooser));
  return self->chooser;
}

/* The file that was chosen; NULL if none was, as when GTK's own dialog is accepted with a name from
 * which all was deleted since. */
GFile *
jalon_window_get_chosen (GtkNativeDialog *chooser, int response)
{
  return response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                                         : NULL;
}

static GtkFileFilter *
add_filter (GtkFileChooserNative *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  return filter;
}

/* Before what would show all: people look for projects, but a folder may hold none. */
static void
add_filters_of_importers (GtkFileChooserNative *chooser)
{
  const JalonImporter *importer;

  for (guint i = 0; (importer = jalon_importer_get (i)) != NULL; i++)
    {
      GtkFileFilter *filter = add_filter (chooser, _ (importer->label), importer->patterns[0]);

      for (guint j = 1; j < G_N_ELEMENTS (importer->patterns) && importer->patterns[j] != NULL; j++)
        gtk_file_filter_add_pattern (filter, importer->patterns[j]);
    }
}

void
jalon_window_add_filters (GtkFileChooserNative *chooser)
{
  add_filter (chooser, _ ("Jalon projects"), "*.jalon");
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_OPEN)
    add_filters_of_importers (chooser);
  add_filter (chooser, _ ("All files"), "*");
}

void
jalon_window_note_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *exec = g_strdup ("jalon %u");
  GtkRecentData data = { .mime_type = (char *) MIME_TYPE,
                         .app_name = (char *) g_get_application_name (),
                         .app_exec = exec };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
present (JalonWindow *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
waited_cb (gpointer data)
{
  JalonWindow *self = data;

  self->waiting = 0;
  present (self);
  return G_SOURCE_REMOVE;
}

static JalonWindow *
find_busy_window (JalonWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JALON_IS_WINDOW (l->data) && !jalon_window_is_blank (l->data))
      return l->data;
  return NULL;
}

/* A window that came only for this file goes again; who works in another is told there. */
static void
fail_to_open (JalonWindow *self, const char *message)
{
  JalonWindow *other = self->is_for_file ? find_busy_window (self) : NULL;

  if (other == NULL)
    present (self);
  jalon_window_fail (other != NULL ? other : self, _ ("Could Not Open the File"), message);
  if (other != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* What it is on is connected, or cannot be: people may have given up. */
static void
connected_cb (JalonWindow *self, GFile *file, const GError *error)
{
  g_autoptr (JalonOpening) again = NULL;

  if (error == NULL)
    {
      again = jalon_opening_new (file, jalon_appearance_get_theme ());
      jalon_window_open_project (self, again);
    }
  else
    {
      g_clear_object (&self->connected);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED_HANDLED))
        fail_to_open (self, error->message);
    }
}

static void
fail_or_connect (JalonWindow *self, GFile *file, const GError *error)
{
  gboolean is_away = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED);

  if (is_away && self->connected == NULL)
    {
      self->connected = g_object_ref (file);
      present (self);
      jalon_window_connect (self, file, connected_cb);
    }
  else
    {
      g_clear_object (&self->connected);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fail_to_open (self, error->message);
    }
}

/* The file stays what it is: saving asks for a name. */
static void
tell_imported (JalonWindow *self, GFile *file)
{
  g_autofree char *name = jalon_window_get_display_name (file);
  /* Translators: %s is the name of a file of another program */
  g_autofree char *message = g_strdup_printf (_ ("A new project was made of “%s”"), name);

  jalon_window_toast (self, message);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonWindow) self = data;
  JalonOpening *opening = JALON_OPENING (source);
  JalonReport *report = jalon_opening_get_report (opening);
  JalonStore *store = jalon_opening_get_store (opening);
  GFile *file = jalon_opening_get_file (opening);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->opening);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (!jalon_opening_wait_finish (opening, result, &error))
    {
      fail_or_connect (self, file, error);
      return;
    }
  g_clear_object (&self->connected);
  jalon_window_set_document (self, jalon_opening_get_document (opening), store,
                             jalon_opening_take_layout (opening));
  present (self);
  jalon_window_remember_folder (self, file);
  if (store != NULL)
    {
      jalon_window_note_recent (file);
      jalon_window_find_copies (self);
    }
  else
    tell_imported (self, file);
  if (report != NULL && jalon_report_get_n (report) > 0)
    jalon_report_dialog_present (GTK_WINDOW (self), report);
}

char *
jalon_window_get_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/**
 * jalon_window_open_project:
 * @self: a blank window
 * @opening: brings a project
 *
 * Shows a project as soon as it is there. A window that is not on the screen yet appears with it:
 * most files are read sooner than a window without them could be drawn.
 */
void
jalon_window_open_project (JalonWindow *self, JalonOpening *opening)
{
  g_return_if_fail (JALON_IS_WINDOW (self));
  g_return_if_fail (JALON_IS_OPENING (opening));

  g_set_object (&self->opening, opening);
  self->waiting = g_timeout_add (PATIENCE, waited_cb, self);
  self->is_for_file = !gtk_widget_get_mapped (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "progress");
  jalon_opening_wait_async (opening, opened_cb, g_object_ref (self));
}

/**
 * jalon_window_open_template:
 * @self: a blank window
 * @name: a template
 *
 * Begins a project that has no file yet.
 */
void
jalon_window_open_template (JalonWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonDocument) document = NULL;
  JalonElement *project;

  g_return_if_fail (JALON_IS_WINDOW (self));

  project = jalon_template_open (name, jalon_settings_get_language (), &error);
  if (project == NULL)
    {
      jalon_window_fail (self, _ ("Could Not Open the Template"), error->message);
      return;
    }
  document = jalon_document_new (project);
  jalon_window_set_document (self, document, NULL, NULL);
}

void
jalon_window_open_files (JalonWindow *self, GListModel *files)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  if (array->len > 0)
    g_application_open (application, (GFile **) array->pdata, (int) array->len, "");
}

static void
open_response_cb (JalonWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GListModel) files = NULL;

  g_assert (JALON_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      jalon_window_open_files (self, files);
    }
}

void
jalon_window_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  GtkFileChooserNative *chooser = jalon_window_choose (self, _ ("Open"),
                                                       GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  jalon_window_add_filters (chooser);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (open_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
dropped_cb (JalonWindow *self, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped = g_value_get_boxed (value);

  g_assert (JALON_IS_WINDOW (self));

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  jalon_window_open_files (self, G_LIST_MODEL (files));
  return TRUE;
}

static gboolean
discard_cb (gpointer data)
{
  JalonWindow *self = JALON_WINDOW (data);

  jalon_window_set_document (self, NULL, NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
close_response_cb (JalonWindow *self, const char *response)
{
  g_assert (JALON_IS_WINDOW (self));

  /* The dialog that asked looks for its parent once more when it goes: it goes first. */
  if (strcmp (response, "discard") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, discard_cb, g_object_ref (self), g_object_unref);
  else if (strcmp (response, "save") == 0)
    {
      self->closes_when_saved = TRUE;
      jalon_window_save (GTK_WIDGET (self), NULL, NULL);
    }
}

static void
ask_to_save (JalonWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), _ ("Save Changes?"),
    _ ("What has changed since the project was saved will be lost otherwise."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (close_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is on its way to the window comes too late. */
void
jalon_window_stop_opening (JalonWindow *self)
{
  if (self->opening != NULL)
    jalon_opening_cancel (self->opening);
  g_clear_handle_id (&self->waiting, g_source_remove);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* Nothing comes any more to a window that goes, even if what runs keeps it for a while. */
void
jalon_window_stop (JalonWindow *self)
{
  jalon_window_set_document (self, NULL, NULL, NULL);
  g_cancellable_cancel (self->cancellable);
  jalon_window_stop_opening (self);
}

gboolean
jalon_window_close_request (GtkWindow *window)
{
  JalonWindow *self = JALON_WINDOW (window);

  jalon_window_finish_edit (self);
  if (self->document != NULL && jalon_document_is_modified (self->document))
    {
      ask_to_save (self);
      return GDK_EVENT_STOP;
    }
  jalon_window_stop (self);
  return GTK_WINDOW_CLASS (g_type_class_peek (ADW_TYPE_APPLICATION_WINDOW))->close_request (window);
}

void
jalon_window_files_init (JalonWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
