/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/schema.h"

G_BEGIN_DECLS

gboolean  jalon_field_is_number   (const JalonField *field);
char     *jalon_field_to_people   (const JalonField *field,
                                   const char       *text);
char     *jalon_field_from_people (const JalonField *field,
                                   const char       *text);

G_END_DECLS
