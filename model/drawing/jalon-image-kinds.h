/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *jalon_image_name_foreign (const guchar *data,
                                      gsize         length);

G_END_DECLS
