/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tile-surfaces.h"

/* Milliseconds after the last painting. */
#define REST 1000

/* How many are looked after at once. */
#define MOST 16

struct _JalonTileSurfaces
{
  GPtrArray *surfaces; /* the last ones */
  guint source;        /* lets go of them */
};

/**
 * jalon_tile_surfaces_new:
 *
 * Returns: (transfer full): no surfaces yet
 */
JalonTileSurfaces *
jalon_tile_surfaces_new (void)
{
  JalonTileSurfaces *self = g_new0 (JalonTileSurfaces, 1);

  self->surfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  return self;
}

void
jalon_tile_surfaces_free (JalonTileSurfaces *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->surfaces);
  g_free (self);
}

static gboolean
release_cb (gpointer data)
{
  JalonTileSurfaces *self = data;

  self->source = 0;
  g_ptr_array_set_size (self->surfaces, 0);
  return G_SOURCE_REMOVE;
}

/* Keeps what could be painted on while people move, not longer. */
static void
queue_release (JalonTileSurfaces *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (REST, release_cb, self);
}

static gboolean
is_fit (int length, int wanted)
{
  return length >= wanted && length <= 2 * wanted;
}

static gboolean
is_free (cairo_surface_t *surface, int width, int height, double scale)
{
  double x, y;

  cairo_surface_get_device_scale (surface, &x, &y);
  return cairo_surface_get_reference_count (surface) == 1 && x == scale &&
         is_fit (cairo_image_surface_get_width (surface), width) &&
         is_fit (cairo_image_surface_get_height (surface), height);
}

/**
 * jalon_tile_surfaces_take:
 * @self: surfaces
 * @width: in application pixels
 * @height: in application pixels
 * @scale: pixels of the device for an application pixel
 *
 * Returns: (transfer full): a surface at least as large, on which there may be anything
 */
cairo_surface_t *
jalon_tile_surfaces_take (JalonTileSurfaces *self, int width, int height, int scale)
{
  cairo_surface_t *surface;

  queue_release (self);
  for (guint i = 0; i < self->surfaces->len; i++)
    {
      surface = g_ptr_array_index (self->surfaces, i);
      if (is_free (surface, width * scale, height * scale, scale))
        return cairo_surface_reference (surface);
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  if (self->surfaces->len == MOST)
    g_ptr_array_set_size (self->surfaces, 0);
  g_ptr_array_add (self->surfaces, cairo_surface_reference (surface));
  return surface;
}

static cairo_user_data_key_t whole_key;

/**
 * jalon_tile_surfaces_cut:
 * @surface: a surface on which all has been painted
 * @x: the left of a part, in application pixels
 * @y: the top of the part
 * @width: its width
 * @height: its height
 *
 * Returns: (transfer full): the part as a surface of its own, which keeps @surface
 */
cairo_surface_t *
jalon_tile_surfaces_cut (cairo_surface_t *surface, int x, int y, int width, int height)
{
  const int stride = cairo_image_surface_get_stride (surface);
  double scale, down;
  cairo_surface_t *part;

  cairo_surface_flush (surface);
  cairo_surface_get_device_scale (surface, &scale, &down);
  part = cairo_image_surface_create_for_data (cairo_image_surface_get_data (surface) +
                                                y * (int) scale * stride + x * (int) scale * 4,
                                              cairo_image_surface_get_format (surface),
                                              width * (int) scale, height * (int) scale, stride);
  cairo_surface_set_device_scale (part, scale, scale);
  cairo_surface_set_user_data (part, &whole_key, cairo_surface_reference (surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);
  return part;
}

static cairo_surface_t *
acquire_cb (cairo_pattern_t *pattern,
            gpointer surface,
            cairo_surface_t *target,
            const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (surface);
}

static void
give_back_cb (cairo_pattern_t *pattern, gpointer data, cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_cb (cairo_pattern_t *pattern, gpointer surface, const cairo_pattern_t *other)
{
  cairo_surface_reference (surface);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish_cb (cairo_pattern_t *pattern, gpointer surface)
{
  cairo_surface_destroy (surface);
}

/* What is on @surface. Not a pattern of it: when a surface is given up, Cairo copies it for what
 * was recorded, even if nobody needs that any more. */
static cairo_pattern_t *
make_pattern (cairo_surface_t *surface)
{
  cairo_pattern_t *pattern =
    cairo_pattern_create_raster_source (cairo_surface_reference (surface), CAIRO_CONTENT_COLOR,
                                        cairo_image_surface_get_width (surface),
                                        cairo_image_surface_get_height (surface));

  cairo_raster_source_pattern_set_acquire (pattern, acquire_cb, give_back_cb);
  cairo_raster_source_pattern_set_copy (pattern, copy_cb);
  cairo_raster_source_pattern_set_finish (pattern, finish_cb);
  return pattern;
}

/**
 * jalon_tile_surfaces_show:
 * @surface: a surface on which all has been painted
 * @matrix: (nullable): from what is seen to @surface, both in application pixels; %NULL if it is
 *   seen as it is
 * @width: of what is seen, in application pixels
 * @height: of what is seen
 *
 * Returns: (transfer full): shows the surface, and keeps it; the top left is at (0, 0)
 */
GskRenderNode *
jalon_tile_surfaces_show (cairo_surface_t *surface,
                          const cairo_matrix_t *matrix,
                          int width,
                          int height)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  cairo_pattern_t *pattern = make_pattern (surface);
  double scale, down;
  cairo_matrix_t device;

  cairo_surface_get_device_scale (surface, &scale, &down);
  cairo_matrix_init_scale (&device, scale, down);
  if (matrix != NULL)
    cairo_matrix_multiply (&device, matrix, &device);
  cairo_pattern_set_matrix (pattern, &device);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
  return node;
}
