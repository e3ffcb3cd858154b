/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and writing while the program goes on. */

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "document/jalon-error.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "store-fixture.h"

/* An answer. */
typedef struct
{
  JalonElement *project;
  JalonReport *report;
  gboolean is_saved;
  gboolean is_done;
  GError *error;
} Answer;

static void
answer_clear (Answer *self)
{
  g_clear_object (&self->project);
  g_clear_pointer (&self->report, jalon_report_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->project = jalon_store_load_finish (JALON_STORE (object), result, &answer->report,
                                             &answer->error);
  answer->is_done = TRUE;
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->is_saved = jalon_store_save_finish (JALON_STORE (object), result, &answer->error);
  answer->is_done = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_load (StoreFixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { NULL };
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GBytes) old = jalon_writer_to_bytes (self->old);

  jalon_store_load_async (self->store, NULL, loaded_cb, &answer);
  g_assert_false (answer.is_done);
  wait_for (&answer);
  g_assert_no_error (answer.error);
  read = jalon_writer_to_bytes (answer.project);
  g_assert_true (g_bytes_equal (read, old));
  g_assert_cmpuint (jalon_report_get_n (answer.report), ==, 0);
}

static void
test_load_cancelled (StoreFixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  jalon_store_load_async (self->store, cancellable, loaded_cb, &answer);
  g_cancellable_cancel (cancellable);
  wait_for (&answer);
  g_assert_null (answer.project);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The project may change and go while it is being written. */
static void
test_save (StoreFixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { NULL };
  JalonElement *project = make_project ("new", 30);

  jalon_store_save_async (self->store, project, 0, NULL, saved_cb, &answer);
  jalon_element_set (project, JALON_FIELD_TITLE, "changed", NULL);
  g_object_unref (project);
  g_assert_true (jalon_store_is_saving (self->store));
  wait_for (&answer);
  g_assert_false (jalon_store_is_saving (self->store));
  g_assert_no_error (answer.error);
  g_assert_true (answer.is_saved);
  assert_is (self->path, self->new);
  assert_no_temps (self);
}

/* Of those that wait only the last is written; all are answered, and the store knows its own. */
static void
test_many (StoreFixture *self, gconstpointer data)
{
  Answer answers[20] = { { NULL } };
  const guint n = G_N_ELEMENTS (answers);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("number %u", i);
      g_autoptr (JalonElement) project = make_project (title, 5);

      jalon_store_save_async (self->store, i + 1 < n ? project : self->new, 0, NULL, saved_cb,
                              &answers[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      wait_for (&answers[i]);
      g_assert_no_error (answers[i].error);
      g_assert_true (answers[i].is_saved);
    }
  assert_is (self->path, self->new);
  g_assert_true (jalon_store_save (self->store, self->old, 0, NULL, NULL));
}

static void
test_save_fails (StoreFixture *self, gconstpointer data)
{
  Answer answers[3] = { { NULL } };

  g_remove (self->path);
  for (guint i = 0; i < 3; i++)
    jalon_store_save_async (self->store, self->new, 0, NULL, saved_cb, &answers[i]);
  for (guint i = 0; i < 3; i++)
    {
      wait_for (&answers[i]);
      g_assert_false (answers[i].is_saved);
      g_assert_error (answers[i].error, JALON_ERROR, JALON_ERROR_CHANGED);
      answer_clear (&answers[i]);
    }
}

static void
test_save_cancelled (StoreFixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  jalon_store_save_async (self->store, self->new, 0, cancellable, saved_cb, &answer);
  wait_for (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_is (self->path, self->old);
  assert_no_temps (self);
}

static void
test_save_newer (StoreFixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { NULL };

  jalon_element_set (self->new, JALON_FIELD_VERSION, "2.0", NULL);
  jalon_store_save_async (self->store, self->new, 0, NULL, saved_cb, &answer);
  wait_for (&answer);
  g_assert_error (answer.error, JALON_ERROR, JALON_ERROR_VERSION);
}

/* Whoever does not wait for the answer loses only the answer. */
static void
test_forgotten (StoreFixture *self, gconstpointer data)
{
  jalon_store_save_async (self->store, self->new, 0, NULL, NULL, NULL);
  jalon_store_load_async (self->store, NULL, NULL, NULL);
  while (jalon_store_is_saving (self->store))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (jalon_store_save (self->store, self->old, 0, NULL, NULL));
}

/* What cannot be opened says so at once, and a pipe without a writer does not wait for one. */
static void
test_unreadable (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int code;
  } cases[] = {
    { "missing", G_IO_ERROR_NOT_FOUND },     { "folder", G_IO_ERROR_IS_DIRECTORY },
    { "pipe", G_IO_ERROR_NOT_REGULAR_FILE }, { "device", G_IO_ERROR_NOT_REGULAR_FILE },
    { "loop", G_IO_ERROR_TOO_MANY_LINKS },   { "secret", G_IO_ERROR_PERMISSION_DENIED },
  };

  g_chdir (self->folder);
  g_mkdir ("folder", 0700);
  g_assert_cmpint (mkfifo ("pipe", 0600), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", "device"), ==, 0);
  g_assert_cmpint (symlink ("loop", "loop"), ==, 0);
  g_assert_true (g_file_set_contents ("secret", "x", 1, NULL));
  g_chmod ("secret", 0);
  obey_permissions (TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].name);
      g_autoptr (JalonStore) store = jalon_store_new (file, cases[i].name);
      g_autoptr (GError) error = NULL;

      g_assert_null (jalon_store_load (store, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].name));
    }
  obey_permissions (FALSE);
  g_chdir ("/");
}

/* A file that is too long is refused before it is read. */
static void
test_large (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (self->path, JALON_FILE_MAX + 1), ==, 0);
  g_assert_null (jalon_store_load (self->store, NULL, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
}

#define ADD(PATH, FUNC)                                                                            \
  g_test_add ("/files/store/" PATH, StoreFixture, NULL, store_fixture_set_up, FUNC,                \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("load", test_load);
  ADD ("load-cancelled", test_load_cancelled);
  ADD ("save-async", test_save);
  ADD ("many", test_many);
  ADD ("save-fails", test_save_fails);
  ADD ("save-cancelled", test_save_cancelled);
  ADD ("save-newer", test_save_newer);
  ADD ("forgotten", test_forgotten);
  ADD ("unreadable", test_unreadable);
  ADD ("large", test_large);
  return g_test_run ();
}
