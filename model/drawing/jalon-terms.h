/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/choices.h"
#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/* The words that Jalon itself puts on a map, in the language of the project rather than that of the
 * desktop: they are read from the translations that are built into the library. */

JalonTerms *jalon_terms_new  (JalonLanguage   language);
void        jalon_terms_free (JalonTerms     *self);
const char *jalon_terms_get  (JalonTerms     *self,
                              const char     *english);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonTerms, jalon_terms_free)

G_END_DECLS
