/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

gboolean jalon_strangers_check (JalonElement  *project,
                                GError       **error);

G_END_DECLS
