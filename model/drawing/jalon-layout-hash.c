/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-private.h"

#include "document/jalon-field.h"
#include "document/jalon-id.h"

/**
 * jalon_layout_hash:
 * @hash: what was hashed before; 0 to begin
 * @data: (array length=size): bytes, without padding between them
 * @size: how many
 *
 * Makes a state for jalon_layout_recall() of whatever a node depends on. FNV-1a, G. Fowler,
 * L. C. Noll, P. Vo, 1991.
 *
 * Returns: the hash
 */
guint64
jalon_layout_hash (guint64 hash, gconstpointer data, gsize size)
{
  const guchar *bytes = data;

  if (hash == 0)
    hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (gsize i = 0; i < size; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/**
 * jalon_layout_mix:
 * @hash: what was hashed before; 0 to begin
 * @value: a value
 *
 * Adds a value to a hash, faster and coarser than jalon_layout_hash().
 *
 * Returns: the hash
 */
guint64
jalon_layout_mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

/**
 * jalon_layout_mix_element:
 * @hash: what was hashed before; 0 to begin
 * @element: an element
 *
 * Adds an element and the state of its values to a hash. Its id is part of it, for another element
 * may take its place in memory.
 *
 * Returns: the hash
 */
guint64
jalon_layout_mix_element (guint64 hash, JalonElement *element)
{
  hash = jalon_layout_mix (hash, GPOINTER_TO_SIZE (element) ^
                                   g_str_hash (jalon_element_get_id (element)));
  return jalon_layout_mix (hash, jalon_element_get_stamp (element));
}

/* The state of the elements that @text, one id or several, names. */
static guint64
mix_references (JalonDocument *document, const char *text, guint64 hash)
{
  char id[JALON_ID_MAX + 1];

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");
      JalonElement *target;

      g_strlcpy (id, text, MIN (length + 1, sizeof id));
      target = jalon_document_lookup (document, id);
      hash = jalon_layout_mix (hash, target != NULL ? jalon_element_get_stamp (target) + 1 : 0);
      text += length;
      text += strspn (text, " ");
    }
  return hash;
}

/**
 * jalon_layout_hash_references:
 * @element: an element
 *
 * Makes a state of what an element shows of others, such as the colour of a tag: it changes with
 * them.
 *
 * Returns: the hash
 */
guint64
jalon_layout_hash_references (JalonElement *element)
{
  JalonDocument *document = jalon_element_get_document (element);
  guint64 hash = 0;

  for (guint i = 0; document != NULL && i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      if (jalon_field_is_reference (field))
        hash = mix_references (document, text, hash);
    }
  return hash;
}
