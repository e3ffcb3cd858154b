/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-block.h"
#include "drawing/jalon-theme.h"

G_BEGIN_DECLS

/* A scene is one laid-out map: its items in the order in which they are painted, which is also the
 * order in which they are read; immutable once it has been laid out, counted. It takes over the
 * nodes that it is given. */

JalonScene        *jalon_scene_new         (JalonElement      *map,
                                            const JalonTheme  *theme);
JalonScene        *jalon_scene_copy        (const JalonScene  *scene);
JalonScene        *jalon_scene_ref         (JalonScene        *self);
void               jalon_scene_unref       (JalonScene        *self);

guint              jalon_scene_add         (JalonScene        *self,
                                            JalonNode         *node,
                                            double             x,
                                            double             y,
                                            JalonLayer         layer,
                                            int                slot);
guint              jalon_scene_add_block   (JalonScene        *self,
                                            JalonBlock        *block,
                                            double             x,
                                            double             y);
gboolean           jalon_scene_replace_block (JalonScene      *self,
                                            guint              index,
                                            JalonBlock        *block);
void               jalon_scene_set_size    (JalonScene        *self,
                                            double             width,
                                            double             height);
void               jalon_scene_set_screen_height (JalonScene  *self,
                                            double             height);
void               jalon_scene_set_headers (JalonScene        *self,
                                            const JalonRect   *top,
                                            const JalonRect   *side);

const char        *jalon_scene_get_title   (JalonScene        *self);
const char        *jalon_scene_get_language (JalonScene       *self);
const JalonTheme  *jalon_scene_get_theme   (JalonScene        *self);
double             jalon_scene_get_width   (JalonScene        *self);
double             jalon_scene_get_height  (JalonScene        *self);
double             jalon_scene_get_screen_height (JalonScene  *self);
const JalonItem   *jalon_scene_get_items   (JalonScene        *self,
                                            guint             *n_items);
const guint       *jalon_scene_get_moving  (JalonScene        *self,
                                            guint             *n_moving);
void               jalon_scene_get_headers (JalonScene        *self,
                                            JalonRect         *top,
                                            JalonRect         *side);
int                jalon_scene_find        (JalonScene        *self,
                                            const char        *element,
                                            JalonFieldId       field);
int                jalon_scene_pick        (JalonScene        *self,
                                            double             x,
                                            double             y);
int                jalon_scene_pick_target (JalonScene        *self,
                                            JalonTarget        target,
                                            double             x,
                                            double             y);
int                jalon_scene_pick_slot   (JalonScene        *self,
                                            double             x,
                                            double             y);
void               jalon_scene_get_position (JalonScene       *self,
                                            guint              item,
                                            guint             *position,
                                            guint             *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonScene, jalon_scene_unref)

G_END_DECLS
