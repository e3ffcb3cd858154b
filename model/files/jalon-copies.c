/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The copies that programs which keep folders in step leave beside a file when two people have
 * changed it: they cannot merge, we can. */

#include "files/jalon-copies.h"

#include "document/jalon-text.h"
#include "document/jalon-thread.h"
#include "files/jalon-store.h"

/* Where many files look like copies, the first must do. */
#define MOST 20

/* What programs put before the ending of the name of a copy. Nextcloud: "(conflicted copy [USER
 * ]2026-11-22 041000)", and long ago "_conflict-20261122-041000", as ownCloud; Dropbox: "(USER's
 * conflicted copy 2026-11-22)"; both in the language of the program. Syncthing:
 * ".sync-conflict-20261122-041000-ABCDEF1". */
static const char *const tags[] = {
  " \\([^()]*[ck]onfli[^()]*\\)",
  "_conflict-\\d{8}-\\d{6}",
  "\\.sync-conflict-\\d{8}-\\d{6}-[A-Z0-9]{7}",
};

/* Takes one tag off the end of @stem. */
static gboolean
strip (char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *pattern = g_strconcat (tags[i], "$", NULL);
      g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      int start;

      if (g_regex_match (regex, stem, 0, &match) &&
          g_match_info_fetch_pos (match, 0, &start, NULL) && start > 0)
        {
          stem[start] = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * jalon_copies_get_original:
 * @name: the name of a file
 *
 * Knows the names that Nextcloud, ownCloud, Dropbox and Syncthing give to copies; and to copies of
 * copies.
 *
 * Returns: (transfer full) (nullable): of which file it is a copy; %NULL if it is none
 */
char *
jalon_copies_get_original (const char *name)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL ? dot : "";
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (ending));
  gboolean is_copy = FALSE;

  if (!g_utf8_validate (name, -1, NULL))
    return NULL;
  while (strip (stem))
    is_copy = TRUE;
  return is_copy ? g_strconcat (stem, ending, NULL) : NULL;
}

/* The name that a file and its copies share. */
static char *
get_common (const char *name)
{
  char *original = jalon_copies_get_original (name);

  return original != NULL ? original : g_strdup (name);
}

static void
add_id (JalonElement *element, gpointer ids)
{
  g_hash_table_add (ids, g_strdup (jalon_element_get_id (element)));
}

typedef struct
{
  GHashTable *ids;
  gboolean is_shared;
} Comparison;

static void
compare_id (JalonElement *element, gpointer data)
{
  Comparison *comparison = data;

  if (g_hash_table_contains (comparison->ids, jalon_element_get_id (element)))
    comparison->is_shared = TRUE;
}

/* Whether @file is another state of the project with @ids. They are drawn by lot and never used
 * again: one that both have is enough. */
static gboolean
is_same_project (GFile *file, GHashTable *ids, GCancellable *cancellable)
{
  g_autoptr (JalonStore) store = jalon_store_new (file, NULL);
  g_autoptr (JalonElement) project = jalon_store_load (store, NULL, cancellable, NULL);
  Comparison comparison = { ids, FALSE };

  if (project != NULL)
    jalon_element_foreach (project, compare_id, &comparison);
  return comparison.is_shared;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_uri (*(GFile *const *) a);
  g_autofree char *second = g_file_get_uri (*(GFile *const *) b);

  return strcmp (first, second);
}

/* The files beside @file that have the names of copies of it, or of which it is a copy. */
static GPtrArray *
list_candidates (GFile *file, GCancellable *cancellable, GError **error)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *own = g_file_get_basename (file);
  g_autofree char *common = get_common (own);
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info = NULL;

  if (folder == NULL)
    return files;
  children = g_file_enumerate_children (folder,
                                        G_FILE_ATTRIBUTE_STANDARD_NAME
                                        "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  while (children != NULL && files->len < MOST &&
         g_file_enumerator_iterate (children, &info, NULL, cancellable, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      g_autofree char *original = get_common (name);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && strcmp (name, own) != 0 &&
          strcmp (original, common) == 0)
        g_ptr_array_add (files, g_file_get_child (folder, name));
    }
  g_ptr_array_sort (files, compare_files);
  return files;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) files = list_candidates (source, cancellable, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = files->len; i > 0; i--)
    if (!is_same_project (g_ptr_array_index (files, i - 1), data, cancellable))
      g_ptr_array_remove_index (files, i - 1);
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * jalon_copies_find_async:
 * @file: the file of a project
 * @project: what is in it
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Looks in a thread for copies beside the file that have the name of a copy and share elements with
 * the project. If the file is a copy itself, what it is a copy of is one of them.
 */
void
jalon_copies_find_async (GFile *file,
                         JalonElement *project,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);
  GHashTable *ids = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);

  jalon_element_foreach (project, add_id, ids);
  g_task_set_source_tag (task, jalon_copies_find_async);
  g_task_set_task_data (task, ids, (GDestroyNotify) g_hash_table_unref);
  jalon_thread_run_task (task, find_in_thread);
}

/**
 * jalon_copies_find_finish:
 * @file: the file of a project
 * @result: what the callback got
 * @error: %G_IO_ERROR if the folder cannot be read
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the copies, in the order of their
 *   names; %NULL on error
 */
GPtrArray *
jalon_copies_find_finish (GFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
