/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_SIDEBAR (jalon_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (JalonSidebar, jalon_sidebar, JALON, SIDEBAR, AdwBin)

GtkWidget     *jalon_sidebar_new          (void);
JalonDocument *jalon_sidebar_get_document (JalonSidebar  *self);
void           jalon_sidebar_set_document (JalonSidebar  *self,
                                           JalonDocument *document);
JalonElement  *jalon_sidebar_get_map      (JalonSidebar  *self);
void           jalon_sidebar_set_map      (JalonSidebar  *self,
                                           JalonElement  *map);
void           jalon_sidebar_rename       (JalonSidebar  *self);
void           jalon_sidebar_lock         (JalonSidebar  *self);
gboolean       jalon_sidebar_is_locked    (JalonSidebar  *self);
void           jalon_sidebar_say          (JalonSidebar  *self,
                                           const char    *message);

G_END_DECLS
