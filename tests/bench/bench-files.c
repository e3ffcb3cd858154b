/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading, writing and saving a project beside `xmllint --noout` on the same file. */

#include <unistd.h>

#include <glib/gstdio.h>

#include "files/jalon-reader.h"
#include "files/jalon-store.h"
#include "files/jalon-writer.h"
#include "generate.h"
#include "measure.h"

typedef struct
{
  guint n_cards;
  char *path;
  GBytes *bytes;
  JalonElement *project;
  JalonStore *store;
} Bench;

static void
write_file (gpointer data)
{
  Bench *self = data;
  g_autoptr (JalonElement) project = generate_project (self->n_cards);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
load_bytes (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (self->path, &contents, &length, &error);
  g_assert_no_error (error);
  self->bytes = g_bytes_new_take (contents, length);
}

static void
forget_project (gpointer data)
{
  Bench *self = data;

  g_clear_object (&self->project);
}

static void
read_project (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);

  self->project = jalon_reader_read_text (text, length, self->path, NULL, &error);
  g_assert_no_error (error);
}

static void
load_project (gpointer data)
{
  load_bytes (data);
  read_project (data);
}

static void
write_project (gpointer data)
{
  Bench *self = data;
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (self->project);

  g_assert_true (g_bytes_equal (bytes, self->bytes));
}

static void
load_store (gpointer data)
{
  Bench *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  self->store = jalon_store_new (file, NULL);
  self->project = jalon_store_load (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* All of it: writing, reading back, the look at the old file, and the disk. */
static void
save_project (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;

  jalon_store_save (self->store, self->project, 0, NULL, &error);
  g_assert_no_error (error);
}

static Measured
measure (MeasureFunc set_up, MeasureFunc prepare, MeasureFunc work, Bench *self)
{
  return measure_task (
    &(MeasureTask){ .set_up = set_up, .prepare = prepare, .work = work, .data = self });
}

static void
run (guint n_cards)
{
  Bench self = { .n_cards = n_cards };
  g_autofree char *path = NULL;
  g_autofree char *backup = NULL;
  Measured xmllint, measured;

  close (g_file_open_tmp ("jalon-bench-XXXXXX", &path, NULL));
  self.path = path;
  backup = g_strconcat (path, "~", NULL);
  measure_apart (write_file, &self);

  measure_title ("Files of %u cards", n_cards);
  xmllint = measure_command ((const char *[]){ "xmllint", "--noout", path, NULL });
  measured = measure (load_bytes, forget_project, read_project, &self);
  measure_tell ("reading", &measured, "xmllint", &xmllint, 0.6);
  measured = measure (load_project, NULL, write_project, &self);
  measure_tell ("writing", &measured, "xmllint", &xmllint, 0.5);
  measured = measure (load_store, NULL, save_project, &self);
  measure_tell ("saving", &measured, "xmllint", &xmllint, 1.5);

  g_unlink (path);
  g_unlink (backup);
}

int
main (void)
{
  run (100);
  run (1000);
  run (10000);
  return 0;
}
