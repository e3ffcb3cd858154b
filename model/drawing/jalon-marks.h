/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

/**
 * JalonMark:
 * @JALON_MARK_PLUS: it is more than it was: it came
 * @JALON_MARK_DOT: it is not what it was
 * @JALON_MARK_MINUS: it is less than it was: it went
 *
 * Signs that tell parts of a map from the rest. Their forms say what their colours do.
 */
typedef enum
{
  JALON_MARK_PLUS,
  JALON_MARK_DOT,
  JALON_MARK_MINUS,
} JalonMark;

#define JALON_N_MARKS (JALON_MARK_MINUS + 1)

gboolean jalon_marks_add        (JalonScene         *scene,
                                 const char         *element,
                                 JalonFieldId        field,
                                 JalonMark           mark);
void     jalon_marks_add_legend (JalonScene         *scene,
                                 const char *const   words[JALON_N_MARKS]);

G_END_DECLS
