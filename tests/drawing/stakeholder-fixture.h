/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-fixture.h"

/* Stakeholder maps to draw. The id of who is added is also the name; at random, "person" and a
 * number. */
Fixture         *stakeholder_map_new        (const char *layout);
JalonElement    *stakeholder_map_add        (Fixture    *fixture,
                                             const char *id,
                                             const char *support,
                                             const char *influence);
void             stakeholder_map_add_random (GRand      *rand,
                                             Fixture    *fixture,
                                             guint       i);
const JalonItem *stakeholder_map_get_slot   (Fixture    *fixture,
                                             const char *id);

gboolean         rects_overlap              (JalonRect   a,
                                             JalonRect   b);
