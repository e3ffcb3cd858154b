/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "drawing/jalon-drawing-types.h"
#include "drawing/jalon-path.h"
#include "drawing/jalon-picture.h"
#include "drawing/jalon-typesetter.h"

G_BEGIN_DECLS

/**
 * JalonRole:
 * @JALON_ROLE_DECORATION: means nothing by itself: bands, lines, axes
 * @JALON_ROLE_HEADING: the title of the map and what stands beside it
 * @JALON_ROLE_STAGE: a stage
 * @JALON_ROLE_STEP: a step
 * @JALON_ROLE_LANE: the name of a lane
 * @JALON_ROLE_SLOT: a place that takes cards: a cell, a section, a quadrant
 * @JALON_ROLE_CARD: what lies in a slot: a card, a note, a pill, a stakeholder
 * @JALON_ROLE_POINT: a score on a curve
 * @JALON_ROLE_LINK: a relation
 * @JALON_ROLE_ROW: a row of a table
 * @JALON_ROLE_TEXT: any other text that stands for a field
 *
 * What a node is to people, to the keyboard and to assistive technology.
 */
typedef enum
{
  JALON_ROLE_DECORATION,
  JALON_ROLE_HEADING,
  JALON_ROLE_STAGE,
  JALON_ROLE_STEP,
  JALON_ROLE_LANE,
  JALON_ROLE_SLOT,
  JALON_ROLE_CARD,
  JALON_ROLE_POINT,
  JALON_ROLE_LINK,
  JALON_ROLE_ROW,
  JALON_ROLE_TEXT,
} JalonRole;

#define JALON_N_ROLES (JALON_ROLE_TEXT + 1)

/**
 * JalonTarget:
 * @JALON_TARGET_NONE: nothing of its own
 * @JALON_TARGET_JUMP: it leads to another map, which the element refers to
 * @JALON_TARGET_INVITATION: it asks for what could be written here
 * @JALON_TARGET_CHOICE: it shows a field, or what governs those of the element, and lets people
 *   choose it
 *
 * What a part of a node is to the pointer, beside what the node is.
 */
typedef enum
{
  JALON_TARGET_NONE,
  JALON_TARGET_JUMP,
  JALON_TARGET_INVITATION,
  JALON_TARGET_CHOICE,
} JalonTarget;

typedef enum
{
  JALON_PRIMITIVE_BOX,
  JALON_PRIMITIVE_PATH,
  JALON_PRIMITIVE_TEXT,
  JALON_PRIMITIVE_PICTURE,
} JalonPrimitiveType;

typedef enum
{
  JALON_LINE_SOLID,
  JALON_LINE_DASHED,
  JALON_LINE_DOTTED,
} JalonLineStyle;

/**
 * JalonPrimitive:
 * @type: which
 * @rect: of the box or picture; the origin of the path; the top left of the text and its extents
 * @radius: of the corners of a box or picture; half its width makes a circle
 * @fill: inside, or the colour of the text
 * @stroke: along the line
 * @line_width: of the stroke
 * @line_style: of the stroke; joins and caps are round
 * @angle: a text is turned by this around its top left corner, in degrees, clockwise
 * @path: (nullable): of a path
 * @paragraph: (nullable): of a text
 * @picture: (nullable): of a picture: it covers @rect and is cropped to it
 *
 * What is drawn.
 */
struct _JalonPrimitive
{
  JalonPrimitiveType type;
  JalonRect          rect;
  double             radius;
  JalonColour        fill;
  JalonColour        stroke;
  double             line_width;
  JalonLineStyle     line_style;
  double             angle;
  JalonPath         *path;
  JalonParagraph    *paragraph;
  JalonPicture      *picture;
};

/**
 * JalonSlot:
 * @parent: the id of the element that takes what is put here
 * @kind: what is put here
 * @field: (nullable): %JALON_FIELD_NONE, or the field by which an element belongs here
 * @value: (nullable): the text of @field
 * @other_field: %JALON_FIELD_NONE, or a second field that decides, as the side does in the rings
 * @other_value: (nullable): the text of @other_field
 * @has_shape: whether it is where the first path of the node is, not all over its rectangle
 * @x_field: %JALON_FIELD_NONE, or a number that grows from left to right over @plane
 * @y_field: %JALON_FIELD_NONE, or a number that grows from bottom to top over @plane
 * @plane: in the coordinates of the node
 * @x_min: the number at the left of @plane
 * @x_max: the number at the right of @plane
 * @y_min: the number at the bottom of @plane
 * @y_max: the number at the top of @plane
 * @goal: %JALON_FIELD_NONE, or what says of @field where one would like to have what lies here
 * @x_goal: the same of @x_field
 * @y_goal: the same of @y_field
 *
 * A place that takes cards. All that the editor must know to add, paste, drop and drag there,
 * whatever the map.
 */
