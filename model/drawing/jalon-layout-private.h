/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"
#include "drawing/jalon-layout.h"
#include "drawing/jalon-terms.h"

G_BEGIN_DECLS

/* What the layouts of the map kinds share. Each kind has one file with one function that fills
 * @scene; jalon-layout.c has the table of them. */

struct _JalonLayout
{
  JalonTypesetter  *typesetter;
  GHashTable       *cards;      /* element → the node it had last, see jalon_layout_remember() */
  GHashTable       *pictures;   /* id of an image → JalonPicture */
  JalonTerms       *terms;      /* words of the language of the project */

  /* Borrowed while a map is being laid out */
  const JalonTheme *theme;
  JalonScene       *scene;
};

/* Margin of the sheet and the grid everything keeps to */
#define JALON_MARGIN 40.0
#define JALON_GRID   8.0

void            jalon_layout_journey         (JalonLayout     *self,
                                              JalonElement    *map);
void            jalon_layout_persona         (JalonLayout     *self,
                                              JalonElement    *map);
void            jalon_layout_empathy_map     (JalonLayout     *self,
                                              JalonElement    *map);
void            jalon_layout_stakeholder_map (JalonLayout     *self,
                                              JalonElement    *map);
void            jalon_layout_register        (JalonLayout     *self,
                                              JalonElement    *map);

/* Words */
const char     *jalon_layout_term            (JalonLayout     *self,
                                              const char      *english);
JalonParagraph *jalon_layout_set             (JalonLayout     *self,
                                              const char      *text,
                                              JalonTextStyle   style,
                                              double           width);

/* Parts that several kinds use */
double          jalon_layout_add_heading     (JalonLayout     *self,
                                              JalonElement    *map,
                                              const char      *subtitle,
                                              double           width);
JalonNode      *jalon_layout_make_card       (JalonLayout     *self,
                                              JalonElement    *element,
                                              double           width,
                                              JalonColour      ground,
                                              const char      *footer);
void            jalon_layout_add_portrait    (JalonLayout     *self,
                                              JalonNode       *node,
                                              JalonElement    *persona,
                                              double           x,
                                              double           y,
                                              double           size);
JalonColour     jalon_layout_get_series      (JalonLayout     *self,
                                              JalonElement    *persona);
JalonPicture   *jalon_layout_get_picture     (JalonLayout     *self,
                                              JalonElement    *element,
                                              JalonFieldId     field);

/* The memory: a node made from @element (and, if not NULL, @other) alone at @width is kept as long
 * as their stamps and the theme stay. */
JalonNode      *jalon_layout_recall          (JalonLayout     *self,
                                              JalonElement    *element,
                                              JalonElement    *other,
                                              double           width);
void            jalon_layout_remember        (JalonLayout     *self,
                                              JalonElement    *element,
                                              JalonElement    *other,
                                              double           width,
                                              JalonNode       *node);

G_END_DECLS
