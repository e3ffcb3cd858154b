/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-painter-private.h"

#include <math.h>

/* Smaller text is not legible, in application pixels. */
#define LEGIBLE 5.0

static double
clamp_size (double value)
{
  return value > 0.0 ? MIN (value, JALON_PAINTER_FAR) : 0.0;
}

static void
trace_box (cairo_t *cr, const JalonRect *rect, double radius)
{
  double x = jalon_painter_clamp (rect->x);
  double y = jalon_painter_clamp (rect->y);
  double w = clamp_size (rect->width);
  double h = clamp_size (rect->height);
  double r = MIN (radius, MIN (w, h) / 2.0);

  if (!(r > 0.0))
    {
      cairo_rectangle (cr, x, y, w, h);
      return;
    }
  /* From where <rect> of SVG begins, or dashes would lie in other places. */
  cairo_move_to (cr, x + r, y);
  cairo_arc (cr, x + w - r, y + r, r, -G_PI / 2.0, 0.0);
  cairo_arc (cr, x + w - r, y + h - r, r, 0.0, G_PI / 2.0);
  cairo_arc (cr, x + r, y + h - r, r, G_PI / 2.0, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_path (cairo_t *cr, JalonPath *path, double x, double y)
{
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (path, &n);

  for (guint i = 0; i < n; i++)
    {
      const JalonPoint *p = elements[i].points;

      switch (elements[i].verb)
        {
        case JALON_PATH_MOVE:
          cairo_move_to (cr, jalon_painter_clamp (x + p[0].x), jalon_painter_clamp (y + p[0].y));
          break;
        case JALON_PATH_LINE:
          cairo_line_to (cr, jalon_painter_clamp (x + p[0].x), jalon_painter_clamp (y + p[0].y));
          break;
        case JALON_PATH_CURVE:
          cairo_curve_to (cr, jalon_painter_clamp (x + p[0].x), jalon_painter_clamp (y + p[0].y),
                          jalon_painter_clamp (x + p[1].x), jalon_painter_clamp (y + p[1].y),
                          jalon_painter_clamp (x + p[2].x), jalon_painter_clamp (y + p[2].y));
          break;
        case JALON_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

/**
 * jalon_painter_trace:
 * @cr: in the coordinates of a node
 * @primitive: a path of the node
 *
 * Adds it to the path of @cr.
 */
void
jalon_painter_trace (cairo_t *cr, const JalonPrimitive *primitive)
{
  g_return_if_fail (primitive->path != NULL);

  trace_path (cr, primitive->path, primitive->rect.x, primitive->rect.y);
}

static void
fill_and_stroke (cairo_t *cr, const JalonPrimitive *primitive)
{
  gboolean stroked = primitive->line_width > 0.0 && primitive->stroke.alpha > 0.0;
  double dashes[2];

  if (primitive->fill.alpha > 0.0)
    {
      jalon_painter_set_colour (cr, &primitive->fill);
      cairo_fill_preserve (cr);
    }
  if (stroked)
    {
      gboolean dashed = jalon_primitive_get_dashes (primitive, dashes);

      jalon_painter_set_colour (cr, &primitive->stroke);
      cairo_set_line_width (cr, clamp_size (primitive->line_width));
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0.0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* Not what has no pixels, or too many. */
void
jalon_painter_paint_picture (cairo_t *cr, const JalonPrimitive *primitive)
{
  cairo_surface_t *surface = jalon_picture_get_surface (primitive->picture);
  double width = cairo_image_surface_get_width (surface);
  double height = cairo_image_surface_get_height (surface);
  const JalonRect *rect = &primitive->rect;
  double scale = MAX (rect->width / width, rect->height / height);

  if (!(rect->width > 0.0 && rect->height > 0.0 && scale < JALON_PAINTER_FAR))
    return;
  cairo_save (cr);
  trace_box (cr, rect, primitive->radius);
  cairo_clip (cr);
  cairo_translate (cr, jalon_painter_clamp (rect->x + (rect->width - scale * width) / 2.0),
                   jalon_painter_clamp (rect->y + (rect->height - scale * height) / 2.0));
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* A box or a path. */
void
jalon_painter_paint_outline (cairo_t *cr, const JalonPrimitive *primitive)
{
  if (primitive->type == JALON_PRIMITIVE_PATH)
    trace_path (cr, primitive->path, primitive->rect.x, primitive->rect.y);
  else
    trace_box (cr, &primitive->rect, primitive->radius);
  fill_and_stroke (cr, primitive);
}

/**
 * jalon_painter_paint_node:
 * @cr: where the origin is the top left of the node, and a unit a canvas unit
 * @node: a node
 *
 * Paints a node.
 */
void
jalon_painter_paint_node (cairo_t *cr, JalonNode *node)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);

  for (guint i = 0; i < n; i++)
    {
      if (primitives[i].type == JALON_PRIMITIVE_TEXT)
        jalon_painter_paint_text (cr, &primitives[i]);
      else if (primitives[i].type == JALON_PRIMITIVE_PICTURE)
        jalon_painter_paint_picture (cr, &primitives[i]);
      else
        jalon_painter_paint_outline (cr, &primitives[i]);
    }
}

/**
 * jalon_painter_paint_zoomed:
 * @cr: where the origin is the top left of the node, and a unit a canvas unit; not clipped
 * @node: a node
 * @zoom: application pixels for a canvas unit
 *
 * Paints a node as a screen shows it: plain if nobody could read its words, or any beside it.
 */
void
jalon_painter_paint_zoomed (cairo_t *cr, JalonNode *node, double zoom)
{
  double size = jalon_node_get_text_size (node);

  if ((size > 0.0 ? size : jalon_typesetter_get_size (JALON_TEXT_BODY)) * zoom < LEGIBLE)
    jalon_painter_paint_plain (cr, node);
  else
    jalon_painter_paint_node (cr, node);
}

/**
 * jalon_painter_get_detail:
 * @zoom: application pixels for a canvas unit
 *
 * Returns: a number for how most of a map is painted: with its words, with bars for them, or as
 *   boxes; what has been painted at another zoom looks like this one if it is the same
 */
guint
jalon_painter_get_detail (double zoom)
{
  if (jalon_painter_is_far (zoom))
    return 0;
  return jalon_typesetter_get_size (JALON_TEXT_BODY) * zoom < LEGIBLE ? 1 : 2;
}

static gboolean
is_in (const JalonItem *item, const JalonRect *clip)
{
  const JalonRect *ink = jalon_node_get_ink (item->node);
  double x = item->x + ink->x;
  double y = item->y + ink->y;

  return x < clip->x + clip->width && y < clip->y + clip->height && x + ink->width > clip->x &&
         y + ink->height > clip->y;
}

/**
 * jalon_painter_paint_scene:
 * @cr: where the origin is the top left of the sheet, and a unit a canvas unit
 * @scene: a scene
 * @clip: (nullable): what to paint of it; %NULL for all
 *
 * Paints the paper and what lies on it, without what is only for the screen.
 */
void
jalon_painter_paint_scene (cairo_t *cr, JalonScene *scene, const JalonRect *clip)
{
  const JalonRect all = { 0, 0, jalon_scene_get_width (scene), jalon_scene_get_height (scene) };
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  jalon_painter_set_colour (cr, &jalon_scene_get_theme (scene)->paper);
  trace_box (cr, clip != NULL ? clip : &all, 0.0);
  cairo_fill (cr);
  for (guint i = 0; i < n; i++)
    {
      if (jalon_node_is_for_screen (items[i].node) || (clip != NULL && !is_in (&items[i], clip)))
        continue;
      cairo_save (cr);
      cairo_translate (cr, jalon_painter_clamp (items[i].x), jalon_painter_clamp (items[i].y));
      jalon_painter_paint_node (cr, items[i].node);
      cairo_restore (cr);
    }
}
