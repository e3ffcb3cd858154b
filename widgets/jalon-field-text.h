/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "document/schema.h"

G_BEGIN_DECLS

/* What people are shown of a text that is long, in letters: in a field, and in a line. */
#define JALON_FIELD_TEXT_EXCERPT 500
#define JALON_FIELD_TEXT_LINE 300

/* What people can look for, in letters: to go one to the left or right takes GTK the square of
 * their number. */
#define JALON_FIELD_TEXT_QUERY 500

/* What people can write in an entry, in letters. */
#define JALON_FIELD_TEXT_MOST_IN_LINE 2000

gboolean  jalon_field_is_number   (const JalonField *field);
char     *jalon_field_to_people   (const JalonField *field,
                                   const char       *text);
char     *jalon_field_from_people (const JalonField *field,
                                   const char       *text);

gboolean  jalon_field_fits_in_line (const JalonField *field);
char     *jalon_field_to_line     (const JalonField *field,
                                   JalonElement     *element);

gboolean jalon_field_text_is_long      (const char *text);
gboolean jalon_field_text_is_long_line (const char *text);
char    *jalon_field_text_shorten      (const char *text,
                                        guint       n_letters);

G_END_DECLS
