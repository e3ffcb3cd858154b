/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Others write the file while it is open here. */

#include <glib/gstdio.h>
#include <utime.h>

#include "document/jalon-error.h"
#include "files/jalon-writer.h"
#include "store-fixture.h"

static void
take_result_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static JalonStoreState
check (StoreFixture *self, GBytes **found)
{
  g_autoptr (GAsyncResult) result = NULL;

  jalon_store_check_async (self->store, NULL, take_result_cb, &result);
  return jalon_store_check_finish (self->store, wait_for (&result), found);
}

static void
assert_state (StoreFixture *self, JalonStoreState wanted)
{
  g_autoptr (GBytes) found = NULL;

  g_assert_cmpint (check (self, &found), ==, wanted);
  g_assert_true ((found != NULL) == (wanted == JALON_STORE_CHANGED));
}

static void
write_theirs (StoreFixture *self, JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);

  write_bytes (self->path, bytes);
}

static void
test_check (StoreFixture *self, gconstpointer data)
{
  g_autofree char *moved = fixture_path (self, "moved.jalon");

  assert_state (self, JALON_STORE_SAME);
  g_assert_cmpint (utime (self->path, NULL), ==, 0);
  assert_state (self, JALON_STORE_SAME);
  write_theirs (self, self->new);
  assert_state (self, JALON_STORE_CHANGED);
  assert_state (self, JALON_STORE_CHANGED);
  write_theirs (self, self->old);
  assert_state (self, JALON_STORE_SAME);

  g_assert_cmpint (g_rename (self->path, moved), ==, 0);
  assert_state (self, JALON_STORE_GONE);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_state (self, JALON_STORE_UNKNOWN);
}

/* What we write is no change, whenever it is looked at. */
static void
test_own (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) checked = NULL;
  g_autoptr (GBytes) found = NULL;

  g_assert_true (jalon_store_save (self->store, self->new, 0, NULL, NULL));
  assert_state (self, JALON_STORE_SAME);
  jalon_store_check_async (self->store, NULL, take_result_cb, &checked);
  jalon_store_save_async (self->store, self->old, 0, NULL, take_result_cb, &saved);
  g_assert_cmpint (jalon_store_check_finish (self->store, wait_for (&checked), &found), ==,
                   JALON_STORE_SAME);
  g_assert_true (jalon_store_save_finish (self->store, wait_for (&saved), NULL));
  assert_state (self, JALON_STORE_SAME);
}

