/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

JalonElement *generate_project (guint          n_cards);
void          generate_filling (JalonDocument *document,
                                JalonKind      kind,
                                guint          n_left);

G_END_DECLS
