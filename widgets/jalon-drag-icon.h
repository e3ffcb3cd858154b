/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-element.h"

G_BEGIN_DECLS

void jalon_drag_icon_show (GdkDrag *drag, JalonElement *element);

G_END_DECLS
