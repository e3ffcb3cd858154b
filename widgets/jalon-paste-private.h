/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jalon-table.h"
#include "widgets/jalon-paste.h"

G_BEGIN_DECLS

/* A paste on its way. */
typedef struct
{
  const JalonPastePlace *place;
  JalonPasted           *pasted;
  JalonElement          *last;   /* what was put down last, NULL for nothing yet */
} Paste;

void             paste_begin        (Paste            *self,
                                     JalonKind         kind);
gboolean         paste_end          (Paste            *self,
                                     GError          **error);
const JalonSlot *paste_get_slot     (Paste            *self,
                                     guint             column,
                                     guint             row);
void             paste_put          (Paste            *self,
                                     const JalonSlot  *slot,
                                     JalonElement     *element);
gboolean         paste_put_beside   (Paste            *self,
                                     JalonElement     *element);
void             paste_take_back    (Paste            *self,
                                     JalonElement     *element);
gboolean         paste_check_whole  (Paste            *self,
                                     JalonElement     *element,
                                     JalonElement     *like);
JalonElement    *paste_find_holder  (Paste            *self,
                                     const JalonSlot  *slot,
                                     JalonElement     *like);

/* jalon-paste-text.c */
JalonTable      *paste_parse        (const char       *text,
                                     GError          **error);
gboolean         paste_end_text     (Paste            *self,
                                     GError          **error);

G_END_DECLS
