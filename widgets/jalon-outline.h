/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_OUTLINE (jalon_outline_get_type ())

G_DECLARE_FINAL_TYPE (JalonOutline, jalon_outline, JALON, OUTLINE, AdwBin)

GtkWidget     *jalon_outline_new          (void);
JalonDocument *jalon_outline_get_document (JalonOutline  *self);
void           jalon_outline_set_document (JalonOutline  *self,
                                           JalonDocument *document);
JalonElement  *jalon_outline_get_map      (JalonOutline  *self);
void           jalon_outline_set_map      (JalonOutline  *self,
                                           JalonElement  *map);
gboolean       jalon_outline_get_editable (JalonOutline  *self);
void           jalon_outline_set_editable (JalonOutline  *self,
                                           gboolean       is_editable);
void           jalon_outline_finish_edit  (JalonOutline  *self);

G_END_DECLS
