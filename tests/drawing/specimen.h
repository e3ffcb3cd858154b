/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-scene.h"
#include "drawing/jalon-typesetter.h"

/* A scene with one of everything that can be drawn, and texts of many scripts. */
JalonScene   *specimen_new         (JalonTypesetter *typesetter,
                                    JalonThemeName   theme);

/* A scene like a large map: @n_cards cards of a dozen words each. */
JalonScene   *specimen_new_large   (JalonTypesetter *typesetter,
                                    guint            n_cards);

/* A picture of @width × @height pixels: colours that change from corner to corner. */
GBytes       *specimen_make_png    (int              width,
                                    int              height);
JalonPicture *specimen_new_picture (int              width,
                                    int              height);
