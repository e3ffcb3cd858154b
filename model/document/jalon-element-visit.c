/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going through the tree. */

#include "document/jalon-element-private.h"
#include "document/jalon-text.h"

/**
 * jalon_element_foreach:
 * @self: an element
 * @func: what to do; must not change the tree
 * @data: for @func
 *
 * Visits @self and all below it, in the order of the file.
 */
void
jalon_element_foreach (JalonElement *self, JalonElementFunc func, gpointer data)
{
  g_return_if_fail (JALON_IS_ELEMENT (self));

  func (self, data);
  for (guint i = 0; i < jalon_element_get_n_children (self); i++)
    jalon_element_foreach (g_ptr_array_index (self->children, i), func, data);
}

typedef struct
{
  guint32 kinds;
  guint32 holders;
  JalonElementFunc func;
  gpointer data;
} Visit;

static void
visit (const Visit *self, JalonElement *element)
{
  const guint32 kind = JALON_KIND_BIT (element->kind);

  if ((self->kinds & kind) != 0)
    self->func (element, self->data);
  if ((self->holders & kind) != 0)
    for (guint i = 0; i < jalon_element_get_n_children (element); i++)
      visit (self, g_ptr_array_index (element->children, i));
}

/**
 * jalon_element_foreach_of:
 * @self: an element
 * @kinds: which kinds, as bits
 * @func: what to do; must not change the tree
 * @data: for @func
 *
 * Visits those of @kinds among @self and all below it, in the order of the file, without a look
 * where there can be none.
 */
void
jalon_element_foreach_of (JalonElement *self, guint32 kinds, JalonElementFunc func, gpointer data)
{
  const Visit it = { kinds, jalon_kind_find_holders (kinds), func, data };

  g_return_if_fail (JALON_IS_ELEMENT (self));

  visit (&it, self);
}

static void
add_to_index (JalonElement *element, gpointer data)
{
  g_hash_table_insert (data, element->id, element);
}

/**
 * jalon_element_index:
 * @self: an element
 *
 * Returns: (transfer full) (element-type utf8 JalonElement): @self and all below it by their ids;
 *   borrows both
 */
GHashTable *
jalon_element_index (JalonElement *self)
{
  GHashTable *elements = g_hash_table_new (jalon_text_hash, g_str_equal);

  jalon_element_foreach (self, add_to_index, elements);
  return elements;
}
