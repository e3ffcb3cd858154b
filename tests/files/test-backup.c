/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last versions of a file. */

#include "files/jalon-backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"

#define N_MOST 3

typedef struct
{
  StoreFixture store;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->store, NULL);
  self->folder = fixture_path (&self->store, "state/backups");
  jalon_store_keep_backups (self->store.store, self->folder, N_MOST);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->folder);
  store_fixture_tear_down (&self->store, NULL);
}

static void
save (Fixture *self, JalonElement *project, JalonSaveFlags flags)
{
  g_autoptr (GError) error = NULL;

  jalon_store_save (self->store.store, project, flags, NULL, &error);
  g_assert_no_error (error);
}

/* As when the file is opened again. */
static void
load (Fixture *self)
{
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  project = jalon_store_load (self->store.store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_version (Fixture *self, guint index, JalonElement *project)
{
  g_autoptr (GPtrArray) backups = jalon_backup_list (self->folder, self->store.file);
  g_autofree char *path = NULL;

  g_assert_cmpuint (index, <, backups->len);
  path = g_file_get_path (jalon_backup_get_file (g_ptr_array_index (backups, index)));
  assert_is (path, project);
}

static guint
count (Fixture *self)
{
  g_autoptr (GPtrArray) backups = jalon_backup_list (self->folder, self->store.file);

  return backups->len;
}

static void
set_time (const char *path, gint64 time)
{
  const struct timespec times[] = { { time, 0 }, { time, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

/* The first saving of a session keeps what was there, with its date. */
static void
test_session (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  GDateTime *time;

  g_assert_cmpuint (count (self), ==, 0);
  set_time (self->store.path, 1000000000);
  save (self, self->store.new, 0);
  save (self, self->store.old, 0);
  g_assert_cmpuint (count (self), ==, 1);
  assert_version (self, 0, self->store.old);
  backups = jalon_backup_list (self->folder, self->store.file);
  time = jalon_backup_get_time (g_ptr_array_index (backups, 0));
  g_assert_cmpint (g_date_time_to_unix (time), ==, 1000000000);
}

/* Of many sessions the last versions stay, and no version is there twice in a row. */
static void
test_most (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);
      g_autoptr (JalonElement) project = make_project (title, 2);

      load (self);
      save (self, project, 0);
      g_assert_cmpuint (count (self), ==, MIN (i + 1, N_MOST));
      if (i >= N_MOST)
        continue;
      /* Saved and saved again as it was. */
      load (self);
      save (self, project, 0);
      load (self);
      save (self, project, 0);
      g_assert_cmpuint (count (self), ==, MIN (i + 2, N_MOST));
    }
}

static void
test_none (Fixture *self, gconstpointer data)
{
  jalon_store_keep_backups (self->store.store, self->folder, 0);
  save (self, self->store.new, 0);
  load (self);
  jalon_store_keep_backups (self->store.store, NULL, N_MOST);
  save (self, self->store.old, 0);
  g_assert_cmpuint (count (self), ==, 0);
}

/* What somebody else wrote, and people want to be rid of, is kept, at any time of a session. */
static void
test_overwritten (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) theirs = make_project ("theirs", 4);
  g_autoptr (JalonStore) other = jalon_store_new (self->store.file, NULL);

  save (self, self->store.new, 0);
  g_assert_true (jalon_store_save (other, theirs, JALON_SAVE_OVERWRITE, NULL, NULL));
  save (self, self->store.new, JALON_SAVE_OVERWRITE);
  assert_version (self, 0, theirs);
}

/* What somebody else wrote, and was read, is kept before it is saved over. */
static void
test_read (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) theirs = make_project ("theirs", 4);
  g_autoptr (JalonStore) other = jalon_store_new (self->store.file, NULL);

  save (self, self->store.new, 0);
  g_assert_true (jalon_store_save (other, theirs, JALON_SAVE_OVERWRITE, NULL, NULL));
  load (self);
  save (self, self->store.new, 0);
  assert_version (self, 0, theirs);
}

/* A link and what it leads to have the same versions. */
static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *path = fixture_path (&self->store, "link.jalon");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpint (symlink (self->store.path, path), ==, 0);
  save (self, self->store.new, 0);
  backups = jalon_backup_list (self->folder, file);
  g_assert_cmpuint (backups->len, ==, 1);
}

/* Nobody else reads them, and other files have none. */
static void
test_private (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) other = g_file_new_for_path ("/nowhere/other.jalon");
  g_autoptr (GPtrArray) of_other = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *path = NULL;
  struct stat info;

  save (self, self->store.new, 0);
  of_other = jalon_backup_list (self->folder, other);
  g_assert_cmpuint (of_other->len, ==, 0);
  backups = jalon_backup_list (self->folder, self->store.file);
  path = g_file_get_path (jalon_backup_get_file (g_ptr_array_index (backups, 0)));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (self->folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

/* A full state folder is no reason not to save. */
static void
test_impossible (Fixture *self, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  g_assert_true (g_file_set_contents (parent, "in the way", -1, NULL));
  save (self, self->store.new, 0);
  assert_is (self->store.path, self->store.new);
}

#define ADD(PATH, FUNC) g_test_add ("/files/backup/" PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("session", test_session);
  ADD ("most", test_most);
  ADD ("none", test_none);
  ADD ("overwritten", test_overwritten);
  ADD ("read", test_read);
  ADD ("link", test_link);
  ADD ("private", test_private);
  ADD ("impossible", test_impossible);
  return g_test_run ();
}
