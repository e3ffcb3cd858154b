/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"
#include "drawing/jalon-node.h"

G_BEGIN_DECLS

/* What a place that takes cards means for the tree. */

JalonSlot    *jalon_slot_new         (const char       *parent,
                                      JalonKind         kind,
                                      JalonFieldId      field,
                                      const char       *value);
void          jalon_slot_free        (JalonSlot        *self);
gboolean      jalon_slot_accepts     (const JalonSlot  *self,
                                      JalonElement     *element);
gboolean      jalon_slot_resembles   (const JalonSlot  *self,
                                      JalonElement     *element);
gboolean      jalon_slot_contains    (const JalonSlot  *self,
                                      JalonElement     *element);
gboolean      jalon_slot_equal       (const JalonSlot  *self,
                                      const JalonSlot  *other);
gboolean      jalon_slot_has_plane   (const JalonSlot  *self);
gboolean      jalon_slot_has_goals   (const JalonSlot  *self);
JalonElement *jalon_slot_get_last    (const JalonSlot  *self,
                                      JalonDocument    *document);
JalonElement *jalon_slot_get_only    (const JalonSlot  *self,
                                      JalonDocument    *document);
const JalonField *jalon_slot_find_open (const JalonSlot *self,
                                      JalonDocument    *document);
void          jalon_slot_answer      (JalonSlot        *self,
                                      JalonFieldId      field,
                                      const char       *value);
void          jalon_slot_measure     (const JalonSlot  *self,
                                      const JalonPoint *point,
                                      double           *x,
                                      double           *y);
double        jalon_slot_get_unit    (const JalonSlot  *self,
                                      JalonFieldId      field);

G_END_DECLS
