/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/* A path is a list of moves, lines, curves and closings; immutable once it is in a node. */

typedef enum
{
  JALON_PATH_MOVE,
  JALON_PATH_LINE,
  JALON_PATH_CURVE,
  JALON_PATH_CLOSE,
} JalonPathVerb;

/* @points: the end for MOVE and LINE; two control points and the end for CURVE; none for CLOSE */
typedef struct
{
  JalonPathVerb verb;
  JalonPoint    points[3];
} JalonPathElement;

JalonPath              *jalon_path_new          (void);
JalonPath              *jalon_path_new_from_svg (const char       *data,
                                                 double            scale);
JalonPath              *jalon_path_new_monotone (const JalonPoint *points,
                                                 guint             n_points);
JalonPath              *jalon_path_new_star     (double            radius);
JalonPath              *jalon_path_new_circle   (double            radius);
void                    jalon_path_free         (JalonPath        *self);
void                    jalon_path_move_to      (JalonPath        *self,
                                                 double            x,
                                                 double            y);
void                    jalon_path_line_to      (JalonPath        *self,
                                                 double            x,
                                                 double            y);
void                    jalon_path_curve_to     (JalonPath        *self,
                                                 double            x1,
                                                 double            y1,
                                                 double            x2,
                                                 double            y2,
                                                 double            x3,
                                                 double            y3);
void                    jalon_path_close        (JalonPath        *self);
const JalonPathElement *jalon_path_get_elements (JalonPath        *self,
                                                 guint            *n_elements);
double                  jalon_path_get_distance (JalonPath        *self,
                                                 double            x,
                                                 double            y);
gboolean                jalon_path_equal        (JalonPath        *a,
                                                 JalonPath        *b);
gboolean                jalon_path_contains     (JalonPath        *self,
                                                 double            x,
                                                 double            y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonPath, jalon_path_free)

G_END_DECLS
