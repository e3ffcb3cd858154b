/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map as a picture. It is laid out and written in a thread, from a copy of the project, so that
 * people go on drawing meanwhile. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-export-dialog.h"
#include "document/jalon-thread.h"
#include "drawing/jalon-layout.h"
#include "files/jalon-remote.h"

typedef struct
{
  JalonWindow *self;

  /* What to write: a copy of the project, and the map in it */
  JalonElement *project;
  char *map;
  JalonFormat format;
  double scale;
  JalonThemeName theme;
  GFile *file;

  AdwToast *toast;
  GApplication *application; /* stays until the map is written, even without a window */
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->self);
  g_clear_object (&export->project);
  g_clear_object (&export->file);
  g_clear_object (&export->toast);
  g_free (export->map);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* To a server, as projects are saved there. */
static gboolean
export_remote (Export *export, JalonScene *scene, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;

  if (!jalon_export_to_stream (scene, export->format, export->scale, stream, cancellable, error) ||
      !g_output_stream_close (stream, cancellable, error))
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return jalon_remote_replace (export->file, bytes, cancellable, error);
}

static gboolean
export_to_file (Export *export, JalonScene *scene, GCancellable *cancellable, GError **error)
{
  if (g_file_peek_path (export->file) == NULL)
    return export_remote (export, scene, cancellable, error);
  return jalon_export_to_file (scene, export->format, export->scale, export->file, cancellable,
                               error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (JalonDocument) document = jalon_document_new (g_steal_pointer (&export->project));
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonScene)
    scene = jalon_layout_draw (layout, jalon_document_lookup (document, export->map),
                               jalon_theme_get (export->theme));
  GError *error = NULL;

  if (export_to_file (export, scene, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_exported_cb (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
tell_exported (JalonWindow *self, GFile *file)
{
  g_autofree char *name = jalon_window_get_display_name (file);
  /* Translators: %s is the name of a file */
  g_autofree char *message = g_markup_printf_escaped (_ ("Exported as “%s”"), name);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _ ("_Show"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_exported_cb),
                         g_object_ref (file), (GClosureNotify) (GCallback) g_object_unref,
                         G_CONNECT_SWAPPED);
  jalon_window_add_toast (self, toast);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  JalonWindow *self = export->self;
  g_autoptr (GError) error = NULL;

  g_application_release (export->application);
  adw_toast_dismiss (export->toast);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_exported (self, export->file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jalon_window_fail (self, _ ("Could Not Export the Map"), error->message);
}

/* Stays until the export is done; large maps take a while. */
static AdwToast *
show_progress (JalonWindow *self, GCancellable *cancellable)
{
  AdwToast *toast = adw_toast_new (_ ("Exporting…"));

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("_Cancel"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  jalon_window_add_toast (self, g_object_ref (toast));
  return toast;
}

/* The task owns nothing that is of the main thread: it may end in the other. */
static void
begin_export (JalonWindow *self, Export *export)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, exported_cb, export);

  export->self = g_object_ref (self);
  export->project = jalon_element_copy (jalon_document_get_project (self->document));
  export->map = g_strdup (jalon_element_get_id (jalon_window_get_map (self)));
  export->toast = show_progress (self, cancellable);
  export->application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_application_hold (export->application);
  g_task_set_source_tag (task, begin_export);
  g_task_set_task_data (task, export, NULL);
  jalon_thread_run_task (task, export_in_thread);
}

static void
chosen_cb (JalonWindow *self, int response, GtkNativeDialog *dialog)
{
  Export *export = g_object_steal_data (G_OBJECT (dialog), "export");

  g_assert (JALON_IS_WINDOW (self));

  export->file = jalon_window_get_chosen (dialog, response);
  if (export->file != NULL && jalon_window_get_map (self) != NULL)
    begin_export (self, export);
  else
    export_free (export);
}

static void
accepted_cb (JalonWindow *self, JalonExportDialog *dialog)
{
  JalonElement *map = jalon_window_get_map (self);
  Export *export;
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  g_assert (JALON_IS_WINDOW (self));

  if (map == NULL)
    return;
  export = g_new0 (Export, 1);
  export->format = jalon_export_dialog_get_format (dialog);
  export->scale = jalon_export_dialog_get_scale (dialog);
  export->theme = jalon_export_dialog_get_theme (dialog);
  name = jalon_export_make_name (jalon_element_get_title (map), export->format);
  chooser = jalon_window_choose (self, _ ("Export Map"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _ ("_Export"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data_full (G_OBJECT (chooser), "export", export, (GDestroyNotify) export_free);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
jalon_window_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  GtkWidget *dialog;

  if (jalon_window_get_map (self) == NULL)
    return;
  jalon_window_finish_edit (self);
  dialog = jalon_export_dialog_new (GTK_WINDOW (self));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
