/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-node.h"

G_BEGIN_DECLS

/* Icons of our own, as paths: first those of the channels, in the order of #JalonChannel, then
 * those of the types of lanes, in the order of #JalonLaneType. */
typedef enum
{
  JALON_ICON_CHANNELS,
  JALON_ICON_LANES        = JALON_ICON_CHANNELS + JALON_N_CHANNELS,
  JALON_ICON_STAR         = JALON_ICON_LANES + JALON_N_LANE_TYPES,
  JALON_ICON_POSITIVE,
  JALON_ICON_NEGATIVE,
  JALON_ICON_NEUTRAL,
  JALON_ICON_ASSUMED,
  JALON_ICON_PARTLY,
  JALON_ICON_RESEARCHED,
  JALON_ICON_MOBILE,
  JALON_ICON_TABLET,
  JALON_ICON_DESKTOP,
  JALON_ICON_HUMAN,
  JALON_ICON_ARROW,
} JalonIcon;

#define JALON_N_ICONS (JALON_ICON_ARROW + 1)

JalonIcon jalon_icon_of_channel     (JalonChannel      channel);
JalonIcon jalon_icon_of_lane        (JalonLaneType     type);
JalonIcon jalon_icon_of_confidence  (JalonConfidence   confidence);
void      jalon_node_add_icon       (JalonNode        *self,
                                     JalonIcon         icon,
                                     double            x,
                                     double            y,
                                     double            size,
                                     JalonColour       colour);

G_END_DECLS
