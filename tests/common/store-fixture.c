/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "files/jalon-writer.h"
#include "generate.h"

#define FILE_NAME "été.jalon"

/**
 * make_project:
 * @title: what tells it from others
 * @n_cards: how long it is
 *
 * Returns: (transfer full): a project
 */
JalonElement *
make_project (const char *title, guint n_cards)
{
  JalonElement *project = generate_project (n_cards);

  jalon_element_set (project, JALON_FIELD_TITLE, title, NULL);
  return project;
}

char *
fixture_path (StoreFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* In place, as most programs write. */
void
write_bytes (const char *path, GBytes *bytes)
{
  FILE *file = fopen (path, "w");
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

/**
 * assert_is:
 * @path: a file
 * @project: what must be in it, to the byte
 */
void
assert_is (const char *path, JalonElement *project)
{
  g_autoptr (GBytes) wanted = jalon_writer_to_bytes (project);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  found = g_bytes_new_take (data, size);
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (wanted, NULL), g_bytes_get_size (wanted));
}

/**
 * assert_no_temps:
 * @self: a fixture
 *
 * Nothing that was only for the time of saving is left in the folder.
 */
void
assert_no_temps (StoreFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".~"));
}

/**
 * obey_permissions:
 * @obey: whether permissions count for this thread
 *
 * Tests may run as root, for whom every file can be written; this takes the power away, or gives it
 * back.
 */
void
obey_permissions (gboolean obey)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2];
  const guint32 powers = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH;

  g_assert_cmpint (syscall (SYS_capget, &header, data), ==, 0);
  if (obey)
    data[0].effective &= ~powers;
  else
    data[0].effective |= data[0].permitted & powers;
  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}

void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-store-XXXXXX", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = realpath (folder, NULL);
  self->path = fixture_path (self, FILE_NAME);
  self->file = g_file_new_for_path (self->path);
  self->old = make_project ("old", 20);
  self->new = make_project ("new", 30);
  bytes = jalon_writer_to_bytes (self->old);
  write_bytes (self->path, bytes);

  self->store = jalon_store_new (self->file, FILE_NAME);
  project = jalon_store_load (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  /* A thread may still be letting go of its task. */
  while (G_OBJECT (self->store)->ref_count > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_finalize_object (self->store);
  remove_tree (self->folder);
  free (self->folder);
  g_free (self->path);
  g_object_unref (self->file);
  g_object_unref (self->old);
  g_object_unref (self->new);
}
