/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before people decide about what a crash has left, they can see what it would change. */

#include <glib/gstdio.h>

#include "document/jalon-difference.h"
#include "files/jalon-recovery.h"
#include "store-fixture.h"

typedef struct
{
  StoreFixture store;
  char *folder;
  JalonRecovery *claimed;
} Fixture;

/* Leaves a project with another title, as a crash does, and takes it. */
static void
leave (Fixture *self, JalonStore *store)
{
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (self->store.old));
  g_autoptr (JalonRecovery) recovery = jalon_recovery_new (self->folder);
  g_autoptr (GPtrArray) claimed = NULL;

  jalon_document_mark_saved (document, jalon_document_get_revision (document));
  jalon_recovery_follow (recovery, document, store);
  jalon_document_begin (document, "Test");
  jalon_document_set (document, self->store.old, JALON_FIELD_TITLE, "Left", NULL);
  jalon_document_commit (document);
  g_assert_true (jalon_recovery_flush (recovery, NULL));
  g_clear_object (&recovery);
  claimed = jalon_recovery_claim (self->folder);
  g_assert_cmpuint (claimed->len, ==, 1);
  self->claimed = g_object_ref (g_ptr_array_index (claimed, 0));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) loaded = NULL;

  store_fixture_set_up (&self->store, NULL);
  self->folder = fixture_path (&self->store, "state/recovery");
  loaded = jalon_store_load (self->store.store, NULL, NULL, NULL);
  leave (self, self->store.store);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->claimed);
  g_free (self->folder);
  store_fixture_tear_down (&self->store, NULL);
}

/* What is told is that the title changes, and nothing else. */
static void
assert_only_title (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = jalon_recovery_compare (self->claimed, &error);
  const JalonDifference *first;

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  first = g_ptr_array_index (changes, 0);
  g_assert_nonnull (strstr (first->sentence, "Left"));
}

/* To compare changes nothing, however often. */
static void
test_same (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonElement) project = NULL;

  assert_only_title (self);
  assert_only_title (self);
  project = jalon_recovery_read (self->claimed, &store, NULL);
  g_assert_nonnull (project);
  g_assert_nonnull (store);
}

/* What others have saved since stays, and is no difference. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) theirs = jalon_store_load (self->store.store, NULL, NULL, NULL);

  jalon_element_set (theirs, JALON_FIELD_ORGANISATION, "Theirs", NULL);
  jalon_element_append (theirs, jalon_element_new (JALON_KIND_TAG, NULL));
  g_assert_true (jalon_store_save (self->store.store, theirs, 0, NULL, NULL));
  assert_only_title (self);
}

static void
test_in_file (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) theirs = jalon_store_load (self->store.store, NULL, NULL, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  jalon_element_set (theirs, JALON_FIELD_TITLE, "Left", NULL);
  g_assert_true (jalon_store_save (self->store.store, theirs, 0, NULL, NULL));
  changes = jalon_recovery_compare (self->claimed, NULL);
  g_assert_cmpuint (changes->len, ==, 0);
}

/* Without the file what it was then does. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_remove (self->store.path), ==, 0);
  assert_only_title (self);
}

static void
spoil (Fixture *self, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_str_has_suffix (name, ending))
        g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
    }
}

/* Where nobody knows what the changes were made to, the file says it, if it is there. */
static void
test_no_base (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  spoil (self, ".base");
  assert_only_title (self);
  g_assert_cmpint (g_remove (self->store.path), ==, 0);
  g_assert_null (jalon_recovery_compare (self->claimed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* It is not moved aside before somebody wants to open it. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *aside = g_build_filename (self->folder, "damaged", NULL);
  g_autoptr (GError) error = NULL;

  spoil (self, ".jalon");
  g_assert_null (jalon_recovery_compare (self->claimed, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/files/recovery-compare/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same", test_same);
  ADD ("changed", test_changed);
  ADD ("in-file", test_in_file);
  ADD ("gone", test_gone);
  ADD ("no-base", test_no_base);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
