/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-typesetter.h"

G_BEGIN_DECLS

/* What of a text is drawn, so that no text can stop the drawing: jalon-typesetter-limits.c */

/* Characters of a paragraph */
#define JALON_TEXT_MAX_CHARS 2000

/* Lines of a paragraph */
#define JALON_TEXT_MAX_LINES 100

/* Characters without a place to break; Pango needs time with their square */
#define JALON_TEXT_MAX_WORD 1000

/* Accents on one letter */
#define JALON_TEXT_MAX_MARKS 64

/* Characters of one emoji; Unicode has some of ten */
#define JALON_TEXT_MAX_JOINED 10

char          *jalon_text_prepare     (const char    *text);
PangoAttrList *jalon_text_refine      (const char    *text,
                                       PangoAttrList *attributes);
char          *jalon_text_capitalize  (const char    *text);
void           jalon_text_limit_lines (PangoLayout   *layout);

G_END_DECLS
