/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-canvas-private.h"
#include "widgets/jalon-mini-map.h"
#include "widgets/jalon-mini-picture.h"

G_BEGIN_DECLS

struct _JalonMiniMap
{
  GtkWidget parent_instance;

  gboolean is_wanted;
  int size[2];     /* in application pixels */
  int pictured[2]; /* the same in those of the device; 0 if the picture is of another scene */
  guint update;
  double grip[2]; /* from the middle of the frame to the pointer */

  /* Owned */
  JalonCanvas *canvas;
  GSignalGroup *signals;
  GSignalGroup *scrolling[2];
  JalonMiniPicture *picture;
};

/* jalon-mini-map-view.c */
GtkAdjustment *jalon_mini_map_get_adjustment (JalonMiniMap *self,
                                              int           axis);
gboolean       jalon_mini_map_get_sheet      (JalonMiniMap *self,
                                              double       *width,
                                              double       *height);
gboolean       jalon_mini_map_is_useful      (JalonMiniMap *self);
gboolean       jalon_mini_map_get_frame      (JalonMiniMap *self,
                                              JalonRect    *frame);
void           jalon_mini_map_drag_init      (JalonMiniMap *self);

G_END_DECLS
