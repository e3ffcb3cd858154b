/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/jalon-error.h"
#include "drawing/jalon-export.h"
#include "tests/drawing/specimen.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  JalonScene *scene;
} Fixture;

static const JalonFormat formats[] = { JALON_FORMAT_PNG, JALON_FORMAT_SVG, JALON_FORMAT_PDF };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();

  fixture->folder = g_dir_make_tmp ("jalon-export-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "map.png", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->scene = specimen_new (typesetter, JALON_THEME_LIGHT);
}

static char **
list_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Nothing remains in the folder but what the test put there. */
static void
assert_names (Fixture *fixture, guint n)
{
  g_auto (GStrv) names = list_names (fixture->folder);

  g_assert_cmpuint (g_strv_length (names), ==, n);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) names = list_names (fixture->folder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  jalon_scene_unref (fixture->scene);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
put (const char *path, const char *content)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *content)
{
  g_autofree char *actual = NULL;

  g_assert_true (g_file_get_contents (path, &actual, NULL, NULL));
  g_assert_cmpstr (actual, ==, content);
}

static void
assert_fails (Fixture *fixture,
              JalonFormat format,
              GFile *file,
              GCancellable *cancellable,
              GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (jalon_export_to_file (fixture->scene, format, 1.0, file, cancellable, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, G_IO_ERROR, (int) code);
}

static void export(Fixture *fixture, JalonFormat format)
{
  g_autoptr (GError) error = NULL;

  jalon_export_to_file (fixture->scene, format, 1.0, fixture->file, NULL, &error);
  g_assert_no_error (error);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  static const char *const starts[] = { "\x89PNG", "<?xml", "%PDF-" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *content = NULL;
      gsize length;

      put (fixture->path, "old");
      export(fixture, formats[i]);
      g_file_get_contents (fixture->path, &content, &length, NULL);
      g_assert_true (g_str_has_prefix (content, starts[i]));
      assert_names (fixture, 1);
    }
}

/* What is new has the rights that any new file of the user has, what is old keeps its own. */
static void
test_rights (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (027);
  struct stat info;

  export(fixture, JALON_FORMAT_SVG);
  stat (fixture->path, &info);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  chmod (fixture->path, 0604);
  export(fixture, JALON_FORMAT_SVG);
  stat (fixture->path, &info);
  g_assert_cmpint (info.st_mode & 07777, ==, 0604);
  umask (mask);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.png", NULL);
  g_autofree char *content = NULL;

  put (target, "old");
  g_assert_cmpint (symlink ("target.png", fixture->path), ==, 0);
  export(fixture, JALON_FORMAT_SVG);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_file_get_contents (target, &content, NULL, NULL);
  g_assert_true (g_str_has_prefix (content, "<?xml"));
  assert_names (fixture, 2);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_get_child (fixture->file, "missing/map.png");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      assert_fails (fixture, formats[i], missing, NULL, G_IO_ERROR_NOT_FOUND);
      assert_fails (fixture, formats[i], folder, NULL, G_IO_ERROR_IS_DIRECTORY);
    }
  assert_names (fixture, 0);
}

