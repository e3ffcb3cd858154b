/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where files are saved: links, modes, attributes, and what somebody else does to them. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utime.h>

#include "document/jalon-error.h"
#include "files/jalon-fingerprint.h"
#include "files/jalon-writer.h"
#include "store-fixture.h"

static void
save (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  jalon_store_save (self->store, self->new, 0, NULL, &error);
  g_assert_no_error (error);
  assert_is (self->path, self->new);
  assert_no_temps (self);
}

/* Saving fails and says so; the file is the old one, and nothing else is left. */
static void
assert_fails (StoreFixture *self, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, "été.jalon: "));
  assert_no_temps (self);
}

static guint
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_save (StoreFixture *self, gconstpointer data)
{
  save (self);
  save (self);
}

static void
test_new_file (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = fixture_path (self, "new.jalon");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JalonStore) store = jalon_store_new (file, NULL);
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);

  jalon_store_save (store, self->new, 0, NULL, &error);
  umask (mask);
  g_assert_no_error (error);
  assert_is (path, self->new);
  g_assert_cmpint (get_mode (path), ==, 0640);
  g_assert_true (jalon_store_save (store, self->old, 0, NULL, NULL));
  assert_is (path, self->old);
}

static void
test_existing_file (StoreFixture *self, gconstpointer data)
{
  g_autoptr (JalonStore) store = jalon_store_new (self->file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jalon_store_save (store, self->new, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_is (self->path, self->old);
  g_assert_true (jalon_store_save (store, self->new, JALON_SAVE_OVERWRITE, NULL, NULL));
  assert_is (self->path, self->new);
}

static void
test_link (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = fixture_path (self, "elsewhere");
  g_autofree char *target = g_build_filename (folder, "target.jalon", NULL);

  g_mkdir (folder, 0700);
  g_assert_cmpint (rename (self->path, target), ==, 0);
  g_assert_cmpint (symlink ("elsewhere/target.jalon", self->path), ==, 0);
  save (self);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  assert_is (target, self->new);
}

static void
test_dangling_link (StoreFixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (symlink ("nowhere.jalon", self->path), ==, 0);
  assert_fails (self, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_hard_link (StoreFixture *self, gconstpointer data)
{
  g_autofree char *other = fixture_path (self, "other.jalon");

  g_assert_cmpint (link (self->path, other), ==, 0);
  save (self);
  assert_is (other, self->old);
  g_assert_true (jalon_store_has_other_names (self->store));
  save (self);
  g_assert_false (jalon_store_has_other_names (self->store));
}

/* That a saving which failed has left, or another one of a name with a link for a backup. */
static void
test_linked_backup (StoreFixture *self, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);

  g_assert_cmpint (link (self->path, backup), ==, 0);
  save (self);
  assert_is (backup, self->old);
  g_assert_false (jalon_store_has_other_names (self->store));
}

static void
test_mode (StoreFixture *self, gconstpointer data)
{
  const guint modes[] = { 0600, 0640, 0664, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_chmod (self->path, modes[i]);
      save (self);
      g_assert_cmpint (get_mode (self->path), ==, modes[i]);
    }
}

/* An access list as the kernel takes it: user 12345 may read. */
static const guint8 access_list[] = {
  2, 0,    0,    0,   1,   0,   6,  0, 255, 255, 255, 255, 2,   0,   4,
  0, 0x39, 0x30, 0,   0,   4,   0,  4, 0,   255, 255, 255, 255, 16,  0,
  4, 0,    255,  255, 255, 255, 32, 0, 0,   0,   255, 255, 255, 255,
};

static void
assert_attribute_stays (StoreFixture *self, const char *name, gconstpointer value, gsize size)
{
  char found[128];
  gboolean is_set = setxattr (self->path, name, value, size, 0) == 0;

  g_assert_true (is_set || errno == ENOTSUP);
  save (self);
  if (is_set)
    {
      g_assert_cmpint (getxattr (self->path, name, found, sizeof found), ==, size);
      g_assert_cmpint (memcmp (found, value, size), ==, 0);
    }
}

static void
test_attributes (StoreFixture *self, gconstpointer data)
{
  assert_attribute_stays (self, "user.jalon", "kept", 4);
  assert_attribute_stays (self, "system.posix_acl_access", access_list, sizeof access_list);
}

static void
test_read_only_file (StoreFixture *self, gconstpointer data)
{
  g_chmod (self->path, 0444);
  obey_permissions (TRUE);
  assert_fails (self, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  obey_permissions (FALSE);
  assert_is (self->path, self->old);
}

static void
test_read_only_folder (StoreFixture *self, gconstpointer data)
{
  g_chmod (self->folder, 0555);
  obey_permissions (TRUE);
  assert_fails (self, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  obey_permissions (FALSE);
  assert_is (self->path, self->old);
}

static void
test_missing_folder (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = fixture_path (self, "missing/new.jalon");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JalonStore) store = jalon_store_new (file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jalon_store_save (store, self->new, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A file may only have so many bytes: as when the disk is full in the middle of writing. */
static void
test_full_disk (StoreFixture *self, gconstpointer data)
{
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 1000;
  setrlimit (RLIMIT_FSIZE, &limit);
  assert_fails (self, G_IO_ERROR, G_IO_ERROR_FAILED);
  setrlimit (RLIMIT_FSIZE, &before);
  assert_is (self->path, self->old);
  save (self);
}

static void
test_pipe (StoreFixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_fails (self, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_IS_REGULAR));
}

static void
test_device (StoreFixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (symlink ("/dev/full", self->path), ==, 0);
  assert_fails (self, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

static void
test_folder (StoreFixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_mkdir (self->path, 0700);
  assert_fails (self, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* Somebody else changes one letter and sets the time back, as rsync -t and cp -p do. */
static void
test_changed (StoreFixture *self, gconstpointer data)
{
  struct stat info;
  int fd;

  g_assert_cmpint (stat (self->path, &info), ==, 0);
  fd = open (self->path, O_WRONLY);
  g_assert_cmpint (pwrite (fd, "x", 1, 300), ==, 1);
  futimens (fd, (struct timespec[]){ info.st_atim, info.st_mtim });
  close (fd);
  assert_fails (self, JALON_ERROR, JALON_ERROR_CHANGED);

  g_assert_true (jalon_store_save (self->store, self->new, JALON_SAVE_OVERWRITE, NULL, NULL));
  assert_is (self->path, self->new);
  save (self);
}

static void
test_touched (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (self->old);

  g_assert_cmpint (utime (self->path, NULL), ==, 0);
  save (self);
  bytes = (g_bytes_unref (bytes), jalon_writer_to_bytes (self->new));
  g_remove (self->path);
  write_bytes (self->path, bytes);
  save (self);
}

static void
test_deleted (StoreFixture *self, gconstpointer data)
{
  g_remove (self->path);
  assert_fails (self, JALON_ERROR, JALON_ERROR_CHANGED);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_true (jalon_store_save (self->store, self->new, JALON_SAVE_OVERWRITE, NULL, NULL));
  assert_is (self->path, self->new);
}

/* The first save of a session keeps what was there; later ones do not touch that. */
static void
test_backup (StoreFixture *self, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);
  g_autoptr (JalonElement) last = make_project ("last", 5);

  save (self);
  assert_is (backup, self->old);
  g_assert_true (jalon_store_save (self->store, last, 0, NULL, NULL));
  assert_is (backup, self->old);

  g_assert_finalize_object (self->store);
  self->store = jalon_store_new (self->file, "été.jalon");
  g_object_unref (jalon_store_load (self->store, NULL, NULL, NULL));
  save (self);
  assert_is (backup, last);
}

/* What cannot be backed up is saved all the same. */
static void
test_no_backup (StoreFixture *self, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);

  g_mkdir (backup, 0700);
  save (self);
}

/* The longest name, of letters of two bytes: neither the temporary file nor the backup fits. */
static void
test_long_name (StoreFixture *self, gconstpointer data)
{
  GString *name = g_string_new ("x");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (GError) error = NULL;

  while (name->len < 255)
    g_string_append (name, "é");
  path = fixture_path (self, name->str);
  g_string_free (name, TRUE);
  file = g_file_new_for_path (path);
  store = jalon_store_new (file, NULL);
  for (guint i = 0; i < 2; i++)
    {
      jalon_store_save (store, self->new, 0, NULL, &error);
      g_assert_no_error (error);
    }
  assert_is (path, self->new);
  assert_no_temps (self);
}

static char *
make_aged (StoreFixture *self, const char *name, int days)
{
  char *path = fixture_path (self, name);
  const time_t then = time (NULL) - days * 24 * 60 * 60 - 60;

  g_file_set_contents (path, "x", 1, NULL);
  utime (path, &(struct utimbuf){ then, then });
  return path;
}

/* Opening removes what our own interrupted savings of this file left long ago, and nothing else. */
static void
test_sweep (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int days;
    gboolean stays;
  } cases[] = {
    { ".~été.jalon.abcDEF", 1, FALSE },  { ".~été.jalon.abcDEF", 0, TRUE },
    { ".~other.jalon.abcDEF", 9, TRUE }, { ".~été.jalon.abcDEFg", 9, TRUE },
    { ".~été.jalon", 9, TRUE },          { "été.jalon~", 9, TRUE },
    { ".~lock.été.jalon#", 9, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = make_aged (self, cases[i].name, cases[i].days);

      g_object_unref (jalon_store_load (self->store, NULL, NULL, NULL));
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].stays);
      g_remove (path);
    }
}

/* A tree that would not come out of its file as it went in is not saved, but is not lost either;
 * and what was kept before stays. */
static void
test_unreadable_again (StoreFixture *self, gconstpointer data)
{
  JalonElement *bad = jalon_element_new (JALON_KIND_UNKNOWN, NULL);
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  jalon_element_set (bad, JALON_FIELD_RAW, "<never-closed>", NULL);
  jalon_element_append (self->new, bad);
  assert_fails (self, JALON_ERROR, JALON_ERROR_REFUSED);
  assert_is (self->path, self->old);
  assert_no_temps (self);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));

  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "été.jalon.unsaved-"))
      {
        g_autofree char *path = fixture_path (self, name);

        assert_is (path, self->new);
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_newer (StoreFixture *self, gconstpointer data)
{
  jalon_element_set (self->new, JALON_FIELD_VERSION, "2.0", NULL);
  assert_fails (self, JALON_ERROR, JALON_ERROR_VERSION);
  assert_is (self->path, self->old);
  jalon_element_set (self->new, JALON_FIELD_VERSION, "1.9", NULL);
  save (self);
}

static void
test_cancelled (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (jalon_store_save (self->store, self->new, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_is (self->path, self->old);
  assert_no_temps (self);
}

/* Right after it was written a file may change again without its times telling. */
static void
test_fingerprint (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  struct stat info = { .st_size = 1 };

  for (guint age = 0; age < 10; age++)
    {
      g_autoptr (JalonFingerprint) fingerprint = NULL;

      info.st_mtim.tv_sec = info.st_ctim.tv_sec = time (NULL) - age;
      fingerprint = jalon_fingerprint_new (&info, NULL, bytes);
      if (age < 2 || age > 3)
        g_assert_cmpint (jalon_fingerprint_is_current (fingerprint, &info), ==, age > 3);
      g_assert_true (jalon_fingerprint_is_of (fingerprint, bytes));
      info.st_ctim.tv_nsec++;
      g_assert_false (jalon_fingerprint_is_current (fingerprint, &info));
    }
}

#define ADD(PATH, FUNC)                                                                            \
  g_test_add ("/files/store/" PATH, StoreFixture, NULL, store_fixture_set_up, FUNC,                \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("new-file", test_new_file);
  ADD ("existing-file", test_existing_file);
  ADD ("link", test_link);
  ADD ("dangling-link", test_dangling_link);
  ADD ("hard-link", test_hard_link);
  ADD ("linked-backup", test_linked_backup);
  ADD ("mode", test_mode);
  ADD ("attributes", test_attributes);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("missing-folder", test_missing_folder);
  ADD ("full-disk", test_full_disk);
  ADD ("pipe", test_pipe);
  ADD ("device", test_device);
  ADD ("folder", test_folder);
  ADD ("changed", test_changed);
  ADD ("touched", test_touched);
  ADD ("deleted", test_deleted);
  ADD ("backup", test_backup);
  ADD ("no-backup", test_no_backup);
  ADD ("long-name", test_long_name);
  ADD ("sweep", test_sweep);
  ADD ("unreadable-again", test_unreadable_again);
  ADD ("newer", test_newer);
  ADD ("cancelled", test_cancelled);
  ADD ("fingerprint", test_fingerprint);
  return g_test_run ();
}
