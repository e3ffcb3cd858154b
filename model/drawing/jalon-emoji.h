/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/* Letters that are pictures. Renderers of vectors make black shapes or 13 pixels of them; so they
 * are given to those as pictures. */

typedef void (*JalonEmojiFunc) (PangoFont  *font,
                                PangoGlyph  glyph,
                                double      x,
                                double      y,
                                gpointer    data);

gboolean         jalon_font_has_pictures (PangoFont      *font);
void             jalon_emoji_foreach     (PangoGlyphItem *run,
                                          double          x,
                                          double          y,
                                          JalonEmojiFunc  func,
                                          gpointer        data);
cairo_surface_t *jalon_emoji_render      (PangoFont      *font,
                                          PangoGlyph      glyph,
                                          JalonRect      *place);

G_END_DECLS
