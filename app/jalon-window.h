/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/jalon-opening.h"
#include "document/jalon-document.h"
#include "files/jalon-recovery.h"

G_BEGIN_DECLS

#define JALON_TYPE_WINDOW (jalon_window_get_type ())

G_DECLARE_FINAL_TYPE (JalonWindow, jalon_window, JALON, WINDOW, AdwApplicationWindow)

JalonWindow   *jalon_window_new           (GtkApplication *application);
JalonDocument *jalon_window_get_document  (JalonWindow    *self);
GFile         *jalon_window_get_file      (JalonWindow    *self);
gboolean       jalon_window_is_blank      (JalonWindow    *self);
void           jalon_window_open_project  (JalonWindow    *self,
                                           JalonOpening   *opening);
void           jalon_window_open_template (JalonWindow    *self,
                                           const char     *name);
void           jalon_window_show_map      (JalonWindow    *self,
                                           JalonElement   *map);

JalonWindow   *jalon_window_find          (GtkApplication *application,
                                           GFile          *file);
JalonWindow   *jalon_window_find_blank    (GtkApplication *application);
void           jalon_window_offer_templates (JalonWindow  *self);
void           jalon_window_fail          (JalonWindow    *self,
                                           const char     *heading,
                                           const char     *body);
JalonWindow   *jalon_window_find_for_recovered (GtkApplication *application,
                                           JalonStore     *store);
void           jalon_window_show_recovered (JalonWindow   *self,
                                           JalonRecovery  *recovery,
                                           JalonElement   *project,
                                           JalonStore     *store);
void           jalon_window_leave         (JalonWindow    *self);

G_END_DECLS
