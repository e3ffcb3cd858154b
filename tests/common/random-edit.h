/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

void random_edit (GRand         *rand,
                  JalonDocument *document);

G_END_DECLS
