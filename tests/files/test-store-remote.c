/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files on servers, which have no path here. */

#include <glib/gstdio.h>

#include "document/jalon-error.h"
#include "fake-file.h"
#include "files/jalon-backup.h"
#include "files/jalon-remote.h"
#include "files/jalon-writer.h"
#include "store-fixture.h"

#define OLD                                                                                        \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\"/>\n"

typedef struct
{
  FakeFile *file;
  JalonStore *store;
  JalonElement *new;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  self->file = fake_file_new (OLD);
  self->store = jalon_store_new (G_FILE (self->file), NULL);
  self->new = make_project ("new", 30);
  project = jalon_store_load (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jalon_element_get_id (project), ==, "p");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->store);
  g_assert_finalize_object (self->file);
  g_object_unref (self->new);
}

static void
assert_holds (Fixture *self, JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);

  g_assert_true (g_bytes_equal (fake_file_get (self->file), bytes));
}

static void
assert_holds_text (Fixture *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_true (g_bytes_equal (fake_file_get (self->file), bytes));
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      jalon_store_save (self->store, self->new, 0, NULL, &error);
      g_assert_no_error (error);
      assert_holds (self, self->new);
    }
}

static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fake_file_set (self->file, "theirs");
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
  g_assert_true (g_str_has_prefix (error->message, "fake://server/file.jalon: "));
  assert_holds_text (self, "theirs");
  g_assert_true (jalon_store_save (self->store, self->new, JALON_SAVE_OVERWRITE, NULL, NULL));
  assert_holds (self, self->new);
}

static gboolean
is_there (Fixture *self, const char *name)
{
  g_autoptr (FakeFile) file = fake_file_get_neighbour (self->file, name);

  return fake_file_get (file) != NULL;
}

/* What a program that was killed has left goes a day later, and nothing else. */
static void
test_sweep (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 age; /* in hours */
    gboolean stays;
  } cases[] = {
    { ".~file.jalon.a1b2c3", 25, FALSE }, { ".~file.jalon.a1b2c4", 23, TRUE },
    { ".~other.jalon.a1b2c3", 25, TRUE }, { ".~file.jalon.a1b2c3d", 25, TRUE },
    { "file.jalon.a1b2c3", 25, TRUE },    { ".~lock.file.jalon#", 25, TRUE },
  };
  g_autoptr (JalonStore) store = jalon_store_new (G_FILE (self->file), NULL);
  g_autoptr (JalonElement) project = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeFile) file = fake_file_get_neighbour (self->file, cases[i].name);

      fake_file_set_clock (self->file, -3600 * cases[i].age);
      fake_file_set (file, "");
    }
  project = jalon_store_load (store, NULL, NULL, NULL);
  g_assert_nonnull (project);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (is_there (self, cases[i].name), ==, cases[i].stays);
}

/* What is exported is there as a whole, or what was there before is. */
static void
test_replace (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("picture", strlen ("picture"));
  g_autoptr (GBytes) other = g_bytes_new_static ("other", strlen ("other"));
  g_autoptr (FakeFile) fresh = fake_file_get_neighbour (self->file, "map.png");
  g_autoptr (GError) error = NULL;

  g_assert_true (jalon_remote_replace (G_FILE (fresh), bytes, NULL, NULL));
  g_assert_true (g_bytes_equal (fake_file_get (fresh), bytes));
  fake_file_fail_after (self->file, 3);
  g_assert_false (jalon_remote_replace (G_FILE (fresh), other, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_bytes_equal (fake_file_get (fresh), bytes));
  g_assert_cmpuint (fake_file_count (self->file), ==, 2);
}

/* A server need not tell: what is in the file decides. */
static void
test_tagless (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  fake_file_forget_tags (self->file);
  project = jalon_store_load (self->store, NULL, NULL, NULL);
  g_assert_true (jalon_store_save (self->store, self->new, 0, NULL, NULL));
  fake_file_set (self->file, "theirs");
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
  assert_holds_text (self, "theirs");
}

/* What is on a server has versions on this machine. */
static void
test_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-remote-XXXXXX", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *path = NULL;
  g_autofree char *place = NULL;
  g_autofree char *found = NULL;

  jalon_store_keep_backups (self->store, folder, 5);
  g_assert_true (jalon_store_save (self->store, self->new, 0, NULL, NULL));
  backups = jalon_backup_list (folder, G_FILE (self->file));
  g_assert_cmpuint (backups->len, ==, 1);
  path = g_file_get_path (jalon_backup_get_file (g_ptr_array_index (backups, 0)));
  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, OLD);
  place = g_path_get_dirname (path);
  g_remove (path);
  g_remove (place);
  g_remove (folder);
}

