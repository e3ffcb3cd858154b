/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "document/jalon-report.h"

G_BEGIN_DECLS

gboolean      jalon_mermaid_recognises (const char  *text);
JalonElement *jalon_mermaid_read       (const char  *text,
                                        const char  *name,
                                        gboolean     partly,
                                        JalonReport *report,
                                        GError     **error);

G_END_DECLS
