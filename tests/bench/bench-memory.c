/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The memory of the open editor, beside GNOME Text Editor with the same file: what the process has
 * to itself and its share of what others have too (PSS), once it has come to rest.
 * Usage: bench-memory JALON */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "files/jalon-writer.h"
#include "generate.h"
#include "measure.h"

#define N_CARDS 1000

/* A program is at rest when it has not worked for so long, in µs. */
#define REST (2 * G_USEC_PER_SEC)

/* A clock tick of work in that time is none. */
#define NEXT_TO_NOTHING 1

#define TARGET 1.3

/* Room for what the kernel says about a process */
#define MOST 4096

static void
read_process (pid_t pid, const char *name, char *text)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, name);
  FILE *file = fopen (path, "re");

  if (file == NULL)
    g_error ("%s cannot be read", path);
  text[fread (text, 1, MOST - 1, file)] = '\0';
  fclose (file);
}

/* In clock ticks. */
static guint64
get_work (pid_t pid)
{
  char text[MOST];
  unsigned long user, system;

  read_process (pid, "stat", text);
  if (sscanf (strrchr (text, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
              &user, &system) != 2)
    g_error ("The state of the process cannot be read");
  return user + system;
}

static void
wait_for_rest (pid_t pid)
{
  guint64 before, work = 0;

  do
    {
      before = work;
      g_usleep (REST);
      work = get_work (pid);
    }
  while (work > before + NEXT_TO_NOTHING);
}

/* In MB. */
static double
get_memory (pid_t pid)
{
  char text[MOST];
  const char *line;

  read_process (pid, "smaps_rollup", text);
  line = strstr (text, "\nPss:");
  return line != NULL ? strtod (line + strlen ("\nPss:"), NULL) / 1024.0 : 0.0;
}

static double
measure (const char *program, const char *file)
{
  const char *argv[] = { program, file, NULL };
  pid_t pid = measure_start (argv);
  double memory;

  wait_for_rest (pid);
  memory = get_memory (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  return memory;
}

static char *
write_project (void)
{
  g_autoptr (JalonElement) project = generate_project (N_CARDS);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  char *path = g_build_filename (g_get_home_dir (), "map.jalon", NULL);

  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    g_error ("%s cannot be written", path);
  return path;
}

int
main (int argc, char **argv)
{
  g_autofree char *text_editor = g_find_program_in_path ("gnome-text-editor");
  g_autofree char *path = NULL;
  double editor, other;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-memory JALON\n");
      return 2;
    }
  path = write_project ();
  measure_title ("Memory at rest with %u cards", N_CARDS);
  editor = measure (argv[1], path);
  measure_figure ("the editor", editor, "MB", 0);
  if (text_editor == NULL)
    {
      printf ("Beside GNOME Text Editor it was NOT measured: it is not on the PATH.\n");
      return 0;
    }
  other = measure (text_editor, path);
  measure_figure ("GNOME Text Editor", other, "MB", 0);
  measure_figure ("the editor beside it", editor / other, "×", TARGET);
  return 0;
}
