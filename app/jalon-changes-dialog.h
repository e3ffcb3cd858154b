/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_CHANGES_DIALOG (jalon_changes_dialog_get_type ())

G_DECLARE_FINAL_TYPE (JalonChangesDialog, jalon_changes_dialog, JALON, CHANGES_DIALOG, AdwWindow)

GtkWidget *jalon_changes_dialog_new        (GtkWindow          *parent,
                                            const char         *title,
                                            JalonDocument      *document);
void       jalon_changes_dialog_add_changes (JalonChangesDialog *self,
                                            GPtrArray          *changes,
                                            const char         *origin);
void       jalon_changes_dialog_add_note   (JalonChangesDialog *self,
                                            const char         *text);
void       jalon_changes_dialog_add_conflicts (JalonChangesDialog *self,
                                            GPtrArray          *conflicts,
                                            const char         *from,
                                            const char         *origin);
GtkWidget *jalon_changes_dialog_add_button (JalonChangesDialog *self,
                                            const char         *label,
                                            GCallback           callback,
                                            gpointer            object);

G_END_DECLS
