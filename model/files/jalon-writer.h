/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

GBytes *jalon_writer_to_bytes         (JalonElement *element);
void    jalon_writer_append_text      (GString      *xml,
                                       const char   *text);
void    jalon_writer_append_attribute (GString      *xml,
                                       const char   *name,
                                       const char   *value);

G_END_DECLS
