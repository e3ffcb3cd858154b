/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-element-private.h"

#include "document/jalon-id.h"
#include "document/jalon-text.h"

/* Where the value of @field is, or would be. Readers set them in the order of the table. */
static guint
find_value (JalonElement *self, const JalonField *field)
{
  guint i = 0;

  if (self->n_values > 0 && self->values[self->n_values - 1].field < field)
    return self->n_values;
  while (i < self->n_values && self->values[i].field < field)
    i++;
  return i;
}

/* Makes room for a value at @index: beyond the few, for eight, and then for twice as many. */
static void
open_gap (JalonElement *self, guint index)
{
  guint n = self->n_values;

  if (n == N_FEW_VALUES && self->values == self->few_values)
    {
      self->values = g_new (JalonValue, 8);
      memcpy (self->values, self->few_values, sizeof self->few_values);
    }
  else if (n >= 8 && (n & (n - 1)) == 0)
    self->values = g_renew (JalonValue, self->values, 2 * n);
  if (index < n)
    memmove (self->values + index + 1, self->values + index, (n - index) * sizeof (JalonValue));
  self->n_values++;
}

static void
close_gap (JalonElement *self, guint index)
{
  self->n_values--;
  memmove (self->values + index, self->values + index + 1,
           (self->n_values - index) * sizeof (JalonValue));
}

/* Sets @field to the canonical @text (transfer full), "" for unset. */
void
jalon_element_put_value (JalonElement *self, const JalonField *field, char *text)
{
  guint i = find_value (self, field);
  gboolean is_set = i < self->n_values && self->values[i].field == field;

  if (is_set)
    jalon_texts_drop (self->texts, self->values[i].text);
  if (text[0] == '\0')
    {
      if (is_set)
        close_gap (self, i);
      jalon_texts_drop (self->texts, text);
      return;
    }
  if (!is_set)
    open_gap (self, i);
  self->values[i] = (JalonValue){ field, text };
}

/* The text of a field that is set, or NULL. */
const char *
jalon_element_peek_value (JalonElement *self, JalonFieldId id)
{
  for (guint i = 0; i < self->n_values; i++)
    if (self->values[i].field->id == id)
      return self->values[i].text;
  return NULL;
}

/**
 * jalon_element_is_liability:
 * @self: an element
 *
 * Returns: %TRUE if a field is unset without which an element is a liability, as an audience is
 *   without owner, process or measure
 */
gboolean
jalon_element_is_liability (JalonElement *self)
{
  const JalonField *field;

  g_return_val_if_fail (JALON_IS_ELEMENT (self), FALSE);

  for (field = jalon_kind_get_info (self->kind)->fields; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_VITAL) != 0 && !jalon_element_has (self, field->id))
      return TRUE;
  return FALSE;
}

/**
 * jalon_element_get_n_values:
 * @self: an element
 *
 * Returns: how many of its fields are set
 */
guint
jalon_element_get_n_values (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), 0);

  return self->n_values;
}

/**
 * jalon_element_get_value:
 * @self: an element
 * @index: a place below jalon_element_get_n_values()
 * @text: (out) (transfer none): the canonical text
 *
 * Goes through the fields that are set, in the order of the table.
 *
 * Returns: (transfer none): the row of the table
 */
const JalonField *
jalon_element_get_value (JalonElement *self, guint index, const char **text)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self) && index < self->n_values, NULL);

  *text = self->values[index].text;
  return self->values[index].field;
}

/**
 * jalon_element_get_field:
 * @self: an element
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the row of the table; %NULL if the kind has no such field
 */
const JalonField *
jalon_element_get_field (JalonElement *self, JalonFieldId field)
{
  return jalon_kind_get_field (jalon_element_get_kind (self), field);
}

/**
 * jalon_element_has:
 * @self: an element
 * @field: a field
 *
 * Returns: %TRUE if it is set to something other than its fallback
 */
gboolean
jalon_element_has (JalonElement *self, JalonFieldId field)
{
  return jalon_element_peek_value (self, field) != NULL;
}

/**
 * jalon_element_get_text:
 * @self: an element
 * @field: a field
 *
 * Returns: (transfer none): the canonical text of any field, or of its fallback; "" if the kind has
 *   no such field. It lives until the field changes.
 */
const char *
jalon_element_get_text (JalonElement *self, JalonFieldId field)
{
  const char *text = jalon_element_peek_value (self, field);
  const JalonField *row;

  if (text != NULL)
    return text;
  row = jalon_element_get_field (self, field);
  return row != NULL ? jalon_field_get_fallback (row) : "";
}

/**
 * jalon_element_get_number:
 * @self: an element
 * @field: a number or an integer
 *
 * Returns: its value; 0 if it is unset and has no fallback
 */
double
jalon_element_get_number (JalonElement *self, JalonFieldId field)
{
  return g_ascii_strtod (jalon_element_get_text (self, field), NULL);
}

/**
 * jalon_element_get_choice:
 * @self: an element
 * @field: a choice
 *
 * Returns: its value in the enumeration of its choices; 0 if it is left open
 */
int
jalon_element_get_choice (JalonElement *self, JalonFieldId field)
{
  const JalonField *row = jalon_element_get_field (self, field);

  g_return_val_if_fail (row != NULL && row->choices != NULL, 0);

  return MAX (0, jalon_choices_find (row->choices, jalon_element_get_text (self, field)));
}

/**
 * jalon_element_get_flag:
 * @self: an element
 * @field: a flag
 *
 * Returns: %TRUE for "yes"
 */
