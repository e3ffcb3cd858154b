/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

/**
 * JalonHit:
 * @element: (transfer none): where it was found
 * @field: in which field
 *
 * A place where a text was found; it lives while the element is in the document.
 */
typedef struct
{
  JalonElement     *element;
  const JalonField *field;
} JalonHit;

GArray *jalon_search (JalonElement *within,
                      const char   *query);

G_END_DECLS
