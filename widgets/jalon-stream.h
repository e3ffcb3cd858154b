/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void jalon_stream_read (GInputStream *stream,
                        gsize         limit,
                        GTask        *task);

G_END_DECLS
