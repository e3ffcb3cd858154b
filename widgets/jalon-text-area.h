/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_TEXT_AREA (jalon_text_area_get_type ())

G_DECLARE_DERIVABLE_TYPE (JalonTextArea, jalon_text_area, JALON, TEXT_AREA, GtkTextView)

struct _JalonTextAreaClass
{
  GtkTextViewClass parent_class;
};

GtkWidget *jalon_text_area_new             (void);
char      *jalon_text_area_get_text        (JalonTextArea *self);
gboolean   jalon_text_area_set_text        (JalonTextArea *self,
                                            const char    *text);
void       jalon_text_area_set_line_height (JalonTextArea *self,
                                            double         line_height);

G_END_DECLS
