/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pango compares every font of the system with each weight that is asked for, to have them in order
 * when a letter is missing. For texts without such letters it need not know the other fonts. */

#include "drawing/jalon-family.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* The folders in which fonts of the family are: a set. */
static GHashTable *
find_folders (FcConfig *config)
{
  GHashTable *folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FcPattern *family = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, JALON_FAMILY, NULL);
  FcObjectSet *wanted = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *fonts = FcFontList (config, family, wanted);

  for (int i = 0; i < fonts->nfont; i++)
    {
      FcChar8 *file;

      if (FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
        g_hash_table_add (folders, g_path_get_dirname ((const char *) file));
    }
  FcFontSetDestroy (fonts);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (family);
  return folders;
}

static void
append_element (GString *xml, const char *name, const char *text)
{
  g_autofree char *element = g_markup_printf_escaped ("<%s>%s</%s>", name, text, name);

  g_string_append (xml, element);
}

/* A fonts.conf: the folders, and where it is noted what is in them. */
static char *
make_xml (FcConfig *config, GHashTable *folders)
{
  GString *xml = g_string_new ("<fontconfig>");
  FcStrList *caches = FcConfigGetCacheDirs (config);
  GHashTableIter iter;
  gpointer folder;
  FcChar8 *cache;

  g_hash_table_iter_init (&iter, folders);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    append_element (xml, "dir", folder);
  while ((cache = FcStrListNext (caches)) != NULL)
    append_element (xml, "cachedir", (const char *) cache);
  FcStrListDone (caches);
  g_string_append (xml, "</fontconfig>");
  return g_string_free (xml, FALSE);
}

static FcConfig *
make_config (const char *xml)
{
  FcConfig *config = FcConfigCreate ();

  if (FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) xml, FcTrue) &&
      FcConfigBuildFonts (config))
    return config;
  FcConfigDestroy (config);
  return NULL;
}

/* Pango 1.50 forgets the configuration of a map that ends. Of one that is shut down it can be taken
 * away without all fonts being listed once more. */
static void
release_config (gpointer data, GObject *map)
{
  pango_fc_font_map_shutdown (PANGO_FC_FONT_MAP (map));
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), NULL);
}

/**
 * jalon_family_make_map:
 * @all: a font map of fontconfig
 *
 * Returns: (transfer full) (nullable): a map of the fonts of %JALON_FAMILY, and what else is in
 *   their folders; %NULL if there are none
 */
PangoFontMap *
jalon_family_make_map (PangoFontMap *all)
{
  FcConfig *config = pango_fc_font_map_get_config (PANGO_FC_FONT_MAP (all));
  g_autoptr (GHashTable) folders = find_folders (config);
  g_autofree char *xml = make_xml (config, folders);
  FcConfig *own = g_hash_table_size (folders) > 0 ? make_config (xml) : NULL;
  PangoFontMap *map;

  if (own == NULL)
    return NULL;
  map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), own);
  FcConfigDestroy (own);
  g_object_weak_ref (G_OBJECT (map), release_config, NULL);
  return map;
}
