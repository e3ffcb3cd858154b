/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed at any moment, while it edits or saves, leaves the last state that was
 * on the disk, or a later one, whole: in the file or in what is kept for the next start. The test
 * starts itself as that program. */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/jalon-recovery.h"
#include "files/jalon-writer.h"
#include "store-fixture.h"

#define N_KILLS 200
#define EDIT_FOREVER "--edit-forever"

/* Out of so many states one is saved, and then there is a rest, in µs, so that some of the kills
 * come when nothing has to be kept. The child has reached some of them, however slow it is, before
 * a moment of up to twice the rest is left to it. */
#define SAVES_EVERY 3
#define REST 10000

static void
number (JalonDocument *document, guint i)
{
  g_autofree char *text = g_strdup_printf ("%u", i);

  jalon_document_begin (document, "Test");
  jalon_document_set (document, jalon_document_get_project (document), JALON_FIELD_ORGANISATION,
                      text, NULL);
  jalon_document_commit (document);
}

static gboolean
save (JalonStore *store, JalonDocument *document)
{
  if (!jalon_store_save (store, jalon_document_get_project (document), 0, NULL, NULL))
    return FALSE;
  jalon_document_mark_saved (document, jalon_document_get_revision (document));
  return TRUE;
}

/* What the child does until it is killed: changes, saves, and says what is on the disk. */
static int
edit_forever (const char *folder, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JalonStore) store = jalon_store_new (file, NULL);
  g_autoptr (JalonDocument)
    document = jalon_document_new (jalon_store_load (store, NULL, NULL, NULL));
  g_autoptr (JalonRecovery) recovery = jalon_recovery_new (folder);

  jalon_recovery_follow (recovery, document, store);
  for (guint i = 1;; i++)
    {
      gboolean is_saved = i % SAVES_EVERY == 0;

      number (document, i);
      if (!jalon_recovery_flush (recovery, NULL) || (is_saved && !save (store, document)) ||
          write (STDOUT_FILENO, &i, sizeof i) != sizeof i)
        return 1;
      if (is_saved)
        g_usleep (REST);
    }
}

/* All that the child said before it died. */
static guint
read_last (int fd, guint last)
{
  guint next;

  while (read (fd, &next, sizeof next) == sizeof next)
    last = next;
  return last;
}

static guint
get_number (JalonElement *project)
{
  const char *text = jalon_element_get_text (project, JALON_FIELD_ORGANISATION);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static guint
read_file (StoreFixture *self)
{
  g_autoptr (JalonStore) store = jalon_store_new (self->file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) project = jalon_store_load (store, NULL, NULL, &error);

  g_assert_no_error (error);
  return get_number (project);
}

/* What was kept comes from the file as it is, or is what is in it. */
static void
check_base (StoreFixture *self, JalonStore *store, JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autoptr (GBytes) found = NULL;
  char *data;
  gsize size;

  g_assert_nonnull (store);
  g_assert_true (g_file_get_contents (self->path, &data, &size, NULL));
  found = g_bytes_new_take (data, size);
  g_assert_true (g_bytes_equal (found, bytes) ||
                 g_bytes_equal (found, jalon_store_get_known (store)));
}

static guint
recover (StoreFixture *self, JalonRecovery *recovery)
{
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) project = jalon_recovery_read (recovery, &store, &error);

  g_assert_no_error (error);
  check_base (self, store, project);
  jalon_recovery_discard (recovery);
  return get_number (project);
}

/* Returns whether the state was kept rather than saved. */
static gboolean
check_left (StoreFixture *self, const char *folder, guint last)
{
  g_autoptr (GPtrArray) claimed = jalon_recovery_claim (folder);
  g_autoptr (GDir) dir = NULL;
  guint found;

  g_assert_cmpuint (claimed->len, <=, 1);
  found = claimed->len > 0 ? recover (self, g_ptr_array_index (claimed, 0)) : read_file (self);
  g_assert_cmpuint (found, >=, last);
  g_assert_cmpuint (found, <=, last + 1);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
  return claimed->len > 0;
}

static gboolean
kill_once (StoreFixture *self, const char *program, const char *folder)
{
  const char *argv[] = { program, EDIT_FOREVER, folder, self->path, NULL };
  g_autoptr (GBytes) old = jalon_writer_to_bytes (self->old);
  g_autoptr (GError) error = NULL;
  GPid child;
  guint n_states = g_test_rand_int_range (1, 2 * SAVES_EVERY + 1);
  guint state = 0;
  int output, status;
  gboolean is_kept;

  write_bytes (self->path, old);
  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &child, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  while (state < n_states)
    g_assert_cmpint (read (output, &state, sizeof state), ==, sizeof state);
  g_usleep (g_test_rand_int_range (0, 2 * REST));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  is_kept = check_left (self, folder, read_last (output, state));
  close (output);
  return is_kept;
}

static void
test_kill (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = fixture_path (self, "recovery");
  guint n_kept = 0;

  for (guint i = 0; i < N_KILLS; i++)
    n_kept += kill_once (self, data, folder);
  g_test_message ("%u of %u were kept, the others saved", n_kept, N_KILLS);
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (n_kept, <, N_KILLS);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], EDIT_FOREVER))
    return edit_forever (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/files/recovery/kill", StoreFixture, argv[0], store_fixture_set_up, test_kill,
              store_fixture_tear_down);
  return g_test_run ();
}
