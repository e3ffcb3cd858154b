/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-stakeholder-cubic.h"

G_BEGIN_DECLS

/* Points looked at along a curve */
#define JALON_N_SAMPLES 48

/**
 * JalonLink:
 * @relation: (nullable): a relation; %NULL for the arrow to where somebody is wanted
 * @from: who it comes from
 * @to: whom it goes to
 * @is_drawn: whether a way was found
 * @way: which of the ways it takes
 * @curve: the way
 * @samples: points of it, evenly apart in time
 * @hull: what holds it
 *
 * A line on a stakeholder map.
 */
typedef struct
{
  JalonElement *relation;
  JalonPerson  *from;
  JalonPerson  *to;
  gboolean      is_drawn;
  guint         way;
  JalonCubic    curve;
  JalonPoint    samples[JALON_N_SAMPLES + 1];
  JalonRect     hull;
} JalonLink;

struct _JalonLinks
{
  JalonLayout  *layout;
  GArray       *people;     /* borrowed */
  GArray       *obstacles;  /* titles, pills and ghosts; the words as they come */
  JalonRect     bounds;
  GArray       *links;
};

void jalon_links_route (JalonLinks *self,
                        JalonLink  *link);

G_END_DECLS
