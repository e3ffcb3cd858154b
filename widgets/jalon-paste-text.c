/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines become cards, and a table of a spreadsheet fills cells. */

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-text.h"
#include "widgets/jalon-commands-private.h"
#include "widgets/jalon-field-text.h"
#include "widgets/jalon-paste-private.h"

/* What people put before the lines of a list. */
static const char *const bullets[] = { "-", "*", "•", "–", "—", "·", "◦", "▪", "‣", "o" };

static const char *
skip_bullet (const char *line)
{
  while (*line == ' ' || *line == '\t')
    line++;
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize length = strlen (bullets[i]);

      if (strncmp (line, bullets[i], length) == 0 && (line[length] == ' ' || line[length] == '\t'))
        return line + length + 1;
    }
  return NULL;
}

/* Takes the bullets off a list, if every line that is not blank has one. */
static char *
without_bullets (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] != '\0' && skip_bullet (lines[i]) == NULL)
      return g_strdup (text);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      {
        char *line = g_strdup (skip_bullet (lines[i]));

        g_free (lines[i]);
        lines[i] = line;
      }
  return g_strjoinv ("\n", lines);
}

/* Gives @element, in a document or not, the text by which it is known. */
static gboolean
set_title (Paste *self, JalonElement *element, const char *text, GError **error)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  g_autofree char *value = jalon_field_from_people (jalon_kind_get_field (info->kind, info->title),
                                                    text);

  return jalon_element_get_document (element) != NULL
           ? jalon_document_set (self->place->document, element, info->title, value, error)
           : jalon_element_set (element, info->title, value, error);
}

static void
add_to_slot (Paste *self, const JalonSlot *slot, const char *text)
{
  JalonElement *holder = paste_find_holder (self, slot, NULL);
  g_autoptr (JalonElement) element = jalon_element_new (slot->kind, NULL);

  if (!set_title (self, holder != NULL ? holder : element, text, NULL))
    self->pasted->n_refused++;
  else if (holder != NULL)
    g_ptr_array_add (self->pasted->elements, holder);
  else
    {
      paste_put (self, slot, g_object_ref (element));
      jalon_commands_make_as_named (self->place->document, element);
    }
}

/* A header is no cell, but a list of names makes headers beside it. */
static void
add_beside (Paste *self, const char *text)
{
  JalonElement *beside = self->place->element;
  g_autoptr (JalonElement) element = jalon_element_new (jalon_element_get_kind (beside), NULL);

  if (!set_title (self, element, text, NULL) || !paste_put_beside (self, element))
    self->pasted->n_refused++;
  else if (paste_check_whole (self, element, beside))
    jalon_commands_make_as_named (self->place->document, element);
}

static void
add_lines (Paste *self, const char *cell, guint column, guint row)
{
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
  const JalonSlot *slot = paste_get_slot (self, column, row);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] == '\0')
      continue;
    else if (slot != NULL)
      add_to_slot (self, slot, lines[i]);
    else if (column == 0 && row == 0)
      add_beside (self, lines[i]);
    else
      {
        /* It is the cell that people see missing. */
        self->pasted->n_outside++;
        return;
      }
}

/* The length of the longest line, in bytes. */
static gsize
measure_lines (JalonTable *table)
{
  gsize longest = 0;

  for (guint row = 0; row < jalon_table_get_n_rows (table); row++)
    for (guint column = 0; column < jalon_table_get_n_columns (table); column++)
      for (const char *line = jalon_table_get (table, column, row); *line != '\0';)
        {
          gsize length = strcspn (line, "\n");

          longest = MAX (longest, length);
          line += length + (line[length] == '\n' ? 1 : 0);
        }
  return longest;
}

