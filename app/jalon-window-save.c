/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, and what to do where that cannot be. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "document/jalon-error.h"
#include "drawing/jalon-export.h"
#include "files/jalon-backup.h"

/* What is written, and which state of the document it is. */
typedef struct
{
  JalonWindow *self;
  JalonDocument *document;
  guint64 revision;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_object_unref (saving->document);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void save (JalonWindow *self, JalonStore *store, JalonSaveFlags flags);

static void
overwrite_cb (JalonWindow *self, const char *response)
{
  g_assert (JALON_IS_WINDOW (self));

  if (strcmp (response, "overwrite") == 0)
    save (self, self->store, JALON_SAVE_OVERWRITE);
  else if (strcmp (response, "save-as") == 0)
    jalon_window_save_as (GTK_WIDGET (self), NULL, NULL);
  else
    self->closes_when_saved = FALSE;
}

/* Somebody else has written the file, and it cannot be merged: what they did must not be lost by
 * saving. */
void
jalon_window_ask_to_overwrite (JalonWindow *self, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The File Has Changed"),
                                              message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "overwrite", _ ("_Overwrite"), "save-as", _ ("Save _As…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (overwrite_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* If it could not be connected, saving says so. */
static void
connected_cb (JalonWindow *self, GFile *file, const GError *error)
{
  if (self->document != NULL)
    jalon_window_save (GTK_WIDGET (self), NULL, NULL);
}

static void
try_again (JalonWindow *self)
{
  GFile *file = self->store != NULL ? jalon_store_get_file (self->store) : NULL;

  if (file != NULL && !g_file_is_native (file))
    jalon_window_connect (self, file, connected_cb);
  else
    jalon_window_save (GTK_WIDGET (self), NULL, NULL);
}

static void
elsewhere_cb (JalonWindow *self, const char *response)
{
  g_assert (JALON_IS_WINDOW (self));

  if (strcmp (response, "elsewhere") == 0)
    jalon_window_save_as (GTK_WIDGET (self), NULL, NULL);
  else if (strcmp (response, "retry") == 0)
    try_again (self);
}

/* What to do about it is one click away; the changes are in the window and in what is kept for a
 * crash. */
static void
fail_to_save (JalonWindow *self, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Could Not Save the Project"),
                                              message);

  self->closes_when_saved = FALSE;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "retry",
                                    _ ("_Try Again"), "elsewhere", _ ("Save _Elsewhere…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "elsewhere",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "elsewhere");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (elsewhere_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* From now on the project is in @store. */
static void
note_saved (JalonWindow *self, JalonStore *store, guint64 revision)
{
  gboolean is_other = g_set_object (&self->store, store);

  jalon_document_mark_saved (self->document, revision);
  jalon_window_keep (self);
  if (is_other)
    {
      jalon_window_set_only_reads (self, FALSE);
      jalon_window_share (self);
    }
  if (jalon_store_has_other_names (store))
    jalon_window_toast (self, _ ("Saved. The file has another name elsewhere (a hard link), and is "
                                 "as it was under that"));
  jalon_window_note_recent (jalon_store_get_file (store));
}

static void
close_if_wanted (JalonWindow *self)
{
  gboolean closes = self->closes_when_saved && !jalon_document_is_modified (self->document);

  self->closes_when_saved = FALSE;
  if (closes)
    gtk_window_close (GTK_WINDOW (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  JalonWindow *self = saving->self;
  JalonStore *store = JALON_STORE (source);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = jalon_store_save_finish (store, result, &error);

  if (self->document != saving->document)
    return;
  if (is_saved)
    note_saved (self, store, saving->revision);
  else if (self->store == store && g_error_matches (error, JALON_ERROR, JALON_ERROR_CHANGED))
    jalon_window_merge_and_save (self);
  else
    fail_to_save (self, error->message);
  jalon_window_update_title (self);
  if (is_saved)
    close_if_wanted (self);
}

static void
save (JalonWindow *self, JalonStore *store, JalonSaveFlags flags)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *folder = jalon_backup_get_folder ();

  jalon_window_finish_edit (self);
  jalon_store_keep_backups (store, folder,
                            self->settings != NULL
                              ? (guint) g_settings_get_int (self->settings, "backups")
                              : 0);
  saving->self = g_object_ref (self);
  saving->document = g_object_ref (self->document);
  saving->revision = jalon_document_get_revision (self->document);
  jalon_store_save_async (store, jalon_document_get_project (self->document), flags, NULL, saved_cb,
                          saving);
  jalon_window_update_title (self);
}

void
jalon_window_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);

  if (self->store == NULL)
    jalon_window_save_as (widget, name, parameter);
  else
    save (self, self->store, 0);
}

/* Files without the ending would be found by nobody. */
static GFile *
with_ending (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *ended = NULL;

  if (g_str_has_suffix (uri, ".jalon"))
    return g_object_ref (file);
  ended = g_strconcat (uri, ".jalon", NULL);
  return g_file_new_for_uri (ended);
}

/* The dialog has asked already whether an old file may go. */
static void
save_response_cb (JalonWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) chosen = jalon_window_get_chosen (dialog, response);

  g_assert (JALON_IS_WINDOW (self));

  if (chosen != NULL)
    {
      g_autoptr (GFile) file = with_ending (chosen);
      g_autofree char *name = jalon_window_get_display_name (file);
      g_autoptr (JalonStore) store = jalon_store_new (file, name);

      jalon_window_remember_folder (self, file);
      save (self, store, g_file_equal (chosen, file) ? JALON_SAVE_OVERWRITE : 0);
    }
  else
    self->closes_when_saved = FALSE;
}

/* The name of the file with the mark of a copy: it must not be taken for the file itself. */
static char *
suggest_copy_name (JalonWindow *self)
{
  g_autofree char *name = jalon_window_get_display_name (jalon_store_get_file (self->store));
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot > name)
    *dot = '\0';
  /* Translators: the name of a file and what tells a copy from it */
  return g_strdup_printf (_ ("%s (copy).jalon"), name);
}

static char *
suggest_name (JalonWindow *self)
{
  JalonElement *project = jalon_document_get_project (self->document);
  g_autofree char *stem = jalon_export_make_stem (jalon_element_get_title (project));

  if (self->store != NULL)
    return g_file_get_basename (jalon_store_get_file (self->store));
  return g_strconcat (stem[0] != '\0' ? stem : _ ("New Project"), ".jalon", NULL);
}

static void
choose_and_save (JalonWindow *self, const char *title, const char *suggestion)
{
  GtkFileChooserNative *chooser = jalon_window_choose (self, title, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                       _ ("_Save"));

  jalon_window_add_filters (chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), suggestion);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (save_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
jalon_window_save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autofree char *suggestion = suggest_name (self);

  choose_and_save (self, _ ("Save As"), suggestion);
}

/* An action: from now on people work on a copy, and leave the file to others. */
void
jalon_window_save_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autofree char *suggestion = self->store != NULL ? suggest_copy_name (self)
                                                    : suggest_name (self);

  choose_and_save (self, _ ("Work on a Copy"), suggestion);
}
