/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every call of saving to the system fails once, each in its turn: the file is the old one or the
 * new one, and nobody is told that the old one is the new one. The linker puts the functions
 * __wrap_* in place of the system's. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "document/jalon-error.h"
#include "files/jalon-writer.h"
#include "store-fixture.h"

typedef enum
{
  CALL_WRITE,
  CALL_FSYNC,
  CALL_CLOSE,
  CALL_RENAME,
  CALL_LINK,
  CALL_FCHOWN,
  CALL_FCHMOD,
  CALL_OPEN,
  N_CALLS,
} Call;

static const char letters[N_CALLS] = "wscrlomO";

static struct
{
  gboolean is_on;
  Call call;       /* which fails */
  guint countdown; /* at which time, from 1 */
  int code;
  gboolean is_short;                /* it does half of its work instead */
  gboolean is_lying;                /* it does nothing and says that it has */
  const char *meddle;               /* a file that somebody writes while we write ours */
  const char *meddle_while_reading; /* the same, while we read it */
  const char *meddled;              /* what it is then; NULL if it is no more */
  GString *log;
} fault;

static gboolean
strikes (Call call)
{
  if (!fault.is_on)
    return FALSE;
  g_string_append_c (fault.log, letters[call]);
  if (call != fault.call || fault.countdown == 0 || --fault.countdown > 0)
    return FALSE;
  errno = fault.code;
  return TRUE;
}

gssize __real_write (int fd, const void *data, gsize size);
gssize __wrap_write (int fd, const void *data, gsize size);
gssize __real_read (int fd, void *data, gsize size);
gssize __wrap_read (int fd, void *data, gsize size);
int __real_fsync (int fd);
int __wrap_fsync (int fd);
int __real_close (int fd);
int __wrap_close (int fd);
int __real_rename (const char *from, const char *to);
int __wrap_rename (const char *from, const char *to);
int __real_link (const char *from, const char *to);
int __wrap_link (const char *from, const char *to);
int __real_fchown (int fd, uid_t user, gid_t group);
int __wrap_fchown (int fd, uid_t user, gid_t group);
int __real_fchmod (int fd, mode_t mode);
int __wrap_fchmod (int fd, mode_t mode);
int __real_open64 (const char *path, int flags, ...);
int __wrap_open64 (const char *path, int flags, ...);

