/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed at any moment leaves the last state that was on the disk, or a later
 * one, whole. The test starts itself as that program. */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/jalon-recovery.h"
#include "store-fixture.h"

#define N_KILLS 40
#define EDIT_FOREVER "--edit-forever"

/* What the child does until it is killed: changes, and says what is on the disk. */
static int
edit_forever (const char *folder)
{
  g_autoptr (JalonDocument) document = jalon_document_new (make_project ("0", 200));
  g_autoptr (JalonRecovery) recovery = jalon_recovery_new (folder);

  jalon_recovery_follow (recovery, document, NULL);
  for (guint i = 1;; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      jalon_document_begin (document, "Test");
      jalon_document_set (document, jalon_document_get_project (document), JALON_FIELD_TITLE, title,
                          NULL);
      jalon_document_commit (document);
      if (!jalon_recovery_flush (recovery, NULL) || write (STDOUT_FILENO, &i, sizeof i) != sizeof i)
        return 1;
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

static void
check_left (const char *folder, guint last)
{
  g_autoptr (GPtrArray) claimed = jalon_recovery_claim (folder);
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint64 found;

  g_assert_cmpuint (claimed->len, ==, 1);
  project = jalon_recovery_read (g_ptr_array_index (claimed, 0), &store, &error);
  g_assert_no_error (error);
  found = g_ascii_strtoull (jalon_element_get_title (project), NULL, 10);
  g_assert_cmpuint (found, >=, last);
  g_assert_cmpuint (found, <=, last + 1);

  jalon_recovery_discard (g_ptr_array_index (claimed, 0));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

static void
test_kill (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = fixture_path (self, "recovery");
  const char *argv[] = { data, EDIT_FOREVER, folder, NULL };

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      GPid child;
      guint first;
      int output, status;

      g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                &child, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (read (output, &first, sizeof first), ==, sizeof first);
      g_usleep (g_test_rand_int_range (0, 20000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      check_left (folder, read_last (output, first));
      close (output);
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], EDIT_FOREVER))
    return edit_forever (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/files/recovery/kill", StoreFixture, argv[0], store_fixture_set_up, test_kill,
              store_fixture_tear_down);
  return g_test_run ();
}
