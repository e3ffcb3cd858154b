/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* A canvas of notes and nothing else, as simple and as fast as GTK lets one be: what the editor's
 * is compared with. A note is a rounded box with wrapped words, painted once into a render node of
 * its own; what cannot be seen is left out, and from afar a note is a plain box. */
#define NOTES_TYPE (notes_get_type ())
G_DECLARE_FINAL_TYPE (Notes, notes, NOTES, CANVAS, GtkWidget)

GtkWidget *notes_new    (guint       n);
void       notes_write  (Notes      *self,
                         guint       i,
                         const char *text);
void       notes_scroll (Notes      *self,
                         double      step);
void       notes_zoom   (Notes      *self,
                         double      zoom);
double     notes_fit    (Notes      *self);
