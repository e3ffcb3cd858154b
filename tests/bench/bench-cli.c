/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A journey of a hundred tasks from Mermaid text to SVG, by jalon-cli and by mermaid-cli.
 * Usage: bench-cli JALON-CLI */

#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "measure.h"

#define TITLE "A year of renting houses by the sea"
#define N_TASKS 100
#define TASKS_PER_SECTION 10

/* ≥ 80 times faster */
#define TARGET (1.0 / 80)

typedef struct
{
  char *folder;
  char *text;
  char *picture;
  char *browser;
} Files;

/* What mermaid-cli needs to start Chromium where nobody is logged in. */
static const char browser_settings[] =
  "{\"executablePath\": \"/usr/bin/chromium\", \"args\": [\"--headless\", \"--no-sandbox\", "
  "\"--disable-gpu\", \"--disable-quic\", \"--no-first-run\", \"--disable-background-networking\", "
  "\"--disable-component-update\", \"--disable-sync\"]}\n";

static char *
make_journey (void)
{
  GString *text = g_string_new ("journey\n  title " TITLE "\n");

  for (guint i = 0; i < N_TASKS; i++)
    {
      if (i % TASKS_PER_SECTION == 0)
        g_string_append_printf (text, "  section Stage %u\n", i / TASKS_PER_SECTION + 1);
      g_string_append_printf (text, "    Look for house %u near the lake: %u: Guest, Owner\n",
                              i + 1, 1 + i * 7 % 5);
    }
  return g_string_free (text, FALSE);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
files_init (Files *self)
{
  g_autofree char *text = make_journey ();

  self->folder = g_dir_make_tmp ("jalon-bench-XXXXXX", NULL);
  self->text = g_build_filename (self->folder, "journey.mmd", NULL);
  self->picture = g_build_filename (self->folder, "journey.svg", NULL);
  self->browser = g_build_filename (self->folder, "browser.json", NULL);
  write_text (self->text, text);
  write_text (self->browser, browser_settings);
}

static void
files_clear (Files *self)
{
  g_unlink (self->text);
  g_unlink (self->picture);
  g_unlink (self->browser);
  g_rmdir (self->folder);
  g_free (self->text);
  g_free (self->picture);
  g_free (self->browser);
  g_free (self->folder);
}

static Measured
measure_jalon (const Files *files, const char *program)
{
  return measure_command ((const char *[]){ program, "export", files->text, "--map", TITLE,
                                            "--output", files->picture, NULL });
}

static Measured
measure_mermaid (const Files *files)
{
  return measure_command ((const char *[]){ "mmdc", "-q", "-p", files->browser, "-i", files->text,
                                            "-o", files->picture, NULL });
}

int
main (int argc, char **argv)
{
  g_autofree char *mermaid = g_find_program_in_path ("mmdc");
  Files files;
  Measured jalon;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-cli JALON-CLI\n");
      return 2;
    }
  files_init (&files);
  measure_title ("A Mermaid journey of %u tasks as SVG", N_TASKS);
  jalon = measure_jalon (&files, argv[1]);
  if (mermaid != NULL)
    {
      Measured reference = measure_mermaid (&files);

      measure_tell ("jalon-cli export", &jalon, "mermaid-cli", &reference, TARGET);
      measure_figure ("  times faster", reference.time / jalon.time, "×", 0);
    }
  else
    {
      measure_figure ("jalon-cli export", jalon.time, "ms", 0);
      measure_figure ("  peak memory", jalon.peak, "MB", 0);
      printf ("The ratio was NOT measured: mermaid-cli (mmdc) is not on the PATH.\n");
    }
  files_clear (&files);
  return 0;
}
