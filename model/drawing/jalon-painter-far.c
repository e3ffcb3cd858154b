/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maps from afar: ten thousand nodes, each of which is a box or two. What those are is found out
 * once for each node, and lies together in memory. */

#include "drawing/jalon-painter-private.h"

#include "drawing/jalon-node-private.h"
#include "drawing/jalon-pixels.h"

typedef struct
{
  JalonRect rect;
  guint32 pixel;
} Box;

struct _JalonFarNode
{
  gboolean is_complex; /* there is more to it than filled boxes, however small it is */
  double sign;         /* the size of its largest path */
  double radius;       /* of the largest corner of a filled box */
  guint n_boxes;
  Box boxes[];
};

static void
add_primitive (JalonFarNode *far, const JalonPrimitive *primitive)
{
  if (primitive->type == JALON_PRIMITIVE_PATH)
    far->sign = MAX (far->sign, jalon_painter_get_sign_size (primitive));
  else if (primitive->type == JALON_PRIMITIVE_BOX && primitive->fill.alpha > 0.0)
    {
      far->radius = MAX (far->radius, primitive->radius);
      far->boxes[far->n_boxes++] = (Box){ primitive->rect, jalon_pixels_get (&primitive->fill) };
    }
  else if (primitive->type != JALON_PRIMITIVE_TEXT)
    far->is_complex = TRUE;
}

static const JalonFarNode *
get_far (JalonNode *node)
{
  guint n;
  const JalonPrimitive *primitives;

  if (node->far != NULL)
    return node->far;
  primitives = jalon_node_get_primitives (node, &n);
  node->far = g_malloc0 (sizeof (JalonFarNode) + n * sizeof (Box));
  for (guint i = 0; i < n; i++)
    add_primitive (node->far, &primitives[i]);
  return node->far;
}

/* Whether nothing but its boxes is seen of a node. */
static gboolean
is_boxes (JalonNode *node, const JalonFarNode *far, double zoom)
{
  return !far->is_complex && !jalon_painter_has_bars (node, zoom) &&
         jalon_painter_is_speck (far->sign, zoom) && jalon_painter_is_hard (far->radius, zoom);
}

/* Where a scene is painted. */
typedef struct
{
  cairo_t *cr;
  cairo_surface_t *surface;
  JalonPixels pixels;
  gboolean has_pixels;
  gboolean is_set; /* pixels have been, which Cairo has not been told of */
  JalonPoint origin;
  double zoom;
  double scale; /* pixels of the device for an application pixel */
} View;

static void
set_boxes (View *self, const JalonItem *item, const JalonFarNode *far)
{
  const double zoom = self->zoom * self->scale;
  const double x = (item->x * self->zoom - self->origin.x) * self->scale;
  const double y = (item->y * self->zoom - self->origin.y) * self->scale;

  if (!self->is_set)
    cairo_surface_flush (self->surface);
  self->is_set = TRUE;
  for (guint i = 0; i < far->n_boxes; i++)
    {
      const JalonRect *rect = &far->boxes[i].rect;

      jalon_pixels_fill (&self->pixels,
                         &(JalonRect){ x + rect->x * zoom, y + rect->y * zoom, rect->width * zoom,
                                       rect->height * zoom },
                         far->boxes[i].pixel);
    }
}

static void
finish_boxes (View *self)
{
  if (self->is_set)
    cairo_surface_mark_dirty (self->surface);
  self->is_set = FALSE;
}

static void
paint_item (View *self, const JalonItem *item)
{
  if (self->has_pixels)
    {
      const JalonFarNode *far = get_far (item->node);

      if (is_boxes (item->node, far, self->zoom))
        {
          set_boxes (self, item, far);
          return;
        }
    }
  finish_boxes (self);
  cairo_identity_matrix (self->cr);
  cairo_translate (self->cr, item->x * self->zoom - self->origin.x,
                   item->y * self->zoom - self->origin.y);
  cairo_scale (self->cr, self->zoom, self->zoom);
  jalon_painter_paint_zoomed (self->cr, item->node, self->zoom);
}

/**
 * jalon_painter_paint_items:
 * @surface: a surface; its device scale is the same across and down
 * @origin: what of the sheet is at its top left, in application pixels
 * @zoom: application pixels for a canvas unit
 * @items: items of a scene
 * @indices: (array length=n_indices): which of them, in the order of painting
 * @n_indices: how many
 *
 * Paints a part of a scene as a screen shows it.
 */
void
jalon_painter_paint_items (cairo_surface_t *surface,
                           const JalonPoint *origin,
                           double zoom,
                           const JalonItem *items,
                           const guint *indices,
                           guint n_indices)
{
  View self = { .cr = cairo_create (surface), .surface = surface, .origin = *origin, .zoom = zoom };
  double down;

  cairo_surface_get_device_scale (surface, &self.scale, &down);
  self.has_pixels = jalon_painter_is_far (zoom) && jalon_pixels_init (&self.pixels, surface);
  for (guint i = 0; i < n_indices; i++)
    paint_item (&self, &items[indices[i]]);
  finish_boxes (&self);
  cairo_destroy (self.cr);
}
