/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* What only the document may do to an element that is in its tree. */

void          jalon_element_attach       (JalonElement     *self,
                                          JalonDocument    *document);
void          jalon_element_detach       (JalonElement     *self);
void          jalon_element_touch        (JalonElement     *self,
                                          guint64           stamp);
char         *jalon_element_swap_value   (JalonElement     *self,
                                          const JalonField *field,
                                          char             *text);
void          jalon_element_insert_child (JalonElement     *self,
                                          guint             index,
                                          JalonElement     *child);
const char   *jalon_element_peek_value   (JalonElement     *self,
                                          JalonFieldId      id);
JalonElement *jalon_element_steal_child  (JalonElement     *self,
                                          guint             index);

G_END_DECLS
