/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-terms.h"

G_BEGIN_DECLS

GHashTable *jalon_mo_read (GBytes *bytes);

G_END_DECLS