/* What the file holds is compared in a thread; the store learns nothing by it. */
static void
test_compare (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (JalonElement) found = NULL;
  g_autoptr (JalonStore) other = jalon_store_new (self->file, NULL);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  jalon_store_compare_async (other, jalon_element_copy (self->new), NULL, take_result_cb, &result);
  changes = jalon_store_compare_finish (other, wait_for (&result), &found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, >, 0);
  g_assert_cmpstr (jalon_element_get_title (found), ==, jalon_element_get_title (self->old));

  g_assert_cmpint (g_remove (self->path), ==, 0);
  jalon_store_compare_async (other, jalon_element_copy (self->new), NULL, take_result_cb, &failed);
  g_assert_null (jalon_store_compare_finish (other, wait_for (&failed), &found, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static JalonMerge *
merge (StoreFixture *self, JalonElement *ours, gboolean *is_in_file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  JalonMerge *merge;

  jalon_store_merge_async (self->store, jalon_element_copy (ours), NULL, take_result_cb, &result);
  merge = jalon_store_merge_finish (self->store, wait_for (&result), &changes, is_in_file, error);
  g_assert_cmpint (merge != NULL, ==, changes != NULL);
  return merge;
}

static void
assert_merged (const JalonMerge *merge, const char *title, const char *organisation)
{
  g_assert_cmpstr (jalon_element_get_title (merge->project), ==, title);
  g_assert_cmpstr (jalon_element_get_text (merge->project, JALON_FIELD_ORGANISATION), ==,
                   organisation);
  g_assert_cmpuint (merge->conflicts->len, ==, 0);
}

/* What others wrote and what is here come together, against what both began with; then saving is
 * safe again. */
static void
test_merge (StoreFixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) ours = jalon_element_copy (self->old);
  g_autoptr (JalonMerge) merged = NULL;
  g_autoptr (JalonMerge) again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_in_file;

  g_clear_object (&self->new);
  self->new = jalon_element_copy (self->old);
  jalon_element_set (self->new, JALON_FIELD_TITLE, "new", NULL);
  jalon_element_set (ours, JALON_FIELD_ORGANISATION, "us", NULL);
  write_theirs (self, self->new);
  g_assert_false (jalon_store_save (self->store, self->old, 0, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
  g_clear_error (&error);
  merged = merge (self, ours, &is_in_file, &error);
  g_assert_no_error (error);
  assert_merged (merged, "new", "us");
  g_assert_false (is_in_file);

  /* Nothing is new now, and it is theirs that is in the file. */
  again = merge (self, self->new, &is_in_file, &error);
  assert_merged (again, "new", "");
  g_assert_true (is_in_file);
  assert_state (self, JALON_STORE_SAME);
  g_assert_true (jalon_store_save (self->store, self->old, 0, NULL, NULL));
}

/* Until it could be read, it counts as changed. */
static void
test_unreadable (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_in_file;

  g_assert_true (g_file_set_contents (self->path, "<project", -1, NULL));
  g_assert_null (merge (self, self->old, &is_in_file, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
  assert_state (self, JALON_STORE_CHANGED);
  g_assert_false (jalon_store_save (self->store, self->old, 0, NULL, NULL));
}

/* Another project is no change of this one, unless it lies beside it as a copy. */
static void
test_another_project (StoreFixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) other = jalon_element_copy_as_new (self->old);
  g_autoptr (JalonMerge) merged = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_in_file;

  write_theirs (self, other);
  g_assert_null (merge (self, self->old, &is_in_file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  assert_state (self, JALON_STORE_CHANGED);
  g_assert_false (jalon_store_save (self->store, self->old, 0, NULL, NULL));

  g_clear_object (&self->store);
  self->store = jalon_store_new (self->file, NULL);
  merged = merge (self, self->old, &is_in_file, NULL);
  g_assert_nonnull (merged);
}

/* A merge that nobody takes has not happened. */
static void
test_forgotten (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  write_theirs (self, self->new);
  jalon_store_merge_async (self->store, jalon_element_copy (self->old), NULL, take_result_cb,
                           &result);
  wait_for (&result);
  assert_state (self, JALON_STORE_CHANGED);
  g_assert_false (jalon_store_save (self->store, self->old, 0, NULL, NULL));
}

/* What comes from an older state than that of the file is not saved over it. */
static void
test_known (StoreFixture *self, gconstpointer data)
{
  g_autoptr (JalonStore) store = jalon_store_new (self->file, NULL);
  g_autoptr (GBytes) old = jalon_writer_to_bytes (self->old);
  g_autoptr (GError) error = NULL;

  jalon_store_set_known (store, old);
  g_assert_true (jalon_store_save (store, self->new, 0, NULL, &error));
  jalon_store_set_known (store, old);
  g_assert_false (jalon_store_save (store, self->old, 0, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
}

#define ADD(PATH, FUNC)                                                                            \
  g_test_add ("/files/store/check/" PATH, StoreFixture, NULL, store_fixture_set_up, FUNC,          \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("check", test_check);
  ADD ("compare", test_compare);
  ADD ("own", test_own);
  ADD ("merge", test_merge);
  ADD ("another-project", test_another_project);
  ADD ("forgotten", test_forgotten);
  ADD ("unreadable", test_unreadable);
  ADD ("known", test_known);
  return g_test_run ();
}
