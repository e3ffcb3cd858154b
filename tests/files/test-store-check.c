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

static JalonElement *
reload (StoreFixture *self, JalonElement **base, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jalon_store_reload_async (self->store, NULL, take_result_cb, &result);
  return jalon_store_reload_finish (self->store, wait_for (&result), base, NULL, error);
}

static void
assert_title (JalonElement *project, const char *title)
{
  g_assert_cmpstr (jalon_element_get_title (project), ==, title);
}

/* A merge gets what both began with, and what they wrote; then saving is safe again. */
static void
test_reload (StoreFixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) base = NULL;
  g_autoptr (JalonElement) theirs = NULL;
  g_autoptr (GError) error = NULL;

  write_theirs (self, self->new);
  g_assert_false (jalon_store_save (self->store, self->old, 0, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
  g_clear_error (&error);
  theirs = reload (self, &base, &error);
  g_assert_no_error (error);
  assert_title (base, "old");
  assert_title (theirs, "new");
  assert_state (self, JALON_STORE_SAME);
  g_assert_true (jalon_store_save (self->store, self->old, 0, NULL, NULL));
}

/* Until it could be read, it counts as changed. */
static void
test_unreadable (StoreFixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) base = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "<project", -1, NULL));
  g_assert_null (reload (self, &base, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
  g_assert_null (base);
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
  ADD ("own", test_own);
  ADD ("reload", test_reload);
  ADD ("unreadable", test_unreadable);
  ADD ("known", test_known);
  return g_test_run ();
}
