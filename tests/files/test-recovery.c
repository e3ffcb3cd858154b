/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-recovery.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "document/jalon-error.h"
#include "files/jalon-writer.h"
#include "store-fixture.h"

typedef struct
{
  StoreFixture store;
  char *folder; /* of the recovery; not there at first */
  JalonDocument *document;
  JalonRecovery *recovery;
  guint n_written;
  guint n_failed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->store, NULL);
  self->folder = fixture_path (&self->store, "state/recovery");
  self->document = jalon_document_new (g_object_ref (self->store.old));
  jalon_document_mark_saved (self->document, jalon_document_get_revision (self->document));
  self->recovery = jalon_recovery_new (self->folder);
  g_signal_connect_swapped (self->recovery, "written", G_CALLBACK (count_cb), &self->n_written);
  g_signal_connect_swapped (self->recovery, "failed", G_CALLBACK (count_cb), &self->n_failed);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->recovery);
  g_clear_object (&self->document);
  g_free (self->folder);
  store_fixture_tear_down (&self->store, NULL);
}

static void
rename_project (Fixture *self, const char *title)
{
  JalonElement *project = jalon_document_get_project (self->document);

  jalon_document_begin (self->document, "Test");
  jalon_document_set (self->document, project, JALON_FIELD_TITLE, title, NULL);
  jalon_document_commit (self->document);
}

static void
wait_until (const guint *n, guint wanted)
{
  while (*n < wanted)
    g_main_context_iteration (NULL, TRUE);
}

/* The names in the folder of the recovery that end with @ending. */
static guint
count_files (Fixture *self, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ending))
      n++;
  return n;
}

/* As after a crash: the data stays, and the lock goes. */
static JalonRecovery *
crash (Fixture *self)
{
  g_autoptr (GPtrArray) claimed = NULL;

  /* No thread may be the last to let go of it. */
  g_assert_finalize_object (g_steal_pointer (&self->recovery));
  claimed = jalon_recovery_claim (self->folder);
  g_assert_cmpuint (claimed->len, ==, 1);
  return g_object_ref (g_ptr_array_index (claimed, 0));
}

static void
test_follow (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonRecovery) claimed = NULL;
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  jalon_recovery_follow (self->recovery, self->document, NULL);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  rename_project (self, "One");
  wait_until (&self->n_written, 1);
  rename_project (self, "Two");
  wait_until (&self->n_written, 2);
  g_assert_cmpuint (count_files (self, ".jalon"), ==, 1);

  claimed = crash (self);
  title = jalon_recovery_get_title (claimed);
  g_assert_cmpstr (title, ==, "Two");
  g_assert_null (jalon_recovery_get_file (claimed));
  project = jalon_recovery_read (claimed, &store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jalon_element_get_title (project), ==, "Two");
  g_assert_null (store);
}

/* A document that takes a while to be written. */
static void
make_large (Fixture *self)
{
  g_object_unref (self->document);
  self->document = jalon_document_new (make_project ("large", 5000));
  jalon_document_mark_saved (self->document, jalon_document_get_revision (self->document));
}

/* Until a thread has begun: the lock comes first, and the answer after this. */
static void
wait_for_thread (Fixture *self)
{
  while (count_files (self, ".lock") == 0)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (100);
    }
}

/* What changes while a state is being written is not forgotten. */
static void
test_late (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonRecovery) claimed = NULL;
  g_autofree char *title = NULL;

  make_large (self);
  jalon_recovery_follow (self->recovery, self->document, NULL);
  rename_project (self, "One");
  wait_for_thread (self);
  rename_project (self, "Two");
  wait_until (&self->n_written, 2);
  claimed = crash (self);
  title = jalon_recovery_get_title (claimed);
  g_assert_cmpstr (title, ==, "Two");
}

