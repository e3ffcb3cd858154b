/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

/* A layout turns maps into scenes. The scene depends on nothing but the map, what the map refers to
 * and the theme; the layout only remembers texts and nodes, so that an edit lays out just what it
 * touches. It belongs to one thread at a time. */

JalonLayout *jalon_layout_new   (void);
void         jalon_layout_free  (JalonLayout      *self);
JalonScene  *jalon_layout_draw  (JalonLayout      *self,
                                 JalonElement     *map,
                                 const JalonTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonLayout, jalon_layout_free)

G_END_DECLS
