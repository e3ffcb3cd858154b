/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/schema.h"

G_BEGIN_DECLS

#define JALON_TYPE_GALLERY (jalon_gallery_get_type ())

G_DECLARE_FINAL_TYPE (JalonGallery, jalon_gallery, JALON, GALLERY, AdwBin)

GtkWidget *jalon_gallery_new  (void);
void       jalon_gallery_fill (JalonGallery  *self,
                               JalonKind      kind,
                               JalonLanguage  language);

G_END_DECLS