static guint
count_texts (JalonTable *table)
{
  guint n = 0;

  for (guint row = 0; row < jalon_table_get_n_rows (table); row++)
    for (guint column = 0; column < jalon_table_get_n_columns (table); column++)
      {
        const char *cell = jalon_table_get (table, column, row);

        n += cell[0] != '\0';
        for (const char *p = strchr (cell, '\n'); p != NULL; p = strchr (p + 1, '\n'))
          n++;
        if (n > JALON_PASTE_MAX)
          return n;
      }
  return n;
}

/* Whether text can become something here: in a slot, or a list beside a header. */
static gboolean
check_place (const JalonPastePlace *place, JalonTable *table, GError **error)
{
  const JalonSlot *slot = place->get_slot (0, 0, place->data);
  JalonElement *element = place->element;

  if (slot != NULL && jalon_document_lookup (place->document, slot->parent) != NULL)
    return TRUE;
  if (element != NULL && jalon_element_get_parent (element) != NULL &&
      !jalon_kind_is_map (jalon_element_get_kind (element)) &&
      jalon_table_get_n_columns (table) <= 1)
    return TRUE;
  g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
               _ ("There is no place for text here: choose a cell or a row"));
  return FALSE;
}

static gboolean
check_size (JalonTable *table, GError **error)
{
  guint n = count_texts (table);

  if (n == 0)
    g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE, _ ("There is nothing to paste"));
  else if (n > JALON_PASTE_MAX)
    g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
                 _ ("What was copied has more than %d lines; paste it in parts"), JALON_PASTE_MAX);
  else if (measure_lines (table) > JALON_PASTE_LENGTH)
    g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
                 _ ("What was copied has a line of more than %d bytes; paste it in parts"),
                 JALON_PASTE_LENGTH);
  else
    return TRUE;
  return FALSE;
}

/* The table that @text of any bytes is; NULL for nothing, and for more than anyone can mean. */
JalonTable *
paste_parse (const char *text, GError **error)
{
  /* What programs of Microsoft put before UTF-8 */
  gsize mark = g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0;
  g_autofree char *clean = jalon_text_clean (text + mark, -1);
  g_autofree char *plain = without_bullets (clean);
  g_autoptr (JalonTable) table = jalon_table_parse (plain);

  return check_size (table, error) ? g_steal_pointer (&table) : NULL;
}

/* Ends pasting, and says if nothing came of it. */
gboolean
paste_end_text (Paste *self, GError **error)
{
  g_autoptr (GError) refusal = NULL;

  if (paste_end (self, &refusal))
    return TRUE;
  if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  else
    g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
                 _ ("Nothing of what was copied has a place here"));
  return FALSE;
}

/**
 * jalon_paste_text:
 * @place: where
 * @text: lines, or a table as spreadsheets copy it; of any bytes
 * @pasted: (out caller-allocates): what came of it
 * @error: %JALON_ERROR_VALUE; then nothing has changed
 *
 * Pastes as one step. Lines become cards in the slot of the keys; cells of a table go as far to the
 * right and down as they stand in it, several lines of a cell as several cards. Where a slot takes
 * numbers, they become its value.
 *
 * Returns: %TRUE if something was pasted
 */
gboolean
jalon_paste_text (const JalonPastePlace *place,
                  const char *text,
                  JalonPasted *pasted,
                  GError **error)
{
  Paste self = { place, pasted, NULL };
  const JalonSlot *slot = place->get_slot (0, 0, place->data);
  g_autoptr (JalonTable) table = paste_parse (text, error);
  gboolean is_list;

  if (table == NULL || !check_place (place, table, error))
    return FALSE;
  is_list = jalon_table_get_n_columns (table) <= 1;
  paste_begin (&self, slot != NULL ? slot->kind : jalon_element_get_kind (place->element));
  for (guint row = 0; row < jalon_table_get_n_rows (table); row++)
    for (guint column = 0; column < jalon_table_get_n_columns (table); column++)
      add_lines (&self, jalon_table_get (table, column, row), column, is_list ? 0 : row);
  return paste_end_text (&self, error);
}
