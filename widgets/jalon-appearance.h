/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "drawing/jalon-theme.h"

G_BEGIN_DECLS

JalonThemeName jalon_appearance_get_theme (void);
void           jalon_appearance_connect   (GCallback callback,
                                           gpointer  object);

G_END_DECLS
