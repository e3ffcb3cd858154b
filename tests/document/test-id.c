/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "document/jalon-id.h"

static void
test_new (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint used[128] = { 0 };

  for (guint i = 0; i < 10000; i++)
    {
      char *id = jalon_id_new ();

      g_assert_cmpuint (strlen (id), ==, JALON_ID_LENGTH);
      g_assert_cmpuint (strspn (id, "abcdefghijklmnopqrstuvwxyz234567"), ==, JALON_ID_LENGTH);
      g_assert_true (jalon_id_is_valid (id));
      for (guint j = 0; j < JALON_ID_LENGTH; j++)
        used[(guchar) id[j]]++;
      g_assert_true (g_hash_table_add (ids, id));
    }

  /* 3 750 of each are expected, with a deviation of 60. */
  for (const char *p = "abcdefghijklmnopqrstuvwxyz234567"; *p != '\0'; p++)
    {
      g_assert_cmpuint (used[(guchar) *p], >, 3000);
      g_assert_cmpuint (used[(guchar) *p], <, 4500);
    }
}

/* The same in every version of Jalon, or two who read a file would not agree. */
static void
test_derive (void)
{
  g_autofree char *id = jalon_id_derive ("a");
  g_autofree char *other = jalon_id_derive ("b");

  g_assert_cmpstr (id, ==, "kxbsk35k2crt");
  g_assert_cmpstr (other, !=, id);
  g_assert_true (jalon_id_is_valid (other));
}

static void
test_is_valid (void)
{
  static const struct
  {
    const char *id;
    gboolean valid;
  } cases[] = {
    { "a", TRUE },
    { "7", TRUE },
    { "-", TRUE },
    { "lane_3-B", TRUE },
    { "k3jd7q2mxw4z", TRUE },
    { "0123456789012345678901234567890123456789012345678901234567890123", TRUE },
    { "01234567890123456789012345678901234567890123456789012345678901234", FALSE },
    { "", FALSE },
    { " ", FALSE },
    { "a b", FALSE },
    { "a\n", FALSE },
    { "é", FALSE },
    { "\xff", FALSE },
    { "a.b", FALSE },
    { "a:b", FALSE },
    { "a\"b", FALSE },
    { "<", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (jalon_id_is_valid (cases[i].id) != cases[i].valid)
      g_error ("“%s” is%s valid", cases[i].id, cases[i].valid ? " not" : "");
}

static void
test_next (void)
{
  g_autofree char *full = g_strnfill (JALON_ID_MAX, 'x');
  g_autofree char *long_text = g_strdup_printf ("%s %sx", full, full);
  const char *text = "a bc";
  char id[JALON_ID_MAX + 1];

  g_assert_true (jalon_id_next (&text, id));
  g_assert_cmpstr (id, ==, "a");
  g_assert_true (jalon_id_next (&text, id));
  g_assert_cmpstr (id, ==, "bc");
  g_assert_false (jalon_id_next (&text, id));

  text = long_text;
  g_assert_true (jalon_id_next (&text, id));
  g_assert_cmpstr (id, ==, full);
  g_assert_false (jalon_id_next (&text, id));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/id/new", test_new);
  g_test_add_func ("/document/id/derive", test_derive);
  g_test_add_func ("/document/id/is-valid", test_is_valid);
  g_test_add_func ("/document/id/next", test_next);
  return g_test_run ();
}
