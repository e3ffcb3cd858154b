/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "app/cli/cli.h"
#include "jalon-config.h"

static const struct
{
  const char *name;
  const char *summary;
  CliFunc run;
} commands[] = {
  { "export", N_ ("Write maps as PNG, SVG or PDF"), cli_run_export },
  { "check", N_ ("List what is wrong in a project file, with line numbers"), cli_run_check },
  { "info", N_ ("Tell what is in a project file"), cli_run_info },
  { "diff", N_ ("Tell what differs between two versions of a project"), cli_run_diff },
  { "merge", N_ ("Merge two versions of a project"), cli_run_merge },
  { "import", N_ ("Make a project of another program’s file"), cli_run_import },
  { "new", N_ ("Make a project from a template"), cli_run_new },
  { "schema", N_ ("Print the RELAX NG grammar of project files"), cli_run_schema },
};

static void
print_help (void)
{
  g_print ("%s\n  jalon-cli %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n%s\n",
           _ ("“jalon-cli COMMAND --help” tells more. “-” is standard input or output."),
           _ ("Exit status: 0 done, 1 bad input, 2 bad usage, 3 cannot read or write."));
}

static int
run (int argc, char *argv[])
{
  if (argc < 2)
    return cli_usage (_ ("a command is missing; “jalon-cli --help” lists them"));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return CLI_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("jalon-cli %s\n", JALON_VERSION);
      return CLI_OK;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
  return cli_usage (_ ("there is no command “%s”; “jalon-cli --help” lists them"), argv[1]);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, JALON_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("jalon-cli");
  /* A limit of the size of files is an error of writing, not an end of the program. */
  signal (SIGXFSZ, SIG_IGN);

  cli_begin ();
  return cli_finish (run (argc, argv));
}
