/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-private.h"

G_BEGIN_DECLS

/* Between bands that belong together, and between cards */
#define JALON_BAND_GAP 3.0
#define JALON_BAND_RADIUS 12.0
#define JALON_CARD_GAP 8.0

/* The diameter of the circle of a number */
#define JALON_BADGE 22.0

/* How large the mark is that says how sure we are */
#define JALON_MARK 10.0

/* Which corners of a band are round */
typedef enum
{
  JALON_CORNER_TOP_LEFT = 1 << 0,
  JALON_CORNER_TOP_RIGHT = 1 << 1,
  JALON_CORNER_BOTTOM_RIGHT = 1 << 2,
  JALON_CORNER_BOTTOM_LEFT = 1 << 3,
} JalonCorners;

#define JALON_CORNERS_TOP (JALON_CORNER_TOP_LEFT | JALON_CORNER_TOP_RIGHT)
#define JALON_CORNERS_BOTTOM (JALON_CORNER_BOTTOM_RIGHT | JALON_CORNER_BOTTOM_LEFT)
#define JALON_CORNERS_ALL (JALON_CORNERS_TOP | JALON_CORNERS_BOTTOM)

/**
 * JalonSection:
 * @map: the element that holds the notes
 * @kind: of the notes
 * @value: which of the choices of %JALON_FIELD_SECTION they have
 * @title: its name, in the language of the map
 * @hint: (nullable): a few words below the name
 * @prompt: (nullable): what an empty section asks
 * @number: in a circle before the name; 0 for none
 * @colour: the name of the colour of its notes
 * @ground: of the band; none if its alpha is 0
 * @corners: which of the band are round
 * @padding: between the band and what it holds; its width is the right one, its height the lower
 * @n_columns: of notes
 * @has_marks: whether notes show how sure we are by a mark before the text rather than in words
 * @is_optional: whether paper is without it while it is empty, unless all are
 * @rect: where the band is
 * @notes: (element-type JalonElement): borrowed elements
 * @cards: (element-type JalonNode): one for each note, made by jalon_section_measure()
 *
 * A titled place with notes in columns, which grows as they do. A map fills in everything but the
 * height, measures, decides about the height, and adds the section to the scene.
 */
typedef struct
{
  JalonElement *map;
  JalonKind     kind;
  int           value;
  const char   *title;
  const char   *hint;
  const char   *prompt;
  guint         number;
  const char   *colour;
  JalonColour   ground;
  JalonCorners  corners;
  JalonRect     padding;
  guint         n_columns;
  gboolean      has_marks;
  gboolean      is_optional;
  JalonRect     rect;

  /* Owned */
  GPtrArray    *notes;
  GPtrArray    *cards;
} JalonSection;

void       jalon_section_init    (JalonSection       *section,
                                  JalonElement       *map,
                                  JalonKind           kind,
                                  int                 value);
void       jalon_section_clear   (JalonSection       *section);
double     jalon_section_measure (JalonLayout        *self,
                                  JalonSection       *section);
void       jalon_section_add     (JalonLayout        *self,
                                  const JalonSection *section);
void       jalon_section_add_badge (JalonLayout      *self,
                                  JalonNode          *node,
                                  guint               number,
                                  double              x,
                                  double              y);
JalonPath *jalon_section_outline (double              width,
                                  double              height,
                                  double              radius,
                                  JalonCorners        corners);

G_END_DECLS
