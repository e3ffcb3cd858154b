/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of texts, as spreadsheets put them on the clipboard: cells end at tabs, rows at line breaks,
 * and a cell that holds one of both stands in quotes. */

typedef struct _JalonTable JalonTable;

JalonTable *jalon_table_new           (void);
JalonTable *jalon_table_parse         (const char *text);
void        jalon_table_free          (JalonTable *self);

guint       jalon_table_get_n_columns (JalonTable *self);
guint       jalon_table_get_n_rows    (JalonTable *self);
const char *jalon_table_get           (JalonTable *self,
                                       guint       column,
                                       guint       row);
void        jalon_table_put           (JalonTable *self,
                                       guint       column,
                                       guint       row,
                                       const char *text);
char       *jalon_table_to_text       (JalonTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonTable, jalon_table_free)

G_END_DECLS
