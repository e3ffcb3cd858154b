/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-node.h"

G_BEGIN_DECLS

/* Lines and shadows may reach beyond the box of their node by so much, in canvas units. */
#define JALON_OVERHANG 4.0

/* A render node for each node of a scene, painted by the shared painter and kept while the node
 * and the zoom stay. GSK compares render nodes by address, so what is kept costs nothing to draw
 * again. */

typedef struct _JalonRenderCache JalonRenderCache;

JalonRenderCache *jalon_render_cache_new   (void);
void              jalon_render_cache_free  (JalonRenderCache *self);
void              jalon_render_cache_begin (JalonRenderCache *self,
                                            double            zoom);
GskRenderNode    *jalon_render_cache_get   (JalonRenderCache *self,
                                            JalonNode        *node);
void              jalon_render_cache_end   (JalonRenderCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonRenderCache, jalon_render_cache_free)

G_END_DECLS
