/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_INSPECTOR (jalon_inspector_get_type ())

G_DECLARE_FINAL_TYPE (JalonInspector, jalon_inspector, JALON, INSPECTOR, AdwBin)

GtkWidget     *jalon_inspector_new          (void);
JalonDocument *jalon_inspector_get_document (JalonInspector *self);
void           jalon_inspector_set_document (JalonInspector *self,
                                             JalonDocument  *document);
JalonElement  *jalon_inspector_get_map      (JalonInspector *self);
void           jalon_inspector_set_map      (JalonInspector *self,
                                             JalonElement   *map);

G_END_DECLS
