/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other people save in the same file comes in, in one step that can be undone: as it is where
 * nothing was changed here, merged where something was. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "files/jalon-merge.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

/* What is merged in a thread, and with which state of the document. */
struct _JalonMerging
{
  JalonWindow *self;
  JalonDocument *document;
  guint64 revision;
};

void
jalon_merging_free (JalonMerging *merging)
{
  g_object_unref (merging->self);
  g_object_unref (merging->document);
  g_free (merging);
}

JalonWindow *
jalon_merging_get_window (JalonMerging *merging)
{
  return merging->self;
}

/* Whether the document is another than the one that was merged. */
JalonMergingState
jalon_merging_check (JalonMerging *merging)
{
  if (merging->self->document != merging->document)
    return JALON_MERGING_GONE;
  return jalon_document_get_revision (merging->document) == merging->revision
           ? JALON_MERGING_SAME
           : JALON_MERGING_CHANGED;
}

/* Merges what is in @store with the document, in a thread. @callback gets a #JalonMerging. */
void
jalon_window_merge (JalonWindow *self, JalonStore *store, GAsyncReadyCallback callback)
{
  JalonMerging *merging = g_new0 (JalonMerging, 1);

  jalon_window_finish_edit (self);
  merging->self = g_object_ref (self);
  merging->document = g_object_ref (self->document);
  merging->revision = jalon_document_get_revision (self->document);
  jalon_store_merge_async (store, jalon_element_copy (jalon_document_get_project (self->document)),
                           self->cancellable, callback, merging);
}

/* Makes the document what @merge is; returns FALSE if there is no room for both. */
static gboolean
adopt (JalonWindow *self, JalonMerge *merge, const char *label, GError **error)
{
  gboolean is_done;

  self->is_adopting = TRUE;
  jalon_document_begin (self->document, label);
  jalon_document_adopt (self->document, merge->project);
  is_done = jalon_document_has_room (self->document, error);
  if (is_done)
    jalon_document_commit (self->document);
  else
    jalon_document_rollback (self->document);
  self->is_adopting = FALSE;
  return is_done;
}

/* Makes the document what @merge is, and tells of its @changes and @from whom, if that is known. */
gboolean
jalon_window_adopt (JalonWindow *self,
                    JalonMerge *merge,
                    GPtrArray *changes,
                    const char *label,
                    const char *from,
                    GError **error)
{
  if (!adopt (self, merge, label, error))
    return FALSE;
  jalon_window_add_news (self, changes, merge->conflicts, from);
  return TRUE;
}

/* Goes on with the saving that found the file changed. Who wants to close has to see conflicts
 * before. */
static void
go_on (JalonWindow *self, gboolean has_conflicts)
{
  if (!self->saves_when_merged)
    return;
  self->saves_when_merged = FALSE;
  if (!has_conflicts)
    jalon_window_save (GTK_WIDGET (self), NULL, NULL);
  else
    self->closes_when_saved = FALSE;
}

/* Nothing here is unsaved if it is what is in the file; else something is, even if everything is
 * undone: the file is another now. */
static gboolean
take_theirs (JalonWindow *self,
             JalonMerge *merge,
             GPtrArray *changes,
             gboolean is_in_file,
             GError **error)
{
  g_autofree char *from = jalon_window_name_other (self);
  gboolean is_modified = jalon_document_is_modified (self->document);

  if (!jalon_window_adopt (self, merge, changes,
                           is_modified ? _ ("Merge Changes from Disk") : _ ("Reload from Disk"),
                           from, error))
    {
      g_prefix_error (error, "%s ", _ ("What others have saved could not come in."));
      return FALSE;
    }
  jalon_document_mark_saved (self->document, is_in_file
                                               ? jalon_document_get_revision (self->document)
                                               : G_MAXUINT64);
  jalon_window_keep (self);
  jalon_window_update_title (self);
  go_on (self, merge->conflicts->len > 0);
  return TRUE;
}

