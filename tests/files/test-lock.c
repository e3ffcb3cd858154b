/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The note beside a file that tells who has it open. */

#include "files/jalon-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/jalon-lock-private.h"
#include "store-fixture.h"

#define NOTE ".~lock.été.jalon#"
#define OF_JULIA "Julia Nguyen,julia,lab-3,22.11.2026 04:10,file:///home/julia;"

typedef struct
{
  StoreFixture store;
  char *note;
  JalonLock *lock;
  guint n_changed;
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
  self->note = fixture_path (&self->store, NOTE);
  self->lock = jalon_lock_new (self->store.file);
  g_signal_connect_swapped (self->lock, "changed", G_CALLBACK (count_cb), &self->n_changed);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->lock);
  g_free (self->note);
  store_fixture_tear_down (&self->store, NULL);
}

static void
put (Fixture *self, const char *text, gint64 age)
{
  const gint64 then = g_get_real_time () / G_USEC_PER_SEC - age;
  const struct timespec times[] = { { then, 0 }, { then, 0 } };

  g_assert_true (g_file_set_contents (self->note, text, -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, self->note, times, 0), ==, 0);
}

static gboolean
is_there (Fixture *self)
{
  return g_file_test (self->note, G_FILE_TEST_EXISTS);
}

static void
assert_note (Fixture *self, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (self->note, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

/* One has it, the other hears of it, and gets it when the first has left. */
static void
test_two (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonLock) other = jalon_lock_new (self->store.file);
  const JalonLockHolder *holder;

  g_assert_true (lock_look (self->lock));
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 0);
  g_assert_false (lock_look (other));
  g_assert_cmpuint (jalon_lock_get_others (other)->len, ==, 1);
  holder = g_ptr_array_index (jalon_lock_get_others (other), 0);
  g_assert_cmpstr (holder->login, ==, g_get_user_name ());
  g_assert_cmpstr (holder->host, ==, g_get_host_name ());
  g_assert_nonnull (holder->since);
  g_assert_true (lock_look (self->lock));

  jalon_lock_release (self->lock);
  g_assert_false (is_there (self));
  g_assert_true (lock_look (other));
  g_assert_cmpuint (jalon_lock_get_others (other)->len, ==, 0);
  jalon_lock_release (other);
  g_assert_false (is_there (self));
}

/* What LibreOffice would read. */
static void
test_form (Fixture *self, gconstpointer data)
{
  g_autofree char *found = NULL;

  g_assert_true (lock_look (self->lock));
  g_assert_true (g_file_get_contents (self->note, &found, NULL, NULL));
#define TEXT "([^,;\\\\]|\\\\.)"
  g_assert_true (g_regex_match_simple ("^" TEXT "*," TEXT "+," TEXT
                                       "+,\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d,;"
                                       "\\d+,[^,;]+,jalon,[^,;]+;$",
                                       found, 0, 0));
}

static void
test_signal (Fixture *self, gconstpointer data)
{
  put (self, OF_JULIA, 0);
  lock_look (self->lock);
  g_assert_cmpuint (self->n_changed, ==, 1);
  lock_look (self->lock);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_remove (self->note);
  lock_look (self->lock);
  g_assert_cmpuint (self->n_changed, ==, 2);
}