/* Nothing is kept of what is saved, or as it was when it was. */
static void
test_saved (Fixture *self, gconstpointer data)
{
  jalon_recovery_follow (self->recovery, self->document, NULL);
  rename_project (self, "One");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  g_assert_cmpuint (count_files (self, ".jalon"), ==, 1);
  jalon_document_mark_saved (self->document, jalon_document_get_revision (self->document));
  g_assert_cmpuint (count_files (self, ""), ==, 0);

  rename_project (self, "Two");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  g_assert_cmpuint (count_files (self, ""), ==, 3);
  jalon_document_undo (self->document);
  g_assert_cmpuint (count_files (self, ""), ==, 0);
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

/* What a thread is writing while it is discarded comes to nothing. */
static void
test_discard (Fixture *self, gconstpointer data)
{
  make_large (self);
  jalon_recovery_follow (self->recovery, self->document, NULL);
  rename_project (self, "One");
  wait_for_thread (self);
  jalon_recovery_discard (self->recovery);
  g_assert_cmpuint (self->n_written, ==, 0);
  wait_until (&self->n_written, 1);
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

/* A living program's data is nobody else's; what is claimed is claimed once. */
static void
test_claim (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) first = jalon_recovery_claim (self->folder);
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (JalonRecovery) claimed = NULL;

  g_assert_cmpuint (first->len, ==, 0);
  jalon_recovery_follow (self->recovery, self->document, NULL);
  rename_project (self, "One");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  second = jalon_recovery_claim (self->folder);
  g_assert_cmpuint (second->len, ==, 0);
  claimed = crash (self);
  g_ptr_array_unref (g_steal_pointer (&second));
  second = jalon_recovery_claim (self->folder);
  g_assert_cmpuint (second->len, ==, 0);
  jalon_recovery_discard (claimed);
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

/* What was claimed and is shown again stays until it is saved. */
static void
test_follow_claimed (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonRecovery) claimed = NULL;
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonDocument) document = NULL;

  jalon_recovery_follow (self->recovery, self->document, NULL);
  rename_project (self, "One");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  claimed = crash (self);
  document = jalon_document_new (jalon_recovery_read (claimed, &store, NULL));
  jalon_document_mark_saved (document, G_MAXUINT64);
  jalon_recovery_follow (claimed, document, store);
  g_assert_cmpuint (count_files (self, ".jalon"), ==, 1);
  jalon_document_mark_saved (document, jalon_document_get_revision (document));
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

static void
assert_knows (JalonStore *store, GBytes *bytes)
{
  g_assert_nonnull (store);
  g_assert_true (g_bytes_equal (jalon_store_get_known (store), bytes));
}

/* The changes can be saved where they belong; if somebody else has written the file since, both can
 * be merged. */
static void
test_store (Fixture *self, gconstpointer data)
{
  gboolean is_changed = GPOINTER_TO_INT (data);
  g_autoptr (JalonElement) loaded = NULL;
  g_autoptr (JalonRecovery) claimed = NULL;
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) known = NULL;
  g_autoptr (GError) error = NULL;

  loaded = jalon_store_load (self->store.store, NULL, NULL, NULL);
  known = g_bytes_ref (jalon_store_get_known (self->store.store));
  jalon_recovery_follow (self->recovery, self->document, self->store.store);
  rename_project (self, "");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  claimed = crash (self);
  if (is_changed)
    {
      g_autoptr (JalonStore) other = jalon_store_new (self->store.file, NULL);

      g_assert_true (jalon_store_save (other, self->store.new, JALON_SAVE_OVERWRITE, NULL, NULL));
    }
  project = jalon_recovery_read (claimed, &store, NULL);
  g_assert_nonnull (project);
  assert_knows (store, known);
  jalon_store_save (store, project, 0, NULL, &error);
  if (is_changed)
    g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
  else
    g_assert_no_error (error);

  file = jalon_recovery_get_file (claimed);
  g_assert_true (g_file_equal (file, self->store.file));
}

/* What the changes are made to becomes another, as after a merge: the base follows, and the old one
 * goes. */
static void
test_base (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) loaded = jalon_store_load (self->store.store, NULL, NULL, NULL);
  g_autoptr (GBytes) new = jalon_writer_to_bytes (self->store.new);
  g_autoptr (JalonRecovery) claimed = NULL;
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonElement) project = NULL;

  jalon_recovery_follow (self->recovery, self->document, self->store.store);
  rename_project (self, "One");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  jalon_store_set_known (self->store.store, new);
  rename_project (self, "Two");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  g_assert_cmpuint (count_files (self, ".base"), ==, 1);
  claimed = crash (self);
  project = jalon_recovery_read (claimed, &store, NULL);
  g_assert_cmpstr (jalon_element_get_title (project), ==, "Two");
  assert_knows (store, new);
  jalon_recovery_discard (claimed);
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

/* A base that is not what it was is none. */
static void
test_damaged_base (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) loaded = jalon_store_load (self->store.store, NULL, NULL, NULL);
  g_autoptr (JalonRecovery) claimed = NULL;
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  jalon_recovery_follow (self->recovery, self->document, self->store.store);
  rename_project (self, "One");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  claimed = crash (self);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_str_has_suffix (name, ".base"))
        g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
    }
  project = jalon_recovery_read (claimed, &store, NULL);
  g_assert_nonnull (project);
  g_assert_null (store);
}