/* The file cannot come in. Whoever saves is asked; else the next saving asks. */
static void
fail_to_merge (JalonWindow *self, const GError *error)
{
  gboolean is_gone = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  if (!self->saves_when_merged)
    {
      jalon_window_toast (self, error->message);
      return;
    }
  self->saves_when_merged = FALSE;
  jalon_window_ask_to_overwrite (self, is_gone ? _ ("The file was moved or deleted since it was "
                                                    "opened. It can be written again.")
                                               : error->message);
}

static void start_reload (JalonWindow *self);

/* Whoever writes a word is left alone until it is written. */
static gboolean
is_writing (JalonWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
}

/* It was merged with what the document no longer is: once more, at once or after the next word. */
static void
reload_again (JalonWindow *self)
{
  if (self->saves_when_merged || !is_writing (self))
    start_reload (self);
  else
    self->has_news = TRUE;
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonMerging) merging = data;
  JalonWindow *self = jalon_merging_get_window (merging);
  JalonStore *store = JALON_STORE (source);
  g_autoptr (JalonMerge) merge = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GBytes) known = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_in_file;

  if (store != self->store || jalon_merging_check (merging) == JALON_MERGING_GONE)
    return;
  self->is_reloading = FALSE;
  if (is_writing (self) && !self->saves_when_merged)
    {
      self->has_news = TRUE;
      return;
    }
  jalon_window_finish_edit (self);
  if (jalon_merging_check (merging) == JALON_MERGING_CHANGED)
    {
      reload_again (self);
      return;
    }
  known = g_bytes_ref (jalon_store_get_known (store));
  merge = jalon_store_merge_finish (store, result, &changes, &is_in_file, &error);
  if (merge != NULL && take_theirs (self, merge, changes, is_in_file, &error))
    return;
  /* What could not come in must not be saved over. */
  if (merge != NULL)
    jalon_store_set_known (store, known);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    fail_to_merge (self, error);
  else if (self->saves_when_merged)
    start_reload (self);
  else
    jalon_watch_check (self->watch);
}

static void
start_reload (JalonWindow *self)
{
  if (self->is_reloading)
    return;
  self->is_reloading = TRUE;
  self->has_news = FALSE;
  jalon_window_merge (self, self->store, merged_cb);
}

/* Saving has found that somebody else has written the file: it is merged, and saved then. */
void
jalon_window_merge_and_save (JalonWindow *self)
{
  self->saves_when_merged = TRUE;
  start_reload (self);
}

static void
take_news (JalonWindow *self)
{
  if (self->has_news && !is_writing (self) && self->document != NULL &&
      !jalon_reader_is_newer (jalon_document_get_project (self->document)))
    start_reload (self);
}

static void
file_changed_cb (JalonWindow *self, JalonStoreState state)
{
  g_assert (JALON_IS_WINDOW (self));

  if (state == JALON_STORE_GONE)
    {
      jalon_document_mark_saved (self->document, G_MAXUINT64);
      jalon_window_toast (self, _ ("The file was moved or deleted. Save the project to keep it"));
    }
  else
    {
      /* Somebody may have come since the last look, and saved already. */
      jalon_lock_check (self->lock);
      self->has_news = TRUE;
      take_news (self);
    }
}

static void
active_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  if (gtk_window_is_active (GTK_WINDOW (self)) && self->watch != NULL)
    jalon_watch_check (self->watch);
}

static void
stop (JalonWindow *self)
{
  jalon_window_forget_news (self);
  self->has_news = FALSE;
  self->is_reloading = FALSE;
  self->saves_when_merged = FALSE;
  jalon_window_leave_lock (self);
  if (self->watch != NULL)
    g_object_run_dispose (G_OBJECT (self->watch));
  g_clear_object (&self->watch);
}

/* From now on tells others of the file of the project, and sees what they do; after it has become
 * another, or none. */
void
jalon_window_share (JalonWindow *self)
{
  stop (self);
  if (self->store == NULL)
    return;
  jalon_window_take_lock (self);
  self->watch = jalon_watch_new (self->store);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* It may have changed before: what was recovered comes from long ago. */
  jalon_watch_check (self->watch);
}

void
jalon_window_share_init (JalonWindow *self)
{
  jalon_window_forget_news (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (take_news), NULL);
}