static const struct
{
  const char *text;
  const char *name; /* NULL if that is no note */
  const char *login;
  const char *host;
  const char *since;
} notes[] = {
  { OF_JULIA, "Julia Nguyen", "julia", "lab-3", "2026-11-22 04:10" },
  { ",julia,lab-3,22.11.2026 04:10,;", "", "julia", "lab-3", "2026-11-22 04:10" },
  { "Ng\\, J\\;\\\\,j,h,22.11.2026 04:10,;", "Ng, J;\\", "j", "h", "2026-11-22 04:10" },
  { "J,j,h,sometime,;", "J", "j", "h", NULL },
  { "J,j,h,99.99.2026 04:10,;", "J", "j", "h", NULL },
  { "J\a\n\xe2\x80\xaeu\xff,j,h,,;", "Ju\xef\xbf\xbd", "j", "h", NULL },
  { "J,j,h,,;1,2;", "J", "j", "h", NULL },
  { .text = "J,j,h,," },
  { .text = "J,j,h,;" },
  { .text = "J,j,h,,,;" },
  { .text = "J,j,h,,\\" },
  { .text = "" },
  { .text = ";" },
  { .text = "not a note" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (LockNote) note = lock_note_parse (notes[i].text);
      g_autofree char *since = NULL;

      g_assert_true ((note == NULL) == (notes[i].name == NULL));
      if (note == NULL)
        continue;
      g_assert_cmpstr (note->holder->name, ==, notes[i].name);
      g_assert_cmpstr (note->holder->login, ==, notes[i].login);
      g_assert_cmpstr (note->holder->host, ==, notes[i].host);
      if (note->holder->since != NULL)
        since = g_date_time_format (note->holder->since, "%Y-%m-%d %H:%M");
      g_assert_cmpstr (since, ==, notes[i].since);
    }
}

/* A name may be as long as a note: people see some of it. */
static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  g_autofree char *text = g_strconcat (name, ",j,h,,;", NULL);
  g_autoptr (LockNote) note = lock_note_parse (text);

  g_assert_cmpuint (strlen (note->holder->name), ==, 80);
}

/* A note of our own, but of process @pid. */
static char *
note_of (int pid)
{
  g_autofree char *ours = lock_note_write ();
  g_autofree char *number = g_strdup_printf (";%d,", pid);
  g_autoptr (GRegex) regex = g_regex_new (";\\d+,", 0, 0, NULL);

  return g_regex_replace_literal (regex, ours, -1, 0, number, 0, NULL);
}

static int
dead_process (void)
{
  int pid = fork ();

  if (pid == 0)
    _exit (0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  return pid;
}

static void
assert_taken (Fixture *self, const char *text, gint64 age, gboolean is_taken)
{
  put (self, text, age);
  g_assert_cmpint (lock_look (self->lock), ==, is_taken);
  g_assert_cmpint (jalon_lock_get_others (self->lock)->len == 0, ==, is_taken);
  if (!is_taken)
    assert_note (self, text);
}

/* Notes of those who cannot take them away any more. */
static void
test_stale (Fixture *self, gconstpointer data)
{
  g_autofree char *dead = note_of (dead_process ());
  g_autofree char *alive = note_of (getppid ());
  g_autofree char *huge = note_of (G_MAXINT);
  g_autoptr (GString) elsewhere = g_string_new (dead);

  assert_taken (self, OF_JULIA, 14 * 60, FALSE);
  assert_taken (self, OF_JULIA, 16 * 60, TRUE);
  assert_taken (self, alive, 0, FALSE);
  assert_taken (self, dead, 0, TRUE);
  assert_taken (self, huge, 0, TRUE);
  g_string_replace (elsewhere, "pid:", "elsewhere:", 1);
  assert_taken (self, elsewhere->str, 0, FALSE);
}

/* What is no note tells nothing, and stays: perhaps it is being written. */
static void
test_malformed (Fixture *self, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (LOCK_NOTE_MAX + 1, ',');
  const char *const texts[] = { "", "nonsense", huge };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      put (self, texts[i], 0);
      g_assert_false (lock_look (self->lock));
      g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 0);
      assert_note (self, texts[i]);
    }
  put (self, "nonsense", 16 * 60);
  g_assert_true (lock_look (self->lock));
}

