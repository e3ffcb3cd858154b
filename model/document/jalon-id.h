/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-types.h"

G_BEGIN_DECLS

/* Characters of an id that Jalon makes; ids in files may be 1 to JALON_ID_MAX characters. */
#define JALON_ID_LENGTH 12
#define JALON_ID_MAX    64

char     *jalon_id_new      (void);
char     *jalon_id_derive   (const char  *seed);
gboolean  jalon_id_is_valid (const char  *id);
gboolean  jalon_id_next     (const char **text,
                             char         id[JALON_ID_MAX + 1]);

G_END_DECLS
