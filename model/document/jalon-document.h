/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-change.h"
#include "document/jalon-element.h"

G_BEGIN_DECLS

#define JALON_TYPE_DOCUMENT (jalon_document_get_type ())

G_DECLARE_FINAL_TYPE (JalonDocument, jalon_document, JALON, DOCUMENT, GObject)

JalonDocument     *jalon_document_new               (JalonElement      *project);
JalonElement      *jalon_document_get_project       (JalonDocument     *self);
JalonElement      *jalon_document_lookup            (JalonDocument     *self,
                                                     const char        *id);
JalonElement      *jalon_document_follow            (JalonElement      *element,
                                                     JalonFieldId       field);
GPtrArray         *jalon_document_find_references   (JalonElement      *element);
gboolean           jalon_document_shows_field       (JalonDocument     *self,
                                                     JalonElement      *element,
                                                     const JalonField  *field);

void               jalon_document_begin             (JalonDocument     *self,
                                                     const char        *label);
void               jalon_document_begin_coalesced   (JalonDocument     *self,
                                                     const char        *label,
                                                     const char        *key);
gboolean           jalon_document_has_room          (JalonDocument     *self,
                                                     GError           **error);
gboolean           jalon_document_commit            (JalonDocument     *self);
void               jalon_document_rollback          (JalonDocument     *self);
void               jalon_document_end_coalescing    (JalonDocument     *self);

gboolean           jalon_document_set               (JalonDocument     *self,
                                                     JalonElement      *element,
                                                     JalonFieldId       field,
                                                     const char        *text,
                                                     GError           **error);
void               jalon_document_set_number        (JalonDocument     *self,
                                                     JalonElement      *element,
                                                     JalonFieldId       field,
                                                     double             number);
void               jalon_document_set_choice        (JalonDocument     *self,
                                                     JalonElement      *element,
                                                     JalonFieldId       field,
                                                     int                choice);
void               jalon_document_insert            (JalonDocument     *self,
                                                     JalonElement      *parent,
                                                     guint              index,
                                                     JalonElement      *element);
void               jalon_document_remove            (JalonDocument     *self,
                                                     JalonElement      *element);
void               jalon_document_remove_all        (JalonDocument     *self,
                                                     GPtrArray         *elements);
void               jalon_document_move              (JalonDocument     *self,
                                                     JalonElement      *element,
                                                     JalonElement      *parent,
                                                     guint              index);
gboolean           jalon_document_adopt             (JalonDocument     *self,
                                                     JalonElement      *project);

gboolean           jalon_document_undo              (JalonDocument     *self);
gboolean           jalon_document_redo              (JalonDocument     *self);
const char        *jalon_document_get_undo_label    (JalonDocument     *self);
const char        *jalon_document_get_redo_label    (JalonDocument     *self);

guint64            jalon_document_get_revision      (JalonDocument     *self);
gboolean           jalon_document_is_modified       (JalonDocument     *self);
void               jalon_document_mark_saved        (JalonDocument     *self,
                                                     guint64            revision);

const char *const *jalon_document_get_selection     (JalonDocument     *self);
gboolean           jalon_document_is_selected       (JalonDocument     *self,
                                                     const char        *id);
void               jalon_document_set_selection     (JalonDocument     *self,
                                                     const char *const *ids);

G_END_DECLS
