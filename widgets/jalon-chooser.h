/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jalon_chooser_free (GtkFileChooserNative *self);

G_END_DECLS
