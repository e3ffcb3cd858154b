/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-painter.h"

#include <math.h>

#include "drawing/jalon-emoji.h"

/* Cairo counts in 24.8 bits and draws nothing at all after a number beyond them. */
#define FAR 1e6

/* In pixels: the least height of a bar that stands for words, and the largest corner that may as
 * well be none. Below the zoom where most bars go, nobody sees borders either. */
#define LEAST_BAR 1.4
#define LARGEST_CORNER 3.0
#define FAR_AWAY 0.21

/* Also makes a number of what is none. */
static double
clamp (double value)
{
  return value > -FAR ? MIN (value, FAR) : -FAR;
}

static double
clamp_size (double value)
{
  return value > 0.0 ? MIN (value, FAR) : 0.0;
}

static void
set_colour (cairo_t *cr, const JalonColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
trace_box (cairo_t *cr, const JalonRect *rect, double radius)
{
  double x = clamp (rect->x);
  double y = clamp (rect->y);
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
          cairo_move_to (cr, clamp (x + p[0].x), clamp (y + p[0].y));
          break;
        case JALON_PATH_LINE:
          cairo_line_to (cr, clamp (x + p[0].x), clamp (y + p[0].y));
          break;
        case JALON_PATH_CURVE:
          cairo_curve_to (cr, clamp (x + p[0].x), clamp (y + p[0].y), clamp (x + p[1].x),
                          clamp (y + p[1].y), clamp (x + p[2].x), clamp (y + p[2].y));
          break;
        case JALON_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
fill_and_stroke (cairo_t *cr, const JalonPrimitive *primitive)
{
  gboolean stroked = primitive->line_width > 0.0 && primitive->stroke.alpha > 0.0;
  double dashes[2];

  if (primitive->fill.alpha > 0.0)
    {
      set_colour (cr, &primitive->fill);
      cairo_fill_preserve (cr);
    }
  if (stroked)
    {
      gboolean dashed = jalon_primitive_get_dashes (primitive, dashes);

      set_colour (cr, &primitive->stroke);
      cairo_set_line_width (cr, clamp_size (primitive->line_width));
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0.0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_emoji_cb (PangoFont *font, PangoGlyph glyph, double x, double y, gpointer data)
{
  cairo_t *cr = data;
  JalonRect place;
  cairo_surface_t *surface = jalon_emoji_render (font, glyph, &place);

  if (surface == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, x + place.x, y + place.y);
  cairo_scale (cr, place.width / cairo_image_surface_get_width (surface),
               place.height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

/* Run by run, for a surface of vectors. */
static void
paint_runs (cairo_t *cr, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      double y = (double) pango_layout_iter_get_run_baseline (iter) / PANGO_SCALE;
      PangoRectangle logical;
      double x;

      if (run == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &logical);
      x = (double) logical.x / PANGO_SCALE;
      cairo_move_to (cr, x, y);
      if (jalon_font_has_pictures (run->item->analysis.font))
        jalon_emoji_foreach (run, x, y, paint_emoji_cb, cr);
      else
        pango_cairo_show_glyph_item (cr, pango_layout_get_text (layout), run);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/* Pixels for a canvas unit. */
static double
get_zoom (cairo_t *cr)
{
  double x = 1.0, y = 0.0;

  cairo_user_to_device_distance (cr, &x, &y);
  return hypot (x, y);
}

static gboolean
is_vectors (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

static void
paint_text (cairo_t *cr, const JalonPrimitive *primitive)
{
  PangoLayout *layout = jalon_paragraph_get_layout (primitive->paragraph);
  double scale = jalon_paragraph_get_scale (primitive->paragraph);

  set_colour (cr, &primitive->fill);
  cairo_save (cr);
  cairo_translate (cr, clamp (primitive->rect.x), clamp (primitive->rect.y));
  if (primitive->angle != 0.0 && isfinite (primitive->angle))
    cairo_rotate (cr, fmod (primitive->angle, 360.0) * G_PI / 180.0);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, 0.0, 0.0);
  /* Not pango_cairo_update_layout(): the lines would be broken anew for this surface. */
  if (is_vectors (cr))
    paint_runs (cr, layout);
  else
    pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
paint_picture (cairo_t *cr, const JalonPrimitive *primitive)
{
  cairo_surface_t *surface = jalon_picture_get_surface (primitive->picture);
  double width = cairo_image_surface_get_width (surface);
  double height = cairo_image_surface_get_height (surface);
  const JalonRect *rect = &primitive->rect;
  double scale = MAX (rect->width / width, rect->height / height);

  if (!(rect->width > 0.0 && rect->height > 0.0 && scale < FAR))
    return;
  cairo_save (cr);
  trace_box (cr, rect, primitive->radius);
  cairo_clip (cr);
  cairo_translate (cr, clamp (rect->x + (rect->width - scale * width) / 2.0),
                   clamp (rect->y + (rect->height - scale * height) / 2.0));
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
paint_outline (cairo_t *cr, const JalonPrimitive *primitive)
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
        paint_text (cr, &primitives[i]);
      else if (primitives[i].type == JALON_PRIMITIVE_PICTURE)
        paint_picture (cr, &primitives[i]);
      else
        paint_outline (cr, &primitives[i]);
    }
}

/* A bar for each line, as dark as the words would seem. */
static void
paint_bars (cairo_t *cr, const JalonPrimitive *primitive, double zoom)
{
  PangoLayoutIter *iter;
  double scale = jalon_paragraph_get_scale (primitive->paragraph) / PANGO_SCALE;
  double height = 0.5 *
                  jalon_typesetter_get_size (jalon_paragraph_get_style (primitive->paragraph));

  if (height * zoom < LEAST_BAR || primitive->angle != 0.0)
    return;
  iter = pango_layout_get_iter (jalon_paragraph_get_layout (primitive->paragraph));
  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      cairo_rectangle (cr, clamp (primitive->rect.x + line.x * scale),
                       clamp (primitive->rect.y + pango_layout_iter_get_baseline (iter) * scale -
                              height),
                       clamp_size (line.width * scale), height);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_set_source_rgba (cr, primitive->fill.red, primitive->fill.green, primitive->fill.blue,
                         primitive->fill.alpha * 0.3);
  cairo_fill (cr);
}

/* With hard edges; a border is as wide as a pixel. */
static void
paint_hard_box (cairo_t *cr, const JalonPrimitive *primitive, double zoom)
{
  double border = primitive->line_width > 0.0 && zoom > FAR_AWAY ? 1.0 / zoom : 0.0;
  JalonRect rect = primitive->rect;

  if (border > 0.0)
    {
      set_colour (cr, &primitive->stroke);
      trace_box (cr, &rect, 0.0);
      cairo_fill (cr);
    }
  rect = (JalonRect){ rect.x + border, rect.y + border, rect.width - 2.0 * border,
                      rect.height - 2.0 * border };
  set_colour (cr, &primitive->fill);
  trace_box (cr, &rect, 0.0);
  cairo_fill (cr);
}

/* Whether nobody would see that its corners are none. */
static gboolean
is_hard_box (const JalonPrimitive *primitive, double zoom)
{
  return primitive->type == JALON_PRIMITIVE_BOX && primitive->fill.alpha > 0.0 &&
         !(primitive->radius * zoom > LARGEST_CORNER);
}

/**
 * jalon_painter_paint_plain:
 * @cr: where the origin is the top left of the node, and a unit a canvas unit
 * @node: a node
 *
 * Paints a node that is so small that nobody could read it: bars for lines of text, and hard
 * corners where they are small.
 */
void
jalon_painter_paint_plain (cairo_t *cr, JalonNode *node)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);
  cairo_antialias_t antialias = cairo_get_antialias (cr);
  double zoom = get_zoom (cr);

  for (guint i = 0; i < n; i++)
    {
      const JalonPrimitive *p = &primitives[i];
      gboolean is_text = p->type == JALON_PRIMITIVE_TEXT;

      if (is_text || is_hard_box (p, zoom))
        {
          cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
          (is_text ? paint_bars : paint_hard_box) (cr, p, zoom);
          cairo_set_antialias (cr, antialias);
        }
      else if (p->type == JALON_PRIMITIVE_PICTURE)
        paint_picture (cr, p);
      else
        paint_outline (cr, p);
    }
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

  set_colour (cr, &jalon_scene_get_theme (scene)->paper);
  trace_box (cr, clip != NULL ? clip : &all, 0.0);
  cairo_fill (cr);
  for (guint i = 0; i < n; i++)
    {
      if (jalon_node_is_for_screen (items[i].node) || (clip != NULL && !is_in (&items[i], clip)))
        continue;
      cairo_save (cr);
      cairo_translate (cr, clamp (items[i].x), clamp (items[i].y));
      jalon_painter_paint_node (cr, items[i].node);
      cairo_restore (cr);
    }
}
