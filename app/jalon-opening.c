/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-opening.h"

#include <gtk/gtk.h>

#include "app/jalon-settings.h"
#include "app/jalon-view-state.h"
#include "document/jalon-error.h"
#include "document/jalon-thread.h"
#include "exchange/jalon-import.h"

/* GTK tells at each start that the icons have changed. Who waits is told after that: what is shown
 * before loads its icons twice. */
#define PRIORITY GTK_PRIORITY_RESIZE

struct _JalonOpening
{
  GObject parent_instance;

  GFile *file;
  JalonThemeName theme;
  GCancellable *cancellable;

  /* What has arrived; the thread's before */
  JalonStore *store; /* NULL if the project was imported */
  JalonDocument *document;
  JalonReport *report; /* nullable */
  JalonLayout *layout; /* NULL without a map, or taken */

  gboolean is_over;
  GError *error;
  GTask *waiting; /* nullable: for who waits */
};

G_DEFINE_FINAL_TYPE (JalonOpening, jalon_opening, G_TYPE_OBJECT)

static void
jalon_opening_finalize (GObject *object)
{
  JalonOpening *self = JALON_OPENING (object);

  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->document);
  g_clear_pointer (&self->report, jalon_report_free);
  g_clear_pointer (&self->layout, jalon_layout_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (jalon_opening_parent_class)->finalize (object);
}

static void
jalon_opening_class_init (JalonOpeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_opening_finalize;
}

static void
jalon_opening_init (JalonOpening *self)
{
  self->cancellable = g_cancellable_new ();
}

/* A journey is what most people came for; personas and the register are there for the others. */
static guint
get_rank (JalonElement *element)
{
  JalonKind kind = jalon_element_get_kind (element);

  if (!jalon_kind_is_map (kind))
    return 0;
  if (kind == JALON_KIND_JOURNEY)
    return 3;
  return kind == JALON_KIND_PERSONA || kind == JALON_KIND_REGISTER ? 1 : 2;
}

static JalonElement *
find_first_map (JalonElement *project)
{
  JalonElement *first = NULL;
  guint highest = 0;

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      if (get_rank (child) <= highest)
        continue;
      first = child;
      highest = get_rank (child);
    }
  return first;
}

/**
 * jalon_opening_find_map:
 * @document: a project
 * @id: (nullable): the map that was open when people left it
 *
 * Returns: (transfer none) (nullable): the map to be seen first
 */
JalonElement *
jalon_opening_find_map (JalonDocument *document, const char *id)
{
  JalonElement *map = id != NULL ? jalon_document_lookup (document, id) : NULL;

  if (map != NULL && jalon_element_get_map (map) == map)
    return map;
  return find_first_map (jalon_document_get_project (document));
}

/* The layout remembers the texts also where the theme turns out to be another. */
static void
lay_out (JalonOpening *self)
{
  g_autofree char *id = jalon_view_state_load (self->file, NULL);
  JalonElement *map = jalon_opening_find_map (self->document, id);

  if (map == NULL)
    return;
  self->layout = jalon_layout_new ();
  jalon_scene_unref (jalon_layout_draw (self->layout, map, jalon_theme_get (self->theme)));
}

static char *
get_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* Makes a new project of another program's file, which is left alone: what can be read of it, as
 * people can look at the rest there. NULL, and @error as it was, if nobody knows what it is. */
static JalonElement *
import (JalonOpening *self, GError **error)
{
  g_autofree char *name = get_display_name (self->file);
  g_autoptr (GBytes) bytes = jalon_store_read (self->store, self->cancellable, NULL);
  const JalonImporter *importer = bytes != NULL ? jalon_importer_guess (bytes, name) : NULL;
  JalonElement *project;

  if (importer == NULL)
    return NULL;
  g_clear_error (error);
  g_clear_object (&self->store);
  self->report = jalon_report_new (name);
  project = jalon_importer_read (importer, bytes, name, TRUE, self->report, error);
  if (project != NULL)
    jalon_element_set (project, JALON_FIELD_LANGUAGE,
                       jalon_language_choices[jalon_settings_get_language ()].nick, NULL);
  return project;
}

static void
open_project (GTask *task)
{
  JalonOpening *self = g_task_get_task_data (task);
  GError *error = NULL;
  JalonElement *project = jalon_store_load (self->store, &self->report, self->cancellable, &error);

  if (g_error_matches (error, JALON_ERROR, JALON_ERROR_SYNTAX))
    project = import (self, &error);
  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->document = jalon_document_new (project);
  lay_out (self);
  g_task_return_boolean (task, TRUE);
}

