/* SPDX-License-Identifier: GPL-3.0-or-later */

/* After a crash: what was left, and what it is of. */

#include "files/jalon-recovery-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-difference.h"
#include "files/jalon-reader.h"
#include "files/jalon-store-private.h"

/* Of SHA-256, in letters. */
#define SUM_LENGTH 64

/**
 * jalon_recovery_get_folder:
 *
 * Returns: (transfer full): where this user's recovery data is kept
 */
char *
jalon_recovery_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "jalon", "recovery", NULL);
}

/**
 * jalon_recovery_claim:
 * @folder: where it is kept
 *
 * Finds what programs that ended without a word have left, and takes it from now on: no other
 * program finds it, until this one lets go of the object or ends itself.
 *
 * Returns: (transfer full) (element-type JalonRecovery): what was left
 */
GPtrArray *
jalon_recovery_claim (const char *folder)
{
  GPtrArray *claimed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) places = recovery_place_find (folder);

  for (guint i = 0; i < places->len; i++)
    {
      JalonRecovery *self = g_object_new (JALON_TYPE_RECOVERY, NULL);

      self->place = recovery_place_ref (g_ptr_array_index (places, i));
      g_ptr_array_add (claimed, self);
    }
  return claimed;
}

/* Returns: (transfer full) (nullable): what a note says */
char *
recovery_note_get (GBytes *bytes, const char *key)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();

  if (!g_key_file_load_from_bytes (note, bytes, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_key_file_get_string (note, RECOVERY_GROUP, key, NULL);
}

/* Returns: (transfer full) (nullable): the checksum of the file that the changes were made to. It
 * becomes part of a name and must be nothing else. */
char *
recovery_note_get_state (GBytes *bytes)
{
  g_autofree char *state = recovery_note_get (bytes, "State");
  gsize length = state != NULL ? strspn (state, "0123456789abcdef") : 0;

  return length == SUM_LENGTH && state[length] == '\0' ? g_steal_pointer (&state) : NULL;
}

static GBytes *
read_note (JalonRecovery *self)
{
  g_autofree char *path = recovery_place_get_path (self->place, RECOVERY_NOTE);
  struct stat info;
  GBytes *note = store_read_path (path, path, &info, NULL, NULL);

  return note != NULL ? note : g_bytes_new (NULL, 0);
}

static char *
get_note (JalonRecovery *self, const char *key)
{
  g_autoptr (GBytes) note = read_note (self);

  return recovery_note_get (note, key);
}

/**
 * jalon_recovery_get_file:
 * @self: a recovery that was claimed
 *
 * Returns: (transfer full) (nullable): the file that the changes were made to; %NULL if the project
 *   was never saved
 */
GFile *
jalon_recovery_get_file (JalonRecovery *self)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (JALON_IS_RECOVERY (self), NULL);

  uri = get_note (self, "File");
  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

/**
 * jalon_recovery_get_title:
 * @self: a recovery that was claimed
 *
 * Returns: (transfer full) (nullable): what people know the project by; %NULL if it has no name
 */
char *
jalon_recovery_get_title (JalonRecovery *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (JALON_IS_RECOVERY (self), NULL);

  title = get_note (self, "Title");
  if (title != NULL && title[0] != '\0')
    return g_steal_pointer (&title);
  file = jalon_recovery_get_file (self);
  name = file != NULL ? g_file_get_basename (file) : NULL;
  return name != NULL ? g_filename_display_name (name) : NULL;
}

/* The ending of the file with what has @sum. */
char *
recovery_base_ending (const char *sum)
{
  return g_strdup_printf (".%.16s" RECOVERY_BASE, sum);
}

/* What the file held that the changes were made to. */
static GBytes *
read_base (JalonRecovery *self)
{
  g_autoptr (GBytes) note = read_note (self);
  g_autofree char *state = recovery_note_get_state (note);
  g_autofree char *ending = state != NULL ? recovery_base_ending (state) : NULL;
  g_autofree char *path = ending != NULL ? recovery_place_get_path (self->place, ending) : NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) base = NULL;
  struct stat info;

  if (path != NULL)
    base = store_read_path (path, path, &info, NULL, NULL);
  if (base == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, base);
  return strcmp (sum, state) == 0 ? g_steal_pointer (&base) : NULL;
}

