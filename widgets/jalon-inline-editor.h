/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-drawing-types.h"
#include "widgets/jalon-text-area.h"

G_BEGIN_DECLS

/* Characters: more is not drawn on a card, and of a word of 20 000 the layout of GTK takes seconds
 * for each letter. */
#define JALON_INLINE_EDITOR_MOST 2000

#define JALON_TYPE_INLINE_EDITOR (jalon_inline_editor_get_type ())

G_DECLARE_FINAL_TYPE (JalonInlineEditor, jalon_inline_editor, JALON, INLINE_EDITOR, JalonTextArea)

/**
 * JalonEditorEnd:
 * @JALON_EDITOR_END_STAY: the text is done
 * @JALON_EDITOR_END_NEXT: the text is done, and another one should come below it
 * @JALON_EDITOR_END_FORWARD: the text is done; on to the next cell
 * @JALON_EDITOR_END_BACKWARD: the text is done; back to the last cell
 * @JALON_EDITOR_END_LEAVE: the text is done; the keys have gone elsewhere
 * @JALON_EDITOR_END_CANCEL: the text shall be as it was
 *
 * How people end editing.
 */
typedef enum
{
  JALON_EDITOR_END_STAY,
  JALON_EDITOR_END_NEXT,
  JALON_EDITOR_END_FORWARD,
  JALON_EDITOR_END_BACKWARD,
  JALON_EDITOR_END_LEAVE,
  JALON_EDITOR_END_CANCEL,
} JalonEditorEnd;

/* Colours and the font of the card that is edited but for its size, lengths in canvas units. */
typedef struct
{
  const PangoFontDescription *font;
  double                      size;
  double                      line_height;
  JalonColour                 ink;
  JalonColour                 ground;
  JalonColour                 accent;
} JalonEditorStyle;

GtkWidget *jalon_inline_editor_new           (void);
void       jalon_inline_editor_set_style     (JalonInlineEditor      *self,
                                              const JalonEditorStyle *style);
void       jalon_inline_editor_set_text      (JalonInlineEditor      *self,
                                              const char             *text);
void       jalon_inline_editor_set_valid     (JalonInlineEditor      *self,
                                              gboolean                is_valid);
void       jalon_inline_editor_set_apart     (JalonInlineEditor      *self,
                                              gboolean                is_apart);
void       jalon_inline_editor_set_multiline (JalonInlineEditor      *self,
                                              gboolean                is_multiline);

G_END_DECLS
