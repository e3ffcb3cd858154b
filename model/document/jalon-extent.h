/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/**
 * JalonExtent:
 * @n_elements: how many elements its file has
 * @n_bytes: how many bytes that has at most
 * @n_strangers: how often something came in that is kept word for word
 *
 * How large a tree is, counted as the reader counts it; see jalon-limits.h.
 */
typedef struct
{
  gint64 n_elements;
  gint64 n_bytes;
  guint  n_strangers;
} JalonExtent;

void     jalon_extent_add_element (JalonExtent       *self,
                                   JalonElement      *element,
                                   int                sign);
void     jalon_extent_add_value   (JalonExtent       *self,
                                   const JalonField  *field,
                                   const char        *text,
                                   int                sign);
gboolean jalon_extent_check       (const JalonExtent *self,
                                   const JalonExtent *before,
                                   GError           **error);

G_END_DECLS
