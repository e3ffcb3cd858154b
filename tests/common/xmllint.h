/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *xmllint_schema (void);
gboolean  xmllint_run    (const char *const *options,
                          GBytes            *input,
                          char             **messages);

G_END_DECLS
