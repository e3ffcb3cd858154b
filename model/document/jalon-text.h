/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-types.h"

G_BEGIN_DECLS

/* The longest text of one field, in bytes. */
#define JALON_TEXT_MAX (1024 * 1024)

/* The longest picture, in bytes of base 64: what a libxml2 text node can hold, with room. */
#define JALON_DATA_MAX (8 * 1024 * 1024)

/* The longest message, in characters. What it quotes of a file may be a megabyte. */
#define JALON_MESSAGE_MAX 1000

char     *jalon_text_clean    (const char *text,
                               gssize      length);
gboolean  jalon_text_is_clean (const char *text,
                               gssize      length);
char     *jalon_text_fold     (const char *text);
char     *jalon_text_to_message (const char *text,
                               gsize       max);

G_END_DECLS
