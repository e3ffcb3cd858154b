/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-journey-private.h"

G_BEGIN_DECLS

/* The box of a mark on a curve, and what the pointer must hit */
#define JALON_POINT_SIZE 28.0

/* How many curves have a line and a mark of their own, so that they are told from each other
 * without colour */
#define JALON_CURVE_N_MARKS 5

/* @x and @y from the top left of the lane's part right of its name; @placed among its scores */
typedef struct
{
  JalonElement *score;
  guint         column;
  guint         placed;
  double        x;
  double        y;
  gboolean      is_star;
} JalonCurvePoint;

/* The scores of one persona, as it is or as it shall be. */
typedef struct
{
  JalonElement *persona;     /* NULL for scores of nobody */
  JalonState    state;
  int           order;       /* among the personas of the journey */
  guint         place;       /* among the curves of the lane: decides line and mark */
  gboolean      names_state;
  JalonColour   colour;
  GArray       *points;      /* JalonCurvePoint, by column */
} JalonCurve;

double     jalon_curve_get_y      (const JalonRow        *row,
                                   double                 value);
GArray    *jalon_curves_find      (JalonJourney          *self,
                                   const JalonRow        *row);
char      *jalon_curve_make_name  (JalonLayout           *layout,
                                   const JalonCurve      *curve);
void       jalon_curve_add_line   (JalonJourney          *self,
                                   const JalonRow        *row,
                                   const JalonCurve      *curve,
                                   double                 base);
JalonNode *jalon_curve_get_point  (JalonJourney          *self,
                                   const JalonCurve      *curve,
                                   const JalonCurvePoint *point,
                                   const char            *number);
JalonNode *jalon_curve_make_ghost (JalonJourney          *self,
                                   const JalonRow        *row,
                                   double                 y);
void       jalon_curves_add_names (JalonJourney          *self,
                                   const JalonRow        *row,
                                   GArray                *curves);

G_END_DECLS
