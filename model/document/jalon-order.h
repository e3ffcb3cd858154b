/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void jalon_order_find_rising (const guint *ranks,
                              guint        n,
                              gboolean    *is_rising);

G_END_DECLS
