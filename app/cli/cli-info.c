/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* How many elements of each kind there are. */
typedef struct
{
  guint of[JALON_N_KINDS];
} Counts;

static void
count_element (JalonElement *element, gpointer data)
{
  Counts *counts = data;

  counts->of[jalon_element_get_kind (element)]++;
}

/* Whether @kind is worth telling of: something below @element, and of a known kind. */
static gboolean
is_told (const Counts *counts, JalonElement *element, JalonKind kind)
{
  return counts->of[kind] > 0 && kind != jalon_element_get_kind (element) &&
         kind != JALON_KIND_UNKNOWN;
}

static void
add_json (JsonBuilder *json, JalonElement *element)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  Counts counts = { 0 };

  jalon_element_foreach (element, count_element, &counts);
  json_builder_set_member_name (json, "id");
  json_builder_add_string_value (json, jalon_element_get_id (element));
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, info->name);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, jalon_element_get_title (element));
  json_builder_set_member_name (json, "counts");
  json_builder_begin_object (json);
  for (guint kind = 0; kind < JALON_N_KINDS; kind++)
    if (is_told (&counts, element, kind))
      {
        json_builder_set_member_name (json, jalon_kind_get_info (kind)->name);
        json_builder_add_int_value (json, counts.of[kind]);
      }
  json_builder_end_object (json);
}

static char *
make_json (JalonElement *project)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  add_json (json, project);
  json_builder_set_member_name (json, "maps");
  json_builder_begin_array (json);
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *map = jalon_element_get_child (project, i);

      if (!jalon_kind_is_map (jalon_element_get_kind (map)))
        continue;
      json_builder_begin_object (json);
      add_json (json, map);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

static void
append_line (GString *text, JalonElement *element)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  const char *separator = "";
  Counts counts = { 0 };

  jalon_element_foreach (element, count_element, &counts);
  g_string_append_printf (text, "%-12s  %s: %s (", jalon_element_get_id (element), _ (info->label),
                          jalon_element_get_title (element));
  for (guint kind = 0; kind < JALON_N_KINDS; kind++)
    if (is_told (&counts, element, kind))
      {
        const JalonKindInfo *told = jalon_kind_get_info (kind);

        g_string_append_printf (text, "%s%s: %u", separator, _ (told->plural), counts.of[kind]);
        separator = ", ";
      }
  g_string_append (text, separator[0] == '\0' ? _ ("empty") : "");
  g_string_append (text, ")\n");
}

static char *
make_text (JalonElement *project)
{
  GString *text = g_string_new (NULL);

  append_line (text, project);
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *map = jalon_element_get_child (project, i);

      if (jalon_kind_is_map (jalon_element_get_kind (map)))
        append_line (text, map);
    }
  return g_string_free (text, FALSE);
}

typedef char *(*MakeFunc) (JalonElement *project);

static CliStatus
tell (const char *path, MakeFunc make)
{
  g_autoptr (JalonReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonDocument) document = cli_open (path, &report, &error);
  g_autofree char *text = NULL;

  if (document == NULL)
    return cli_fail (error);
  text = make (jalon_document_get_project (document));
  return cli_print_text (text, &error) ? CLI_OK : cli_fail (error);
}

CliStatus
cli_run_info (int argc, char *argv[])
{
  g_auto (GStrv) files = NULL;
  gboolean as_json = FALSE;
  gboolean as_text = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON, for programs"), NULL },
    { "text", 0, 0, G_OPTION_ARG_NONE, &as_text, N_ ("All of it as text, as git diff shows it"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  CliStatus status =
    cli_parse (argc, argv, _ ("FILE"),
               _ ("Lists the maps of a project with their ids, and counts what is in them."),
               entries);

  if (status != CLI_OK)
    return status;
  if (files == NULL || files[1] != NULL)
    return cli_usage (_ ("which file? Try “jalon-cli info FILE”"));
  if (as_json && as_text)
    return cli_usage (_ ("--json and --text exclude each other"));
  return tell (files[0], as_json ? make_json : as_text ? cli_make_outline : make_text);
}
