/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-view-state.h"

#include <glib/gstdio.h>

static void
check (GFile *file, const char *map, const char *wanted)
{
  g_autoptr (GVariant) views = NULL;
  g_autofree char *id = jalon_view_state_load (file, &views);
  g_autofree char *text = views != NULL ? g_variant_print (views, FALSE) : NULL;

  g_assert_cmpstr (id, ==, map);
  g_assert_cmpstr (text, ==, wanted);
}

static void
save (GFile *file, const char *map, const char *text)
{
  g_autoptr (GVariant)
    views = g_variant_parse (G_VARIANT_TYPE ("a{s(ddd)}"), text, NULL, NULL, NULL);

  jalon_view_state_save (file, map, views);
}

static void
test_files (void)
{
  g_autoptr (GFile) a = g_file_new_for_path ("/a [1].jalon");
  g_autoptr (GFile) b = g_file_new_for_path ("/b.jalon");

  check (a, NULL, NULL);
  save (a, "m1", "{'m1': (0.5, 10.0, 20.25)}");
  save (b, "m2", "@a{s(ddd)} {}");
  check (a, "m1", "{'m1': (0.5, 10.0, 20.25)}");
  check (b, "m2", "{}");
  save (a, "m3", "{'m3': (1.0, 0.0, 0.0)}");
  check (a, "m3", "{'m3': (1.0, 0.0, 0.0)}");
}

/* What somebody has spoilt is as if it were not there. */
static void
test_spoilt (void)
{
  static const char *const texts[] = { "", "[", "\xff\xfe", "[a]\nViews=7\n" };
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "jalon", "views.ini", NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/a.jalon");

  save (file, "m", "@a{s(ddd)} {}");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      check (file, NULL, NULL);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_most (void)
{
  g_autoptr (GFile) first = g_file_new_for_path ("/0.jalon");
  g_autoptr (GFile) last = g_file_new_for_path ("/100.jalon");

  for (guint i = 0; i <= JALON_VIEW_STATE_MAX; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u.jalon", i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      save (file, "m", "@a{s(ddd)} {}");
    }
  check (first, NULL, NULL);
  check (last, "m", "{}");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-view-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-state/files", test_files);
  g_test_add_func ("/view-state/spoilt", test_spoilt);
  g_test_add_func ("/view-state/most", test_most);
  return g_test_run ();
}
