/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-picture.h"
#include "drawing/jalon-typesetter-private.h"

G_BEGIN_DECLS

/* What the parts of the SVG writer share */
typedef struct
{
  GString    *out;
  GHashTable *pictures;   /* JalonPicture → its number, from 1 */
  GHashTable *emoji;      /* font and glyph → its number, from 1 */
  guint       n_clips;
} JalonSvg;

void jalon_svg_number          (JalonSvg       *self,
                                double          value);
void jalon_svg_precise         (JalonSvg       *self,
                                double          value);
void jalon_svg_attribute       (JalonSvg       *self,
                                const char     *name,
                                double          value);
void jalon_svg_escape          (JalonSvg       *self,
                                const char     *text,
                                gssize          length);
void jalon_svg_write_paragraph (JalonSvg       *self,
                                JalonParagraph *paragraph,
                                double          x,
                                double          y);
void jalon_svg_write_emoji     (JalonSvg       *self,
                                PangoGlyphItem *run,
                                double          x,
                                double          y);

G_END_DECLS
