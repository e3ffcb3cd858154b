/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-picture.h"
#include "drawing/jalon-scene.h"
#include "drawing/jalon-typesetter-private.h"

G_BEGIN_DECLS

/* A path that is drawn at several places; @number is 0 until it is written */
typedef struct
{
  guint n_uses;
  guint number;
} JalonSvgShape;

/* What the parts of the SVG writer share */
typedef struct
{
  GString    *out;
  JalonColour ink;        /* of text, unless it says another one */
  GHashTable *shapes;     /* JalonPrimitive, a path → JalonSvgShape */
  guint       n_shapes;   /* that were written */
  GHashTable *pictures;   /* JalonPicture → its number, from 1 */
  GHashTable *emoji;      /* font and glyph → its number, from 1 */
  guint       n_clips;
} JalonSvg;

/* The size of text, unless it says another one, in canvas units */
#define JALON_SVG_TEXT_SIZE 13.0

void        jalon_svg_number          (JalonSvg             *self,
                                       double                value);
void        jalon_svg_precise         (JalonSvg             *self,
                                       double                value);
void        jalon_svg_attribute       (JalonSvg             *self,
                                       const char           *name,
                                       double                value);
void        jalon_svg_escape          (JalonSvg             *self,
                                       const char           *text,
                                       gssize                length);
void        jalon_svg_label           (JalonSvg             *self,
                                       const char           *name,
                                       const char           *text);
void        jalon_svg_colour          (JalonSvg             *self,
                                       const char           *attribute,
                                       const JalonColour    *colour);
void        jalon_svg_place           (JalonSvg             *self,
                                       double                x,
                                       double                y);
void        jalon_svg_paint           (JalonSvg             *self,
                                       const JalonPrimitive *p);

GHashTable *jalon_svg_count_shapes    (JalonScene           *scene);
void        jalon_svg_write_path      (JalonSvg             *self,
                                       const JalonPrimitive *p);
void        jalon_svg_write_paragraph (JalonSvg             *self,
                                       JalonParagraph       *paragraph,
                                       double                x,
                                       double                y);
void        jalon_svg_write_emoji     (JalonSvg             *self,
                                       PangoGlyphItem       *run,
                                       double                x,
                                       double                y,
                                       double                scale);

G_END_DECLS
