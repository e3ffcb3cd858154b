/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-map-row.h"
#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

/* Rows are dragged past each other, and into other windows. */

void          jalon_map_row_drag_init        (JalonMapRow   *self);
JalonElement *jalon_map_row_drag_get_dragged (GdkDrop       *drop,
                                              JalonDocument *document);
gboolean      jalon_map_row_drag_suits_list  (GdkDrop       *drop,
                                              JalonMapView  *view);

G_END_DECLS
