/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts: glyphs on surfaces of pixels, runs that can be read on those of vectors. */

#include "drawing/jalon-painter-private.h"

#include <math.h>

#include "drawing/jalon-emoji.h"
#include "drawing/jalon-fonts.h"

/* How many glyphs are shown at once at most; cards seldom have more */
#define GLYPHS 128

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

/* Glyphs of one font that wait until there are enough. */
typedef struct
{
  cairo_t *cr;
  PangoFont *font;
  cairo_glyph_t glyphs[GLYPHS];
  int n_glyphs;
} Glyphs;

static void
show (Glyphs *self)
{
  if (self->n_glyphs > 0)
    {
      cairo_set_scaled_font (self->cr,
                             pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (self->font)));
      cairo_show_glyphs (self->cr, self->glyphs, self->n_glyphs);
    }
  self->n_glyphs = 0;
}

static void
add_run (Glyphs *self, const PangoGlyphItem *run, double x, double y)
{
  const PangoGlyphString *string = run->glyphs;

  if (self->font != run->item->analysis.font)
    show (self);
  self->font = run->item->analysis.font;
  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        self->glyphs[self->n_glyphs++] =
          (cairo_glyph_t){ info->glyph, x + (double) info->geometry.x_offset / PANGO_SCALE,
                           y + (double) info->geometry.y_offset / PANGO_SCALE };
      if (self->n_glyphs == GLYPHS)
        show (self);
      x += (double) info->geometry.width / PANGO_SCALE;
    }
}

static void
add_line (Glyphs *self, PangoLayoutIter *iter)
{
  const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int y = pango_layout_iter_get_baseline (iter);
  PangoRectangle logical;
  int x;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  x = logical.x;
  for (const GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      x += run->start_x_offset;
      add_run (self, run, (double) x / PANGO_SCALE, (double) (y - run->y_offset) / PANGO_SCALE);
      x += pango_glyph_string_get_width (run->glyphs) + run->end_x_offset;
    }
  show (self);
}

/* As pango_cairo_show_layout() does, but exactly where they belong: that begins at a multiple of
 * 1/256 of a pixel, and words that are painted in parts might not match. */
static void
paint_lines (cairo_t *cr, PangoLayout *layout)
{
  PangoLayoutIter *iter;
  Glyphs glyphs = { .cr = cr };

  /* Letters of no font are a box with numbers, which Pango strokes as the last line was. */
  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    {
      cairo_set_dash (cr, NULL, 0, 0.0);
      cairo_move_to (cr, 0.0, 0.0);
      pango_cairo_show_layout (cr, layout);
      return;
    }
  iter = pango_layout_get_iter (layout);
  do
    add_line (&glyphs, iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static gboolean
is_vectors (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

/* A text, line for line. */
void
jalon_painter_paint_text (cairo_t *cr, const JalonPrimitive *primitive)
{
  g_autoptr (JalonFonts) fonts = jalon_fonts_take ();
  PangoLayout *layout = jalon_paragraph_get_layout (primitive->paragraph);
  double scale = jalon_paragraph_get_scale (primitive->paragraph);

  jalon_painter_set_colour (cr, &primitive->fill);
  cairo_save (cr);
  cairo_translate (cr, jalon_painter_clamp (primitive->rect.x),
                   jalon_painter_clamp (primitive->rect.y));
  if (primitive->angle != 0.0 && isfinite (primitive->angle))
    cairo_rotate (cr, fmod (primitive->angle, 360.0) * G_PI / 180.0);
  cairo_scale (cr, scale, scale);
  /* Not pango_cairo_update_layout(): the lines would be broken anew for this surface. */
  if (is_vectors (cr))
    paint_runs (cr, layout);
  else
    paint_lines (cr, layout);
  cairo_restore (cr);
}
