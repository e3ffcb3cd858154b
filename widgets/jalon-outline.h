/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-map-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_OUTLINE (jalon_outline_get_type ())

G_DECLARE_FINAL_TYPE (JalonOutline, jalon_outline, JALON, OUTLINE, JalonMapView)

GtkWidget *jalon_outline_new (void);

G_END_DECLS
