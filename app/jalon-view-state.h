/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many files are remembered. */
#define JALON_VIEW_STATE_MAX 100

char *jalon_view_state_load (GFile       *file,
                             GVariant   **views);
void  jalon_view_state_save (GFile       *file,
                             const char  *map,
                             GVariant    *views);

G_END_DECLS