/* A project without a title is known by the name of its file. */
static void
test_title (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonRecovery) claimed = NULL;
  g_autofree char *title = NULL;
  g_autofree char *base = g_file_get_basename (self->store.file);

  jalon_recovery_follow (self->recovery, self->document, self->store.store);
  rename_project (self, "");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  claimed = crash (self);
  title = jalon_recovery_get_title (claimed);
  g_assert_cmpstr (title, ==, base);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *kept = g_build_filename (self->folder, "abc.jalon", NULL);
  g_autofree char *aside = g_build_filename (self->folder, "damaged", "abc.jalon", NULL);
  g_autofree char *note = g_build_filename (self->folder, "abc.note", NULL);
  g_autofree char *note_aside = g_build_filename (self->folder, "damaged", "abc.note", NULL);
  g_autoptr (GPtrArray) claimed = NULL;
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kept, "<project", -1, NULL));
  g_assert_true (g_file_set_contents (note, "[Recovery]\n", -1, NULL));
  claimed = jalon_recovery_claim (self->folder);
  g_assert_cmpuint (claimed->len, ==, 1);
  g_assert_null (jalon_recovery_get_title (g_ptr_array_index (claimed, 0)));
  g_assert_null (jalon_recovery_read (g_ptr_array_index (claimed, 0), &store, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, aside));
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (note_aside, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_files (self, ".jalon") + count_files (self, ".lock"), ==, 0);
}

/* Where it cannot be moved, it stays. */
static void
test_stuck (Fixture *self, gconstpointer data)
{
  g_autofree char *kept = g_build_filename (self->folder, "abc.jalon", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "damaged", NULL);
  g_autoptr (GPtrArray) claimed = NULL;
  g_autoptr (JalonStore) store = NULL;

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kept, "<project", -1, NULL));
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  claimed = jalon_recovery_claim (self->folder);
  g_assert_null (jalon_recovery_read (g_ptr_array_index (claimed, 0), &store, NULL));
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
}

/* What an interrupted writing left goes, and nobody is asked. */
static void
test_sweep (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { ".~abc.jalon.X1Y2Z3", "abc.note", "def.lock" };
  g_autoptr (GPtrArray) claimed = NULL;

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  claimed = jalon_recovery_claim (self->folder);
  g_assert_cmpuint (claimed->len, ==, 0);
  g_assert_cmpuint (count_files (self, ""), ==, 0);
}

/* Nobody else reads what is not saved yet. */
static void
test_private (Fixture *self, gconstpointer data)
{
  struct stat info;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  jalon_recovery_follow (self->recovery, self->document, NULL);
  rename_project (self, "One");
  g_assert_true (jalon_recovery_flush (self->recovery, NULL));
  g_assert_cmpint (stat (self->folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

/* A folder that cannot be made is told once, and again after it has worked. */
static void
test_failed (Fixture *self, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  g_assert_true (g_file_set_contents (parent, "in the way", -1, NULL));
  jalon_recovery_follow (self->recovery, self->document, NULL);
  rename_project (self, "One");
  wait_until (&self->n_failed, 1);
  g_assert_false (jalon_recovery_flush (self->recovery, NULL));
  g_assert_cmpint (g_remove (parent), ==, 0);
  rename_project (self, "Two");
  wait_until (&self->n_written, 1);
  g_assert_cmpuint (self->n_failed, ==, 1);
}

#define ADD(name, function, data)                                                                  \
  g_test_add ("/files/recovery/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("follow", test_follow, NULL);
  ADD ("late", test_late, NULL);
  ADD ("saved", test_saved, NULL);
  ADD ("discard", test_discard, NULL);
  ADD ("claim", test_claim, NULL);
  ADD ("follow-claimed", test_follow_claimed, NULL);
  ADD ("store", test_store, GINT_TO_POINTER (FALSE));
  ADD ("store-changed", test_store, GINT_TO_POINTER (TRUE));
  ADD ("base", test_base, NULL);
  ADD ("damaged-base", test_damaged_base, NULL);
  ADD ("title", test_title, NULL);
  ADD ("damaged", test_damaged, NULL);
  ADD ("stuck", test_stuck, NULL);
  ADD ("sweep", test_sweep, NULL);
  ADD ("private", test_private, NULL);
  ADD ("failed", test_failed, NULL);
  return g_test_run ();
}
