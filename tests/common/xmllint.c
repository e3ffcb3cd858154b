/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xmllint.h"

/**
 * xmllint_schema:
 *
 * Returns: (transfer full): the path of the grammar that is shipped
 */
char *
xmllint_schema (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "resources", "schema", "jalon-1.rng", NULL);
}

/**
 * xmllint_run:
 * @options: what follows "xmllint --noout", ended by %NULL
 * @input: (nullable): what it reads as "-"
 * @messages: (out): what it says
 *
 * Asks another program.
 *
 * Returns: %TRUE if it finds nothing wrong
 */
gboolean
xmllint_run (const char *const *options, GBytes *input, char **messages)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) said = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDERR_MERGE | G_SUBPROCESS_FLAGS_STDOUT_PIPE;

  g_ptr_array_add (argv, (gpointer) "xmllint");
  g_ptr_array_add (argv, (gpointer) "--noout");
  for (guint i = 0; options[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) options[i]);
  g_ptr_array_add (argv, NULL);

  if (input != NULL)
    flags |= G_SUBPROCESS_FLAGS_STDIN_PIPE;
  process = g_subprocess_newv ((const char *const *) argv->pdata, flags, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  *messages = g_strndup (g_bytes_get_data (said, NULL), g_bytes_get_size (said));
  return g_subprocess_get_successful (process);
}
