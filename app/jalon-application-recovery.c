/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a crash has left is offered at the next start, once a window is seen. */

#include "app/jalon-application-recovery.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/jalon-changes-dialog.h"
#include "app/jalon-window.h"
#include "document/jalon-thread.h"

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
  window = jalon_window_find_for_recovered (application, store);
  jalon_window_show_recovered (window, recovery, project, store);
  gtk_window_present (GTK_WINDOW (window));
}

/* What was left, one after the other: what is to be kept of one may be of no use in another. */
typedef struct
{
  GtkApplication *application;
  GtkWindow *parent; /* NULL when it is gone */
  GPtrArray *left;   /* the first is asked about */
} Question;

static Question *
question_new (GtkApplication *application, GtkWindow *parent, GPtrArray *left)
{
  Question *self = g_rc_box_new0 (Question);

  self->application = g_object_ref (application);
  g_set_weak_pointer (&self->parent, parent);
  self->left = g_ptr_array_ref (left);
  return self;
}

static void
question_finish (gpointer data)
{
  Question *self = data;

  g_object_unref (self->application);
  g_clear_weak_pointer (&self->parent);
  g_ptr_array_unref (self->left);
}

static void
question_unref (gpointer self)
{
  g_rc_box_release_full (self, question_finish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_unref)

static void
question_closure_finish (gpointer self, GClosure *closure)
{
  question_unref (self);
}

static void ask (Question *self);

/* Has @callback called with @self, which lives until then. */
static void
connect (gpointer dialog, const char *signal, GCallback callback, Question *self)
{
  g_signal_connect_data (dialog, signal, callback, g_rc_box_acquire (self), question_closure_finish,
                         G_CONNECT_SWAPPED);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *changes = jalon_recovery_compare (data, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
closed_cb (Question *self)
{
  ask (self);
  return GDK_EVENT_PROPAGATE;
}

static void
fill (JalonChangesDialog *dialog, GPtrArray *changes, const GError *error)
{
  const char *note = _ ("This would change in the file if you save what was recovered.");

  if (changes == NULL)
    note = error->message;
  else if (changes->len == 0)
    note = _ ("All of it is in the file already.");
  jalon_changes_dialog_add_note (dialog, note);
  if (changes != NULL)
    jalon_changes_dialog_add_changes (dialog, changes, NULL);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWidget *dialog;

  if (self->parent == NULL)
    return;
  dialog = jalon_changes_dialog_new (self->parent, _ ("Unsaved Changes"), NULL);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  fill (JALON_CHANGES_DIALOG (dialog), changes, error);
  connect (dialog, "close-request", G_CALLBACK (closed_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
compare (Question *self)
{
  g_autoptr (GTask)
    task = g_task_new (self->application, NULL, compared_cb, g_rc_box_acquire (self));

  g_task_set_task_data (task, g_object_ref (g_ptr_array_index (self->left, 0)), g_object_unref);
  jalon_thread_run_task (task, compare_in_thread);
}

static void
open_recovered (Question *self, JalonRecovery *recovery)
{
  g_autoptr (GTask) task = g_task_new (self->application, NULL, read_cb, NULL);

  g_task_set_task_data (task, g_object_ref (recovery), g_object_unref);
  jalon_thread_run_task (task, read_in_thread);
}

static void
response_cb (Question *self, const char *response)
{
  g_autoptr (JalonRecovery) recovery = NULL;

  if (strcmp (response, "compare") == 0)
    {
      compare (self);
      return;
    }
  recovery = g_ptr_array_steal_index (self->left, 0);
  if (strcmp (response, "open") == 0)
    open_recovered (self, recovery);
  else if (strcmp (response, "discard") == 0)
    jalon_recovery_discard (recovery);
  ask (self);
}

static char *
make_body (JalonRecovery *recovery)
{
  g_autofree char *title = jalon_recovery_get_title (recovery);

  /* Translators: %s is the title of a project */
  return g_strdup_printf (_ ("Jalon ended before the changes to “%s” were saved."),
                          title != NULL ? title : _ ("New Project"));
}

/* What was never in a file can be compared with nothing. */
static void
add_responses (AdwMessageDialog *dialog, JalonRecovery *recovery)
{
  g_autoptr (GFile) file = jalon_recovery_get_file (recovery);

  adw_message_dialog_add_response (dialog, "later", _ ("_Later"));
  if (file != NULL)
    adw_message_dialog_add_response (dialog, "compare", _ ("_Compare"));
  adw_message_dialog_add_responses (dialog, "discard", _ ("_Discard"), "open",
                                    _ ("_Open Recovered"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "later");
}

/* Asks about the next one, if there is one. */
static void
ask (Question *self)
{
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (self->left->len == 0 || self->parent == NULL)
    return;
  body = make_body (g_ptr_array_index (self->left, 0));
  dialog = adw_message_dialog_new (self->parent, _ ("Recover Unsaved Changes?"), body);
  add_responses (ADW_MESSAGE_DIALOG (dialog), g_ptr_array_index (self->left, 0));
  connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
look_cb (gpointer data)
{
  GtkApplication *application = data;
  GtkWindow *parent = gtk_application_get_active_window (application);
  g_autofree char *folder = jalon_recovery_get_folder ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (Question) question = NULL;

  if (parent == NULL)
    return G_SOURCE_REMOVE;
  left = jalon_recovery_claim (folder);
  question = question_new (application, parent, left);
  ask (question);
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
