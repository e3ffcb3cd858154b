/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_GALLERY_CARD (jalon_gallery_card_get_type ())

G_DECLARE_FINAL_TYPE (JalonGalleryCard, jalon_gallery_card, JALON, GALLERY_CARD, GtkFlowBoxChild)

GtkWidget *jalon_gallery_card_new (void);

G_END_DECLS