/* A disk that is full, wherever in the file it happens; as a limit on the size of files, for a test
 * cannot fill the disk. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  static const rlim_t limits[] = { 0, 1, 100, 4000, 20000 };
  struct rlimit old;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  put (fixture->path, "old");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; j < G_N_ELEMENTS (limits); j++)
      {
        struct rlimit limit = { limits[j], old.rlim_max };
        g_autoptr (GError) error = NULL;
        gboolean done;

        setrlimit (RLIMIT_FSIZE, &limit);
        done = jalon_export_to_file (fixture->scene, formats[i], 1.0, fixture->file, NULL, &error);
        setrlimit (RLIMIT_FSIZE, &old);
        g_assert_false (done);
        g_assert_nonnull (strstr (error->message, fixture->path));
        assert_content (fixture->path, "old");
        assert_names (fixture, 1);
      }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  put (fixture->path, "old");
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    assert_fails (fixture, formats[i], fixture->file, cancellable, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, "old");
  assert_names (fixture, 1);
}

static void
test_bad_scale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "old");
  g_assert_false (
    jalon_export_to_file (fixture->scene, JALON_FORMAT_PNG, 0, fixture->file, NULL, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
  assert_content (fixture->path, "old");
  assert_names (fixture, 1);
}

static gpointer
read_pipe_cb (gpointer data)
{
  GString *content = g_string_new (NULL);
  char buffer[4096];

  while (!g_str_has_suffix (content->str, "</svg>\n"))
    {
      gssize n = read (GPOINTER_TO_INT (data), buffer, sizeof buffer);

      g_assert_cmpint (n, >, 0);
      g_string_append_len (content, buffer, n);
    }
  return g_string_free (content, FALSE);
}

/* A pipe is written to; a rename would put a file in its place. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  GThread *reader;
  int fd;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  fd = g_open (fixture->path, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (fd, >=, 0);
  reader = g_thread_new ("reader", read_pipe_cb, GINT_TO_POINTER (fd));
  export(fixture, JALON_FORMAT_SVG);
  content = g_thread_join (reader);
  g_assert_true (g_str_has_prefix (content, "<?xml"));
  assert_names (fixture, 1);
  close (fd);
}

static void
test_full_device (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  struct stat info;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    assert_fails (fixture, formats[i], full, NULL, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (stat ("/dev/full", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

/* A stream that takes some bytes and then fails */
typedef struct
{
  GOutputStream parent_instance;
  gsize left;
} ShortStream;

typedef GOutputStreamClass ShortStreamClass;

GType short_stream_get_type (void);
G_DEFINE_TYPE (ShortStream, short_stream, G_TYPE_OUTPUT_STREAM)

static gssize
short_stream_write (GOutputStream *stream,
                    const void *data,
                    gsize length,
                    GCancellable *cancellable,
                    GError **error)
{
  ShortStream *self = (ShortStream *) stream;

  if (self->left == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "short");
      return -1;
    }
  length = MIN (length, self->left);
  self->left -= length;
  return (gssize) length;
}

static void
short_stream_class_init (ShortStreamClass *class)
{
  class->write_fn = short_stream_write;
}

static void
short_stream_init (ShortStream *self)
{
}

static void
test_short_streams (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
      gsize size;

      g_assert_true (jalon_export_to_stream (fixture->scene, formats[i], 0.5, memory, NULL, NULL));
      size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));
      for (guint part = 0; part < 12; part++)
        {
          g_autoptr (GOutputStream) stream = g_object_new (short_stream_get_type (), NULL);
          g_autoptr (GError) error = NULL;

          ((ShortStream *) stream)->left = part < 10 ? size * part / 10 : size - (12 - part);
          g_assert_false (
            jalon_export_to_stream (fixture->scene, formats[i], 0.5, stream, NULL, &error));
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
        }
    }
}

/* The same scene makes the same file. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_length;
      gsize second_length;

      export(fixture, formats[i]);
      g_file_get_contents (fixture->path, &first, &first_length, NULL);
      export(fixture, formats[i]);
      g_file_get_contents (fixture->path, &second, &second_length, NULL);
      g_assert_cmpmem (first, first_length, second, second_length);
    }
}

static void
add (const char *path, void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/export-file/formats", test_formats);
  add ("/export-file/rights", test_rights);
  add ("/export-file/link", test_link);
  add ("/export-file/no-folder", test_no_folder);
  add ("/export-file/full-disk", test_full_disk);
  add ("/export-file/cancelled", test_cancelled);
  add ("/export-file/bad-scale", test_bad_scale);
  add ("/export-file/pipe", test_pipe);
  add ("/export-file/full-device", test_full_device);
  add ("/export-file/short-streams", test_short_streams);
  add ("/export-file/same-bytes", test_same_bytes);

  return g_test_run ();
}
