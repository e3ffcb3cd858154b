/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

/* Where the keys go in a scene. Items are given and returned as their indices; −1 is none. */

gboolean *jalon_navigator_get_stops (JalonScene       *scene);
int       jalon_navigator_get_first (JalonScene       *scene);
int       jalon_navigator_get_last  (JalonScene       *scene);
int       jalon_navigator_move      (JalonScene       *scene,
                                     int               from,
                                     GtkDirectionType  direction);
int       jalon_navigator_leave     (JalonScene       *scene,
                                     guint             from,
                                     GtkDirectionType  direction);
int       jalon_navigator_next_cell (JalonScene       *scene,
                                     int               from,
                                     gboolean          forward);
int       jalon_navigator_find_same (JalonScene       *scene,
                                     JalonNode        *node,
                                     int               hint);

G_END_DECLS
