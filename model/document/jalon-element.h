/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-field.h"

G_BEGIN_DECLS

#define JALON_TYPE_ELEMENT (jalon_element_get_type ())

G_DECLARE_FINAL_TYPE (JalonElement, jalon_element, JALON, ELEMENT, GObject)

typedef void (*JalonElementFunc) (JalonElement *element,
                                  gpointer      data);

JalonElement     *jalon_element_new            (JalonKind          kind,
                                                const char        *id);
JalonElement     *jalon_element_copy           (JalonElement      *self);
JalonElement     *jalon_element_copy_as_new    (JalonElement      *self);
JalonElement     *jalon_element_copy_renamed   (JalonElement      *self,
                                                GHashTable        *ids);

JalonKind         jalon_element_get_kind       (JalonElement      *self);
const char       *jalon_element_get_id         (JalonElement      *self);
JalonDocument    *jalon_element_get_document   (JalonElement      *self);
guint64           jalon_element_get_stamp      (JalonElement      *self);
guint64           jalon_element_get_tree_stamp (JalonElement      *self);
const char       *jalon_element_get_title      (JalonElement      *self);

JalonElement     *jalon_element_get_parent     (JalonElement      *self);
JalonElement     *jalon_element_get_ancestor   (JalonElement      *self,
                                                JalonKind          kind);
JalonElement     *jalon_element_get_map        (JalonElement      *self);
gboolean          jalon_element_contains       (JalonElement      *self,
                                                JalonElement      *other);
guint             jalon_element_get_n_children (JalonElement      *self);
JalonElement     *jalon_element_get_child      (JalonElement      *self,
                                                guint              index);
guint             jalon_element_get_index      (JalonElement      *self);
guint             jalon_element_find_end       (JalonElement      *self,
                                                JalonKind          kind);
void              jalon_element_foreach        (JalonElement      *self,
                                                JalonElementFunc   func,
                                                gpointer           data);
void              jalon_element_foreach_of     (JalonElement      *self,
                                                guint32            kinds,
                                                JalonElementFunc   func,
                                                gpointer           data);
GHashTable       *jalon_element_index          (JalonElement      *self);
gsize             jalon_element_measure        (JalonElement      *self);

const JalonField *jalon_element_get_field      (JalonElement      *self,
                                                JalonFieldId       field);
gboolean          jalon_element_has            (JalonElement      *self,
                                                JalonFieldId       field);
const char       *jalon_element_get_text       (JalonElement      *self,
                                                JalonFieldId       field);
double            jalon_element_get_number     (JalonElement      *self,
                                                JalonFieldId       field);
int               jalon_element_get_choice     (JalonElement      *self,
                                                JalonFieldId       field);
gboolean          jalon_element_get_flag       (JalonElement      *self,
                                                JalonFieldId       field);
char            **jalon_element_get_references (JalonElement      *self,
                                                JalonFieldId       field);
gboolean          jalon_element_refers_to      (JalonElement      *self,
                                                JalonFieldId       field,
                                                const char        *id);
gboolean          jalon_element_is_liability   (JalonElement      *self);
guint             jalon_element_get_n_values   (JalonElement      *self);
const JalonField *jalon_element_get_value      (JalonElement      *self,
                                                guint              index,
                                                const char       **text);

gboolean          jalon_element_set            (JalonElement      *self,
                                                JalonFieldId       field,
                                                const char        *text,
                                                GError           **error);
void              jalon_element_take           (JalonElement      *self,
                                                const JalonField  *row,
                                                char              *canonical);
void              jalon_element_share          (JalonElement      *self,
                                                JalonTexts        *texts);
void              jalon_element_append         (JalonElement      *self,
                                                JalonElement      *child);

G_END_DECLS
