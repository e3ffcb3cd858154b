/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else writes the file, in the ways programs have. */

#include "files/jalon-watch.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

#include "files/jalon-writer.h"
#include "store-fixture.h"

typedef struct
{
  StoreFixture store;
  JalonWatch *watch;
  guint n_changed;
  JalonStoreState state;
} Fixture;

static void
changed_cb (Fixture *self, JalonStoreState state)
{
  self->n_changed++;
  self->state = state;
}

static void
watch (Fixture *self)
{
  self->watch = jalon_watch_new (self->store.store);
  g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (changed_cb), self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->store, NULL);
  watch (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->watch);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  store_fixture_tear_down (&self->store, NULL);
}

static void
wait_for_change (Fixture *self, JalonStoreState state)
{
  guint n = self->n_changed;

  while (self->n_changed == n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (self->state, ==, state);
}

static void
write_in_place (const char *path, const char *title)
{
  g_autoptr (JalonElement) project = make_project (title, 5);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);

  write_bytes (path, bytes);
}

static void
write_over (Fixture *self, const char *title)
{
  g_autofree char *temp = fixture_path (&self->store, "temp");

  write_in_place (temp, title);
  g_assert_cmpint (g_rename (temp, self->store.path), ==, 0);
}

/* All that is on its way arrives: a look at a change comes after what came before it. */
static void
assert_nothing_more (Fixture *self)
{
  guint n = self->n_changed;
  g_autofree char *title = g_strdup_printf ("the end %u", n);

  write_in_place (self->store.path, title);
  wait_for_change (self, JALON_STORE_CHANGED);
  g_assert_cmpuint (self->n_changed, ==, n + 1);
}

static void
test_events (Fixture *self, gconstpointer data)
{
  write_in_place (self->store.path, "in place");
  wait_for_change (self, JALON_STORE_CHANGED);
  write_over (self, "over it");
  wait_for_change (self, JALON_STORE_CHANGED);
  g_remove (self->store.path);
  wait_for_change (self, JALON_STORE_GONE);
  write_in_place (self->store.path, "again");
  wait_for_change (self, JALON_STORE_CHANGED);
}

/* Neither what is as it was, nor what is the same as before, nor what was told already. */
static void
test_no_change (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) old = jalon_writer_to_bytes (self->store.old);

  g_assert_cmpint (utime (self->store.path, NULL), ==, 0);
  jalon_watch_check (self->watch);
  write_bytes (self->store.path, old);
  jalon_watch_check (self->watch);
  jalon_watch_check (self->watch);
  assert_nothing_more (self);
  jalon_watch_check (self->watch);
  g_assert_cmpint (utime (self->store.path, NULL), ==, 0);
  assert_nothing_more (self);
}

static void
test_own_save (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (jalon_store_save (self->store.store, self->store.new, 0, NULL, NULL));
      jalon_watch_check (self->watch);
      g_main_context_iteration (NULL, FALSE);
      g_assert_true (jalon_store_save (self->store.store, self->store.old, 0, NULL, NULL));
    }
  assert_nothing_more (self);
}

/* Where events come from is what the link leads to. */
static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *target = fixture_path (&self->store, "target.jalon");

  g_assert_cmpint (g_rename (self->store.path, target), ==, 0);
  g_assert_cmpint (symlink ("target.jalon", self->store.path), ==, 0);
  g_object_unref (self->watch);
  watch (self);
  write_in_place (target, "theirs");
  wait_for_change (self, JALON_STORE_CHANGED);
}

/* Whoever looks at nothing any more hears nothing. */
static void
test_dispose (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonWatch) watch_alive = g_object_ref (self->watch);

  write_in_place (self->store.path, "theirs");
  jalon_watch_check (self->watch);
  g_object_run_dispose (G_OBJECT (self->watch));
  while (G_OBJECT (self->watch)->ref_count > 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_changed, ==, 0);
}

#define ADD(PATH, FUNC) g_test_add ("/files/watch/" PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("events", test_events);
  ADD ("no-change", test_no_change);
  ADD ("own-save", test_own_save);
  ADD ("link", test_link);
  ADD ("dispose", test_dispose);
  return g_test_run ();
}
