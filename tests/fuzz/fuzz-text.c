/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text from the clipboard, of any bytes, as lines or as a table. */

#include "document/jalon-text.h"
#include "exchange/jalon-table.h"
#include "fuzz.h"
#include "paste-target.h"

static gboolean
paste (const JalonPastePlace *place, gconstpointer data, JalonPasted *pasted, GError **error)
{
  return jalon_paste_text (place, data, pasted, error);
}

/* A table that was written is read as it was. */
static void
check_table (const char *text)
{
  g_autofree char *clean = jalon_text_clean (text, -1);
  g_autoptr (JalonTable) table = NULL;
  g_autoptr (JalonTable) again = NULL;
  g_autofree char *written = NULL;

  fuzz_require (jalon_text_is_clean (clean, -1));
  table = jalon_table_parse (clean);
  written = jalon_table_to_text (table);
  again = jalon_table_parse (written);
  fuzz_require (jalon_table_get_n_rows (table) == jalon_table_get_n_rows (again));
  fuzz_require (jalon_table_get_n_columns (table) == jalon_table_get_n_columns (again));
  for (guint row = 0; row < jalon_table_get_n_rows (table); row++)
    for (guint column = 0; column < jalon_table_get_n_columns (table); column++)
      fuzz_require (
        strcmp (jalon_table_get (table, column, row), jalon_table_get (again, column, row)) == 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  check_table (text);
  paste_and_take_back (paste, text);
  return 0;
}
