/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli/cli.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "document/jalon-error.h"
#include "document/jalon-text.h"
#include "exchange/jalon-import.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

/* The first error of printing, as errno has it; 0 for none. g_print() would forget it. */
static int print_error = 0;

static void
print_cb (const char *text)
{
  if (fputs (text, stdout) == EOF && print_error == 0)
    print_error = errno;
}

/* Lets nothing that is printed be lost without a word. */
void
cli_begin (void)
{
  g_set_print_handler (print_cb);
}

/* Returns @status, or what has become of it: what was printed is not there before it has been
 * written, and the disk may be full. */
CliStatus
cli_finish (CliStatus status)
{
  g_autofree char *message = NULL;

  if (fflush (stdout) != 0 && print_error == 0)
    print_error = errno;
  if (print_error == 0)
    return status;
  message = g_strdup_printf ("%s: %s", _ ("standard output"), g_strerror (print_error));
  cli_complain (message);
  return status != CLI_OK ? status : CLI_IO;
}

/* A line on standard error. What it quotes may come from a file: it must not drive the terminal. */
void
cli_complain (const char *message)
{
  g_autofree char *line = jalon_text_to_message (message, 2 * JALON_MESSAGE_MAX);

  g_printerr ("jalon-cli: %s\n", line);
}

/* Says what is wrong with the command line. */
CliStatus
cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  cli_complain (message);
  return CLI_USAGE;
}

/* Says what went wrong, and tells bad input from trouble with the system. */
CliStatus
cli_fail (const GError *error)
{
  cli_complain (error->message);
  return error->domain == JALON_ERROR ? CLI_INPUT : CLI_IO;
}

void
cli_tell_report (JalonReport *report)
{
  for (guint i = 0; i < jalon_report_get_n (report); i++)
    {
      g_autofree char *line = jalon_report_to_line (report, i);

      cli_complain (line);
    }
}

/* Whether --help is among the options. */
static gboolean
wants_help (char **arguments)
{
  for (guint i = 0; arguments[i] != NULL && strcmp (arguments[i], "--") != 0; i++)
    if (strcmp (arguments[i], "--help") == 0 || strcmp (arguments[i], "-h") == 0)
      return TRUE;
  return FALSE;
}

/* GLib would end the program as if all had been written. */
static void
print_help (GOptionContext *context)
{
  char *help = g_option_context_get_help (context, TRUE, NULL);

  g_print ("%s", help);
  /* Nothing is cleaned up on the way out of the program. */
  g_free (help);
  exit (cli_finish (CLI_OK));
}

/* Parses the options of a command; --help prints and exits. */
CliStatus
cli_parse (int argc,
           char *argv[],
           const char *parameters,
           const char *summary,
           GOptionEntry *entries)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", argv[0], parameters);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (wants_help (arguments))
    print_help (context);
  if (g_option_context_parse_strv (context, &arguments, &error) && arguments[1] == NULL)
    return CLI_OK;
  if (error == NULL)
    return cli_usage (_ ("“%s” is too much; “jalon-cli %s --help” tells more"), arguments[1],
                      argv[0]);
  return cli_usage (_ ("%s; “jalon-cli %s --help” tells more"), error->message, argv[0]);
}

/* The name of @path for messages. */
char *
cli_get_name (const char *path)
{
  return strcmp (path, "-") == 0 ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
}

static GBytes *
read_stream (GInputStream *input, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
write_stream (GOutputStream *output, GBytes *bytes, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return g_output_stream_write_all (output, data, length, NULL, NULL, error) &&
         g_output_stream_close (output, NULL, error);
}

/* The file at @path. The file systems of the desktop are not asked: they are modules, and one of
 * them would connect to D-Bus. */
GFile *
cli_get_file (const char *path)
{
  return g_vfs_get_file_for_path (g_vfs_get_local (), path);
}

static JalonStore *
store_new (const char *path)
{
  g_autofree char *scheme = g_uri_parse_scheme (path);
  g_autofree char *name = cli_get_name (path);
  g_autoptr (GFile) file = scheme != NULL ? g_file_new_for_commandline_arg (path)
                                          : cli_get_file (path);

  return jalon_store_new (file, name);
}

/* Reads a file, or standard input for "-". */
GBytes *
cli_read (const char *path, GError **error)
{
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (GInputStream) input = NULL;

  if (strcmp (path, "-") != 0)
    {
      store = store_new (path);
      return jalon_store_read (store, NULL, error);
    }
  input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  return read_stream (input, error);
}

/* Prints bytes on standard output. */
gboolean
cli_print (GBytes *bytes, GError **error)
{
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  if (write_stream (output, bytes, error))
    return TRUE;
  g_prefix_error (error, "%s: ", _ ("standard output"));
  return FALSE;
}

/* In UTF-8 whatever the locale is: what people wrote is kept, for programs such as git read it. */
gboolean
cli_print_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cli_print (bytes, error);
}

/* Writes a project so that an old file is replaced whole or not at all; "-" is standard output. */
gboolean
cli_save (const char *path, JalonElement *project, JalonSaveFlags flags, GError **error)
{
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (GBytes) xml = NULL;

  if (strcmp (path, "-") != 0)
    {
      store = store_new (path);
      return jalon_store_save (store, project, JALON_SAVE_OVERWRITE | flags, NULL, error);
    }
  xml = jalon_writer_to_bytes (project);
  return cli_print (xml, error);
}

/* A file of another program is imported on the way. */
static JalonElement *
read_project (GBytes *bytes, const char *name, JalonReport *report, GError **error)
{
  const JalonImporter *importer = jalon_importer_guess (bytes, name);

  if (importer != NULL)
    return jalon_importer_read (importer, bytes, name, FALSE, report, error);
  return jalon_reader_read (bytes, name, report, error);
}

/* Reads the project at @path into a document. What was noticed is in @report. */
JalonDocument *
cli_open (const char *path, JalonReport **report, GError **error)
{
  g_autofree char *name = cli_get_name (path);
  g_autoptr (GBytes) bytes = cli_read (path, error);
  g_autoptr (JalonReport) noticed = jalon_report_new (name);
  JalonElement *project;

  if (bytes == NULL)
    return NULL;
  project = read_project (bytes, name, noticed, error);
  if (project == NULL)
    return NULL;
  *report = g_steal_pointer (&noticed);
  return jalon_document_new (project);
}
