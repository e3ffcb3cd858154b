/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-private.h"

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

/* @origin is the key; it holds references to its elements, so that no new element can take the
 * place of one of them in memory. */
typedef struct
{
  Origin origin;
  JalonNode *node;
  guint pass;
} Memory;

struct _JalonMemory
{
  GHashTable *nodes; /* a set of Memory, by origin */
  guint pass;
  guint n_used; /* in this pass */
};

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

JalonMemory *
jalon_memory_new (void)
{
  JalonMemory *self = g_new0 (JalonMemory, 1);

  self->nodes = g_hash_table_new_full (hash_origin, equal_origins, NULL, free_memory);
  return self;
}

void
jalon_memory_free (JalonMemory *self)
{
  g_hash_table_unref (self->nodes);
  g_free (self);
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
  Memory *memory = g_hash_table_lookup (self->memory->nodes, &origin);

  if (memory == NULL)
    return NULL;
  if (memory->pass != self->memory->pass)
    self->memory->n_used++;
  memory->pass = self->memory->pass;
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

  memory->origin = make_origin (g_object_ref (element), other != NULL ? g_object_ref (other) : NULL,
                                width, state);
  memory->node = jalon_node_ref (node);
  memory->pass = self->memory->pass;
  if (g_hash_table_replace (self->memory->nodes, &memory->origin, memory))
    self->memory->n_used++;
}

/* A drawing begins. */
void
jalon_memory_begin (JalonMemory *self)
{
  self->pass++;
  self->n_used = 0;
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  JalonMemory *self = data;

  return ((Memory *) value)->pass != self->pass;
}

/* Forgets what the drawing that ends did not show. */
void
jalon_memory_end (JalonMemory *self)
{
  if (self->n_used < g_hash_table_size (self->nodes))
    g_hash_table_foreach_remove (self->nodes, is_unused, self);
}

static void
free_kept (gpointer data)
{
  JalonKept *kept = data;

  kept->clear (kept);
  g_object_unref (kept->element);
  g_free (kept);
}

/**
 * jalon_layout_keep:
 * @self: a layout at work
 * @element: an element
 * @size: of a struct that begins with a #JalonKept
 * @clear: frees what is in it
 *
 * Finds what was kept of an element, or makes room for it, filled with zeros. It stays until a
 * drawing does not ask for it.
 *
 * Returns: (transfer none): the struct
 */
gpointer
jalon_layout_keep (JalonLayout *self,
                   JalonElement *element,
                   gsize size,
                   void (*clear) (JalonKept *kept))
{
  JalonKept *kept = g_hash_table_lookup (self->kept, element);

  if (kept == NULL)
    {
      kept = g_malloc0 (size);
      kept->element = g_object_ref (element);
      kept->clear = clear;
      g_hash_table_insert (self->kept, element, kept);
    }
  kept->pass = self->pass;
  return kept;
}

/**
 * jalon_layout_find_kept:
 * @self: a layout at work
 * @element: an element
 *
 * Returns: (transfer none) (nullable): what jalon_layout_keep() has made for the last drawing
 */
gpointer
jalon_layout_find_kept (JalonLayout *self, JalonElement *element)
{
  return g_hash_table_lookup (self->kept, element);
}

static gboolean
is_not_kept (gpointer key, gpointer value, gpointer data)
{
  JalonLayout *self = data;

  return ((JalonKept *) value)->pass != self->pass;
}

/* Forgets what the drawing that ends did not show. */
void
jalon_layout_forget_unused (JalonLayout *self)
{
  jalon_memory_end (self->memory);
  g_hash_table_foreach_remove (self->kept, is_not_kept, self);
}

void
jalon_layout_forget (JalonLayout *self)
{
  g_clear_pointer (&self->memory, jalon_memory_free);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  self->memory = jalon_memory_new ();
  self->kept = g_hash_table_new_full (NULL, NULL, NULL, free_kept);
}
