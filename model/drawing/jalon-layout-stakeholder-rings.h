/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-stakeholder-private.h"

G_BEGIN_DECLS

/* How much wider than high the rings are */
#define JALON_RINGS_ASPECT 1.6

#define JALON_N_RINGS     3
#define JALON_MAX_SECTORS 3

/* A sector of all rings: the angles of its two edges, clockwise from the right */
typedef struct
{
  JalonSide side;
  double    start;
  double    end;
} JalonSector;

/**
 * JalonRings:
 * @layout: a layout at work
 * @map: a stakeholder map
 * @people: (element-type JalonPerson): its stakeholders
 * @obstacles: (element-type JalonRect): names and people, as they come
 * @middle: of the rings, on the sheet
 * @radii: of the rings, upwards; to the side it is %JALON_RINGS_ASPECT times as much
 * @sectors: from left to right, then below
 * @n_sectors: how many
 * @names: of the rings
 * @name_rects: where these are
 *
 * Three rings round the middle, cut into sectors. They are ellipses, for pills are wide; everything
 * is reckoned with the vertical stretched so that they are circles.
 */
typedef struct
{
  JalonLayout  *layout;
  JalonElement *map;
  GArray       *people;
  GArray       *obstacles;
  JalonPoint    middle;
  double        radii[JALON_N_RINGS];
  JalonSector   sectors[JALON_MAX_SECTORS];
  guint         n_sectors;
  JalonNode    *names[JALON_N_RINGS];
  JalonRect     name_rects[JALON_N_RINGS];
} JalonRings;

void  jalon_rings_cut        (JalonRings *self);
guint jalon_rings_get_region (JalonRings *self,
                              guint       ring,
                              guint       sector);
void  jalon_rings_fill       (JalonRings *self,
                              double      y);

G_END_DECLS