typedef struct
{
  char         *parent;
  JalonKind     kind;
  JalonFieldId  field;
  char         *value;
  JalonFieldId  other_field;
  char         *other_value;
  gboolean      has_shape;
  JalonFieldId  x_field;
  JalonFieldId  y_field;
  JalonRect     plane;
  double        x_min;
  double        x_max;
  double        y_min;
  double        y_max;
  JalonFieldId  goal;
  JalonFieldId  x_goal;
  JalonFieldId  y_goal;
} JalonSlot;

/* A node is a laid-out part of a map in coordinates of its own, (0, 0) at its top left: immutable
 * once it is in a scene, counted, and the same object as long as nothing about it changes, so that
 * what was made of it can be kept. It takes over the paths and paragraphs that it is given. What
 * jalon_node_add_…() return can be refined until the next one is called. */

JalonNode            *jalon_node_new              (JalonRole         role,
                                                   const char       *element,
                                                   JalonFieldId      field,
                                                   double            width,
                                                   double            height);
JalonNode            *jalon_node_ref              (JalonNode        *self);
void                  jalon_node_unref            (JalonNode        *self);

void                  jalon_node_set_label        (JalonNode        *self,
                                                   const char       *label);
void                  jalon_node_set_for_screen   (JalonNode        *self);
void                  jalon_node_set_editor       (JalonNode        *self,
                                                   const JalonRect  *rect,
                                                   JalonTextStyle    style);
void                  jalon_node_set_target       (JalonNode        *self,
                                                   JalonTarget       target,
                                                   const JalonRect  *rect);
JalonTarget           jalon_node_get_target       (JalonNode        *self,
                                                   JalonRect        *rect);
JalonSlot            *jalon_node_make_slot        (JalonNode        *self,
                                                   const char       *parent,
                                                   JalonKind         kind,
                                                   JalonFieldId      field,
                                                   const char       *value);
JalonPrimitive       *jalon_node_add_box          (JalonNode        *self,
                                                   const JalonRect  *rect,
                                                   double            radius,
                                                   JalonColour       fill);
JalonPrimitive       *jalon_node_add_path         (JalonNode        *self,
                                                   JalonPath        *path,
                                                   double            x,
                                                   double            y,
                                                   JalonColour       fill);
JalonPrimitive       *jalon_node_add_line         (JalonNode        *self,
                                                   double            x1,
                                                   double            y1,
                                                   double            x2,
                                                   double            y2,
                                                   double            line_width,
                                                   JalonColour       stroke);
JalonPrimitive       *jalon_node_add_text         (JalonNode        *self,
                                                   JalonParagraph   *paragraph,
                                                   double            x,
                                                   double            y,
                                                   JalonColour       colour);
JalonPrimitive       *jalon_node_add_picture      (JalonNode        *self,
                                                   JalonPicture     *picture,
                                                   const JalonRect  *rect,
                                                   double            radius);

JalonRole             jalon_node_get_role         (JalonNode        *self);
const char           *jalon_node_get_element      (JalonNode        *self);
JalonFieldId          jalon_node_get_field        (JalonNode        *self);
const char           *jalon_node_get_label        (JalonNode        *self);
gboolean              jalon_node_is_for_screen    (JalonNode        *self);
double                jalon_node_get_width        (JalonNode        *self);
double                jalon_node_get_height       (JalonNode        *self);
const JalonSlot      *jalon_node_get_slot         (JalonNode        *self);
gboolean              jalon_node_get_editor       (JalonNode        *self,
                                                   JalonRect        *rect,
                                                   JalonTextStyle   *style);
const JalonPrimitive *jalon_node_get_primitives   (JalonNode        *self,
                                                   guint            *n_primitives);
const JalonRect      *jalon_node_get_ink          (JalonNode        *self);
double                jalon_node_get_text_size    (JalonNode        *self);
gboolean              jalon_node_contains         (JalonNode        *self,
                                                   double            x,
                                                   double            y);
gboolean              jalon_node_equal_look       (JalonNode        *a,
                                                   JalonNode        *b);

gboolean              jalon_primitive_get_dashes  (const JalonPrimitive *self,
                                                   double            dashes[2]);
void                  jalon_primitive_get_ink     (const JalonPrimitive *self,
                                                   JalonRect        *ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonNode, jalon_node_unref)

G_END_DECLS
