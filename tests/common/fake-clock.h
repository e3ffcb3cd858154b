/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A clock that goes on only when it is told to. Programs that use it are linked with
 * fake_clock_dep, which puts it in place of GLib's timeouts and monotonic time. */

gint64 fake_clock_get     (void);
guint  fake_clock_advance (guint ms);

G_END_DECLS