gboolean
jalon_element_get_flag (JalonElement *self, JalonFieldId field)
{
  return strcmp (jalon_element_get_text (self, field), "yes") == 0;
}

/**
 * jalon_element_get_references:
 * @self: an element
 * @field: a reference or references
 *
 * Returns: (transfer full): the ids, possibly none
 */
char **
jalon_element_get_references (JalonElement *self, JalonFieldId field)
{
  const char *text = jalon_element_get_text (self, field);

  return text[0] == '\0' ? g_new0 (char *, 1) : g_strsplit (text, " ", -1);
}

/**
 * jalon_element_refers_to:
 * @self: an element
 * @field: a reference or references
 * @id: an id
 *
 * Returns: %TRUE if @field names @id
 */
gboolean
jalon_element_refers_to (JalonElement *self, JalonFieldId field, const char *id)
{
  const char *text = jalon_element_peek_value (self, field);
  gsize length = strlen (id);

  while (text != NULL)
    {
      if (strncmp (text, id, length) == 0 && (text[length] == '\0' || text[length] == ' '))
        return TRUE;
      text = strchr (text, ' ');
      text = text != NULL ? text + 1 : NULL;
    }
  return FALSE;
}

/**
 * jalon_element_set:
 * @self: an element that has never been in a document
 * @field: a field of its kind
 * @text: (nullable): what it shall be; %NULL or "" for the fallback
 * @error: %JALON_ERROR_VALUE
 *
 * Sets a field while the element is being built.
 *
 * Returns: %TRUE if @text is a value of the field
 */
gboolean
jalon_element_set (JalonElement *self, JalonFieldId field, const char *text, GError **error)
{
  const JalonField *row = jalon_element_get_field (self, field);
  char *canonical;

  g_return_val_if_fail (!self->is_claimed, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  canonical = jalon_field_canonicalize (row, text, error);
  if (canonical == NULL)
    return FALSE;
  jalon_element_put_value (self, row, canonical);
  return TRUE;
}

/**
 * jalon_element_take:
 * @self: an element that has never been in a document
 * @row: a row of its kind
 * @canonical: (transfer full): what jalon_field_canonicalize() made of a text for @row, or the same
 *   among the texts that @self shares
 *
 * Sets a field while the element is being built, as jalon_element_set() does, without a copy.
 */
void
jalon_element_take (JalonElement *self, const JalonField *row, char *canonical)
{
  if (self->is_claimed)
    jalon_texts_drop (self->texts, canonical);
  g_return_if_fail (!self->is_claimed);

  jalon_element_put_value (self, row, canonical);
}

/**
 * jalon_element_share:
 * @self: an element that has no value yet
 * @texts: what others that are made together with it share
 *
 * Lets @self take texts of @texts as its values.
 */
void
jalon_element_share (JalonElement *self, JalonTexts *texts)
{
  g_return_if_fail (self->n_values == 0 && self->texts == NULL);

  self->texts = jalon_texts_ref (texts);
}

static char *
map_references (const char *text, GHashTable *ids)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *id = g_hash_table_lookup (ids, words[i]);

      if (id != NULL)
        {
          g_free (words[i]);
          words[i] = g_strdup (id);
        }
    }
  return g_strjoinv (" ", words);
}

/**
 * jalon_element_copy_renamed:
 * @self: an element
 * @ids: (element-type utf8 utf8): new ids by the old ones; what it lacks keeps its own
 *
 * Copies @self and all below it. References follow.
 *
 * Returns: (transfer full): the copy, in no document
 */
JalonElement *
jalon_element_copy_renamed (JalonElement *self, GHashTable *ids)
{
  const char *id = jalon_element_get_id (self);
  const char *new_id = g_hash_table_lookup (ids, id);
  JalonElement *copy = jalon_element_new (jalon_element_get_kind (self),
                                          new_id != NULL ? new_id : id);

  for (guint i = 0; i < jalon_element_get_n_values (self); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (self, i, &text);
      char *value = jalon_field_is_reference (field) ? map_references (text, ids) : g_strdup (text);

      jalon_element_put_value (copy, field, value);
    }
  for (guint i = 0; i < jalon_element_get_n_children (self); i++)
    jalon_element_append (copy,
                          jalon_element_copy_renamed (jalon_element_get_child (self, i), ids));
  return copy;
}

static void
add_new_id (JalonElement *element, gpointer data)
{
  g_hash_table_insert (data, (gpointer) jalon_element_get_id (element), jalon_id_new ());
}

/**
 * jalon_element_copy:
 * @self: an element
 *
 * Copies @self and all below it with the same ids, for another document.
 *
 * Returns: (transfer full): the copy, in no document
 */
JalonElement *
jalon_element_copy (JalonElement *self)
{
  g_autoptr (GHashTable) same = g_hash_table_new (jalon_text_hash, g_str_equal);

  g_return_val_if_fail (JALON_IS_ELEMENT (self), NULL);

  return jalon_element_copy_renamed (self, same);
}

/**
 * jalon_element_copy_as_new:
 * @self: an element
 *
 * Copies @self and all below it with new ids. References among the copied follow, those to others
 * stay.
 *
 * Returns: (transfer full): the copy, in no document
 */
JalonElement *
jalon_element_copy_as_new (JalonElement *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (jalon_text_hash, g_str_equal, NULL, g_free);

  g_return_val_if_fail (JALON_IS_ELEMENT (self), NULL);

  jalon_element_foreach (self, add_new_id, ids);
  return jalon_element_copy_renamed (self, ids);
}
