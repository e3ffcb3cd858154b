/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed while it saves leaves the old file or the new one. The test starts
 * itself as that program. */

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/jalon-writer.h"
#include "store-fixture.h"

#define N_KILLS 50
#define SAVE_FOREVER "--save-forever"

/* What the child does until it is killed. */
static int
save_forever (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JalonElement) old = make_project ("old", 20);
  g_autoptr (JalonElement) new = make_project ("new", 30);

  for (;;)
    {
      /* A session of its own each time, so that the backup is made each time too. */
      g_autoptr (JalonStore) store = jalon_store_new (file, NULL);

      if (!jalon_store_save (store, old, JALON_SAVE_OVERWRITE, NULL, NULL) ||
          !jalon_store_save (store, new, 0, NULL, NULL))
        return 1;
    }
}

static void
assert_is_one_of (const char *path, GBytes *old, GBytes *new)
{
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  found = g_bytes_new_take (data, size);
  g_assert_true (g_bytes_equal (found, old) || g_bytes_equal (found, new));
}

static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_ino == b->st_ino && a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
         a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

/* Waits until someone has saved @path: before, there is nothing to disturb. */
static void
wait_for_save (const char *path, const struct stat *before)
{
  struct stat now;

  do
    {
      g_usleep (500);
      g_assert_cmpint (stat (path, &now), ==, 0);
    }
  while (is_same_file (&now, before));
}

static void
test_kill (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) old = jalon_writer_to_bytes (self->old);
  g_autoptr (GBytes) new = jalon_writer_to_bytes (self->new);
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);
  const char *argv[] = { data, SAVE_FOREVER, self->path, NULL };

  write_bytes (backup, old);
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      struct stat before;
      GPid child;
      int status;

      g_assert_cmpint (stat (self->path, &before), ==, 0);
      g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child,
                     &error);
      g_assert_no_error (error);
      wait_for_save (self->path, &before);
      g_usleep (g_test_rand_int_range (0, 20000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      assert_is_one_of (self->path, old, new);
      assert_is_one_of (backup, old, new);
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], SAVE_FOREVER))
    return save_forever (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/files/store/kill", StoreFixture, argv[0], store_fixture_set_up, test_kill,
              store_fixture_tear_down);
  return g_test_run ();
}
