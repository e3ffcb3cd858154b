/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-private.h"

#include "document/jalon-field.h"
#include "document/jalon-id.h"

/* All that a node was made from. Two of them are the same when nothing that shows has changed. */
typedef struct
{
  JalonElement *element;
  JalonElement *other;
  guint64 stamp;
  guint64 other_stamp;
  guint64 references;
  guint64 state;
  double width;
} Origin;

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

/* @origin is the key; it holds references to its elements, so that no new element can take the
 * place of one of them in memory. */
typedef struct
{
  Origin origin;
  JalonNode *node;
  guint pass;
} Memory;

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

static guint
hash_origin (gconstpointer key)
{
  const Origin *origin = key;
  guint64 hash = jalon_layout_mix (GPOINTER_TO_SIZE (origin->element),
                                   GPOINTER_TO_SIZE (origin->other));

  return jalon_layout_mix (jalon_layout_mix (hash, origin->state), origin->stamp);
}

static gboolean
equal_origins (gconstpointer a, gconstpointer b)
{
  const Origin *x = a;
  const Origin *y = b;

  return x->element == y->element && x->other == y->other && x->stamp == y->stamp &&
         x->other_stamp == y->other_stamp && x->references == y->references &&
         x->state == y->state && x->width == y->width;
}

static void
free_memory (gpointer data)
{
  Memory *memory = data;

  g_object_unref (memory->origin.element);
  g_clear_object (&memory->origin.other);
  jalon_node_unref (memory->node);
  g_free (memory);
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

static Origin
make_origin (JalonElement *element, JalonElement *other, double width, guint64 state)
{
  return (Origin){
    .element = element,
    .other = other,
    .stamp = jalon_element_get_stamp (element),
    .other_stamp = other != NULL ? jalon_element_get_stamp (other) : 0,
    .references = jalon_layout_hash_references (element),
    .state = state,
    .width = width,
  };
}

/**
 * jalon_layout_recall:
 * @self: a layout at work
 * @element: the element that the node shows
 * @other: (nullable): another one of which it shows something
 * @width: the width for which it was made, in canvas units
 * @state: anything else on which it depends
 *
 * Finds the node made before from the same, all as it was.
 *
 * Returns: (transfer full) (nullable): the node
 */
JalonNode *
jalon_layout_recall (JalonLayout *self,
                     JalonElement *element,
                     JalonElement *other,
                     double width,
                     guint64 state)
{
  Origin origin = make_origin (element, other, width, state);
  Memory *memory = self->memory != NULL ? g_hash_table_lookup (self->memory, &origin) : NULL;

  if (memory == NULL)
    return NULL;
  if (memory->pass != self->pass)
    self->n_used++;
  memory->pass = self->pass;
  return jalon_node_ref (memory->node);
}

/**
 * jalon_layout_remember:
 * @self: a layout at work
 * @element: as for jalon_layout_recall()
 * @other: as for jalon_layout_recall()
 * @width: as for jalon_layout_recall()
 * @state: as for jalon_layout_recall()
 * @node: (transfer none): the node that jalon_layout_recall() shall find
 *
 * Keeps a node until a drawing does not need it.
 */
void
jalon_layout_remember (JalonLayout *self,
                       JalonElement *element,
                       JalonElement *other,
                       double width,
                       guint64 state,
                       JalonNode *node)
{
  Memory *memory = g_new0 (Memory, 1);

  if (self->memory == NULL)
    self->memory = g_hash_table_new_full (hash_origin, equal_origins, NULL, free_memory);
  memory->origin = make_origin (g_object_ref (element), other != NULL ? g_object_ref (other) : NULL,
                                width, state);
  memory->node = jalon_node_ref (node);
  memory->pass = self->pass;
  self->n_used += g_hash_table_replace (self->memory, &memory->origin, memory) ? 1 : 0;
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  JalonLayout *self = data;

  return ((Memory *) value)->pass != self->pass;
}

/* Forgets what the drawing that ends did not show. */
void
jalon_layout_forget_unused (JalonLayout *self)
{
  if (self->memory != NULL && self->n_used < g_hash_table_size (self->memory))
    g_hash_table_foreach_remove (self->memory, is_unused, self);
}

void
jalon_layout_forget (JalonLayout *self)
{
  g_clear_pointer (&self->memory, g_hash_table_unref);
  g_clear_pointer (&self->steps, g_hash_table_unref);
}
