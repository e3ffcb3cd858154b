/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is so small that nobody could read it. */

#include "drawing/jalon-painter-private.h"

#include <math.h>

#include "drawing/jalon-fonts.h"
#include "drawing/jalon-pixels.h"

/* How far a line may be from the curve it stands for, in pixels */
#define TOLERANCE 0.4

/* The height of a bar that stands for words, in sizes of the text */
#define BAR 0.5

/* In pixels: the least height of such a bar, the largest corner that may as well
 * be none, and the size of a sign of which nothing would be seen but a speck. Below the zoom where
 * most bars go, nobody sees borders either. */
#define LEAST_BAR 1.4
#define LARGEST_CORNER 3.0
#define LEAST_SIGN 2.5
#define FAR_AWAY 0.21

/* Where boxes go. */
typedef struct
{
  cairo_t *cr;
  double zoom; /* application pixels for a canvas unit */

  /* The surface whose pixels can be set, NULL if not, where the origin is on it, and its pixels for
   * a canvas unit */
  cairo_surface_t *surface;
  JalonPixels pixels;
  JalonPoint origin;
  JalonPoint scale;
} Plain;

static void
plain_init (Plain *self, cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  JalonPoint device, offset;
  double dx = 1.0, dy = 0.0;

  *self = (Plain){ .cr = cr };
  cairo_user_to_device_distance (cr, &dx, &dy);
  self->zoom = hypot (dx, dy);
  if (!(dx > 0.0) || dy != 0.0 || !jalon_pixels_init (&self->pixels, target))
    return;
  cairo_surface_get_device_scale (target, &device.x, &device.y);
  cairo_surface_get_device_offset (target, &offset.x, &offset.y);
  cairo_user_to_device (cr, &self->origin.x, &self->origin.y);
  self->origin.x = self->origin.x * device.x + offset.x;
  self->origin.y = self->origin.y * device.y + offset.y;
  dy = 1.0, dx = 0.0;
  cairo_user_to_device_distance (cr, &dx, &dy);
  self->scale = (JalonPoint){ self->zoom * device.x, dy * device.y };
  if (dx == 0.0 && dy > 0.0)
    self->surface = target;
}

static void
set_pixels (Plain *self, const JalonRect *rect, const JalonColour *colour)
{
  const JalonRect place = { self->origin.x + rect->x * self->scale.x,
                            self->origin.y + rect->y * self->scale.y, rect->width * self->scale.x,
                            rect->height * self->scale.y };

  cairo_surface_flush (self->surface);
  jalon_pixels_fill (&self->pixels, &place, jalon_pixels_get (colour));
  cairo_surface_mark_dirty (self->surface);
}

