/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-render-cache.h"

#include <math.h>

#include "drawing/jalon-painter.h"

/* Smaller text is not legible: boxes are drawn instead. In application pixels. */
#define LEGIBLE 5.0

/* Lines and shadows may reach beyond the box of their node by so much, in canvas units. */
#define OVERHANG 4.0

/* How many frames something out of sight is kept. */
#define MAX_AGE 120

struct _JalonRenderCache
{
  GHashTable *entries; /* JalonNode → Entry */
  GHashTable *looks;   /* JalonNode, by what is drawn on it → its Entry, borrowed */
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
  self->looks = g_hash_table_new (jalon_node_hash_look, jalon_node_equal_look);
  return self;
}

void
jalon_render_cache_free (JalonRenderCache *self)
{
  g_hash_table_unref (self->looks);
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
    {
      g_hash_table_remove_all (self->looks);
      g_hash_table_remove_all (self->entries);
    }
  self->zoom = zoom;
  self->frame++;
}

/* The size of the largest text, in canvas units; INFINITY if there is none. */
static double
get_text_size (JalonNode *node)
{
  guint n_primitives;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n_primitives);
  double size = 0;
  gboolean has_text = FALSE;

  for (guint i = 0; i < n_primitives; i++)
    if (primitives[i].type == JALON_PRIMITIVE_TEXT)
      {
        JalonTextStyle style = jalon_paragraph_get_style (primitives[i].paragraph);

        size = MAX (size, jalon_typesetter_get_size (style));
        has_text = TRUE;
      }
  return has_text ? size : INFINITY;
}

static gboolean
is_plain_box (const JalonPrimitive *primitive)
{
  return primitive->type == JALON_PRIMITIVE_BOX && primitive->radius == 0.0 &&
         primitive->line_width == 0.0;
}

/* The only thing that is drawn, if it is a plain box; NULL otherwise. */
static const JalonPrimitive *
get_plain_box (JalonNode *node)
{
  guint n_primitives;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n_primitives);

  return n_primitives == 1 && is_plain_box (&primitives[0]) ? &primitives[0] : NULL;
}

/* Bands are as large as the map. GSK fills a rectangle where it needs it, but draws all of a Cairo
 * node that is in view into a picture first. */
static GskRenderNode *
render_box (const JalonPrimitive *box, double zoom)
{
  return gsk_color_node_new (&(GdkRGBA){ box->fill.red, box->fill.green, box->fill.blue,
                                         box->fill.alpha },
                             &GRAPHENE_RECT_INIT (box->rect.x * zoom, box->rect.y * zoom,
                                                  box->rect.width * zoom, box->rect.height * zoom));
}

static GskRenderNode *
render_by_cairo (JalonNode *node, double zoom)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (-OVERHANG * zoom, -OVERHANG * zoom,
                        (jalon_node_get_width (node) + 2 * OVERHANG) * zoom,
                        (jalon_node_get_height (node) + 2 * OVERHANG) * zoom);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, zoom, zoom);
  if (get_text_size (node) * zoom < LEGIBLE)
    jalon_painter_paint_plain (cr, node);
  else
    jalon_painter_paint_node (cr, node);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static GskRenderNode *
render (JalonNode *node, double zoom)
{
  const JalonPrimitive *box = get_plain_box (node);

  return box != NULL ? render_box (box, zoom) : render_by_cairo (node, zoom);
}

/* A layout may make a node anew that looks as before: for GSK, which compares, that is the same. */
static GskRenderNode *
find_or_render (JalonRenderCache *self, JalonNode *node)
{
  const Entry *same = g_hash_table_lookup (self->looks, node);

  return same != NULL ? gsk_render_node_ref (same->render_node) : render (node, self->zoom);
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
    {
      entry->render_node = find_or_render (self, node);
      g_hash_table_replace (self->looks, node, entry);
    }
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
forget_stale (gpointer key, gpointer value, gpointer data)
{
  const Entry *entry = value;
  const JalonRenderCache *self = data;

  if (self->frame - entry->last_frame <= MAX_AGE)
    return FALSE;
  if (g_hash_table_lookup (self->looks, key) == entry)
    g_hash_table_remove (self->looks, key);
  return TRUE;
}

/**
 * jalon_render_cache_end:
 * @self: a cache
 *
 * Ends a frame. What has long not been seen is forgotten.
 */
void
jalon_render_cache_end (JalonRenderCache *self)
{
  if (self->frame % MAX_AGE == 0)
    g_hash_table_foreach_remove (self->entries, forget_stale, self);
}
