/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_JUMP_DIALOG (jalon_jump_dialog_get_type ())

G_DECLARE_FINAL_TYPE (JalonJumpDialog, jalon_jump_dialog, JALON, JUMP_DIALOG, AdwWindow)

GtkWidget *jalon_jump_dialog_new (GtkWindow     *parent,
                                  JalonDocument *document);

G_END_DECLS
