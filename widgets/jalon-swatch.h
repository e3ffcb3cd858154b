/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-field.h"

G_BEGIN_DECLS

GtkWidget *jalon_swatch_new (const JalonChoice *colour);

G_END_DECLS
