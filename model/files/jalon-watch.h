/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-store.h"

G_BEGIN_DECLS

#define JALON_TYPE_WATCH (jalon_watch_get_type ())

G_DECLARE_FINAL_TYPE (JalonWatch, jalon_watch, JALON, WATCH, GObject)

JalonWatch *jalon_watch_new   (JalonStore *store);
void        jalon_watch_check (JalonWatch *self);

G_END_DECLS