/* The file that the changes were made to, known as it was then. */
static JalonStore *
find_store (JalonRecovery *self)
{
  g_autoptr (GFile) file = jalon_recovery_get_file (self);
  g_autoptr (GBytes) known = file != NULL ? read_base (self) : NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  JalonStore *store;

  if (known == NULL)
    return NULL;
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  store = jalon_store_new (file, name);
  jalon_store_set_known (store, known);
  return store;
}

/* What was kept, as it was at last. */
static GBytes *
read_kept (JalonRecovery *self, const char *path, GError **error)
{
  g_autofree char *journal_path = recovery_place_get_path (self->place, RECOVERY_JOURNAL);
  struct stat info;
  g_autoptr (GBytes) whole = store_read_path (path, path, &info, NULL, error);
  g_autoptr (GBytes) journal = NULL;

  if (whole == NULL)
    return NULL;
  journal = store_read_path (journal_path, journal_path, &info, NULL, NULL);
  return journal != NULL ? recovery_journal_apply (whole, journal) : g_steal_pointer (&whole);
}

static JalonElement *
read_project (JalonRecovery *self, GError **error)
{
  g_autofree char *path = recovery_place_get_path (self->place, RECOVERY_PROJECT);
  g_autoptr (GBytes) kept = read_kept (self, path, error);

  return kept != NULL ? jalon_reader_read (kept, path, NULL, error) : NULL;
}

/**
 * jalon_recovery_read:
 * @self: a recovery that was claimed
 * @store: (out) (transfer full) (nullable): where the project can be saved; %NULL if it had no
 *   file, or nobody knows any more what was in it. It knows the file as it was when the changes
 *   were made: if it is another now, that counts as changed by somebody else
 * @error: as for jalon_store_load(); the message says where the data is now
 *
 * Reads what was left. Waits for the disk. What cannot be read is moved aside, never deleted.
 *
 * Returns: (transfer full) (nullable): the project; %NULL on error
 */
JalonElement *
jalon_recovery_read (JalonRecovery *self, JalonStore **store, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (JALON_IS_RECOVERY (self), NULL);

  project = read_project (self, &problem);
  if (project != NULL)
    {
      *store = find_store (self);
      return g_steal_pointer (&project);
    }
  aside = recovery_place_set_aside (self->place);
  g_set_error (
    error, problem->domain, problem->code,
    _ ("What was kept of the unsaved changes could not be read: %s. It was moved to “%s”"),
    problem->message, aside);
  return NULL;
}

/* What the file holds now; what it held when the changes were made to it, if it cannot be read. */
static JalonElement *
read_file (GFile *file, JalonElement *base, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (JalonStore) store = jalon_store_new (file, shown);
  g_autoptr (GError) problem = NULL;
  JalonElement *project = jalon_store_load (store, NULL, NULL, &problem);

  if (project != NULL)
    return project;
  if (base != NULL)
    return g_object_ref (base);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * jalon_recovery_compare:
 * @self: a recovery that was claimed, of a project that has a file
 * @error: as for jalon_store_load(), of what was left or of the file
 *
 * Finds what would change in the file if what was left were saved: with what others have saved
 * since, if it is known what the changes were made to. Waits for the disk. Everything stays as it
 * is.
 *
 * Returns: (transfer full) (element-type JalonDifference) (nullable): the differences; %NULL on
 *   error
 */
GPtrArray *
jalon_recovery_compare (JalonRecovery *self, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (JalonElement) kept = NULL;
  g_autoptr (GBytes) known = NULL;
  g_autoptr (JalonElement) base = NULL;
  g_autoptr (JalonElement) now = NULL;
  g_autoptr (JalonMerge) merge = NULL;

  g_return_val_if_fail (JALON_IS_RECOVERY (self), NULL);

  file = jalon_recovery_get_file (self);
  kept = read_project (self, error);
  if (kept == NULL)
    return NULL;
  known = read_base (self);
  base = known != NULL ? jalon_reader_read (known, "", NULL, NULL) : NULL;
  now = read_file (file, base, error);
  if (now == NULL)
    return NULL;
  merge = base != NULL ? jalon_merge_new (base, kept, now) : NULL;
  return jalon_difference_list (now, merge != NULL ? merge->project : kept);
}
