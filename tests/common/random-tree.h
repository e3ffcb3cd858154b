/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* Trees made from the table alone: a new field or kind is tested as soon as it is in there. */

char         *random_text    (GRand             *rand,
                              gboolean           with_breaks);
char         *random_value   (GRand             *rand,
                              const JalonField  *field,
                              JalonElement      *root);
JalonKind     random_child   (GRand             *rand,
                              JalonKind          parent);
JalonElement *random_element (GRand             *rand,
                              JalonKind          kind,
                              JalonElement      *root);
JalonElement *random_tree    (GRand             *rand,
                              guint              n,
                              gboolean           with_raw);
JalonElement *random_pick    (GRand             *rand,
                              JalonElement      *root);

G_END_DECLS
