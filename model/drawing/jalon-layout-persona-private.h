/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-private.h"

G_BEGIN_DECLS

double jalon_persona_add_facts (JalonLayout  *self,
                                JalonElement *persona,
                                gboolean      is_sparse,
                                double        x,
                                double        y,
                                double        width);
double jalon_persona_add_marks (JalonLayout  *self,
                                double        x,
                                double        y,
                                double        width);

G_END_DECLS
