/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-render-cache.h"

#include <math.h>

#include "drawing/jalon-painter.h"

struct _JalonRenderCache
{
  GHashTable *entries; /* JalonNode → Entry */
  double zoom;
  guint frame;
};

typedef struct
{
  JalonNode *node;
  GskRenderNode *render_node; /* NULL if there is nothing to see */
  guint last_frame;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->render_node, gsk_render_node_unref);
  jalon_node_unref (entry->node);
  g_free (entry);
}

/**
 * jalon_render_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
JalonRenderCache *
jalon_render_cache_new (void)
{
  JalonRenderCache *self = g_new0 (JalonRenderCache, 1);

  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  return self;
}

void
jalon_render_cache_free (JalonRenderCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * jalon_render_cache_begin:
 * @self: a cache
 * @zoom: application pixels for a canvas unit
 *
 * Begins a frame.
 */
void
jalon_render_cache_begin (JalonRenderCache *self, double zoom)
{
  if (self->zoom != zoom)
    g_hash_table_remove_all (self->entries);
  self->zoom = zoom;
  self->frame++;
}

static GskRenderNode *
render (JalonNode *node, double zoom)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (-JALON_OVERHANG * zoom, -JALON_OVERHANG * zoom,
                        (jalon_node_get_width (node) + 2 * JALON_OVERHANG) * zoom,
                        (jalon_node_get_height (node) + 2 * JALON_OVERHANG) * zoom);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, zoom, zoom);
  jalon_painter_paint_zoomed (cr, node, zoom);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static Entry *
add_entry (JalonRenderCache *self, JalonNode *node)
{
  Entry *entry = g_new0 (Entry, 1);
  guint n_primitives;

  entry->node = jalon_node_ref (node);
  g_hash_table_insert (self->entries, node, entry);
  jalon_node_get_primitives (node, &n_primitives);
  if (n_primitives > 0)
    entry->render_node = render (node, self->zoom);
  return entry;
}

/**
 * jalon_render_cache_get:
 * @self: a cache, between begin and end
 * @node: a node of a scene
 *
 * Returns: (transfer none) (nullable): what shows @node, its top left at (0, 0); %NULL for nothing
 */
GskRenderNode *
jalon_render_cache_get (JalonRenderCache *self, JalonNode *node)
{
  Entry *entry = g_hash_table_lookup (self->entries, node);

  if (entry == NULL)
    entry = add_entry (self, node);
  entry->last_frame = self->frame;
  return entry->render_node;
}

static gboolean
is_stale (gpointer key, gpointer value, gpointer data)
{
  const Entry *entry = value;
  const JalonRenderCache *self = data;

  return entry->last_frame != self->frame;
}

/**
 * jalon_render_cache_end:
 * @self: a cache
 *
 * Ends a frame. What was not seen is forgotten.
 */
void
jalon_render_cache_end (JalonRenderCache *self)
{
  g_hash_table_foreach_remove (self->entries, is_stale, self);
}
