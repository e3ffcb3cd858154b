/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tile-painter.h"

#include "drawing/jalon-painter.h"
#include "widgets/jalon-rect.h"

/* Edges that are not smoothed may lie so far beyond, in application pixels. */
#define BLEED 1.0

/**
 * jalon_tile_painter_get_ink:
 * @self: a painter
 * @node: a node
 * @x: where it is, in canvas units
 * @y: where it is
 * @rect: (out): where it leaves ink
 */
void
jalon_tile_painter_get_ink (const JalonTilePainter *self,
                            JalonNode *node,
                            double x,
                            double y,
                            JalonRect *rect)
{
  const JalonRect *ink = jalon_node_get_ink (node);

  *rect = (JalonRect){ (x + ink->x) * self->zoom - BLEED, (y + ink->y) * self->zoom - BLEED,
                       ink->width * self->zoom + 2 * BLEED, ink->height * self->zoom + 2 * BLEED };
}

/**
 * jalon_tile_painter_begin:
 * @self: a painter
 * @scene: what is shown
 * @seen: (element-type guint): indices of items, in the order of painting
 *
 * Says what will be painted, until jalon_tile_painter_end().
 */
void
jalon_tile_painter_begin (JalonTilePainter *self, JalonScene *scene, const GArray *seen)
{
  self->scene = scene;
  self->seen = seen;
}

void
jalon_tile_painter_end (JalonTilePainter *self)
{
  g_clear_pointer (&self->part, cairo_surface_destroy);
  self->part_rect = (JalonRect){ 0 };
  self->scene = NULL;
  self->seen = NULL;
}

/* Those that leave ink in @rect. */
static GArray *
find_touching (const JalonTilePainter *self, const JalonRect *rect, const JalonItem *items)
{
  GArray *touching = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->seen->len);

  for (guint i = 0; i < self->seen->len; i++)
    {
      const guint index = g_array_index (self->seen, guint, i);
      JalonRect ink;

      jalon_tile_painter_get_ink (self, items[index].node, items[index].x, items[index].y, &ink);
      if (jalon_rect_intersect (&ink, rect, &ink))
        g_array_append_val (touching, index);
    }
  return touching;
}

static void
fill_paper (const JalonTilePainter *self, cairo_surface_t *surface, const JalonRect *rect)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, self->paper.red, self->paper.green, self->paper.blue);
  cairo_rectangle (cr, 0, 0, rect->width, rect->height);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/**
 * jalon_tile_painter_paint:
 * @self: a painter
 * @rect: a part of the sheet, in whole pixels
 *
 * Paints all that is seen there.
 *
 * Returns: (transfer full) (nullable): a surface at least as large as @rect; %NULL if that shows
 *   nothing but paper
 */
cairo_surface_t *
jalon_tile_painter_paint (const JalonTilePainter *self, const JalonRect *rect)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self->scene, &n_items);
  g_autoptr (GArray) touching = find_touching (self, rect, items);
  cairo_surface_t *surface;

  if (touching->len == 0)
    return NULL;
  surface = jalon_tile_surfaces_take (self->surfaces, (int) rect->width, (int) rect->height,
                                      self->scale);
  fill_paper (self, surface, rect);
  jalon_painter_paint_items (surface, &(JalonPoint){ rect->x, rect->y }, self->zoom, items,
                             (const guint *) (gpointer) touching->data, touching->len);
  return surface;
}

/* What has changed is often seen on several tiles, and is painted once. */
static void
paint_part (JalonTilePainter *self, const JalonRect *rect, const JalonRect *change)
{
  if (jalon_rect_contains (&self->part_rect, rect))
    return;
  g_clear_pointer (&self->part, cairo_surface_destroy);
  self->part_rect = *change;
  self->part = jalon_tile_painter_paint (self, change);
}

/**
 * jalon_tile_painter_mend:
 * @self: a painter
 * @surface: on which a larger part of the sheet has been painted
 * @origin: of the sheet, what is at the top left of @surface
 * @rect: a part of the sheet, in whole pixels
 * @change: all around it that may have changed, in whole pixels
 *
 * Paints on @surface what is in @rect now.
 */
void
jalon_tile_painter_mend (JalonTilePainter *self,
                         cairo_surface_t *surface,
                         const JalonPoint *origin,
                         const JalonRect *rect,
                         const JalonRect *change)
{
  cairo_t *cr = cairo_create (surface);

  paint_part (self, rect, change);
  if (self->part != NULL)
    cairo_set_source_surface (cr, self->part, self->part_rect.x - origin->x,
                              self->part_rect.y - origin->y);
  else
    cairo_set_source_rgb (cr, self->paper.red, self->paper.green, self->paper.blue);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, rect->x - origin->x, rect->y - origin->y, rect->width, rect->height);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/**
 * jalon_tile_painter_show_paper:
 * @self: a painter
 * @snapshot: where the origin is that of the sheet
 * @view: what is in view, in application pixels
 * @shown: (transfer full): where something else is shown, in application pixels
 *
 * Shows paper, where nothing else is shown.
 */
void
jalon_tile_painter_show_paper (const JalonTilePainter *self,
                               GtkSnapshot *snapshot,
                               const JalonRect *view,
                               cairo_region_t *shown)
{
  const GdkRGBA colour = { self->paper.red, self->paper.green, self->paper.blue, 1 };
  const JalonRect all = jalon_rect_round_out (view);
  cairo_region_t *paper = cairo_region_create ();

  jalon_rect_add_to_region (&all, paper);
  cairo_region_subtract (paper, shown);
  cairo_region_destroy (shown);
  for (int i = 0; i < cairo_region_num_rectangles (paper); i++)
    {
      cairo_rectangle_int_t rect;

      cairo_region_get_rectangle (paper, i, &rect);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (rect.x, rect.y, rect.width, rect.height));
    }
  cairo_region_destroy (paper);
}
