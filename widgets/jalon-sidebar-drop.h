/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-fragment.h"
#include "widgets/jalon-sidebar.h"

G_BEGIN_DECLS

void     jalon_sidebar_drop_init (JalonSidebar  *self);
gboolean jalon_sidebar_take      (JalonSidebar  *self,
                                  JalonFragment *fragment);
void     jalon_sidebar_paste     (JalonSidebar  *self);

G_END_DECLS
