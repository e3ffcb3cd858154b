/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping unsaved changes for a crash while somebody writes: five letters a second for five
 * minutes, every ten seconds in another card of 10 000. The clock is the benchmark's own. */

#include <stdio.h>

#include "document/jalon-document.h"
#include "fake-clock.h"
#include "files/jalon-reader.h"
#include "files/jalon-recovery.h"
#include "files/jalon-writer.h"
#include "generate.h"
#include "measure.h"

#define N_CARDS 10000
#define MINUTES 5
#define SECONDS (MINUTES * 60)
#define LETTERS 5
#define SECONDS_PER_CARD 10

typedef struct
{
  char *folder;
  JalonDocument *document;
  JalonRecovery *recovery; /* NULL to keep nothing */
  GPtrArray *cards;
  GBytes *bytes;
  JalonElement *read;
  guint n_written;
  gboolean keeps;
  double time;   /* of the main thread, in ms */
  double amount; /* written, in bytes */
} Bench;

static void
add_card (JalonElement *element, gpointer data)
{
  if (jalon_element_get_kind (element) == JALON_KIND_CARD)
    g_ptr_array_add (data, element);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (gpointer data)
{
  Bench *self = data;

  self->document = jalon_document_new (generate_project (N_CARDS));
  jalon_document_mark_saved (self->document, jalon_document_get_revision (self->document));
  self->bytes = jalon_writer_to_bytes (jalon_document_get_project (self->document));
  self->cards = g_ptr_array_new ();
  jalon_element_foreach (jalon_document_get_project (self->document), add_card, self->cards);
  if (!self->keeps)
    return;
  self->recovery = jalon_recovery_new (self->folder);
  g_signal_connect_swapped (self->recovery, "written", G_CALLBACK (count_cb), &self->n_written);
  jalon_recovery_follow (self->recovery, self->document, NULL);
}

/* The time that this thread has run, in ms. */
static double
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
read_project (gpointer data)
{
  Bench *self = data;
  double begin;

  g_clear_object (&self->read);
  begin = get_thread_time ();
  self->read = jalon_reader_read (self->bytes, "bench", NULL, NULL);
  self->time = get_thread_time () - begin;
}

static void
write_letter (Bench *self, guint second, guint letter)
{
  JalonElement *card = g_ptr_array_index (self->cards,
                                          (second / SECONDS_PER_CARD * 1597) % self->cards->len);
  g_autofree char *text = g_strdup_printf ("%s%c", jalon_element_get_text (card, JALON_FIELD_TEXT),
                                           'a' + letter);

  jalon_document_begin (self->document, "Write");
  jalon_document_set (self->document, card, JALON_FIELD_TEXT, text, NULL);
  jalon_document_commit (self->document);
}

/* What this process has given the system to write so far, in bytes. */
static double
get_written (void)
{
  g_autofree char *text = NULL;
  unsigned long long n = 0;

  if (g_file_get_contents ("/proc/self/io", &text, NULL, NULL))
    sscanf (strstr (text, "wchar:"), "wchar: %llu", &n);
  return (double) n;
}

static void
wait_for_disk (Bench *self, guint n)
{
  while (self->keeps && self->n_written < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_for_minutes (gpointer data)
{
  Bench *self = data;
  double written = get_written ();

  self->time = 0;
  for (guint i = 0; i < SECONDS; i++)
    {
      double begin = get_thread_time ();
      guint n = self->n_written, n_fired = 0;

      for (guint k = 0; k < LETTERS; k++)
        {
          write_letter (self, i, k);
          n_fired += fake_clock_advance (1000 / LETTERS);
        }
      self->time += get_thread_time () - begin;
      wait_for_disk (self, n + n_fired);
    }
  self->time /= SECONDS * LETTERS;
  self->amount = (get_written () - written) / MINUTES;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove (path);
    }
  remove (folder);
}

int
main (void)
{
  Bench self = { .folder = g_dir_make_tmp ("jalon-bench-XXXXXX", NULL) };
  Measured reading = measure_task (
    &(MeasureTask){ .set_up = set_up, .work = read_project, .data = &self, .time = &self.time });
  MeasureTask task = { .set_up = set_up,
                       .work = write_for_minutes,
                       .data = &self,
                       .time = &self.time,
                       .amount = &self.amount };
  Measured alone = measure_task (&task);
  Measured kept;

  self.keeps = TRUE;
  kept = measure_task (&task);
  measure_title ("Writing in a project of %u cards", N_CARDS);
  measure_tell_time ("change, nothing kept", &alone, "reading", &reading, 0);
  measure_tell_time ("change, kept for a crash", &kept, "reading", &reading, 2);
  measure_figure ("to the disk, per minute", kept.amount, "MB", 1);
  remove_folder (self.folder);
  g_free (self.folder);
  return 0;
}
