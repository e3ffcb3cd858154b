/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-stakeholder-private.h"

G_BEGIN_DECLS

/* Between a pill and the line that begins or ends there */
#define JALON_CUBIC_CLEAR 3.0

/* The length of an arrow head */
#define JALON_CUBIC_HEAD 9.0

/* A cubic curve from the first point to the last one. */
typedef struct
{
  JalonPoint points[4];
} JalonCubic;

JalonCubic  jalon_cubic_new_bent  (const JalonRect  *from,
                                   const JalonRect  *to,
                                   double            share);
JalonCubic  jalon_cubic_new_loop  (const JalonRect  *from,
                                   const JalonRect  *to,
                                   double            x,
                                   double            y);
JalonCubic  jalon_cubic_new_sided (const JalonRect  *from,
                                   const JalonRect  *to,
                                   JalonPoint        out,
                                   JalonPoint        in,
                                   double            share);
gboolean    jalon_cubic_trim      (JalonCubic       *self,
                                   const JalonRect  *from,
                                   const JalonRect  *to);
JalonPoint  jalon_cubic_get_point (const JalonCubic *self,
                                   double            t);
JalonRect   jalon_cubic_get_hull  (const JalonCubic *self,
                                   double            margin);
JalonPath  *jalon_cubic_make_line (const JalonCubic *self,
                                   JalonPoint        origin);
JalonPath  *jalon_cubic_make_head (const JalonCubic *self,
                                   JalonPoint        origin);

G_END_DECLS
