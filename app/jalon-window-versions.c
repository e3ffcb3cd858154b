/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was saved before: compared with what is here now, opened beside it, or brought back. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-versions-dialog.h"
#include "document/jalon-difference.h"
#include "files/jalon-backup.h"

/* A version that is being read. */
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

static JalonElement *
take_version (Request *request, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  JalonElement *project = jalon_store_load_finish (JALON_STORE (source), result, NULL, &error);

  if (project == NULL)
    jalon_window_fail (request->self, _ ("Could Not Open the Version"), error->message);
  return project;
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
compare_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  JalonWindow *self = request->self;
  g_autoptr (JalonElement) version = take_version (request, source, result);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *title = NULL;
  JalonChangesDialog *dialog;

  if (version == NULL || self->document == NULL)
    return;
  changes = jalon_difference_list (version, jalon_document_get_project (self->document));
  if (changes->len == 0)
    {
      jalon_window_toast (self, _ ("Nothing has changed since"));
      return;
    }
  /* Translators: %s is a day and time */
  title = g_strdup_printf (_ ("Changes Since %s"), request->date);
  dialog = jalon_window_list_changes (self, title);
  jalon_changes_dialog_add_changes (dialog, changes);
  if (can_restore (self, version))
    {
      GtkWidget *button = jalon_changes_dialog_add_button (dialog, _ ("_Restore"),
                                                           G_CALLBACK (restore_cb), self);

      g_object_set_data_full (G_OBJECT (button), "version", g_steal_pointer (&version),
                              g_object_unref);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  JalonElement *version = take_version (request, source, result);
  g_autoptr (JalonDocument) document = NULL;
  JalonWindow *window;

  if (version == NULL)
    return;
  document = jalon_document_new (version);
  window = jalon_window_find_blank (gtk_window_get_application (GTK_WINDOW (request->self)));
  jalon_window_set_document (window, document, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
load (JalonWindow *self, GFile *file, const char *date, GAsyncReadyCallback callback)
{
  g_autoptr (JalonStore) store = jalon_store_new (file, date);
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->date = g_strdup (date);
  jalon_store_load_async (store, NULL, callback, request);
}

static void
compare_cb (JalonWindow *self, GFile *file, const char *date)
{
  g_assert (JALON_IS_WINDOW (self));

  load (self, file, date, compare_loaded_cb);
}

static void
open_cb (JalonWindow *self, GFile *file, const char *date)
{
  g_assert (JALON_IS_WINDOW (self));

  load (self, file, date, open_loaded_cb);
}

/* An action. */
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
