/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

GtkWidget *jalon_field_row_new (JalonFieldBinding *binding);

G_END_DECLS
