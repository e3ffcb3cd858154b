/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that programs leave beside a file when two people have changed it. */

#include "files/jalon-copies.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "files/jalon-writer.h"
#include "store-fixture.h"

static const struct
{
  const char *name;
  const char *original; /* NULL if it is no copy */
} names[] = {
  /* Nextcloud, of today and long ago */
  { "été (conflicted copy 2026-11-22 041000).jalon", "été.jalon" },
  { "été (conflicted copy Julia 2026-11-22 041000).jalon", "été.jalon" },
  { "été (conflicted copy Julia _lab_ 2026-11-22 041000).jalon", "été.jalon" },
  { "été_conflict-20261122-041000.jalon", "été.jalon" },
  /* Dropbox */
  { "été (Julia's conflicted copy 2026-11-22).jalon", "été.jalon" },
  { "été (Julia’s Conflicted Copy 2026-11-22).jalon", "été.jalon" },
  { "été (Copie en conflit de Julia 2026-11-22).jalon", "été.jalon" },
  { "été (Salinan konflik dari Julia 2026-11-22).jalon", "été.jalon" },
  /* Syncthing */
  { "été.sync-conflict-20261122-041000-ABCDEF1.jalon", "été.jalon" },
  /* Copies of copies */
  { "été (conflicted copy 2026-11-22 041000) (conflicted copy 2026-11-23 051000).jalon",
    "été.jalon" },
  { "été (conflicted copy 2026-11-22 041000).sync-conflict-20261122-041000-ABCDEF1.jalon",
    "été.jalon" },
  /* Names with dots and parentheses of their own, or without ending */
  { "v1.2 (draft) (conflicted copy 2026-11-22 041000).jalon", "v1.2 (draft).jalon" },
  { "été (conflicted copy 2026-11-22 041000)", "été" },
  /* No copies, or copies that people made on purpose */
  { "été.jalon", NULL },
  { "été (1).jalon", NULL },
  { "été (2026-11-22).jalon", NULL },
  { "été copy.jalon", NULL },
  { "conflicted copy 2026-11-22.jalon", NULL },
  { " (conflicted copy 2026-11-22 041000).jalon", NULL },
  { "été (conflicted copy 2026-11-22 041000) final.jalon", NULL },
  { "été.sync-conflict-20261122-ABCDEF1.jalon", NULL },
  { "été.jalon~", NULL },
  { "", NULL },
  { ".", NULL },
  { "\xff (conflicted copy 2026-11-22 041000).jalon", NULL },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *original = jalon_copies_get_original (names[i].name);

      g_assert_cmpstr (original, ==, names[i].original);
    }
}

static void
take_result_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The names of what is found, one a line. */
static char *
find (GFile *file, JalonElement *project)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  jalon_copies_find_async (file, project, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = jalon_copies_find_finish (file, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *name = g_file_get_basename (g_ptr_array_index (found, i));

      g_string_append_printf (text, "%s\n", name);
    }
  return g_string_free (text, FALSE);
}

static void
put (StoreFixture *self, const char *name, JalonElement *project)
{
  g_autofree char *path = fixture_path (self, name);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);

  write_bytes (path, bytes);
}

#define NEXTCLOUD "été (conflicted copy Julia 2026-11-22 041000).jalon"
#define SYNCTHING "été.sync-conflict-20261122-041000-ABCDEF1.jalon"

/* What has the name and is of the same project; only regular files, and nothing is followed. */
static void
test_find (StoreFixture *self, gconstpointer data)
{
  g_autofree char *nothing = find (self->file, self->old);
  g_autoptr (JalonElement) stranger = jalon_element_copy_as_new (self->old);
  g_autoptr (JalonElement) copy = jalon_element_copy (self->old);
  g_autofree char *link = fixture_path (self, "été_conflict-20261122-041001.jalon");
  g_autofree char *broken = fixture_path (self, "été_conflict-20261122-041002.jalon");
  g_autofree char *folder = fixture_path (self, "été_conflict-20261122-041003.jalon");
  g_autofree char *found = NULL;

  g_assert_cmpstr (nothing, ==, "");
  put (self, NEXTCLOUD, copy);
  put (self, SYNCTHING, copy);
  put (self, "été_conflict-20261122-041000.jalon", stranger);
  put (self, "other_conflict-20261122-041000.jalon", copy);
  put (self, "été (2026-11-22).jalon", copy);
  g_assert_cmpint (symlink (self->path, link), ==, 0);
  g_assert_true (g_file_set_contents (broken, "<project", -1, NULL));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  found = find (self->file, self->old);
  g_assert_cmpstr (found, ==, NEXTCLOUD "\n" SYNCTHING "\n");
}

/* From a copy, the original is the other one. */
static void
test_from_copy (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = fixture_path (self, NEXTCLOUD);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *found = NULL;

  put (self, NEXTCLOUD, self->old);
  put (self, SYNCTHING, self->old);
  found = find (file, self->old);
  g_assert_cmpstr (found, ==, "été.jalon\n" SYNCTHING "\n");
}

static void
test_no_folder (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.jalon");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  jalon_copies_find_async (file, self->old, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (jalon_copies_find_finish (file, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(PATH, FUNC)                                                                            \
  g_test_add ("/files/copies/" PATH, StoreFixture, NULL, store_fixture_set_up, FUNC,               \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/copies/names", test_names);
  ADD ("find", test_find);
  ADD ("from-copy", test_from_copy);
  ADD ("no-folder", test_no_folder);
  return g_test_run ();
}