static void
test_deleted (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fake_file_set (self->file, NULL);
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
  g_assert_null (fake_file_get (self->file));
}

/* Half a file must not take the place of the whole one. */
static void
test_full (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fake_file_fail_after (self->file, 100);
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "What was saved before is unchanged"));
  assert_holds_text (self, OLD);
  g_assert_cmpuint (fake_file_count (self->file), ==, 1);
  fake_file_fail_after (self->file, G_MAXSIZE);
  g_assert_true (jalon_store_save (self->store, self->new, 0, NULL, NULL));
}

/* What cannot be put in its place changes nothing, unless the server has taken away what was there:
 * then it is tried again, and at last people are told where it is. */
static void
test_moves (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fake_file_fail_moves (self->file, 1, FALSE);
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_holds_text (self, OLD);
  g_assert_cmpuint (fake_file_count (self->file), ==, 1);
  g_clear_error (&error);

  fake_file_fail_moves (self->file, 1, TRUE);
  g_assert_true (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_no_error (error);
  assert_holds (self, self->new);
  g_assert_cmpuint (fake_file_count (self->file), ==, 1);

  fake_file_fail_moves (self->file, 2, TRUE);
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_nonnull (strstr (error->message, "is beside it, in “.~file.jalon."));
  g_assert_cmpuint (fake_file_count (self->file), ==, 1);
}

static void
test_existing (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonStore) store = jalon_store_new (G_FILE (self->file), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jalon_store_save (store, self->new, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  fake_file_set (self->file, NULL);
  g_assert_true (jalon_store_save (store, self->new, 0, NULL, NULL));
  assert_holds (self, self->new);
}

/* Whoever asks is told what to do about it, and not what gvfs calls it. */
static void
test_away (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  fake_file_go_away (self->file);
  project = jalon_store_load (self->store, NULL, NULL, &error);
  g_assert_null (project);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED);
  g_assert_cmpstr (error->message, ==,
                   "fake://server/file.jalon: The server or folder that it is on is not "
                   "connected");
  g_clear_error (&error);
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED);
  assert_holds_text (self, OLD);
}

static void
test_silent (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (jalon_store_load (self->store, NULL, NULL, NULL));
  fake_file_fall_silent (self->file);
  g_assert_false (jalon_store_save (self->store, self->new, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED);
  g_assert_null (strstr (error->message, "null"));
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fake_file_set (self->file, NULL);
  g_assert_null (jalon_store_load (self->store, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "fake://server/file.jalon: "));
}

#define ADD(PATH, FUNC)                                                                            \
  g_test_add ("/files/store/remote/" PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("changed", test_changed);
  ADD ("tagless", test_tagless);
  ADD ("backup", test_backup);
  ADD ("deleted", test_deleted);
  ADD ("full", test_full);
  ADD ("moves", test_moves);
  ADD ("existing", test_existing);
  ADD ("away", test_away);
  ADD ("silent", test_silent);
  ADD ("missing", test_missing);
  ADD ("sweep", test_sweep);
  ADD ("replace", test_replace);
  return g_test_run ();
}
