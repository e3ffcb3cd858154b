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

gboolean jalon_persona_has_kind (JalonElement *persona,
                                 JalonKind     kind);
double jalon_persona_add_offers (JalonLayout  *self,
                                 JalonElement *persona,
                                 gboolean      is_sparse,
                                 double        x,
                                 double        y,
                                 double        width);

double jalon_persona_offer_facts (JalonLayout *self,
                                 JalonElement *persona,
                                 const JalonFieldId *fields,
                                 guint         n_fields,
                                 const JalonRect *rect);
double jalon_persona_offer_sections (JalonLayout *self,
                                 JalonElement *persona,
                                 guint         sections,
                                 const JalonRect *rect);

G_END_DECLS
