/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-types.h"

G_BEGIN_DECLS

/* A block of memory for the texts of elements that are made together, as when a file is read: the
 * last element that shares it frees it. One thread fills it; then it can be in any. */

JalonTexts *jalon_texts_new      (gsize       size);
JalonTexts *jalon_texts_ref      (JalonTexts *self);
void        jalon_texts_unref    (JalonTexts *self);
char       *jalon_texts_add      (JalonTexts *self,
                                  const char *text,
                                  gsize       length);
void        jalon_texts_drop     (JalonTexts *self,
                                  char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonTexts, jalon_texts_unref)

G_END_DECLS
