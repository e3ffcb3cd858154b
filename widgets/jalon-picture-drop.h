/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-picture-taker.h"

G_BEGIN_DECLS

/**
 * JalonPictureDropFunc:
 * @widget: the widget over which something is dragged
 * @x: where; −1 when it has left
 * @y: where
 * @place: (out): where a picture would go
 *
 * Shows where something would be dropped.
 *
 * Returns: (transfer none) (nullable): the document; %NULL if pictures do not go there
 */
typedef JalonDocument *(*JalonPictureDropFunc) (GtkWidget         *widget,
                                                double             x,
                                                double             y,
                                                JalonPicturePlace *place);

void jalon_picture_drop_init       (GtkWidget            *widget,
                                    JalonPictureDropFunc  func);
void jalon_picture_drop_tell_where (GtkWidget            *widget);

G_END_DECLS
