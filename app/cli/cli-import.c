/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <glib/gi18n.h>

#include "exchange/jalon-import.h"

/* @importer: NULL where the file shall tell. */
static CliStatus
import_file (const JalonImporter *importer, const char *path, const char *output, gboolean partly)
{
  g_autofree char *name = cli_get_name (path);
  g_autoptr (JalonReport) report = jalon_report_new (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cli_read (path, &error);
  g_autoptr (JalonElement) project = NULL;

  if (bytes == NULL)
    return cli_fail (error);
  if (importer == NULL)
    importer = jalon_importer_guess (bytes, name);
  if (importer == NULL)
    return cli_usage (_ ("%s: nothing tells the format; say it with --format"), name);
  project = jalon_importer_read (importer, bytes, name, partly, report, &error);
  if (project == NULL)
    return cli_fail (error);
  cli_tell_report (report);
  return cli_save (output, project, 0, &error) ? CLI_OK : cli_fail (error);
}

CliStatus
cli_run_import (int argc, char *argv[])
{
  g_auto (GStrv) files = NULL;
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  gboolean partly = FALSE;
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The project to write"), N_ ("PATH") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("What FILE is: mermaid"), N_ ("FORMAT") },
    { "partly", 0, 0, G_OPTION_ARG_NONE, &partly, N_ ("Go on past lines that cannot be read"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  CliStatus status = cli_parse (argc, argv, _ ("FILE -o PATH"),
                                _ ("Makes a project of another program’s file."), entries);
  const JalonImporter *importer = NULL;

  if (status != CLI_OK)
    return status;
  if (files == NULL || files[1] != NULL || output == NULL)
    return cli_usage (_ ("one file and -o are needed: “jalon-cli import FILE -o OUT.jalon”"));
  if (format != NULL && (importer = jalon_importer_find (format)) == NULL)
    return cli_usage (_ ("there is no format “%s” to import; there is: mermaid"), format);
  return import_file (importer, files[0], output, partly);
}
