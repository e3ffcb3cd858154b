/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

char         *content_get_folder (const char   *name);
GPtrArray    *content_list       (const char   *folder);
JalonElement *content_read       (const char   *file);
guint         content_count      (JalonElement *within,
                                  JalonKind     kind);
GPtrArray    *content_find       (JalonElement *within,
                                  JalonKind     kind);
guint64       content_get_choices (JalonElement *within,
                                   JalonKind     kind,
                                   JalonFieldId  field);

G_END_DECLS
