/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkFileChooserNative *jalon_chooser_new  (GtkWindow            *parent,
                                          const char           *title,
                                          GtkFileChooserAction  action,
                                          const char           *accept);
void                  jalon_chooser_free (GtkFileChooserNative *self);

G_END_DECLS
