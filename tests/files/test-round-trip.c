/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever tree the table allows comes out of its file as it went in. */

#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "random-tree.h"

#define N_TREES 100
#define N_ELEMENTS 60

static void
assert_round_trip (JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autoptr (JalonElement) again = NULL;
  g_autoptr (GBytes) bytes_again = NULL;
  g_autoptr (GError) error = NULL;

  again = jalon_reader_read (bytes, "random.jalon", NULL, &error);
  g_assert_no_error (error);
  bytes_again = jalon_writer_to_bytes (again);
  if (!g_bytes_equal (bytes, bytes_again))
    {
      g_file_set_contents ("round-trip-1.jalon", g_bytes_get_data (bytes, NULL),
                           g_bytes_get_size (bytes), NULL);
      g_file_set_contents ("round-trip-2.jalon", g_bytes_get_data (bytes_again, NULL),
                           g_bytes_get_size (bytes_again), NULL);
      g_test_message ("compare round-trip-1.jalon and round-trip-2.jalon");
      g_test_fail ();
    }
}

static void
run (guint32 seed, gboolean with_raw)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_TREES && !g_test_failed (); i++)
    {
      g_autoptr (JalonElement) project = random_tree (rand, N_ELEMENTS, with_raw);

      assert_round_trip (project);
    }
}

static void
test_fixed (void)
{
  run (1, FALSE);
}

static void
test_random (void)
{
  run (g_test_rand_int (), FALSE);
}

static void
test_raw_fixed (void)
{
  run (2, TRUE);
}

static void
test_raw_random (void)
{
  run (g_test_rand_int (), TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/round-trip/fixed", test_fixed);
  g_test_add_func ("/files/round-trip/random", test_random);
  g_test_add_func ("/files/round-trip/raw-fixed", test_raw_fixed);
  g_test_add_func ("/files/round-trip/raw-random", test_raw_random);
  return g_test_run ();
}
