/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The copies that Nextcloud, Dropbox and Syncthing leave beside the file when two people have
 * changed it are offered for merging. What was merged can go to the trash. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "files/jalon-copies.h"
#include "files/jalon-reader.h"

void
jalon_window_forget_copies (JalonWindow *self)
{
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  gtk_info_bar_set_revealed (self->copies_bar, FALSE);
}

static void
offer (JalonWindow *self)
{
  GFile *first = g_ptr_array_index (self->copies, 0);
  guint n = self->copies->len;
  g_autofree char *name = jalon_window_get_display_name (first);
  g_autofree char *text =
    n == 1 ? g_strdup_printf (_ ("Beside this file is another version of it, “%s”: "
                                 "two people changed it at the same time. They can "
                                 "be merged."),
                              name)
           : g_strdup_printf (ngettext ("Beside this file is %u other version of "
                                        "it: several people changed it at the "
                                        "same time. They can be merged.",
                                        "Beside this file are %u other versions of "
                                        "it: several people changed it at the "
                                        "same time. They can be merged.",
                                        n),
                              n);

  gtk_label_set_label (self->copies_label, text);
  gtk_info_bar_set_revealed (self->copies_bar, !self->only_reads);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonWindow) self = data;
  g_autoptr (GPtrArray) copies = jalon_copies_find_finish (G_FILE (source), result, NULL);

  if (copies == NULL || copies->len == 0 || self->store == NULL ||
      jalon_store_get_file (self->store) != G_FILE (source) ||
      jalon_reader_is_newer (jalon_document_get_project (self->document)))
    return;
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  self->copies = g_steal_pointer (&copies);
  offer (self);
}

/* Looks for copies beside the file that was opened. */
void
jalon_window_find_copies (JalonWindow *self)
{
  jalon_copies_find_async (jalon_store_get_file (self->store),
                           jalon_document_get_project (self->document), self->cancellable, found_cb,
                           g_object_ref (self));
}

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_trash_finish (G_FILE (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jalon_window_fail (self, _ ("Could Not Move the File to the Trash"), error->message);
}

/* An action, with the URI of a copy that was merged. It can be taken out of the trash. */
void
jalon_window_trash_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_file_trash_async (file, G_PRIORITY_DEFAULT, self->cancellable, trashed_cb, g_object_ref (self));
}

static void
offer_trash (JalonWindow *self, GFile *file)
{
  g_autofree char *name = jalon_window_get_display_name (file);
  g_autofree char *text = g_strdup_printf (_ ("Merged “%s”. Save the project to keep it"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("Move Copy to _Trash"));
  adw_toast_set_action_name (toast, "win.trash-copy");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_set_timeout (toast, 0);
  jalon_window_add_toast (self, toast);
}

static void merge_next (JalonWindow *self);

/* Nobody knows what both began with: what either has stays. */
static void
take (JalonWindow *self, GFile *file, JalonMerge *merge, GPtrArray *changes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = jalon_window_get_display_name (file);
  g_autofree char *from = g_strdup_printf ("“%s”", name);

  if (jalon_window_adopt (self, merge, changes, _ ("Merge Another Version"), from, &error))
    offer_trash (self, file);
  else
    jalon_window_fail (self, _ ("Could Not Merge the Version"), error->message);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonMerging) merging = data;
  JalonWindow *self = jalon_merging_get_window (merging);
  JalonStore *store = JALON_STORE (source);
  g_autoptr (JalonMerge) merge = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_in_file;

  if (jalon_merging_check (merging) == JALON_MERGING_GONE || self->copies == NULL)
    return;
  jalon_window_finish_edit (self);
  if (jalon_merging_check (merging) == JALON_MERGING_CHANGED)
    {
      merge_next (self);
      return;
    }
  merge = jalon_store_merge_finish (store, result, &changes, &is_in_file, &error);
  if (merge != NULL)
    take (self, jalon_store_get_file (store), merge, changes);
  else
    jalon_window_fail (self, _ ("Could Not Open the File"), error->message);
  g_ptr_array_remove_index (self->copies, 0);
  merge_next (self);
}

/* One after the other: each with what came of those before. */
static void
merge_next (JalonWindow *self)
{
  g_autofree char *name = NULL;
  g_autoptr (JalonStore) store = NULL;

  if (self->copies->len == 0)
    {
      jalon_window_forget_copies (self);
      return;
    }
  name = jalon_window_get_display_name (g_ptr_array_index (self->copies, 0));
  store = jalon_store_new (g_ptr_array_index (self->copies, 0), name);
  jalon_window_merge (self, store, merged_cb);
}

void
jalon_window_copies_response_cb (JalonWindow *self, int response)
{
  g_assert (JALON_IS_WINDOW (self));

  gtk_info_bar_set_revealed (self->copies_bar, FALSE);
  if (response != GTK_RESPONSE_ACCEPT)
    jalon_window_forget_copies (self);
  else if (self->copies != NULL)
    merge_next (self);
}
