/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample.h"

G_BEGIN_DECLS

/* Edits of the sample, apart by "; ":
 *   ID.FIELD=TEXT    sets a field        -ID                     removes
 *   ID>PARENT:PLACE  moves               +KIND ID PARENT:PLACE   adds */
JalonElement     *sample_edit          (const char    *edits);
void              sample_edit_document (JalonDocument *document,
                                        const char    *edits);

/* ID.FIELD=TEXT   a field         !ID   is not there
 * ID@PARENT:PLACE is there */
void              sample_check         (JalonDocument *document,
                                        const char    *expected);

void              sample_get_place     (const char    *text,
                                        char         **parent,
                                        guint         *index);
const JalonField *sample_find_field    (JalonElement  *element,
                                        const char    *name);

G_END_DECLS