static gpointer
run_thread (gpointer task)
{
  open_project (task);
  g_object_unref (task);
  return NULL;
}

static void
answer (JalonOpening *self)
{
  g_autoptr (GTask) waiting = g_steal_pointer (&self->waiting);

  if (self->error != NULL)
    g_task_return_error (waiting, g_error_copy (self->error));
  else
    g_task_return_boolean (waiting, TRUE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JalonOpening) self = data;

  self->is_over = TRUE;
  g_task_propagate_boolean (G_TASK (result), &self->error);
  if (self->waiting != NULL)
    answer (self);
}

/**
 * jalon_opening_new:
 * @file: a project, or what can be imported
 * @theme: in which it will probably be seen
 *
 * Begins to open a file.
 *
 * Returns: (transfer full): the opening
 */
JalonOpening *
jalon_opening_new (GFile *file, JalonThemeName theme)
{
  JalonOpening *self;
  GTask *task;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (JALON_TYPE_OPENING, NULL);
  name = get_display_name (file);
  self->file = g_object_ref (file);
  self->theme = theme;
  self->store = jalon_store_new (file, name);
  /* The thread gets no reference: what is opened shall not end there. It is none of GLib's pool:
   * GTK loads icons in one of those, and would find it asleep when libadwaita has to be quicker. */
  task = g_task_new (NULL, self->cancellable, opened_cb, g_object_ref (self));
  g_task_set_source_tag (task, jalon_opening_new);
  g_task_set_priority (task, PRIORITY);
  g_task_set_task_data (task, self, NULL);
  jalon_thread_run ("opening", run_thread, task);
  return self;
}

GFile *
jalon_opening_get_file (JalonOpening *self)
{
  g_return_val_if_fail (JALON_IS_OPENING (self), NULL);

  return self->file;
}

/**
 * jalon_opening_cancel:
 * @self: an opening
 *
 * Nobody wants the project any more: who waits is told %G_IO_ERROR_CANCELLED.
 */
void
jalon_opening_cancel (JalonOpening *self)
{
  g_return_if_fail (JALON_IS_OPENING (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * jalon_opening_wait_async:
 * @self: an opening that nobody waits for
 * @callback: what to do when the project has arrived, or could not be read
 * @data: for @callback
 */
void
jalon_opening_wait_async (JalonOpening *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (JALON_IS_OPENING (self));
  g_return_if_fail (self->waiting == NULL);

  self->waiting = g_task_new (self, self->cancellable, callback, data);
  g_task_set_source_tag (self->waiting, jalon_opening_wait_async);
  g_task_set_priority (self->waiting, PRIORITY);
  if (self->is_over)
    answer (self);
}

/**
 * jalon_opening_wait_finish:
 * @self: an opening
 * @result: what the callback got
 * @error: as for jalon_store_load()
 *
 * Returns: %TRUE if the project has arrived
 */
gboolean
jalon_opening_wait_finish (JalonOpening *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * jalon_opening_get_store:
 * @self: an opening that has arrived
 *
 * Returns: (transfer none) (nullable): where the project is kept; %NULL if it was imported, and is
 *   kept nowhere yet
 */
JalonStore *
jalon_opening_get_store (JalonOpening *self)
{
  g_return_val_if_fail (JALON_IS_OPENING (self), NULL);

  return self->store;
}

/**
 * jalon_opening_get_document:
 * @self: an opening that has arrived
 *
 * Returns: (transfer none): the project
 */
JalonDocument *
jalon_opening_get_document (JalonOpening *self)
{
  g_return_val_if_fail (JALON_IS_OPENING (self), NULL);

  return self->document;
}

/**
 * jalon_opening_get_report:
 * @self: an opening that has arrived
 *
 * Returns: (transfer none) (nullable): what was noticed while the file was read
 */
JalonReport *
jalon_opening_get_report (JalonOpening *self)
{
  g_return_val_if_fail (JALON_IS_OPENING (self), NULL);

  return self->report;
}

/**
 * jalon_opening_take_layout:
 * @self: an opening that has arrived
 *
 * Returns: (transfer full) (nullable): what has laid out the map that is to be seen first; %NULL if
 *   there is no map
 */
JalonLayout *
jalon_opening_take_layout (JalonOpening *self)
{
  g_return_val_if_fail (JALON_IS_OPENING (self), NULL);

  return g_steal_pointer (&self->layout);
}
