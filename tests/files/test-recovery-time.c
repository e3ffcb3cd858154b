/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every change is on the disk 2 seconds later, whatever comes after it and however slow the disk
 * is, as long as it takes less than one. Time is that of a clock of the test's own. */

#include "fake-clock.h"
#include "files/jalon-recovery.h"
#include "store-fixture.h"

#define LIMIT 2000
#define TICK 100
#define N_CHANGES 100

typedef struct
{
  StoreFixture store;
  JalonDocument *document;
  JalonRecovery *recovery;
  guint n_written;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = NULL;

  store_fixture_set_up (&self->store, NULL);
  folder = fixture_path (&self->store, "recovery");
  self->document = jalon_document_new (g_object_ref (self->store.old));
  jalon_document_mark_saved (self->document, jalon_document_get_revision (self->document));
  self->recovery = jalon_recovery_new (folder);
  g_signal_connect_swapped (self->recovery, "written", G_CALLBACK (count_cb), &self->n_written);
  jalon_recovery_follow (self->recovery, self->document, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jalon_recovery_discard (self->recovery);
  g_clear_object (&self->recovery);
  g_clear_object (&self->document);
  store_fixture_tear_down (&self->store, NULL);
}

static void
change (Fixture *self, guint i)
{
  g_autofree char *text = g_strdup_printf ("%u", i);

  jalon_document_begin (self->document, "Test");
  jalon_document_set (self->document, jalon_document_get_project (self->document),
                      JALON_FIELD_ORGANISATION, text, NULL);
  jalon_document_commit (self->document);
}

/* What is being written, and until when a slow disk takes for it. */
typedef struct
{
  guint n_made;  /* changes so far */
  guint n_begun; /* of them are being written */
  guint n_kept;  /* are on the disk */
  gint64 end;    /* −1 while nothing is being written */
} Progress;

static void
end_writing (Fixture *self, Progress *progress)
{
  guint n = self->n_written;

  while (self->n_written == n)
    g_main_context_iteration (NULL, TRUE);
  progress->n_kept = progress->n_begun;
  progress->end = -1;
}

static void
pass_time (Fixture *self, Progress *progress, guint duration)
{
  if (fake_clock_advance (TICK) > 0)
    {
      g_assert_cmpint (progress->end, ==, -1);
      progress->n_begun = progress->n_made;
      progress->end = fake_clock_get () + duration;
    }
  if (progress->end >= 0 && fake_clock_get () >= progress->end)
    end_writing (self, progress);
}

/* Somebody writes without a pause; each writing takes @data ms. */
static void
test_constant_change (Fixture *self, gconstpointer data)
{
  guint duration = GPOINTER_TO_UINT (data);
  Progress progress = { .end = -1 };
  gint64 made[N_CHANGES + 1];

  while (progress.n_kept < N_CHANGES)
    {
      if (progress.n_made < N_CHANGES)
        {
          progress.n_made++;
          change (self, progress.n_made);
          made[progress.n_made] = fake_clock_get ();
        }
      pass_time (self, &progress, duration);
      /* The oldest that is not kept yet. */
      if (progress.n_kept < progress.n_made)
        g_assert_cmpint (fake_clock_get () - made[progress.n_kept + 1], <, LIMIT);
    }
  g_assert_cmpuint (self->n_written, >=, N_CHANGES * TICK / LIMIT);
}

/* Nor is anything written while nothing changes, or more often than needed. */
static void
test_rest (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (fake_clock_advance (10 * LIMIT), ==, 0);
  change (self, 1);
  g_assert_cmpuint (fake_clock_advance (LIMIT), ==, 1);
  while (self->n_written == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fake_clock_advance (10 * LIMIT), ==, 0);
}

#define ADD(PATH, FUNC, DATA)                                                                      \
  g_test_add ("/files/recovery/time/" PATH, Fixture, GUINT_TO_POINTER (DATA), set_up, FUNC,        \
              tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fast-disk", test_constant_change, 0);
  ADD ("slow-disk", test_constant_change, 300);
  ADD ("very-slow-disk", test_constant_change, 900);
  ADD ("rest", test_rest, 0);
  return g_test_run ();
}
