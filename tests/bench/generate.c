/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jalon-generate N: prints a project with N cards, see generate_project(). */

#include <stdio.h>
#include <stdlib.h>

#include "generate.h"
#include "files/jalon-writer.h"

int
main (int argc, char *argv[])
{
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;
  int n = argc == 2 ? atoi (argv[1]) : 0;

  if (n <= 0)
    {
      g_printerr ("Usage: jalon-generate CARDS > FILE.jalon\n");
      return 2;
    }
  project = generate_project (n);
  bytes = jalon_writer_to_bytes (project);
  data = g_bytes_get_data (bytes, &size);
  return fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0 ? 0 : 3;
}