static void
fill (Plain *self, const JalonRect *rect, const JalonColour *colour)
{
  if (self->surface != NULL)
    {
      set_pixels (self, rect, colour);
      return;
    }
  jalon_painter_set_colour (self->cr, colour);
  cairo_rectangle (self->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (self->cr);
}

static gboolean
has_bar (double height, double zoom)
{
  return !(height * zoom < LEAST_BAR);
}

/* A bar for each line, as dark as the words would seem. */
static void
paint_bars (Plain *self, const JalonPrimitive *primitive)
{
  g_autoptr (JalonFonts) fonts = NULL;
  PangoLayoutIter *iter;
  JalonColour colour = primitive->fill;
  double scale = jalon_paragraph_get_scale (primitive->paragraph) / PANGO_SCALE;
  double height = BAR *
                  jalon_typesetter_get_size (jalon_paragraph_get_style (primitive->paragraph));

  if (!has_bar (height, self->zoom) || primitive->angle != 0.0)
    return;
  colour.alpha *= 0.3;
  fonts = jalon_fonts_take ();
  iter = pango_layout_get_iter (jalon_paragraph_get_layout (primitive->paragraph));
  do
    {
      PangoRectangle line;
      double base = pango_layout_iter_get_baseline (iter) * scale;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      fill (self,
            &(JalonRect){ primitive->rect.x + line.x * scale, primitive->rect.y + base - height,
                          line.width * scale, height },
            &colour);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Whether most of the map is boxes without borders. */
gboolean
jalon_painter_is_far (double zoom)
{
  return zoom <= FAR_AWAY;
}

/* With hard edges; a border is as wide as a pixel. */
static void
paint_hard_box (Plain *self, const JalonPrimitive *primitive)
{
  double border = primitive->line_width > 0.0 && !jalon_painter_is_far (self->zoom)
                    ? 1.0 / self->zoom
                    : 0.0;
  const JalonRect *rect = &primitive->rect;

  if (border > 0.0)
    fill (self, rect, &primitive->stroke);
  fill (self,
        &(JalonRect){ rect->x + border, rect->y + border, rect->width - 2.0 * border,
                      rect->height - 2.0 * border },
        &primitive->fill);
}

/* Whether nobody would see that corners are none. */
gboolean
jalon_painter_is_hard (double radius, double zoom)
{
  return !(radius * zoom > LARGEST_CORNER);
}

static gboolean
is_hard_box (const JalonPrimitive *primitive, double zoom)
{
  return primitive->type == JALON_PRIMITIVE_BOX && primitive->fill.alpha > 0.0 &&
         jalon_painter_is_hard (primitive->radius, zoom);
}

/* How large a path is, 0 if there is nothing to it. */
double
jalon_painter_get_sign_size (const JalonPrimitive *primitive)
{
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (primitive->path, &n);
  JalonRect ink;

  if (n == 0)
    return 0.0;
  ink = (JalonRect){ primitive->rect.x + elements[0].points[0].x,
                     primitive->rect.y + elements[0].points[0].y, 0.0, 0.0 };
  jalon_primitive_get_ink (primitive, &ink);
  return MAX (ink.width, ink.height);
}

/* Whether nothing would be seen of a sign but a speck. */
gboolean
jalon_painter_is_speck (double size, double zoom)
{
  return size * zoom < LEAST_SIGN;
}

/* Whether bars stand for some of its words. */
gboolean
jalon_painter_has_bars (JalonNode *node, double zoom)
{
  return has_bar (BAR * jalon_node_get_text_size (node), zoom);
}

static gboolean
is_speck (const JalonPrimitive *primitive, double zoom)
{
  return primitive->type == JALON_PRIMITIVE_PATH &&
         jalon_painter_is_speck (jalon_painter_get_sign_size (primitive), zoom);
}

/**
 * jalon_painter_paint_plain:
 * @cr: where the origin is the top left of the node, and a unit a canvas unit; not clipped
 * @node: a node
 *
 * Paints a node that is so small that nobody could read it: bars for lines of text, hard corners
 * where they are small, and no signs that would be specks.
 */
void
jalon_painter_paint_plain (cairo_t *cr, JalonNode *node)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);
  cairo_antialias_t antialias = cairo_get_antialias (cr);
  double tolerance = cairo_get_tolerance (cr);
  gboolean has_bars;
  Plain self;

  plain_init (&self, cr);
  cairo_set_tolerance (cr, TOLERANCE);
  has_bars = jalon_painter_has_bars (node, self.zoom);
  for (guint i = 0; i < n; i++)
    {
      const JalonPrimitive *p = &primitives[i];
      gboolean is_text = p->type == JALON_PRIMITIVE_TEXT;

      if (is_text && !has_bars)
        continue;
      if (is_text || is_hard_box (p, self.zoom))
        {
          cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
          (is_text ? paint_bars : paint_hard_box) (&self, p);
          cairo_set_antialias (cr, antialias);
        }
      else if (p->type == JALON_PRIMITIVE_PICTURE)
        jalon_painter_paint_picture (cr, p);
      else if (!is_speck (p, self.zoom))
        jalon_painter_paint_outline (cr, p);
    }
  cairo_set_tolerance (cr, tolerance);
}
