/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

GPtrArray  *jalon_candidates_find (JalonElement     *element,
                                   const JalonField *field);
const char *jalon_candidates_name (JalonElement     *element);

G_END_DECLS
