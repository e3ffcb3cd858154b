/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jalon-table.h"

#include <string.h>

struct _JalonTable
{
  GPtrArray *rows; /* arrays of texts; none is NULL */
  guint n_columns;
};

/**
 * jalon_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
JalonTable *
jalon_table_new (void)
{
  JalonTable *self = g_new0 (JalonTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
jalon_table_free (JalonTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
add_row (JalonTable *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

/* Adds to the last row. */
static void
add_cell (JalonTable *self, char *text)
{
  GPtrArray *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_ptr_array_add (row, text);
  self->n_columns = MAX (self->n_columns, row->len);
}

static gboolean
ends_cell (char c)
{
  return c == '\t' || c == '\n' || c == '\0';
}

/* Reads a cell in quotes. A text in quotes that needed none is what somebody said: it keeps them.
 * Returns NULL if it is no such cell. */
static char *
read_quoted (const char **text)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *text;
  gboolean is_needed = FALSE;

  if (*p++ != '"')
    return NULL;
  for (; *p != '\0'; p++)
    {
      if (p[0] == '"' && p[1] != '"')
        break;
      is_needed |= *p == '"' || *p == '\n' || *p == '\t';
      p += *p == '"' ? 1 : 0;
      g_string_append_c (cell, *p);
    }
  if (*p != '"' || !ends_cell (p[1]) || (!is_needed && cell->len > 0))
    return NULL;
  *text = p + 1;
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static char *
read_cell (const char **text)
{
  char *quoted = read_quoted (text);
  gsize length;

  if (quoted != NULL)
    return quoted;
  length = strcspn (*text, "\t\n");
  *text += length;
  return g_strndup (*text - length, length);
}

/**
 * jalon_table_parse:
 * @text: clean UTF-8, see jalon_text_clean()
 *
 * Reads what a spreadsheet put on the clipboard, or any text: a line is a row. Rows may be of
 * different lengths. Quotes as in RFC 4180, 2, with tabs for commas.
 *
 * Returns: (transfer full): the table
 */
JalonTable *
jalon_table_parse (const char *text)
{
  JalonTable *self = jalon_table_new ();

  g_return_val_if_fail (text != NULL, self);

  while (*text != '\0')
    {
      add_row (self);
      add_cell (self, read_cell (&text));
      while (*text == '\t')
        {
          text++;
          add_cell (self, read_cell (&text));
        }
      if (*text == '\n')
        text++;
    }
  return self;
}

/**
 * jalon_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many cells its longest row has
 */
guint
jalon_table_get_n_columns (JalonTable *self)
{
  return self->n_columns;
}

guint
jalon_table_get_n_rows (JalonTable *self)
{
  return self->rows->len;
}

/**
 * jalon_table_get:
 * @self: a table
 * @column: from the left, 0 for the first
 * @row: from the top
 *
 * Returns: (transfer none): the text there; "" outside
 */
const char *
jalon_table_get (JalonTable *self, guint column, guint row)
{
  GPtrArray *cells;

  if (row >= self->rows->len)
    return "";
  cells = g_ptr_array_index (self->rows, row);
  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

/**
 * jalon_table_put:
 * @self: a table
 * @column: from the left, 0 for the first
 * @row: from the top
 * @text: a text
 *
 * Adds @text to a cell, on a line of its own. The table grows as needed.
 */
void
jalon_table_put (JalonTable *self, guint column, guint row, const char *text)
{
  GPtrArray *cells;
  char *before;

  while (self->rows->len <= row)
    add_row (self);
  cells = g_ptr_array_index (self->rows, row);
  while (cells->len <= column)
    g_ptr_array_add (cells, g_strdup (""));
  self->n_columns = MAX (self->n_columns, cells->len);

  before = g_ptr_array_index (cells, column);
  cells->pdata[column] = before[0] == '\0' ? g_strdup (text) : g_strjoin ("\n", before, text, NULL);
  g_free (before);
}

static void
append_cell (GString *text, const char *cell)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (cell, "\t\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  parts = g_strsplit (cell, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

/**
 * jalon_table_to_text:
 * @self: a table
 *
 * Returns: (transfer full): the table as a spreadsheet takes it, all rows of the same length
 */
char *
jalon_table_to_text (JalonTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (text, '\t');
          append_cell (text, jalon_table_get (self, column, row));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
