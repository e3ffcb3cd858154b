/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdlib.h>

#include "document/jalon-field.h"
#include "document/jalon-text.h"
#include "drawing/jalon-export.h"
#include "drawing/jalon-layout.h"

/* Pixels for an inch at a scale of 1; one canvas unit is one of them */
#define UNITS_PER_INCH 96.0

typedef struct
{
  char **files;
  char *map;
  char *format;
  char *scale;
  char *dpi;
  char *width;
  char *theme;
  char *output;
  gboolean all;
} Options;

/* What the options mean, and what draws. @width is 0, or the pixels that a PNG shall be wide. */
typedef struct
{
  JalonFormat format;
  const JalonTheme *theme;
  double scale;
  double width;
  JalonLayout *layout;
} Export;

static void
options_clear (Options *self)
{
  g_strfreev (self->files);
  g_free (self->map);
  g_free (self->format);
  g_free (self->scale);
  g_free (self->dpi);
  g_free (self->width);
  g_free (self->theme);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static CliStatus
read_number (const char *option, const char *text, double max, double *number)
{
  if (jalon_number_parse (text, number) && *number > 0 && *number <= max)
    return CLI_OK;
  return cli_usage (_ ("--%s %s: a number above 0 and up to %g is needed"), option, text, max);
}

static CliStatus
read_size (const Options *options, Export *export)
{
  guint n = (options->scale != NULL) + (options->dpi != NULL) + (options->width != NULL);
  CliStatus status = CLI_OK;

  export->scale = 1;
  if (n == 0)
    return CLI_OK;
  if (export->format != JALON_FORMAT_PNG)
    return cli_usage (_ ("--scale, --dpi and --width are for PNG; SVG and PDF have no pixels"));
  if (n > 1)
    return cli_usage (_ ("--scale, --dpi and --width exclude each other"));
  if (options->scale != NULL)
    return read_number ("scale", options->scale, JALON_SCALE_MAX, &export->scale);
  if (options->width != NULL)
    return read_number ("width", options->width, 1e6, &export->width);
  status = read_number ("dpi", options->dpi, JALON_SCALE_MAX * UNITS_PER_INCH, &export->scale);
  export->scale /= UNITS_PER_INCH;
  return status;
}

static CliStatus
read_format (const Options *options, Export *export)
{
  const char *nick = options->format;

  if (nick == NULL && options->output != NULL && !options->all)
    nick = strrchr (options->output, '.') != NULL ? strrchr (options->output, '.') + 1 : NULL;
  if (nick == NULL)
    return cli_usage (_ ("which format? --format png, svg or pdf"));
  if (!jalon_format_find (nick, &export->format))
    return cli_usage (_ ("there is no format “%s”; there are: png, svg, pdf"), nick);
  return CLI_OK;
}

static CliStatus
read_options (const Options *options, Export *export)
{
  CliStatus status;

  if (options->files == NULL || options->files[1] != NULL)
    return cli_usage (_ ("which file? Try “jalon-cli export FILE --map TITLE --output PATH”"));
  if (options->output == NULL)
    return cli_usage (_ ("where to? --output PATH, or --all --output FOLDER"));
  if (options->all && options->map != NULL)
    return cli_usage (_ ("--all and --map exclude each other"));
  status = cli_find_theme (options->theme, &export->theme);
  if (status == CLI_OK)
    status = read_format (options, export);
  return status != CLI_OK ? status : read_size (options, export);
}

static gboolean
export_map (JalonElement *map, const Export *export, const char *path, GError **error)
{
  g_autoptr (JalonScene) scene = jalon_layout_draw (export->layout, map, export->theme);
  double scale = export->width > 0 ? export->width / jalon_scene_get_width (scene) : export->scale;

  return cli_write_scene (scene, export->format, scale, path, error);
}

/* A path in @folder named after @map that is not among @taken. */
static char *
make_path (const char *folder, JalonElement *map, JalonFormat format, GHashTable *taken)
{
  const char *title = jalon_element_get_title (map);
  g_autofree char *name = jalon_export_make_name (title, format);

  for (guint i = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", title, i);

      g_free (name);
      name = jalon_export_make_name (numbered, format);
    }
  return g_build_filename (folder, name, NULL);
}

static gboolean
export_all (GPtrArray *maps, const Export *export, const char *folder, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int saved = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved),
                   _ ("%s: the folder cannot be made: %s"), name, g_strerror (saved));
      return FALSE;
    }
  for (guint i = 0; i < maps->len; i++)
    {
      JalonElement *map = g_ptr_array_index (maps, i);
      g_autofree char *path = make_path (folder, map, export->format, taken);

      if (!export_map (map, export, path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
export_one (JalonDocument *document, const Options *options, const Export *export, GError **error)
{
  g_autofree char *file = cli_get_name (options->files[0]);
  JalonElement *map = cli_find_map (document, options->map, file, error);

  return map != NULL && export_map (map, export, options->output, error);
}

static CliStatus
export_file (const Options *options, Export *export)
{
  static JalonLayout *layout;
  g_autoptr (JalonDocument) document = NULL;
  g_autoptr (JalonReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) maps = NULL;
  gboolean done;

  /* Made first: the fonts are looked for meanwhile. It goes with the program: to free all that it
   * remembers would take a fortieth of the time. */
  layout = jalon_layout_new ();
  document = cli_open (options->files[0], &report, &error);
  if (document == NULL)
    return cli_fail (error);
  cli_tell_report (report);
  export->layout = layout;
  maps = cli_list_maps (document);
  done = options->all ? export_all (maps, export, options->output, &error)
                      : export_one (document, options, export, &error);
  return done ? CLI_OK : cli_fail (error);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autofree char *real_a = realpath (a, NULL);
  g_autofree char *real_b = realpath (b, NULL);

  return real_a != NULL && g_strcmp0 (real_a, real_b) == 0;
}

CliStatus
cli_run_export (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  Export export = { 0 };
  GOptionEntry entries[] = {
    { "map", 'm', 0, G_OPTION_ARG_STRING, &options.map,
      N_ ("Which map, by id or title; else the only map or journey"), N_ ("MAP") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all,
      N_ ("All maps, each into a file of its name in the folder of --output"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("What to write"), N_ ("PATH") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("png, svg or pdf"),
      N_ ("FORMAT") },
    { "scale", 's', 0, G_OPTION_ARG_STRING, &options.scale, N_ ("Pixels for a unit of the map, 1"),
      N_ ("NUMBER") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &options.dpi, N_ ("Pixels for an inch, 96"),
      N_ ("NUMBER") },
    { "width", 'w', 0, G_OPTION_ARG_STRING, &options.width, N_ ("Pixels for the whole width"),
      N_ ("NUMBER") },
    { "theme", 't', 0, G_OPTION_ARG_STRING, &options.theme, N_ ("light, dark or print"),
      N_ ("THEME") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };
  CliStatus status = cli_parse (argc, argv, _ ("FILE --output PATH"),
                                _ ("Writes maps as pictures."), entries);

  if (status != CLI_OK)
    return status;
  status = read_options (&options, &export);
  if (status != CLI_OK)
    return status;
  if (is_same_file (options.files[0], options.output))
    return cli_usage (_ ("the picture would overwrite the project; choose another --output"));
  return export_file (&options, &export);
}
