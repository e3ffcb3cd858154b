/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other people save in the same file comes in, in one step that can be undone: as it is where
 * nothing was changed here, merged where something was. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-changes-dialog.h"
#include "document/jalon-difference.h"
#include "files/jalon-merge.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

void
jalon_window_forget_news (JalonWindow *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->from, g_free);
  if (self->news != NULL)
    adw_toast_dismiss (self->news);
  g_clear_object (&self->news);
}

static void
jump_cb (JalonWindow *self, const char *id)
{
  JalonElement *element = jalon_document_lookup (self->document, id);

  g_assert (JALON_IS_WINDOW (self));

  if (element != NULL)
    jalon_window_go (self, element, JALON_FIELD_NONE);
}

JalonChangesDialog *
jalon_window_list_changes (JalonWindow *self, const char *title)
{
  GtkWidget *dialog = jalon_changes_dialog_new (GTK_WINDOW (self), title, self->document);

  g_signal_connect_object (dialog, "jump", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  return JALON_CHANGES_DIALOG (dialog);
}

/* An action: what came in last. */
void
jalon_window_show_news (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autofree char *title = NULL;
  JalonChangesDialog *dialog;

  if (self->changes == NULL)
    return;
  title = self->from != NULL
            /* Translators: %s is a person, or a file */
            ? g_strdup_printf (_ ("Changes from %s"), self->from)
            : g_strdup (_ ("Changes of Others"));
  dialog = jalon_window_list_changes (self, title);
  jalon_changes_dialog_add_conflicts (dialog, self->conflicts, self->from);
  jalon_changes_dialog_add_changes (dialog, self->changes);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
make_news_text (JalonWindow *self, guint n)
{
  if (self->from == NULL)
    return g_strdup_printf (ngettext ("%u change of others came in", "%u changes of others came in",
                                      n),
                            n);
  /* Translators: %s is a person, or a file */
  return g_strdup_printf (ngettext ("%u change from %s came in", "%u changes from %s came in", n),
                          n, self->from);
}

static void
toast_news (JalonWindow *self, guint n)
{
  g_autofree char *text = make_news_text (self, n);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  self->news = g_object_ref_sink (adw_toast_new (markup));
  adw_toast_set_button_label (self->news, _ ("_Show"));
  adw_toast_set_action_name (self->news, "win.show-news");
  adw_toast_set_priority (self->news, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->news));
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

/* Makes the document what @merge is, and tells of it and @from whom, if that is known. Takes the
 * place of the news before. */
gboolean
jalon_window_adopt (JalonWindow *self,
                    JalonMerge *merge,
                    const char *label,
                    const char *from,
                    GError **error)
{
  JalonElement *project = jalon_document_get_project (self->document);
  g_autoptr (GPtrArray) changes = jalon_difference_list (project, merge->project);

  if (!adopt (self, merge, label, error))
    return FALSE;
  jalon_window_forget_news (self);
  self->changes = g_steal_pointer (&changes);
  self->conflicts = g_ptr_array_ref (merge->conflicts);
  self->from = g_strdup (from);
  if (self->conflicts->len > 0)
    jalon_window_show_news (GTK_WIDGET (self), NULL, NULL);
  else if (self->changes->len > 0)
    toast_news (self, self->changes->len);
  return TRUE;
}

/* Nothing here is unsaved if it is what is in the file; else something is, even if everything is
 * undone: the file is another now. */
static void
mark (JalonWindow *self)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (jalon_document_get_project (self->document));
  gboolean is_saved = g_bytes_equal (bytes, jalon_store_get_known (self->store));

  jalon_document_mark_saved (self->document,
                             is_saved ? jalon_document_get_revision (self->document) : G_MAXUINT64);
  jalon_window_keep (self);
}

/* Goes on with the saving that found the file changed. Who wants to close has to see conflicts
 * before. */
static void
go_on (JalonWindow *self)
{
  if (!self->saves_when_merged)
    return;
  self->saves_when_merged = FALSE;
  if (self->conflicts->len == 0)
    jalon_window_save (GTK_WIDGET (self), NULL, NULL);
  else
    self->closes_when_saved = FALSE;
}

static gboolean
can_merge (JalonWindow *self, JalonElement *theirs, GError **error)
{
  JalonElement *ours = jalon_document_get_project (self->document);
  g_autofree char *name = g_file_get_basename (jalon_store_get_file (self->store));

  if (!jalon_reader_is_newer (theirs) &&
      strcmp (jalon_element_get_id (ours), jalon_element_get_id (theirs)) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("%s: Somebody has put another project in the place of this one"), name);
  return FALSE;
}

static gboolean
take_theirs (JalonWindow *self, JalonElement *base, JalonElement *theirs, GError **error)
{
  gboolean is_modified = jalon_document_is_modified (self->document);
  g_autofree char *from = jalon_window_name_other (self);
  g_autoptr (JalonMerge) merge = NULL;

  jalon_window_finish_edit (self);
  is_modified = is_modified || jalon_document_is_modified (self->document);
  merge = jalon_merge_new (base, jalon_document_get_project (self->document), theirs);
  if (!jalon_window_adopt (self, merge,
                           is_modified ? _ ("Merge Changes from Disk") : _ ("Reload from Disk"),
                           from, error))
    {
      g_prefix_error (error, "%s ", _ ("What others have saved could not come in."));
      return FALSE;
    }
  mark (self);
  jalon_window_update_title (self);
  go_on (self);
  return TRUE;
}

typedef struct
{
  JalonWindow *self;
  GBytes *known; /* before */
} Reload;

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

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reload *reload = data;
  g_autoptr (JalonWindow) self = reload->self;
  g_autoptr (GBytes) known = reload->known;
  JalonStore *store = JALON_STORE (source);
  g_autoptr (JalonElement) base = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) theirs = jalon_store_reload_finish (store, result, &base, NULL, &error);

  g_free (reload);
  self->is_reloading = FALSE;
  if (store != self->store || self->document == NULL)
    return;
  if (theirs != NULL && can_merge (self, theirs, &error) &&
      take_theirs (self, base, theirs, &error))
    return;
  /* What could not come in must not be saved over. */
  if (theirs != NULL)
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
  Reload *reload;

  if (self->is_reloading)
    return;
  self->is_reloading = TRUE;
  self->has_news = FALSE;
  reload = g_new0 (Reload, 1);
  reload->self = g_object_ref (self);
  reload->known = g_bytes_ref (jalon_store_get_known (self->store));
  jalon_store_reload_async (self->store, NULL, reloaded_cb, reload);
}

/* Saving has found that somebody else has written the file: it is merged, and saved then. */
void
jalon_window_merge_and_save (JalonWindow *self)
{
  self->saves_when_merged = TRUE;
  start_reload (self);
}

/* Whoever writes a word is left alone until it is written. */
static gboolean
is_writing (JalonWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
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
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (take_news), NULL);
}
