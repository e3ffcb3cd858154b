/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "document/jalon-difference.h"
#include "document/jalon-text.h"
#include "drawing/jalon-layout.h"
#include "drawing/jalon-marks.h"
#include "files/jalon-merge.h"

typedef struct
{
  char **files;
  gboolean as_json;
  char *map;
  char *output;
  char *theme_name;
  JalonFormat format;
  const JalonTheme *theme;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->files);
  g_free (self->map);
  g_free (self->output);
  g_free (self->theme_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_json (JsonBuilder *json, const JalonDifference *difference)
{
  static const char *const types[] = {
    [JALON_CHANGE_SET] = "set",
    [JALON_CHANGE_INSERT] = "insert",
    [JALON_CHANGE_REMOVE] = "remove",
    [JALON_CHANGE_MOVE] = "move",
  };

  json_builder_begin_object (json);
  add_string (json, "type", types[difference->type]);
  add_string (json, "kind", jalon_kind_get_info (difference->kind)->name);
  add_string (json, "id", difference->id);
  add_string (json, "map", difference->map);
  add_string (json, "field", difference->field != NULL ? difference->field->name : NULL);
  add_string (json, "before", difference->before);
  add_string (json, "after", difference->after);
  json_builder_set_member_name (json, "more");
  json_builder_add_int_value (json, difference->n_more);
  add_string (json, "sentence", difference->sentence);
  json_builder_end_object (json);
}

static char *
make_json (GPtrArray *differences)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (json);
  for (guint i = 0; i < differences->len; i++)
    add_json (json, g_ptr_array_index (differences, i));
  json_builder_end_array (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/* A line for each difference, under the name of its map. */
static char *
make_text (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);
  const char *map = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const JalonDifference *difference = g_ptr_array_index (differences, i);

      if (difference->map != NULL && g_strcmp0 (difference->map, map) != 0)
        g_string_append_printf (text, "%s\n", difference->map_name);
      map = difference->map;
      g_string_append_printf (text, "%s%s\n", map != NULL ? "  " : "", difference->sentence);
    }
  return g_string_free (text, FALSE);
}

/* A copy of @element without what @kept lacks. */
static JalonElement *
copy_kept (JalonElement *element, GHashTable *kept)
{
  JalonElement *copy = jalon_element_new (jalon_element_get_kind (element),
                                          jalon_element_get_id (element));

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      jalon_element_take (copy, field, g_strdup (text));
    }
  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    {
      JalonElement *child = jalon_element_get_child (element, i);

      if (g_hash_table_contains (kept, jalon_element_get_id (child)))
        jalon_element_append (copy, copy_kept (child, kept));
    }
  return copy;
}

/* The project as it is @after, with what has gone in its place: merged as if one side had made what
 * has come, and the other what has gone. */
static JalonDocument *
make_union (JalonElement *before, JalonElement *after)
{
  g_autoptr (GHashTable) kept = jalon_element_index (after);
  g_autoptr (JalonElement) common = copy_kept (before, kept);
  g_autoptr (JalonMerge) merge = jalon_merge_new (common, after, before);

  return jalon_document_new (g_object_ref (merge->project));
}

typedef struct
{
  JalonScene *scene;
  GHashTable *before;
  GHashTable *after;
} Marking;

static void
mark_came_or_went (JalonElement *element, gpointer data)
{
  Marking *marking = data;
  const char *id = jalon_element_get_id (element);

  if (!g_hash_table_contains (marking->before, id))
    jalon_marks_add (marking->scene, id, JALON_FIELD_NONE, JALON_MARK_PLUS);
  else if (!g_hash_table_contains (marking->after, id))
    jalon_marks_add (marking->scene, id, JALON_FIELD_NONE, JALON_MARK_MINUS);
}

/* Marks once what has changed: the map by the field alone, anything else as a whole. */
static void
mark_changed (JalonScene *scene, JalonElement *map, GPtrArray *differences)
{
  g_autoptr (GHashTable) marked = g_hash_table_new (jalon_text_hash, g_str_equal);

  for (guint i = 0; i < differences->len; i++)
    {
      const JalonDifference *difference = g_ptr_array_index (differences, i);
      gboolean is_map = strcmp (difference->id, jalon_element_get_id (map)) == 0;

      if (difference->type != JALON_CHANGE_SET && difference->type != JALON_CHANGE_MOVE)
        continue;
      if (is_map && difference->field != NULL)
        jalon_marks_add (scene, difference->id, difference->field->id, JALON_MARK_DOT);
      else if (!is_map && g_hash_table_add (marked, difference->id))
        jalon_marks_add (scene, difference->id, JALON_FIELD_NONE, JALON_MARK_DOT);
    }
}

