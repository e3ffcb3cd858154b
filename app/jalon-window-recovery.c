/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Unsaved changes are kept on the disk while people work, and offered again after a crash. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

static void
failed_cb (JalonWindow *self, const char *reason)
{
  /* Translators: %s says why, for instance "No space left on device" */
  g_autofree char *message =
    g_strdup_printf (_ ("Unsaved changes are not kept for a crash: %s. Save the project"), reason);

  g_assert (JALON_IS_WINDOW (self));

  jalon_window_toast (self, message);
}

static gboolean
is_wanted (JalonWindow *self)
{
  return self->settings == NULL || g_settings_get_boolean (self->settings, "autosave");
}

static void
follow (JalonWindow *self, JalonRecovery *recovery)
{
  if (g_set_object (&self->recovery, recovery))
    g_signal_connect_object (recovery, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  jalon_recovery_follow (recovery, self->document, self->store);
}

/* Keeps the changes from now on, if people want that; also when the project got another file. */
void
jalon_window_keep (JalonWindow *self)
{
  if (!is_wanted (self))
    {
      jalon_window_forget (self);
    }
  else if (self->recovery != NULL)
    {
      follow (self, self->recovery);
    }
  else if (self->document != NULL)
    {
      g_autofree char *folder = jalon_recovery_get_folder ();
      g_autoptr (JalonRecovery) recovery = jalon_recovery_new (folder);

      follow (self, recovery);
    }
}

/* The project is saved, or people have discarded it. */
void
jalon_window_forget (JalonWindow *self)
{
  if (self->recovery != NULL)
    jalon_recovery_discard (self->recovery);
  g_clear_object (&self->recovery);
}

/**
 * jalon_window_find_for_recovered:
 * @application: the application
 * @store: (nullable): where a recovered project can be saved
 *
 * Returns: (transfer none): where it is to be shown: in place of the state of the file, whether
 *   that is there or still on its way, if that is all that would go
 */
JalonWindow *
jalon_window_find_for_recovered (GtkApplication *application, JalonStore *store)
{
  GFile *file = store != NULL ? jalon_store_get_file (store) : NULL;
  JalonWindow *window = file != NULL ? jalon_window_find (application, file) : NULL;

  if (window != NULL &&
      (window->document == NULL || !jalon_document_is_modified (window->document)))
    return window;
  return jalon_window_find_blank (application);
}

/**
 * jalon_window_show_recovered:
 * @self: a window that has nothing to lose
 * @recovery: what was left of a crash
 * @project: (transfer full): what jalon_recovery_read() made of it
 * @store: (nullable): where it can be saved
 *
 * Shows a project with changes that were not saved. They stay where they are until they are.
 */
void
jalon_window_show_recovered (JalonWindow *self,
                             JalonRecovery *recovery,
                             JalonElement *project,
                             JalonStore *store)
{
  g_autoptr (JalonDocument) document = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (JALON_IS_WINDOW (self));

  jalon_window_stop_opening (self);
  document = jalon_document_new (project);
  jalon_document_mark_saved (document, G_MAXUINT64);
  jalon_window_set_document (self, document, store, NULL);
  jalon_window_forget (self);
  follow (self, recovery);
  file = jalon_recovery_get_file (recovery);
  jalon_window_toast (self, file == NULL || store != NULL
                              ? _ ("Recovered. Save the project to keep the changes")
                              : _ ("Recovered. The file has changed since: save the project as "
                                   "another"));
}

/**
 * jalon_window_leave:
 * @self: a window
 *
 * Brings unsaved changes to where the next start finds them: the program has to end without asking.
 */
void
jalon_window_leave (JalonWindow *self)
{
  g_return_if_fail (JALON_IS_WINDOW (self));

  jalon_window_finish_edit (self);
  jalon_window_remember_state (self);
  if (self->recovery != NULL)
    jalon_recovery_flush (self->recovery, NULL);
  g_clear_object (&self->recovery);
  if (self->lock != NULL)
    jalon_lock_release (self->lock);
}
