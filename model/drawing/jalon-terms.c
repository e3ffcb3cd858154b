/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-terms.h"

#include "drawing/jalon-drawing-resources.h"
#include "drawing/jalon-terms-private.h"

struct _JalonTerms
{
  /* Both borrow from the resource, which is part of the program */
  GHashTable *words;
  GBytes *bytes;
};

/* A number of a catalogue, in the order of bytes of the machine that made it. */
static gsize
read_number (const guchar *data, gsize offset, gboolean swapped)
{
  guint32 value;

  memcpy (&value, data + offset, sizeof value);
  return swapped ? GUINT32_SWAP_LE_BE (value) : value;
}

/* The string that the table at @table has at @index, if it lies in the file and ends there. */
static const char *
read_string (const guchar *data, gsize length, gsize table, guint index, gboolean swapped)
{
  gsize entry = table + (gsize) index * 8;
  gsize size;
  gsize offset;

  if (length < 8 || entry > length - 8)
    return NULL;
  size = read_number (data, entry, swapped);
  offset = read_number (data, entry + 4, swapped);
  if (offset >= length || size >= length - offset || data[offset + size] != '\0')
    return NULL;
  return (const char *) data + offset;
}

/**
 * jalon_mo_read:
 * @bytes: a catalogue as msgfmt compiles it; it must outlive the table
 *
 * Reads all messages of a catalogue: GNU gettext manual, "The Format of GNU MO Files". What is
 * damaged is left out.
 *
 * Returns: (transfer full): English words and their translations
 */
GHashTable *
jalon_mo_read (GBytes *bytes)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  gboolean swapped;
  gsize n;

  if (length < 20)
    return words;
  swapped = read_number (data, 0, FALSE) != 0x950412DE;
  if (read_number (data, 0, swapped) != 0x950412DE)
    return words;
  n = MIN (read_number (data, 8, swapped), length / 16);
  for (guint i = 0; i < n; i++)
    {
      const char *english = read_string (data, length, read_number (data, 12, swapped), i, swapped);
      const char *word = read_string (data, length, read_number (data, 16, swapped), i, swapped);

      /* The empty message is the head of the catalogue. */
      if (english != NULL && word != NULL && english[0] != '\0' && word[0] != '\0')
        g_hash_table_insert (words, (gpointer) english, (gpointer) word);
    }
  return words;
}

/**
 * jalon_terms_new:
 * @language: of the words
 *
 * Returns: (transfer full): the words of that language
 */
JalonTerms *
jalon_terms_new (JalonLanguage language)
{
  JalonTerms *self = g_new0 (JalonTerms, 1);
  g_autofree char *path = NULL;

  g_return_val_if_fail (language < jalon_choices_count (jalon_language_choices), self);

  path = g_strdup_printf ("/org/jalon/Jalon/terms/%s.mo", jalon_language_choices[language].nick);
  self->bytes = g_resource_lookup_data (jalon_drawing_get_resource (), path,
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (self->bytes != NULL)
    self->words = jalon_mo_read (self->bytes);
  return self;
}

void
jalon_terms_free (JalonTerms *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * jalon_terms_get:
 * @self: words
 * @english: an English word or sentence, as marked for translation
 *
 * Returns: (transfer none): its translation, or @english itself where there is none; it lives as
 *   long as both
 */
const char *
jalon_terms_get (JalonTerms *self, const char *english)
{
  const char *word = NULL;

  g_return_val_if_fail (self != NULL, english);
  g_return_val_if_fail (english != NULL, NULL);

  if (self->words != NULL)
    word = g_hash_table_lookup (self->words, english);
  return word != NULL ? word : english;
}
