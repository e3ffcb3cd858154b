/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a crash has left is offered at the next start, once a window is seen. */

#include "app/jalon-application-recovery.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/jalon-window.h"

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JalonStore *store = NULL;
  GError *error = NULL;
  JalonElement *project = jalon_recovery_read (data, &store, &error);

  if (store != NULL)
    g_object_set_data_full (G_OBJECT (project), "store", store, g_object_unref);
  if (project != NULL)
    g_task_return_pointer (task, project, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Where it is shown: in place of the state of the file, if that is all that would go. */
static JalonWindow *
find_window (GtkApplication *application, JalonStore *store)
{
  GFile *file = store != NULL ? jalon_store_get_file (store) : NULL;
  JalonWindow *window = file != NULL ? jalon_window_find (application, file) : NULL;

  if (window != NULL && !jalon_document_is_modified (jalon_window_get_document (window)))
    return window;
  return jalon_window_find_blank (application);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkApplication *application = GTK_APPLICATION (source);
  JalonRecovery *recovery = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  JalonElement *project = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (JalonStore) store = NULL;
  JalonWindow *window;

  if (project == NULL)
    {
      window = JALON_WINDOW (gtk_application_get_active_window (application));
      jalon_window_fail (window, _ ("Could Not Recover the Changes"), error->message);
      return;
    }
  store = g_object_steal_data (G_OBJECT (project), "store");
  window = find_window (application, store);
  jalon_window_show_recovered (window, recovery, project, store);
  gtk_window_present (GTK_WINDOW (window));
}

static void offer_next (GtkApplication *application, GtkWindow *parent, GPtrArray *left);

static void
response_cb (GtkApplication *application, const char *response, AdwMessageDialog *dialog)
{
  GPtrArray *left = g_object_get_data (G_OBJECT (dialog), "left");
  g_autoptr (JalonRecovery) recovery = g_ptr_array_steal_index (left, 0);

  if (strcmp (response, "open") == 0)
    {
      g_autoptr (GTask) task = g_task_new (application, NULL, read_cb, NULL);

      g_task_set_task_data (task, g_object_ref (recovery), g_object_unref);
      g_task_run_in_thread (task, read_in_thread);
    }
  else if (strcmp (response, "discard") == 0)
    {
      jalon_recovery_discard (recovery);
    }
  offer_next (application, gtk_window_get_transient_for (GTK_WINDOW (dialog)), left);
}

static char *
make_body (JalonRecovery *recovery)
{
  g_autofree char *title = jalon_recovery_get_title (recovery);

  /* Translators: %s is the title of a project */
  return g_strdup_printf (_ ("Jalon ended before the changes to “%s” were saved."),
                          title != NULL ? title : _ ("New Project"));
}

/* One project after the other: what is to be kept of one may be of no use in another. */
static void
offer_next (GtkApplication *application, GtkWindow *parent, GPtrArray *left)
{
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (left->len == 0 || parent == NULL)
    return;
  body = make_body (g_ptr_array_index (left, 0));
  dialog = adw_message_dialog_new (parent, _ ("Recover Unsaved Changes?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Later"), "discard",
                                    _ ("_Discard"), "open", _ ("_Open Recovered"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_object_set_data_full (G_OBJECT (dialog), "left", g_ptr_array_ref (left),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), application,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
look_cb (gpointer data)
{
  GtkApplication *application = data;
  GtkWindow *parent = gtk_application_get_active_window (application);
  g_autofree char *folder = jalon_recovery_get_folder ();
  g_autoptr (GPtrArray) left = NULL;

  if (parent == NULL)
    return G_SOURCE_REMOVE;
  left = jalon_recovery_claim (folder);
  offer_next (application, parent, left);
  return G_SOURCE_REMOVE;
}

static void
window_seen_cb (GtkWidget *window, GtkApplication *application)
{
  g_signal_handlers_disconnect_by_func (window, window_seen_cb, application);
  g_idle_add_full (G_PRIORITY_LOW, look_cb, g_object_ref (application), g_object_unref);
}

static void
first_window_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (application, first_window_cb, NULL);
  g_signal_connect (window, "map", G_CALLBACK (window_seen_cb), application);
}

static gboolean
terminate_cb (gpointer data)
{
  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    if (JALON_IS_WINDOW (l->data))
      jalon_window_leave (l->data);
  g_application_quit (data);
  return G_SOURCE_CONTINUE;
}

/**
 * jalon_application_recovery_init:
 * @application: the application, which starts
 *
 * Offers what a crash has left when the first window is seen, and loses nothing when the session
 * ends.
 */
void
jalon_application_recovery_init (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (first_window_cb), NULL);
  g_unix_signal_add (SIGTERM, terminate_cb, application);
  g_unix_signal_add (SIGHUP, terminate_cb, application);
}
