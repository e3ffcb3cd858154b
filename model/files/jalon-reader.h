/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "document/jalon-limits.h"
#include "document/jalon-report.h"

G_BEGIN_DECLS

JalonElement *jalon_reader_read_text  (const char    *text,
                                       gsize          length,
                                       const char    *file,
                                       JalonReport   *report,
                                       GError       **error);
JalonElement *jalon_reader_read       (GBytes        *bytes,
                                       const char    *file,
                                       JalonReport   *report,
                                       GError       **error);
gboolean      jalon_reader_is_newer   (JalonElement  *project);

G_END_DECLS
