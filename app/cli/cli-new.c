/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <glib/gi18n.h>

#include "files/jalon-template.h"

/* The language that people here speak, if there are templates in it. */
static JalonLanguage
guess_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      int language = jalon_choices_find (jalon_language_choices, names[i]);

      if (language >= 0)
        return language;
    }
  return JALON_LANGUAGE_EN;
}

static CliStatus
list_templates (JalonLanguage language)
{
  g_auto (GStrv) names = jalon_template_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JalonElement) project = jalon_template_open (names[i], language, &error);

      if (project == NULL)
        return cli_fail (error);
      g_print ("%-18s %s\n", names[i], jalon_element_get_title (project));
    }
  return CLI_OK;
}

static CliStatus
write_template (const char *name, JalonLanguage language, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) project = jalon_template_open (name, language, &error);

  if (project == NULL)
    return cli_usage (_ ("there is no template “%s”; “jalon-cli new --list” lists them"), name);
  return cli_save (output, project, 0, &error) ? CLI_OK : cli_fail (error);
}

CliStatus
cli_run_new (int argc, char *argv[])
{
  g_autofree char *template = NULL;
  g_autofree char *nick = NULL;
  g_autofree char *output = NULL;
  gboolean list = FALSE;
  GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &template, N_ ("Which template"), N_ ("NAME") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &nick, N_ ("en, fr or id"), N_ ("LANGUAGE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The project to write"), N_ ("PATH") },
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list, N_ ("List the templates"), NULL },
    { NULL },
  };
  CliStatus status = cli_parse (argc, argv, _ ("--template NAME -o PATH"),
                                _ ("Makes a project from a template."), entries);
  int language = guess_language ();

  if (status != CLI_OK)
    return status;
  if (nick != NULL)
    language = jalon_choices_find (jalon_language_choices, nick);
  if (language < 0)
    return cli_usage (_ ("there is no language “%s”; there are: en, fr, id"), nick);
  if (list)
    return list_templates (language);
  if (template == NULL || output == NULL)
    return cli_usage (_ ("--template and -o are needed; “jalon-cli new --list” lists templates"));
  return write_template (template, language, output);
}
