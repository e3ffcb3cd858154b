/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-scene.h"

/* What holds for the scene of any map, whatever is in it. */
void       check_scene       (JalonScene     *scene);

/* No two cards lie on each other. */
void       check_overlaps    (JalonScene     *scene);

/* The same items with the same pictures. */
void       check_same_scenes (JalonScene     *a,
                              JalonScene     *b);

/* The node of an element, which must be there. */
JalonNode *find_node         (JalonScene     *scene,
                              const char     *id);
