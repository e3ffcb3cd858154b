/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <glib/gi18n.h>

#include "files/jalon-grammar.h"

CliStatus
cli_run_schema (int argc, char *argv[])
{
  GOptionEntry entries[] = {
    { NULL },
  };
  CliStatus status = cli_parse (argc, argv, "", _ ("Prints the RELAX NG grammar of project files."),
                                entries);
  g_autoptr (GBytes) grammar = NULL;
  g_autoptr (GError) error = NULL;

  if (status != CLI_OK)
    return status;
  grammar = jalon_grammar_to_bytes ();
  if (!cli_print (grammar, &error))
    return cli_fail (error);
  return CLI_OK;
}
