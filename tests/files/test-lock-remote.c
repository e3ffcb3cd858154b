/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lock notes on servers, which have no path here. */

#include <string.h>

#include "fake-file.h"
#include "files/jalon-lock-private.h"

#define NOTE ".~lock.file.jalon#"
#define JULIA "Julia,julia,atelier-3,22.11.2026 09:00,;7,a-start,jalon,aaaaaaaaaaaa;"
#define HOUR (60 * 60)

typedef struct
{
  FakeFile *file;
  FakeFile *note;
  JalonLock *lock;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->file = fake_file_new ("<project/>");
  self->note = fake_file_get_neighbour (self->file, NOTE);
  self->lock = jalon_lock_new (G_FILE (self->file));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->lock);
  g_assert_finalize_object (self->note);
  g_assert_finalize_object (self->file);
}

static char *
read_note (Fixture *self)
{
  GBytes *bytes = fake_file_get (self->note);
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL ? g_strndup (data, size) : NULL;
}

/* Who comes first has the note; who comes second is told, and gets it when the first has gone. */
static void
test_two (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonLock) other = jalon_lock_new (G_FILE (self->file));
  const JalonLockHolder *holder;
  g_autofree char *text = NULL;

  g_assert_true (lock_look (self->lock));
  text = read_note (self);
  g_assert_nonnull (strstr (text, g_get_user_name ()));
  g_assert_false (lock_look (other));
  g_assert_cmpuint (jalon_lock_get_others (other)->len, ==, 1);
  holder = g_ptr_array_index (jalon_lock_get_others (other), 0);
  g_assert_cmpstr (holder->login, ==, g_get_user_name ());

  /* The first hears of the second, too. */
  g_assert_true (lock_look (self->lock));
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 1);

  jalon_lock_release (self->lock);
  g_assert_null (fake_file_get (self->note));
  g_assert_true (lock_look (other));
  g_assert_cmpuint (fake_file_count (self->file), ==, 2);
  g_assert_cmpuint (jalon_lock_get_others (other)->len, ==, 0);
  jalon_lock_release (other);
  g_assert_cmpuint (fake_file_count (self->file), ==, 1);
}

/* More than there are places for: who finds none still hears of the others. */
static void
test_many (Fixture *self, gconstpointer data)
{
  JalonLock *locks[LOCK_N_PLACES + 2];

  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    {
      locks[i] = jalon_lock_new (G_FILE (self->file));
      lock_look (locks[i]);
      g_assert_cmpuint (jalon_lock_get_others (locks[i])->len, ==, MIN (i, LOCK_N_PLACES));
    }
  lock_look (locks[0]);
  g_assert_cmpuint (jalon_lock_get_others (locks[0])->len, ==, LOCK_N_PLACES - 1);
  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    g_object_unref (locks[i]);
  g_assert_cmpuint (fake_file_count (self->file), ==, 1);
}

/* The note is as old as the clock of its server says. */
static void
test_stale (Fixture *self, gconstpointer data)
{
  const JalonLockHolder *holder;
  g_autofree char *text = NULL;

  fake_file_set_clock (self->file, -HOUR);
  fake_file_set (self->note, JULIA);
  g_assert_false (lock_look (self->lock));
  holder = g_ptr_array_index (jalon_lock_get_others (self->lock), 0);
  g_assert_cmpstr (holder->name, ==, "Julia");

  fake_file_set_clock (self->file, 0);
  g_assert_true (lock_look (self->lock));
  text = read_note (self);
  g_assert_null (strstr (text, "Julia"));
}

/* Each look says that it still holds. */
static void
test_touch (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonLock) other = jalon_lock_new (G_FILE (self->file));

  fake_file_set_clock (self->file, -HOUR);
  g_assert_true (lock_look (self->lock));
  fake_file_set_clock (self->file, 0);
  g_assert_true (lock_look (self->lock));
  g_assert_false (lock_look (other));
}

/* What others have put there meanwhile is left alone. */
static void
test_release (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (lock_look (self->lock));
  fake_file_set (self->note, JULIA);
  jalon_lock_release (self->lock);
  text = read_note (self);
  g_assert_cmpstr (text, ==, JULIA);
}

/* A server that is away hinders nobody. */
static void
test_away (Fixture *self, gconstpointer data)
{
  fake_file_go_away (self->file);
  g_assert_false (lock_look (self->lock));
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 0);
  jalon_lock_release (self->lock);
}

#define ADD(PATH, FUNC)                                                                            \
  g_test_add ("/files/lock/remote/" PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("two", test_two);
  ADD ("many", test_many);
  ADD ("stale", test_stale);
  ADD ("touch", test_touch);
  ADD ("release", test_release);
  ADD ("away", test_away);
  return g_test_run ();
}