/* Writes into the file itself, as many programs do. The clock of the file system is coarse. */
static void
meddle (const char *path, const char *text)
{
  const struct timespec times[] = { { 0, UTIME_OMIT }, { time (NULL) + 1, 0 } };
  int fd = __real_open64 (path, O_WRONLY | O_TRUNC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (__real_write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  g_assert_cmpint (futimens (fd, times), ==, 0);
  g_assert_cmpint (__real_close (fd), ==, 0);
}

gssize
__wrap_write (int fd, const void *data, gsize size)
{
  if (!strikes (CALL_WRITE))
    return __real_write (fd, data, size);
  if (fault.is_lying)
    return size;
  return fault.is_short ? __real_write (fd, data, (size + 1) / 2) : -1;
}

gssize
__wrap_read (int fd, void *data, gsize size)
{
  const char *path = g_steal_pointer (&fault.meddle_while_reading);

  if (path != NULL && fault.meddled != NULL)
    meddle (path, fault.meddled);
  else if (path != NULL)
    g_assert_cmpint (unlink (path), ==, 0);
  return __real_read (fd, data, size);
}

int
__wrap_fsync (int fd)
{
  if (fault.is_on && fault.meddle != NULL)
    {
      g_assert_true (g_file_set_contents (fault.meddle, "theirs", -1, NULL));
      fault.meddle = NULL;
    }
  return strikes (CALL_FSYNC) ? -1 : __real_fsync (fd);
}

int
__wrap_close (int fd)
{
  gboolean fails = strikes (CALL_CLOSE);

  __real_close (fd);
  errno = fault.code;
  return fails ? -1 : 0;
}

int
__wrap_rename (const char *from, const char *to)
{
  return strikes (CALL_RENAME) ? -1 : __real_rename (from, to);
}

int
__wrap_link (const char *from, const char *to)
{
  return strikes (CALL_LINK) ? -1 : __real_link (from, to);
}

int
__wrap_fchown (int fd, uid_t user, gid_t group)
{
  return strikes (CALL_FCHOWN) ? -1 : __real_fchown (fd, user, group);
}

int
__wrap_fchmod (int fd, mode_t mode)
{
  return strikes (CALL_FCHMOD) ? -1 : __real_fchmod (fd, mode);
}

int
__wrap_open64 (const char *path, int flags, ...)
{
  return strikes (CALL_OPEN) ? -1 : __real_open64 (path, flags, 0);
}

static gboolean
save (StoreFixture *self, JalonElement *project, GError **error)
{
  gboolean is_saved;

  g_string_truncate (fault.log, 0);
  fault.is_on = TRUE;
  is_saved = jalon_store_save (self->store, project, 0, NULL, error);
  fault.is_on = FALSE;
  return is_saved;
}

static void
set_up (StoreFixture *self, gconstpointer data)
{
  fault.log = g_string_new (NULL);
  store_fixture_set_up (self, data);
}

static void
tear_down (StoreFixture *self, gconstpointer data)
{
  store_fixture_tear_down (self, data);
  g_string_free (fault.log, TRUE);
}

/* What people were told so far, and how often that the new file may not stay. */
typedef struct
{
  guint n;
  guint n_unsure;
} Told;

static void
check_failed (StoreFixture *self, const GError *error, Told *told)
{
  gboolean is_unsure = strstr (error->message, "does not confirm") != NULL;

  g_assert_nonnull (strstr (error->message, "été.jalon"));
  assert_is (self->path, is_unsure ? self->new : self->old);
  told->n++;
  if (!is_unsure)
    return;
  /* The file is our own: saving it once more is no conflict. */
  told->n_unsure++;
  g_assert_true (jalon_store_save (self->store, self->new, 0, NULL, NULL));
}

/* One saving with one fault. Returns FALSE if there was no such call any more. */
static gboolean
try (StoreFixture *self, Call call, guint n, int code, Told *told)
{
  g_autoptr (JalonStore) store = jalon_store_new (self->file, "été.jalon");
  g_autoptr (GBytes) old = jalon_writer_to_bytes (self->old);
  g_autoptr (JalonElement) read = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  write_bytes (self->path, old);
  read = jalon_store_load (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_set_object (&self->store, store);

  fault.call = call;
  fault.countdown = n;
  fault.code = code;
  is_saved = save (self, self->new, &error);
  assert_no_temps (self);
  if (is_saved)
    {
      assert_is (self->path, self->new);
    }
  else
    {
      g_assert_nonnull (error);
      g_test_message ("%c %u: %s", letters[call], n, error->message);
      check_failed (self, error, told);
    }
  return fault.countdown == 0;
}

static void
test_sweep (StoreFixture *self, gconstpointer data)
{
  const int codes[] = { EIO, ENOSPC, EDQUOT, EPERM, EROFS };
  guint n_faults = 0;

  for (Call call = 0; call < N_CALLS; call++)
    {
      Told told = { 0, 0 };
      /* The folder is opened and brought to the disk; that it may not be opened is no fault. */
      guint n_unsure = call == CALL_FSYNC  ? G_N_ELEMENTS (codes)
                       : call == CALL_OPEN ? G_N_ELEMENTS (codes) - 1
                                           : 0;

      for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        for (guint n = 1; try (self, call, n, codes[i], &told); n++)
          n_faults++;
      /* Without these there is no file; the others only make it as like the old one as can be.
       * The old one has to be opened to be looked at. */
      g_assert_cmpint (told.n > 0, ==, call <= CALL_RENAME || call == CALL_OPEN);
      g_assert_cmpuint (told.n_unsure, ==, n_unsure);
    }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 5 * N_CALLS);
}

/* Writing that is interrupted or does half of its work is gone on with. */
static void
test_interrupted (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fault.call = CALL_WRITE;
  fault.code = EINTR;
  fault.countdown = 1;
  save (self, self->new, &error);
  g_assert_no_error (error);
  assert_is (self->path, self->new);

  fault.is_short = TRUE;
  fault.countdown = 1;
  save (self, self->old, &error);
  fault.is_short = FALSE;
  g_assert_no_error (error);
  assert_is (self->path, self->old);

  fault.call = CALL_FSYNC;
  fault.countdown = 1;
  save (self, self->new, &error);
  g_assert_no_error (error);
}

/* Some file systems cannot bring a file to the disk, or a folder; that is no fault of theirs. */
static void
test_no_sync (StoreFixture *self, gconstpointer data)
{
  const int codes[] = { EINVAL, ENOTSUP, ENOSYS };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint n = 1; n <= 2; n++)
      {
        g_autoptr (GError) error = NULL;

        fault.call = CALL_FSYNC;
        fault.code = codes[i];
        fault.countdown = n;
        save (self, n == 1 ? self->new : self->old, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (fault.countdown, ==, 0);
      }
}

/* A disk, or a server, that takes what it does not keep is found out before the old file goes. */
static void
test_lying (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fault.call = CALL_WRITE;
  fault.is_lying = TRUE;
  fault.countdown = 1;
  g_assert_false (save (self, self->new, &error));
  fault.is_lying = FALSE;
  g_assert_cmpuint (fault.countdown, ==, 0);
  g_assert_error (error, G_IO_ERROR, (int) g_io_error_from_errno (EIO));
  assert_is (self->path, self->old);
  assert_no_temps (self);
}

/* A power cut leaves one of the two only if the new one is on the disk before it gets the name, and
 * the name is on the disk before anybody is told. The backup is made in between. */
static void
test_order (StoreFixture *self, gconstpointer data)
{
  g_assert_true (save (self, self->new, NULL));
  g_test_message ("%s", fault.log->str);
  g_assert_true (
    g_regex_match_simple ("^[^wsr]*w+[^wsr]*s[^wsr]*c[^wsr]*lr[^wsr]*r[^wsr]*s[^wsr]*$",
                          fault.log->str, 0, 0));
}

/* Who writes the file while we write ours beside it is not overwritten. */
static void
test_meanwhile (StoreFixture *self, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  fault.meddle = self->path;
  g_assert_false (save (self, self->new, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
  g_assert_true (g_file_get_contents (self->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "theirs");
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  assert_no_temps (self);
}

/* Reads the file, which becomes @text meanwhile. */
static gboolean
load (StoreFixture *self, const char *text, GError **error)
{
  g_autoptr (JalonStore) store = jalon_store_new (self->file, "été.jalon");
  g_autoptr (JalonElement) project = NULL;

  fault.meddle_while_reading = self->path;
  fault.meddled = text;
  project = jalon_store_load (store, NULL, NULL, error);
  g_assert_null (fault.meddle_while_reading);
  return project != NULL;
}

/* A file that is written while it is read is never taken for half of each; a moment later it is
 * read. */
static void
test_changing_while_read (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) old = jalon_writer_to_bytes (self->old);
  g_autofree char *same_size = g_strnfill (g_bytes_get_size (old), 'x');
  const char *const texts[] = { "", "short", same_size };
  g_autoptr (JalonElement) project = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (load (self, texts[i], &error));
      g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
      g_assert_nonnull (strstr (error->message, "été.jalon"));
      write_bytes (self->path, old);
    }
  project = jalon_store_load (self->store, NULL, NULL, NULL);
  g_assert_nonnull (project);

  /* What is deleted can be read to its end; that it is gone is found out later. */
  g_assert_true (load (self, NULL, NULL));
}

/* Where a file can have no second name, it is copied. */
static void
test_no_links (StoreFixture *self, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);

  fault.call = CALL_LINK;
  fault.code = EPERM;
  fault.countdown = 1;
  g_assert_true (save (self, self->new, NULL));
  assert_is (backup, self->old);
  assert_no_temps (self);
}

#define ADD(PATH, FUNC)                                                                            \
  g_test_add ("/files/store/faults/" PATH, StoreFixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sweep", test_sweep);
  ADD ("interrupted", test_interrupted);
  ADD ("no-sync", test_no_sync);
  ADD ("lying", test_lying);
  ADD ("order", test_order);
  ADD ("meanwhile", test_meanwhile);
  ADD ("changing-while-read", test_changing_while_read);
  ADD ("no-links", test_no_links);
  return g_test_run ();
}
