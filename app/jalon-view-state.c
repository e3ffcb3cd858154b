/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-view-state.h"

/* Which map of a file was open and where its maps were scrolled to is a matter of this user and
 * this machine: it is kept in the state folder, never in the file that people share. */

#define VIEWS_TYPE G_VARIANT_TYPE ("a{s(ddd)}")

static char *
get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "jalon", "views.ini", NULL);
}

static GKeyFile *
load (void)
{
  GKeyFile *state = g_key_file_new ();
  g_autofree char *path = get_path ();

  g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL);
  return state;
}

/* Names of groups cannot have all the letters of a URI. */
static char *
get_group (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

/**
 * jalon_view_state_load:
 * @file: a project file
 * @views: (out) (optional) (nullable) (transfer full): where its maps were left, see
 *   jalon_canvas_get_views()
 *
 * Returns: (transfer full) (nullable): the id of the map that was open; %NULL if the file is not
 *   known
 */
char *
jalon_view_state_load (GFile *file, GVariant **views)
{
  g_autoptr (GKeyFile) state = load ();
  g_autofree char *group = get_group (file);
  g_autofree char *text = g_key_file_get_string (state, group, "Views", NULL);

  if (views != NULL)
    *views = text != NULL ? g_variant_parse (VIEWS_TYPE, text, NULL, NULL, NULL) : NULL;
  return g_key_file_get_string (state, group, "Map", NULL);
}

/* Forgets the file that was closed first, if there are too many. */
static void
trim (GKeyFile *state)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (state, &n);
  const char *oldest = groups[0];
  gint64 first = G_MAXINT64;

  for (gsize i = 0; i < n; i++)
    {
      gint64 closed = g_key_file_get_int64 (state, groups[i], "Closed", NULL);

      if (closed < first)
        {
          first = closed;
          oldest = groups[i];
        }
    }
  if (n > JALON_VIEW_STATE_MAX)
    g_key_file_remove_group (state, oldest, NULL);
}

/**
 * jalon_view_state_save:
 * @file: a project file
 * @map: the id of the map that is open
 * @views: where its maps are left, see jalon_canvas_get_views()
 *
 * Remembers them for the next time. Nobody is told if that fails.
 */
void
jalon_view_state_save (GFile *file, const char *map, GVariant *views)
{
  g_autoptr (GKeyFile) state = load ();
  g_autofree char *group = get_group (file);
  g_autofree char *text = g_variant_print (views, FALSE);
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_string (state, group, "Map", map);
  g_key_file_set_string (state, group, "Views", text);
  g_key_file_set_int64 (state, group, "Closed", g_get_real_time ());
  trim (state);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (state, path, NULL);
}