static gboolean
draw (JalonDocument *before,
      JalonDocument *after,
      GPtrArray *differences,
      const Options *options,
      GError **error)
{
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonDocument)
    both = make_union (jalon_document_get_project (before), jalon_document_get_project (after));
  g_autoptr (GHashTable) in_before = jalon_element_index (jalon_document_get_project (before));
  g_autoptr (GHashTable) in_after = jalon_element_index (jalon_document_get_project (after));
  g_autofree char *name = cli_get_name (options->files[1]);
  JalonElement *map = cli_find_map (both, options->map, name, error);
  const char *words[JALON_N_MARKS] = { _ ("Added"), _ ("Changed"), _ ("Deleted") };
  g_autoptr (JalonScene) scene = NULL;
  Marking marking = { NULL, in_before, in_after };

  if (map == NULL)
    return FALSE;
  marking.scene = scene = jalon_layout_draw (layout, map, options->theme);
  mark_changed (scene, map, differences);
  jalon_element_foreach (map, mark_came_or_went, &marking);
  jalon_marks_add_legend (scene, words);
  return cli_write_scene (scene, options->format, 1, options->output, error);
}

static gboolean
tell (JalonDocument *before, JalonDocument *after, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) differences = jalon_difference_list (jalon_document_get_project (before),
                                                             jalon_document_get_project (after));
  g_autofree char *text = NULL;

  if (options->map != NULL)
    return draw (before, after, differences, options, error);
  text = options->as_json ? make_json (differences) : make_text (differences);
  return cli_print_text (text, error);
}

static CliStatus
compare (const Options *options)
{
  g_autoptr (JalonReport) report_before = NULL;
  g_autoptr (JalonReport) report_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonDocument) before = cli_open (options->files[0], &report_before, &error);
  g_autoptr (JalonDocument) after = NULL;

  if (before != NULL)
    after = cli_open (options->files[1], &report_after, &error);
  if (after == NULL || !tell (before, after, options, &error))
    return cli_fail (error);
  return CLI_OK;
}

static CliStatus
read_options (Options *options)
{
  const char *dot = options->output != NULL ? strrchr (options->output, '.') : NULL;

  if (options->files == NULL || g_strv_length (options->files) != 2)
    return cli_usage (_ ("which two files? Try “jalon-cli diff OLD NEW”"));
  if ((options->map == NULL) != (options->output == NULL))
    return cli_usage (_ ("--picture and --output go together"));
  if (options->map != NULL && options->as_json)
    return cli_usage (_ ("--picture and --json exclude each other"));
  if (options->map != NULL && (dot == NULL || !jalon_format_find (dot + 1, &options->format)))
    return cli_usage (_ ("the name of the picture ends with .png, .svg or .pdf"));
  if (options->map == NULL && options->theme_name != NULL)
    return cli_usage (_ ("--theme goes with --picture"));
  return cli_find_theme (options->theme_name, &options->theme);
}

CliStatus
cli_run_diff (int argc, char *argv[])
{
  g_auto (Options) options = { NULL };
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("As JSON, for programs"), NULL },
    { "picture", 'p', 0, G_OPTION_ARG_STRING, &options.map,
      N_ ("Draw this map, by id or title, and mark what differs"), N_ ("MAP") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The picture to write: PNG, SVG or PDF"), N_ ("PATH") },
    { "theme", 't', 0, G_OPTION_ARG_STRING, &options.theme_name, N_ ("light, dark or print"),
      N_ ("THEME") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };
  CliStatus status = cli_parse (argc, argv, _ ("OLD NEW"),
                                _ ("Tells in sentences what differs between two versions of a "
                                   "project."),
                                entries);

  if (status == CLI_OK)
    status = read_options (&options);
  return status != CLI_OK ? status : compare (&options);
}
