/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-limits.h"
#include "document/schema.h"

G_BEGIN_DECLS

#define JALON_PALETTE_SIZE 7

extern const JalonChoice jalon_palette[JALON_PALETTE_SIZE + 1];

const char *jalon_field_get_fallback  (const JalonField *field);
const char *jalon_field_get_none      (const JalonField *field);
char       *jalon_field_canonicalize  (const JalonField *field,
                                       const char       *text,
                                       GError          **error);
gboolean    jalon_field_is_canonical  (const JalonField *field,
                                       const char       *text,
                                       gsize             length);
gboolean    jalon_field_is_reference  (const JalonField *field);
gboolean    jalon_number_parse        (const char       *text,
                                       double           *number);
char       *jalon_number_format       (double            number);

G_END_DECLS
