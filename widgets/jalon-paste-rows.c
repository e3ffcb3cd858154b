/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table whose rows are elements, and whose columns are fields of them. */

#include "document/jalon-error.h"
#include "widgets/jalon-commands-private.h"
#include "widgets/jalon-paste-private.h"

static gboolean
set_value (Paste *self, JalonElement *element, const JalonField *field, const char *text)
{
  JalonDocument *document = self->place->document;
  g_autofree char *value = jalon_commands_find_value (document, element, field, text);

  return value != NULL && jalon_document_set (document, element, field->id, value, NULL);
}

/* Gives @element what stands in a row. Returns how many values it has got. */
static guint
fill (Paste *self, const JalonPasteRows *rows, JalonElement *element, JalonTable *table, guint row)
{
  guint n_set = 0;

  for (guint column = 0; column < jalon_table_get_n_columns (table); column++)
    {
      const char *text = jalon_table_get (table, column, row);

      if (text[0] == '\0')
        continue;
      if (column >= rows->n_fields)
        self->pasted->n_outside++;
      else if (set_value (self, element, rows->fields[column], text))
        n_set++;
      else
        self->pasted->n_unfit++;
    }
  return n_set;
}

static gboolean
is_blank (JalonTable *table, guint row)
{
  for (guint column = 0; column < jalon_table_get_n_columns (table); column++)
    if (jalon_table_get (table, column, row)[0] != '\0')
      return FALSE;
  return TRUE;
}

static void
add_rows (Paste *self, const JalonPasteRows *rows, JalonTable *table)
{
  const JalonSlot *slot = paste_get_slot (self, 0, 0);

  for (guint row = 0; row < jalon_table_get_n_rows (table); row++)
    if (!is_blank (table, row))
      {
        JalonElement *element = jalon_element_new (slot->kind, NULL);

        paste_put (self, slot, element);
        if (fill (self, rows, element, table, row) == 0)
          paste_take_back (self, element);
      }
}

static void
fill_rows (Paste *self, const JalonPasteRows *rows, JalonTable *table)
{
  guint n_rows = jalon_table_get_n_rows (table);
  guint n = rows->repeats ? MAX (rows->present->len, n_rows) : n_rows;

  for (guint i = 0; i < n; i++)
    if (i >= rows->present->len)
      self->pasted->n_outside += !is_blank (table, i);
    else if (fill (self, rows, rows->present->pdata[i], table, i % n_rows) > 0)
      g_ptr_array_add (self->pasted->elements, rows->present->pdata[i]);
}

/**
 * jalon_paste_rows:
 * @place: where
 * @rows: what rows and columns are there
 * @text: lines, or a table as spreadsheets copy it; of any bytes
 * @pasted: (out caller-allocates): what came of it
 * @error: %JALON_ERROR_VALUE; then nothing has changed
 *
 * Pastes as one step. Values are read as people write them: choices and what a reference names by
 * what they are called, numbers as the language has them.
 *
 * Returns: %TRUE if something was pasted
 */
gboolean
jalon_paste_rows (const JalonPastePlace *place,
                  const JalonPasteRows *rows,
                  const char *text,
                  JalonPasted *pasted,
                  GError **error)
{
  Paste self = { place, pasted, NULL };
  g_autoptr (JalonTable) table = paste_parse (text, error);

  if (table == NULL)
    return FALSE;
  paste_begin (&self, place->get_slot (0, 0, place->data)->kind);
  if (rows->present != NULL)
    fill_rows (&self, rows, table);
  else
    add_rows (&self, rows, table);
  return paste_end_text (&self, error);
}
