/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <glib/gi18n.h>

static CliStatus
check_file (const char *path)
{
  g_autoptr (JalonReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonDocument) document = cli_open (path, &report, &error);
  guint n_left;

  if (document == NULL)
    return cli_fail (error);
  for (guint i = 0; i < jalon_report_get_n (report); i++)
    {
      g_autofree char *line = jalon_report_to_line (report, i);

      g_print ("%s\n", line);
    }
  n_left = jalon_report_get_n_left (report);
  if (n_left > 0)
    g_print (ngettext ("… and %u more\n", "… and %u more\n", n_left), n_left);
  return jalon_report_get_n (report) > 0 ? CLI_INPUT : CLI_OK;
}

CliStatus
cli_run_check (int argc, char *argv[])
{
  g_auto (GStrv) files = NULL;
  GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  CliStatus worst = cli_parse (
    argc, argv, _ ("FILE…"),
    _ ("Prints a line for each problem: FILE:LINE: what is wrong and what became of it."), entries);

  if (worst != CLI_OK)
    return worst;
  if (files == NULL)
    return cli_usage (_ ("which file? Try “jalon-cli check FILE”"));
  for (guint i = 0; files[i] != NULL; i++)
    {
      CliStatus status = check_file (files[i]);

      worst = MAX (worst, status);
    }
  return worst;
}
