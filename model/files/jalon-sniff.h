/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean jalon_sniff_check         (const char  *data,
                                    gsize        length,
                                    const char  *file,
                                    GError     **error);
guint    jalon_sniff_count_lines   (const char  *data,
                                    const char  *end);
guint    jalon_sniff_find_conflict (const char  *text);

G_END_DECLS
