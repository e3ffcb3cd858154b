/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "drawing/jalon-export.h"
#include "drawing/jalon-theme.h"

G_BEGIN_DECLS

#define JALON_TYPE_EXPORT_DIALOG (jalon_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (JalonExportDialog, jalon_export_dialog, JALON, EXPORT_DIALOG, AdwWindow)

GtkWidget      *jalon_export_dialog_new        (GtkWindow         *parent);
JalonFormat     jalon_export_dialog_get_format (JalonExportDialog *self);
double          jalon_export_dialog_get_scale  (JalonExportDialog *self);
JalonThemeName  jalon_export_dialog_get_theme  (JalonExportDialog *self);

G_END_DECLS
