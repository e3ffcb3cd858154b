/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

#define JALON_TYPE_PICTURE_ROW (jalon_picture_row_get_type ())

G_DECLARE_FINAL_TYPE (JalonPictureRow, jalon_picture_row, JALON, PICTURE_ROW, AdwExpanderRow)

GtkWidget *jalon_picture_row_new (JalonFieldBinding *binding);

G_END_DECLS
