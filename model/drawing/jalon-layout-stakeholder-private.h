/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-private.h"

G_BEGIN_DECLS

/* Between two pills, with room for an arrow, and between a pill and the edge of its quadrant */
#define JALON_PILL_GAP    16.0
#define JALON_PILL_MARGIN 8.0

/**
 * JalonPerson:
 * @element: a stakeholder
 * @pill: how they are drawn
 * @rect: where the pill is, on the sheet
 * @region: the index of the quadrant or of the part of a ring they are in
 * @ghost: (nullable): how the position is drawn that is wanted of them
 * @ghost_rect: where it is, on the sheet
 * @ghost_region: the index of the region it is in
 *
 * A stakeholder on a map.
 */
typedef struct
{
  JalonElement *element;
  JalonNode    *pill;
  JalonRect     rect;
  guint         region;
  JalonNode    *ghost;
  JalonRect     ghost_rect;
  guint         ghost_region;
} JalonPerson;

/* The rings are at least so wide */
#define JALON_RINGS_WIDTH 1008.0

/* People */
GArray    *jalon_people_new           (JalonLayout      *self,
                                       JalonElement     *map);
JalonParagraph *jalon_people_set_compact (JalonLayout  *self,
                                      const char       *text,
                                      JalonTextStyle    style,
                                      double            narrow);
JalonNode *jalon_people_make_pill     (JalonLayout      *self,
                                       JalonElement     *stakeholder);
JalonNode *jalon_people_make_ghost    (JalonLayout      *self,
                                       JalonElement     *stakeholder);
void       jalon_people_add_ghosts    (JalonLayout      *self,
                                       GArray           *people);
void       jalon_people_add_pills     (JalonLayout      *self,
                                       GArray           *people,
                                       const guint      *slots,
                                       guint             n_slots);
double     jalon_people_add_legend    (JalonLayout      *self,
                                       GArray           *people,
                                       double            x,
                                       double            y,
                                       double            width);

/* Geometry */
gboolean   jalon_rect_meets           (const JalonRect  *a,
                                       const JalonRect  *b,
                                       double            gap);
gboolean   jalon_rect_holds           (const JalonRect  *rect,
                                       JalonPoint        p,
                                       double            margin);
gboolean   jalon_rect_meets_any       (const JalonRect  *rect,
                                       GArray           *obstacles,
                                       double            gap);
gboolean   jalon_rect_find_room       (JalonRect        *rect,
                                       const JalonRect  *bounds,
                                       GArray           *obstacles,
                                       double            gap);
gboolean   jalon_rect_find_room_near  (JalonRect        *rect,
                                       const JalonRect  *bounds,
                                       GArray           *obstacles,
                                       double            gap,
                                       double            least,
                                       double            far);

/* Relations and arrows; they keep clear of people and of @obstacles, which are rectangles, and stay
 * in @bounds. */
typedef struct _JalonLinks JalonLinks;

JalonLinks *jalon_links_new           (JalonLayout      *self,
                                       JalonElement     *map,
                                       GArray           *people,
                                       GArray           *obstacles,
                                       const JalonRect  *bounds);
void        jalon_links_free          (JalonLinks       *links);
double      jalon_links_add           (JalonLinks       *links);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonLinks, jalon_links_free)

double     jalon_rings_add            (JalonLayout      *self,
                                       JalonElement     *map,
                                       GArray           *people,
                                       double            y);

G_END_DECLS
