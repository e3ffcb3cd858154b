/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar that is shipped is that of the table, and accepts what the program writes and nothing
 * else. */

#include <glib/gstdio.h>

#include "files/jalon-grammar.h"
#include "files/jalon-writer.h"
#include "random-tree.h"
#include "xmllint.h"

#define N_TREES 60
#define N_ELEMENTS 60

static void
test_shipped (void)
{
  g_autofree char *path = xmllint_schema ();
  g_autoptr (GBytes) generated = jalon_grammar_to_bytes ();
  g_autofree char *text = g_strndup (g_bytes_get_data (generated, NULL),
                                     g_bytes_get_size (generated));
  g_autofree char *shipped = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &shipped, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (shipped, text) != 0)
    g_error ("run: jalon-cli schema > resources/schema/jalon-1.rng");
}

/* All trees of @seed, in one start of xmllint. */
static void
check_trees (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_dir_make_tmp ("jalon-grammar-XXXXXX", NULL);
  g_autofree char *messages = NULL;

  g_test_message ("seed %u", seed);
  g_ptr_array_add (argv, g_strdup ("--relaxng"));
  g_ptr_array_add (argv, xmllint_schema ());
  for (guint i = 0; i < N_TREES; i++)
    {
      g_autoptr (JalonElement) project = random_tree (rand, N_ELEMENTS, FALSE);
      g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
      char *path = g_strdup_printf ("%s/%u.jalon", folder, i);

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
      g_ptr_array_add (argv, path);
    }
  g_ptr_array_add (argv, NULL);

  if (!xmllint_run ((const char *const *) argv->pdata, NULL, &messages))
    g_error ("the grammar refuses a file in %s:\n%s", folder, messages);
  for (guint i = 2; i + 1 < argv->len; i++)
    g_remove (g_ptr_array_index (argv, i));
  g_rmdir (folder);
}

static void
test_fixed (void)
{
  check_trees (3);
}

static void
test_random (void)
{
  check_trees (g_test_rand_int ());
}

#define ROOT "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\">"
#define IN_ROOT(XML) ROOT XML "</project>"
#define IN_STEP(XML)                                                                               \
  IN_ROOT ("<journey id=\"j\"><stage id=\"s\"><step id=\"t\">" XML "</step></stage></journey>")
#define STAKEHOLDER(ATTRIBUTES)                                                                    \
  IN_ROOT ("<stakeholder-map id=\"m\"><stakeholder id=\"s\" " ATTRIBUTES "/></stakeholder-map>")

static const struct
{
  const char *xml;
  gboolean is_valid;
} cases[] = {
  { IN_ROOT (""), TRUE },
  { IN_ROOT ("<!-- a comment --><?pi?>"), TRUE },
  { IN_STEP ("<card id=\"c\">a\nb</card><score id=\"d\" value=\"-1.5\"/>"), TRUE },
  { STAKEHOLDER ("influence=\"1e-3\" support=\"0.5\""), TRUE },
  { IN_ROOT ("<image id=\"i\">QUJD</image><image id=\"j\"/>"), TRUE },
  { IN_ROOT ("<metric id=\"m\" counts=\"0 1 2\" date=\"2026-02-28\"/>"), TRUE },
  { IN_ROOT ("<tag id=\"t\" colour=\"#aabbcc\"/><tag id=\"u\" colour=\"sky\"/>"), TRUE },

  { "<project version=\"1.0\" id=\"p\"/>", FALSE },
  { "<project xmlns=\"urn:jalon:project:2\" version=\"1.0\" id=\"p\"/>", FALSE },
  { "<project xmlns=\"urn:jalon:project:1\" id=\"p\"/>", FALSE },
  { "<project xmlns=\"urn:jalon:project:1\" version=\"1.1\" id=\"p\"/>", FALSE },
  { "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\"/>", FALSE },
  { IN_ROOT ("text"), FALSE },
  { IN_ROOT ("<persona/>"), FALSE },
  { IN_ROOT ("<persona id=\"a b\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\" mood=\"3\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\"><mood id=\"b\"/></persona>"), FALSE },
  { IN_ROOT ("<card id=\"a\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\" category=\"king\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\" colour=\"red\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\" colour=\"#12\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\" share=\"101\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\" rank=\"1.5\"/>"), FALSE },
  { IN_ROOT ("<persona id=\"a\" tags=\"t é\"/>"), FALSE },
  { IN_ROOT ("<metric id=\"m\" counts=\"1 x\"/>"), FALSE },
  { IN_ROOT ("<metric id=\"m\" date=\"2026-02-30\"/>"), FALSE },
  { IN_ROOT ("<image id=\"i\">not base 64!</image>"), FALSE },
  { STAKEHOLDER ("influence=\"NaN\""), FALSE },
  { STAKEHOLDER ("influence=\"0,5\""), FALSE },
  { STAKEHOLDER ("influence=\"1.5\""), FALSE },
  { IN_STEP ("<score id=\"d\" value=\"INF\"/>"), FALSE },
  { IN_STEP ("<card id=\"c\"><card id=\"d\"/></card>"), FALSE },
};

static void
test_cases (void)
{
  g_autofree char *schema = xmllint_schema ();
  const char *const options[] = { "--relaxng", schema, "-", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].xml, strlen (cases[i].xml));
      g_autofree char *messages = NULL;

      if (xmllint_run (options, bytes, &messages) != cases[i].is_valid)
        g_error ("%s: %s", cases[i].xml, messages);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/grammar/shipped", test_shipped);
  g_test_add_func ("/files/grammar/fixed", test_fixed);
  g_test_add_func ("/files/grammar/random", test_random);
  g_test_add_func ("/files/grammar/cases", test_cases);
  return g_test_run ();
}
