/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/**
 * JalonTextStyle:
 * @JALON_TEXT_TITLE: 28/650, of a map
 * @JALON_TEXT_STAGE: 20/650
 * @JALON_TEXT_SECTION: 16/650
 * @JALON_TEXT_STRONG: 13/600, names of steps and lanes
 * @JALON_TEXT_BODY: 13/400, cards
 * @JALON_TEXT_SUBTITLE: 14/400, below a title
 * @JALON_TEXT_SMALL: 11/400, secondary
 * @JALON_TEXT_SMALL_STRONG: 11/600
 * @JALON_TEXT_CAPITALS: 11/600, spaced, phases
 * @JALON_TEXT_QUOTE: 18/400 italic
 * @JALON_TEXT_MONOGRAM: 14/600, initials in a portrait of 36 units
 * @JALON_TEXT_MONOGRAM_LARGE: 34/600, initials in a large portrait
 * @JALON_TEXT_RANK: 18/650, ranks of a register
 *
 * The type scale: size in canvas units / weight; line height 1.38.
 */
typedef enum
{
  JALON_TEXT_TITLE,
  JALON_TEXT_STAGE,
  JALON_TEXT_SECTION,
  JALON_TEXT_STRONG,
  JALON_TEXT_BODY,
  JALON_TEXT_SUBTITLE,
  JALON_TEXT_SMALL,
  JALON_TEXT_SMALL_STRONG,
  JALON_TEXT_CAPITALS,
  JALON_TEXT_QUOTE,
  JALON_TEXT_MONOGRAM,
  JALON_TEXT_MONOGRAM_LARGE,
  JALON_TEXT_RANK,
} JalonTextStyle;

#define JALON_N_TEXT_STYLES (JALON_TEXT_RANK + 1)

typedef enum
{
  JALON_ALIGN_START,
  JALON_ALIGN_CENTRE,
  JALON_ALIGN_END,
} JalonAlign;

/* The typesetter measures text the same on every surface and at every zoom, and remembers it. It
 * belongs to one thread at a time. */

JalonTypesetter *jalon_typesetter_new       (void);
void             jalon_typesetter_free      (JalonTypesetter *self);
JalonParagraph  *jalon_typesetter_set       (JalonTypesetter *self,
                                             const char      *text,
                                             JalonTextStyle   style,
                                             double           width,
                                             JalonAlign       align);
void             jalon_typesetter_trim      (JalonTypesetter *self);
double           jalon_typesetter_get_size    (JalonTextStyle style);
double           jalon_typesetter_get_spacing (JalonTextStyle style);

/* A paragraph is a text laid out in a style: immutable, counted. A width of −1 sets it on as few
 * lines as it has; else it is wrapped, never wider than @width, also within long words. */

JalonParagraph  *jalon_paragraph_ref        (JalonParagraph  *self);
void             jalon_paragraph_unref      (JalonParagraph  *self);
double           jalon_paragraph_get_width  (JalonParagraph  *self);
double           jalon_paragraph_get_height (JalonParagraph  *self);
PangoLayout     *jalon_paragraph_get_layout (JalonParagraph  *self);
double           jalon_paragraph_get_scale  (JalonParagraph  *self);
const char      *jalon_paragraph_get_text   (JalonParagraph  *self);
JalonTextStyle   jalon_paragraph_get_style  (JalonParagraph  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonTypesetter, jalon_typesetter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonParagraph, jalon_paragraph_unref)

G_END_DECLS
