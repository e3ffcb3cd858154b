/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/schema.h"

G_BEGIN_DECLS

extern const JalonKindInfo jalon_kinds[JALON_N_KINDS];

G_END_DECLS
