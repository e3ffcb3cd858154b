/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and writing a project beside `xmllint --noout` on the same file, in the same run. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "files/jalon-reader.h"
#include "files/jalon-store.h"
#include "files/jalon-writer.h"
#include "generate.h"

#define N_RUNS 15

typedef void (*Work) (gpointer data);

typedef struct
{
  char *path;
  GBytes *bytes;
  JalonElement *project;
  JalonStore *store;
} Bench;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : 1;
}

/* The median of several runs of @work, in milliseconds; @prepare is not measured. */
static double
measure (Work prepare, Work work, gpointer data)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start;

      if (prepare != NULL)
        prepare (data);
      start = g_get_monotonic_time ();
      work (data);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  return times[N_RUNS / 2] / 1000.0;
}

static void
run_xmllint (gpointer data)
{
  Bench *bench = data;
  const char *argv[] = { "xmllint", "--noout", bench->path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
forget_project (gpointer data)
{
  Bench *bench = data;

  g_clear_object (&bench->project);
}

static void
read_project (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  bench->project = jalon_reader_read (bench->bytes, bench->path, NULL, &error);
  g_assert_no_error (error);
}

static void
write_project (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (bench->project);

  g_assert_true (g_bytes_equal (bytes, bench->bytes));
}

/* All of it: writing, reading back, the look at the old file, and the disk. */
static void
save_project (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  jalon_store_save (bench->store, bench->project, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
print (const char *what, guint n, double time, double reference, double target)
{
  printf ("%-10s %6u cards  %8.2f ms  %5.2f × xmllint (%.2f ms), target %.2f\n", what, n, time,
          time / reference, reference, target);
}

static void
run (guint n)
{
  g_autoptr (JalonElement) project = generate_project (n);
  g_autoptr (GFile) file = NULL;
  g_autofree char *backup = NULL;
  Bench bench = { 0 };
  double xmllint;

  bench.bytes = jalon_writer_to_bytes (project);
  close (g_file_open_tmp ("jalon-bench-XXXXXX", &bench.path, NULL));
  g_file_set_contents (bench.path, g_bytes_get_data (bench.bytes, NULL),
                       g_bytes_get_size (bench.bytes), NULL);
  file = g_file_new_for_path (bench.path);
  bench.store = jalon_store_new (file, NULL);
  backup = g_strconcat (bench.path, "~", NULL);
  xmllint = measure (NULL, run_xmllint, &bench);
  print ("reading", n, measure (forget_project, read_project, &bench), xmllint, 0.6);
  print ("writing", n, measure (NULL, write_project, &bench), xmllint, 0.5);
  g_object_unref (jalon_store_load (bench.store, NULL, NULL, NULL));
  print ("saving", n, measure (NULL, save_project, &bench), xmllint, 1.5);

  g_unlink (bench.path);
  g_unlink (backup);
  g_object_unref (bench.store);
  g_free (bench.path);
  g_bytes_unref (bench.bytes);
  g_object_unref (bench.project);
}

int
main (void)
{
  run (100);
  run (1000);
  run (10000);
  return 0;
}
