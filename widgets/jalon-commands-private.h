/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-commands.h"

G_BEGIN_DECLS

void  jalon_commands_begin       (JalonDocument    *document,
                                  const char       *format,
                                  JalonElement     *element,
                                  const char       *key);
void  jalon_commands_begin_kind  (JalonDocument    *document,
                                  const char       *format,
                                  JalonKind         kind,
                                  const char       *key);
guint jalon_commands_index_after (JalonElement     *parent,
                                  JalonElement     *after);
void  jalon_commands_add_to_number (JalonDocument *document,
                                    JalonElement     *element,
                                    JalonFieldId      field,
                                    double            by);
void  jalon_commands_fill_references (JalonDocument *document,
                                  JalonElement     *element,
                                  const JalonSlot  *slot);
void  jalon_commands_make_as_named (JalonDocument *document,
                                  JalonElement     *element);
void  jalon_commands_settle      (JalonDocument    *document,
                                  JalonElement     *element,
                                  const JalonSlot  *slot,
                                  const JalonPoint *point);
void  jalon_commands_carry       (JalonDocument    *document,
                                  GPtrArray        *elements,
                                  const JalonSlot  *slot,
                                  const JalonPoint *point);
void  jalon_commands_make_room   (JalonDocument    *document,
                                  GPtrArray        *elements);
void  jalon_commands_close_room  (JalonDocument    *document,
                                  GPtrArray        *elements);
JalonElement *jalon_commands_find_next (JalonElement *element,
                                  int               by);

GPtrArray *jalon_commands_find_images (GPtrArray       *elements);
void  jalon_commands_drop_unused (JalonDocument    *document,
                                  GPtrArray        *images);

G_END_DECLS
