/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

void          random_edit      (GRand         *rand,
                                JalonDocument *document);
void          random_play      (GRand         *rand,
                                JalonDocument *document,
                                JalonElement  *map);
JalonElement *random_edit_copy (GRand         *rand,
                                JalonElement  *project,
                                guint          n_edits);

G_END_DECLS
