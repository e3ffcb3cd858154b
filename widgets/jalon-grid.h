/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

/* The slots of a scene as a table: those that stand in line with one of them are its row and its
 * column. Rows and columns count from there. */

typedef struct _JalonGrid JalonGrid;

JalonGrid *jalon_grid_new  (JalonScene *scene,
                            int         slot);
void       jalon_grid_free (JalonGrid  *self);
int        jalon_grid_get  (JalonGrid  *self,
                            int         column,
                            int         row);
gboolean   jalon_grid_find (JalonGrid  *self,
                            int         slot,
                            int        *column,
                            int        *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonGrid, jalon_grid_free)

G_END_DECLS
