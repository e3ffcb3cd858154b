/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

const JalonField *jalon_outline_text_get_field   (JalonElement *element);
char             *jalon_outline_text_make_title  (JalonElement *element);
char             *jalon_outline_text_make_detail (JalonElement *element);

G_END_DECLS
