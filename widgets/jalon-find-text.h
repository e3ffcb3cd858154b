/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-finder.h"
#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

char *jalon_find_text_make_count (JalonFinder  *finder,
                                  JalonElement *map);
char *jalon_find_text_make_where (JalonFinder  *finder,
                                  JalonMapView *view);

G_END_DECLS
