/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <glib/gi18n.h>

#include "document/jalon-error.h"
#include "files/jalon-merge.h"

/* git takes 0 for a clean merge and what is below 128 for one with conflicts. */
#define MERGE_CLEAN 0
#define MERGE_CONFLICTS 1
#define MERGE_FAILED 2

typedef struct
{
  JalonDocument *base;
  JalonDocument *ours;
  JalonDocument *theirs;
} Versions;

static void
versions_clear (Versions *self)
{
  g_clear_object (&self->base);
  g_clear_object (&self->ours);
  g_clear_object (&self->theirs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Versions, versions_clear)

static JalonDocument *
open_version (const char *path, GError **error)
{
  g_autoptr (JalonReport) report = NULL;
  JalonDocument *document = cli_open (path, &report, error);

  if (document != NULL)
    cli_tell_report (report);
  return document;
}

/* Whether there is nothing in @path: what both sides added has no base, and git gives an empty
 * file. */
static gboolean
is_empty (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL && g_file_info_get_size (info) == 0;
}

static const char *
get_project_id (JalonDocument *document)
{
  return jalon_element_get_id (jalon_document_get_project (document));
}

static gboolean
open_versions (Versions *versions, char **paths, GError **error)
{
  if (!is_empty (paths[0]) && (versions->base = open_version (paths[0], error)) == NULL)
    return FALSE;
  versions->ours = open_version (paths[1], error);
  if (versions->ours == NULL)
    return FALSE;
  versions->theirs = open_version (paths[2], error);
  if (versions->theirs == NULL)
    return FALSE;
  if (strcmp (get_project_id (versions->ours), get_project_id (versions->theirs)) == 0)
    return TRUE;
  g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
               _ ("%s and %s are not versions of one project"), paths[1], paths[2]);
  return FALSE;
}

/* What is written over ours has all of it, and git wants nothing beside its files. */
static JalonSaveFlags
get_flags (char **paths, const char *output)
{
  return strcmp (paths[1], output) == 0 ? JALON_SAVE_NO_BACKUP : 0;
}

static int
merge_files (char **paths, const char *output)
{
  g_auto (Versions) versions = { NULL, NULL, NULL };
  g_autoptr (JalonMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  if (!open_versions (&versions, paths, &error))
    {
      cli_fail (error);
      return MERGE_FAILED;
    }
  merge = jalon_merge_new (versions.base != NULL ? jalon_document_get_project (versions.base)
                                                 : NULL,
                           jalon_document_get_project (versions.ours),
                           jalon_document_get_project (versions.theirs));
  for (guint i = 0; i < merge->conflicts->len; i++)
    cli_complain (((JalonConflict *) g_ptr_array_index (merge->conflicts, i))->sentence);
  if (!cli_save (output, merge->project, get_flags (paths, output), &error))
    {
      cli_fail (error);
      return MERGE_FAILED;
    }
  return merge->conflicts->len > 0 ? MERGE_CONFLICTS : MERGE_CLEAN;
}

CliStatus
cli_run_merge (int argc, char *argv[])
{
  g_auto (GStrv) files = NULL;
  g_autofree char *output = NULL;
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The project to write"), N_ ("PATH") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  CliStatus status =
    cli_parse (argc, argv, _ ("BASE OURS THEIRS -o PATH"),
               _ ("Merges what OURS and THEIRS made of BASE, element by element. No text of either "
                  "is lost; where both changed the same, a line tells what became of it. Exit "
                  "status: 0 merged, 1 merged with such conflicts, 2 not merged."),
               entries);

  if (status != CLI_OK)
    return status;
  if (files == NULL || g_strv_length (files) != 3 || output == NULL)
    return cli_usage (_ ("three files and -o are needed: “jalon-cli merge BASE OURS THEIRS -o "
                         "OUT.jalon”"));
  return merge_files (files, output);
}
