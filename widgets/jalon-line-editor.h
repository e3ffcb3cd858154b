/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-document.h"
#include "widgets/jalon-inline-editor.h"

G_BEGIN_DECLS

#define JALON_TYPE_LINE_EDITOR (jalon_line_editor_get_type ())

G_DECLARE_FINAL_TYPE (JalonLineEditor, jalon_line_editor, JALON, LINE_EDITOR, AdwBin)

GtkWidget *jalon_line_editor_new      (void);
void       jalon_line_editor_begin    (JalonLineEditor  *self,
                                       JalonElement     *element,
                                       const JalonField *field);
void       jalon_line_editor_set_new  (JalonLineEditor  *self,
                                       const char       *key,
                                       guint64           revision,
                                       const char       *typed);
void       jalon_line_editor_replace  (JalonLineEditor  *self);
void       jalon_line_editor_set_item (JalonLineEditor  *self,
                                       gpointer          item);
GtkText   *jalon_line_editor_get_text (JalonLineEditor  *self);
gboolean   jalon_line_editor_is_empty (JalonLineEditor  *self);
void       jalon_line_editor_refresh  (JalonLineEditor  *self);
void       jalon_line_editor_finish   (JalonLineEditor  *self);

G_END_DECLS
