/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/* What has been painted of a layer at other zooms, and is shown larger or smaller while people
 * zoom: all that a frame has to paint then is what comes into view. Places are in application
 * pixels from the top left of the sheet, at a zoom that is told with them. */

typedef struct _JalonStretch JalonStretch;

/**
 * JALON_STRETCH_MOST_GAPS:
 *
 * Above, below, to the left and to the right.
 */
#define JALON_STRETCH_MOST_GAPS 4

JalonStretch *jalon_stretch_new       (void);
void          jalon_stretch_free      (JalonStretch    *self);
void          jalon_stretch_clear     (JalonStretch    *self);
void          jalon_stretch_add       (JalonStretch    *self,
                                       double           zoom,
                                       const JalonRect *rect,
                                       cairo_surface_t *surface,
                                       int              x,
                                       int              y);
void          jalon_stretch_cover     (JalonStretch    *self,
                                       double           zoom,
                                       const JalonRect *rect);
void          jalon_stretch_limit     (JalonStretch    *self,
                                       double           zoom,
                                       const JalonRect *limits);
gboolean      jalon_stretch_can_show  (JalonStretch    *self,
                                       double           zoom,
                                       const JalonRect *view);
guint         jalon_stretch_find_gaps (JalonStretch    *self,
                                       double           zoom,
                                       const JalonRect *view,
                                       JalonRect       *gaps);
void          jalon_stretch_add_shown (JalonStretch    *self,
                                       double           zoom,
                                       cairo_region_t  *shown);
void          jalon_stretch_snapshot  (JalonStretch    *self,
                                       GtkSnapshot     *snapshot,
                                       double           zoom,
                                       const JalonRect *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonStretch, jalon_stretch_free)

G_END_DECLS
