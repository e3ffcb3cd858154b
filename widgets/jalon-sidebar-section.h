/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-document.h"
#include "widgets/jalon-map-row.h"

G_BEGIN_DECLS

#define JALON_TYPE_SIDEBAR_SECTION (jalon_sidebar_section_get_type ())

G_DECLARE_FINAL_TYPE (JalonSidebarSection, jalon_sidebar_section, JALON, SIDEBAR_SECTION, GtkBox)

GtkWidget   *jalon_sidebar_section_new         (JalonKind            kind);
void         jalon_sidebar_section_set_project (JalonSidebarSection *self,
                                                JalonElement        *project);
void         jalon_sidebar_section_set_editable (JalonSidebarSection *self,
                                                gboolean             is_editable);
JalonMapRow *jalon_sidebar_section_get_row     (JalonSidebarSection *self,
                                                guint                index);
JalonMapRow *jalon_sidebar_section_find        (JalonSidebarSection *self,
                                                JalonElement        *map);
void         jalon_sidebar_section_select      (JalonSidebarSection *self,
                                                JalonElement        *map);
void         jalon_sidebar_section_refresh     (JalonSidebarSection *self);

G_END_DECLS