/* Nothing is followed, waited for or removed. */
static void
test_odd (Fixture *self, gconstpointer data)
{
  g_autofree char *target = fixture_path (&self->store, "target");

  g_assert_true (g_file_set_contents (target, OF_JULIA, -1, NULL));
  g_assert_cmpint (symlink ("target", self->note), ==, 0);
  g_assert_false (lock_look (self->lock));
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 0);
  g_assert_true (g_file_test (self->note, G_FILE_TEST_IS_SYMLINK));
  g_remove (self->note);
  g_assert_cmpint (mkfifo (self->note, 0600), ==, 0);
  g_assert_false (lock_look (self->lock));
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 0);
  g_remove (self->note);
  g_assert_cmpint (g_mkdir (self->note, 0700), ==, 0);
  g_assert_false (lock_look (self->lock));
  g_assert_true (g_file_test (self->note, G_FILE_TEST_IS_DIR));
}

/* Where nothing can be written nobody is told, and nothing hinders. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_chmod (self->store.folder, 0555);
  obey_permissions (TRUE);
  g_assert_false (lock_look (self->lock));
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 0);
  obey_permissions (FALSE);
  g_chmod (self->store.folder, 0755);
}

/* The time says that somebody is there. */
static void
test_refresh (Fixture *self, gconstpointer data)
{
  const struct timespec old[] = { { 1000000000, 0 }, { 1000000000, 0 } };
  struct stat info;

  g_assert_true (lock_look (self->lock));
  g_assert_cmpint (utimensat (AT_FDCWD, self->note, old, 0), ==, 0);
  g_assert_true (lock_look (self->lock));
  g_assert_cmpint (stat (self->note, &info), ==, 0);
  g_assert_cmpint (info.st_mtime, >, 1000000000);
}

/* A note that somebody removed is written again; one that somebody replaced is not ours. */
static void
test_replaced (Fixture *self, gconstpointer data)
{
  g_assert_true (lock_look (self->lock));
  g_remove (self->note);
  g_assert_true (lock_look (self->lock));
  g_assert_true (is_there (self));
  assert_taken (self, OF_JULIA, 0, FALSE);
  jalon_lock_release (self->lock);
  assert_note (self, OF_JULIA);
}

static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *path = fixture_path (&self->store, "elsewhere/link.jalon");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JalonLock) lock = NULL;

  g_mkdir (folder, 0700);
  g_assert_cmpint (symlink (self->store.path, path), ==, 0);
  lock = jalon_lock_new (file);
  g_assert_true (lock_look (lock));
  g_assert_true (is_there (self));
}

/* In the background, and gone with the object. */
static void
test_keep (Fixture *self, gconstpointer data)
{
  jalon_lock_keep (self->lock);
  while (!is_there (self))
    g_usleep (1000);
  jalon_lock_keep (self->lock);
  jalon_lock_release (self->lock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  while (is_there (self))
    g_usleep (1000);
}

/* Who comes later, and goes, is noticed without waiting for the next look. */
static void
test_guest (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonLock) guest = jalon_lock_new (self->store.file);

  jalon_lock_keep (self->lock);
  while (!is_there (self))
    g_usleep (1000);
  g_assert_false (lock_look (guest));
  while (jalon_lock_get_others (self->lock)->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 1);
  jalon_lock_release (guest);
  while (jalon_lock_get_others (self->lock)->len == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (jalon_lock_get_others (self->lock)->len, ==, 0);
}

#define ADD(PATH, FUNC) g_test_add ("/files/lock/" PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/lock/parse", test_parse);
  g_test_add_func ("/files/lock/long-name", test_long_name);
  ADD ("two", test_two);
  ADD ("form", test_form);
  ADD ("signal", test_signal);
  ADD ("stale", test_stale);
  ADD ("malformed", test_malformed);
  ADD ("odd", test_odd);
  ADD ("read-only", test_read_only);
  ADD ("refresh", test_refresh);
  ADD ("replaced", test_replaced);
  ADD ("link", test_link);
  ADD ("keep", test_keep);
  ADD ("guest", test_guest);
  return g_test_run ();
}
