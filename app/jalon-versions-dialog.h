/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JALON_TYPE_VERSIONS_DIALOG (jalon_versions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (JalonVersionsDialog, jalon_versions_dialog, JALON, VERSIONS_DIALOG, AdwWindow)

GtkWidget *jalon_versions_dialog_new (GtkWindow *parent,
                                      GPtrArray *backups);

G_END_DECLS
