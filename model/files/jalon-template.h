/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* Templates are small projects that are built into the library, one for each language. */

char        **jalon_template_list (void);
JalonElement *jalon_template_open (const char     *name,
                                   JalonLanguage   language,
                                   GError        **error);

G_END_DECLS
