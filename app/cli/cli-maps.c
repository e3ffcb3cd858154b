/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which map is meant, and where its picture goes. */

#include "app/cli/cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "document/jalon-error.h"

/* The maps of a project, in their order. */
GPtrArray *
cli_list_maps (JalonDocument *document)
{
  JalonElement *project = jalon_document_get_project (document);
  GPtrArray *maps = g_ptr_array_new ();

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      if (jalon_kind_is_map (jalon_element_get_kind (child)))
        g_ptr_array_add (maps, child);
    }
  return maps;
}

/* The only map, or else the only journey: Mermaid's actors become personas, which are maps too. */
static JalonElement *
find_only_map (GPtrArray *maps)
{
  JalonElement *journey = NULL;

  if (maps->len == 1)
    return g_ptr_array_index (maps, 0);
  for (guint i = 0; i < maps->len; i++)
    {
      JalonElement *map = g_ptr_array_index (maps, i);

      if (jalon_element_get_kind (map) != JALON_KIND_JOURNEY)
        continue;
      if (journey != NULL)
        return NULL;
      journey = map;
    }
  return journey;
}

/* The one map that @name means: an id, or a title that no other has. */
static JalonElement *
find_named_map (GPtrArray *maps, const char *name, const char *file, GError **error)
{
  JalonElement *found = NULL;
  guint n = 0;

  for (guint i = 0; i < maps->len; i++)
    {
      JalonElement *map = g_ptr_array_index (maps, i);

      if (strcmp (jalon_element_get_id (map), name) == 0)
        return map;
      if (strcmp (jalon_element_get_title (map), name) == 0)
        {
          found = map;
          n++;
        }
    }
  if (n == 1)
    return found;
  g_set_error (error, JALON_ERROR, JALON_ERROR_NOT_FOUND,
               n == 0 ? _ ("%s has no map “%s”; “jalon-cli info” lists them")
                      : _ ("%s has several maps “%s”; use an id, “jalon-cli info” lists them"),
               file, name);
  return NULL;
}

/* The map that @name means; without a name, the only map or journey. @file is for messages. */
JalonElement *
cli_find_map (JalonDocument *document, const char *name, const char *file, GError **error)
{
  g_autoptr (GPtrArray) maps = cli_list_maps (document);
  JalonElement *map;

  if (name != NULL)
    return find_named_map (maps, name, file, error);
  map = find_only_map (maps);
  if (map == NULL)
    g_set_error (error, JALON_ERROR, JALON_ERROR_NOT_FOUND,
                 _ ("%s has %u maps; say which with --map, or --all; “jalon-cli info” lists them"),
                 file, maps->len);
  return map;
}

/* The theme called @name; the light one without a name. */
CliStatus
cli_find_theme (const char *name, const JalonTheme **theme)
{
  JalonThemeName found = JALON_THEME_LIGHT;

  if (name != NULL && !jalon_theme_find (name, &found))
    return cli_usage (_ ("there is no theme “%s”; there are: light, dark, print"), name);
  *theme = jalon_theme_get (found);
  return CLI_OK;
}

/* Writes a picture so that an old file is replaced whole or not at all; "-" is standard output. */
gboolean
cli_write_scene (JalonScene *scene,
                 JalonFormat format,
                 double scale,
                 const char *path,
                 GError **error)
{
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (GFile) file = NULL;

  if (strcmp (path, "-") != 0)
    {
      file = cli_get_file (path);
      return jalon_export_to_file (scene, format, scale, file, NULL, error);
    }
  output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  if (jalon_export_to_stream (scene, format, scale, output, NULL, error))
    return TRUE;
  g_prefix_error (error, "%s: ", _ ("standard output"));
  return FALSE;
}
