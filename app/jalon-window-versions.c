/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was saved before: compared with what is here now, opened beside it, or brought back. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-versions-dialog.h"
#include "files/jalon-backup.h"

/* A version that is being read, and compared. */
typedef struct
{
  JalonWindow *self;
  char *date;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_free (request->date);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Who has closed the window waits for nothing. */
static void
fail (JalonWindow *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jalon_window_fail (self, _ ("Could Not Open the Version"), error->message);
}

/* What the document was then, brought back in one step. */
static void
restore_cb (JalonWindow *self, GtkWidget *button)
{
  JalonElement *version = g_object_get_data (G_OBJECT (button), "version");

  g_assert (JALON_IS_WINDOW (self));

  if (self->document == NULL)
    return;
  jalon_window_finish_edit (self);
  self->is_adopting = TRUE;
  jalon_document_begin (self->document, _ ("Restore Version"));
  jalon_document_adopt (self->document, version);
  jalon_document_commit (self->document);
  self->is_adopting = FALSE;
}

static gboolean
can_restore (JalonWindow *self, JalonElement *version)
{
  JalonElement *project = jalon_document_get_project (self->document);

  return jalon_map_view_get_editable (JALON_MAP_VIEW (self->canvas)) &&
         strcmp (jalon_element_get_id (project), jalon_element_get_id (version)) == 0;
}

static void
list_changes (JalonWindow *self, const char *date, JalonElement *version, GPtrArray *changes)
{
  /* Translators: %s is a day and time */
  g_autofree char *title = g_strdup_printf (_ ("Changes Since %s"), date);
  JalonChangesDialog *dialog = jalon_window_list_changes (self, title);

  jalon_changes_dialog_add_changes (dialog, changes, NULL);
  if (can_restore (self, version))
    {
      GtkWidget *button = jalon_changes_dialog_add_button (dialog, _ ("_Restore"),
                                                           G_CALLBACK (restore_cb), self);

      g_object_set_data_full (G_OBJECT (button), "version", g_object_ref (version), g_object_unref);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  JalonWindow *self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) version = NULL;
  g_autoptr (GPtrArray)
    changes = jalon_store_compare_finish (JALON_STORE (source), result, &version, &error);

  if (changes == NULL)
    fail (self, error);
  else if (changes->len == 0)
    jalon_window_toast (self, _ ("Nothing has changed since"));
  else if (self->document != NULL)
    list_changes (self, request->date, version, changes);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  JalonElement *version = jalon_store_load_finish (JALON_STORE (source), result, NULL, &error);
  g_autoptr (JalonDocument) document = NULL;
  JalonWindow *window;

  if (version == NULL)
    {
      fail (request->self, error);
      return;
    }
  document = jalon_document_new (version);
  window = jalon_window_find_blank (gtk_window_get_application (GTK_WINDOW (request->self)));
  jalon_window_set_document (window, document, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static Request *
request_new (JalonWindow *self, const char *date)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->date = g_strdup (date);
  return request;
}

static void
compare_cb (JalonWindow *self, GFile *file, const char *date)
{
  g_autoptr (JalonStore) store = jalon_store_new (file, date);

  g_assert (JALON_IS_WINDOW (self));

  if (self->document != NULL)
    jalon_store_compare_async (store,
                               jalon_element_copy (jalon_document_get_project (self->document)),
                               self->cancellable, compared_cb, request_new (self, date));
}

static void
open_cb (JalonWindow *self, GFile *file, const char *date)
{
  g_autoptr (JalonStore) store = jalon_store_new (file, date);

  g_assert (JALON_IS_WINDOW (self));

  jalon_store_load_async (store, self->cancellable, opened_cb, request_new (self, date));
}

/* An action. The dialog is not modal: people compare several versions, and jump to what has
 * changed. */
void
jalon_window_show_versions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autofree char *folder = jalon_backup_get_folder ();
  g_autoptr (GPtrArray) backups = jalon_backup_list (folder, jalon_store_get_file (self->store));
  GtkWidget *dialog = jalon_versions_dialog_new (GTK_WINDOW (self), backups);

  jalon_window_finish_edit (self);
  g_signal_connect_object (dialog, "compare", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
