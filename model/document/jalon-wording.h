/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* How sentences name elements and values, on one line and not too long. References are looked up in
 * a table of elements by id, for what is told of may be in no document. */

char *jalon_wording_title   (JalonElement     *element,
                             GHashTable       *elements);
char *jalon_wording_name    (JalonElement     *element,
                             GHashTable       *elements);
char *jalon_wording_name_in (JalonElement     *element,
                             GHashTable       *elements);
char *jalon_wording_field   (const JalonField *field);
char *jalon_wording_value   (const JalonField *field,
                             const char       *text,
                             GHashTable       *elements);

G_END_DECLS
