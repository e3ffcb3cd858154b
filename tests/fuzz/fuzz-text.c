/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text from the clipboard, of any bytes, as lines, as a table, and as rows of one. */

#include "document/jalon-text.h"
#include "exchange/jalon-table.h"
#include "fuzz.h"
#include "paste-target.h"
#include "widgets/jalon-field-text.h"

static gboolean
paste (const JalonPastePlace *place, gconstpointer data, JalonPasted *pasted, GError **error)
{
  return jalon_paste_text (place, data, pasted, error);
}

/* As if cards were rows: new ones, or as much of those that are there */
static gboolean
paste_rows (const JalonPastePlace *place,
            const char *text,
            gboolean is_new,
            JalonPasted *pasted,
            GError **error)
{
  const JalonField *field = jalon_kind_get_info (JALON_KIND_CARD)->fields;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  JalonPasteRows rows = { NULL, 0, is_new ? NULL : present, TRUE };

  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_fits_in_line (field))
      g_ptr_array_add (fields, (gpointer) field);
  g_ptr_array_add (present, place->element);
  g_ptr_array_add (present, jalon_document_lookup (place->document, "c3"));
  rows.fields = (const JalonField *const *) fields->pdata;
  rows.n_fields = fields->len;
  return jalon_paste_rows (place, &rows, text, pasted, error);
}

static gboolean
paste_new_rows (const JalonPastePlace *place,
                gconstpointer data,
                JalonPasted *pasted,
                GError **error)
{
  return paste_rows (place, data, TRUE, pasted, error);
}

static gboolean
fill_rows (const JalonPastePlace *place, gconstpointer data, JalonPasted *pasted, GError **error)
{
  return paste_rows (place, data, FALSE, pasted, error);
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
  paste_and_take_back (paste_new_rows, text);
  paste_and_take_back (fill_rows, text);
  return 0;
}
