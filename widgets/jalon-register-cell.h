/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/jalon-line-editor.h"

G_BEGIN_DECLS

#define JALON_TYPE_REGISTER_CELL (jalon_register_cell_get_type ())

G_DECLARE_FINAL_TYPE (JalonRegisterCell, jalon_register_cell, JALON, REGISTER_CELL, GtkWidget)

/* What a column shows: a field, or something that is not written but follows from the rest. */
typedef enum
{
  JALON_COLUMN_RANK,
  JALON_COLUMN_FIELD,
  JALON_COLUMN_LIABILITY,
} JalonColumnType;

typedef struct
{
  guint             index;
  JalonColumnType   type;
  const JalonField *field;
} JalonRegisterColumn;

GtkWidget                 *jalon_register_cell_new         (const JalonRegisterColumn *column);
const JalonRegisterColumn *jalon_register_cell_get_column  (JalonRegisterCell *self);
JalonElement              *jalon_register_cell_get_element (JalonRegisterCell *self);
void                       jalon_register_cell_set_element (JalonRegisterCell *self,
                                                            JalonElement      *element);
void                       jalon_register_cell_refresh     (JalonRegisterCell *self);
gboolean                   jalon_register_cell_edit        (JalonRegisterCell *self);
JalonLineEditor           *jalon_register_cell_get_editor  (JalonRegisterCell *self);
gboolean                   jalon_register_cell_is_editing  (JalonRegisterCell *self);
void                       jalon_register_cell_finish_edit (JalonRegisterCell *self);

const char                *jalon_register_column_get_title (const JalonRegisterColumn *self);
char                      *jalon_register_column_get_text  (const JalonRegisterColumn *self,
                                                            JalonElement      *element);
guint                      jalon_register_get_rank         (JalonElement      *audience);

G_END_DECLS
