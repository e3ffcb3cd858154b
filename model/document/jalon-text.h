/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-limits.h"
#include "document/jalon-types.h"

G_BEGIN_DECLS

/* The longest message, in characters. What it quotes of a file may be a megabyte. */
#define JALON_MESSAGE_MAX 1000

char     *jalon_text_clean    (const char *text,
                               gssize      length);
gboolean  jalon_text_is_clean (const char *text,
                               gssize      length);
char     *jalon_text_fold     (const char *text);
guint     jalon_text_hash     (gconstpointer text);
char     *jalon_text_to_message (const char *text,
                               gsize       max);

G_END_DECLS
