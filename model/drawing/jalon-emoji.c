/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-emoji.h"

#include <hb-ot.h>
#include <math.h>

/* Pixels on the longer side: about what the fonts have */
#define SIDE 128.0

/**
 * jalon_font_has_pictures:
 * @font: a font
 *
 * Returns: %TRUE if letters of it are pictures
 */
gboolean
jalon_font_has_pictures (PangoFont *font)
{
  hb_font_t *hb_font = pango_font_get_hb_font (font);

  return hb_ot_color_has_png (hb_font_get_face (hb_font));
}

/**
 * jalon_emoji_foreach:
 * @run: a run of such a font
 * @x: of its left edge
 * @y: of its baseline
 * @func: (scope call): called with the font, the glyph and where its origin is
 * @data: for @func
 *
 * Goes through the letters of a run that are drawn.
 */
void
jalon_emoji_foreach (PangoGlyphItem *run, double x, double y, JalonEmojiFunc func, gpointer data)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        func (run->item->analysis.font, info->glyph,
              x + (double) info->geometry.x_offset / PANGO_SCALE,
              y + (double) info->geometry.y_offset / PANGO_SCALE, data);
      x += (double) info->geometry.width / PANGO_SCALE;
    }
}

static void
get_ink (PangoFont *font, PangoGlyph glyph, JalonRect *place)
{
  PangoRectangle ink;

  pango_font_get_glyph_extents (font, glyph, &ink, NULL);
  *place = (JalonRect){ (double) ink.x / PANGO_SCALE, (double) ink.y / PANGO_SCALE,
                        (double) ink.width / PANGO_SCALE, (double) ink.height / PANGO_SCALE };
}

/**
 * jalon_emoji_render:
 * @font: a font
 * @glyph: a glyph of it
 * @place: (out): what the picture covers, in canvas units from the origin of the glyph
 *
 * Makes a picture of a letter.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL if there is nothing to see
 */
cairo_surface_t *
jalon_emoji_render (PangoFont *font, PangoGlyph glyph, JalonRect *place)
{
  cairo_glyph_t cairo_glyph = { glyph, 0.0, 0.0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;

  get_ink (font, glyph, place);
  if (!(place->width > 0.0 && place->height > 0.0))
    return NULL;
  scale = SIDE / MAX (place->width, place->height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (place->width * scale),
                                        (int) ceil (place->height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -place->x, -place->y);
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font ((PangoCairoFont *) font));
  cairo_show_glyphs (cr, &cairo_glyph, 1);
  cairo_destroy (cr);
  place->width = cairo_image_surface_get_width (surface) / scale;
  place->height = cairo_image_surface_get_height (surface) / scale;
  return surface;
}
