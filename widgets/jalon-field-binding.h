/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_FIELD_BINDING (jalon_field_binding_get_type ())

G_DECLARE_FINAL_TYPE (JalonFieldBinding, jalon_field_binding, JALON, FIELD_BINDING, GObject)

JalonFieldBinding *jalon_field_binding_new         (const JalonField *field,
                                                   GPtrArray        *elements);
const JalonField *jalon_field_binding_get_field    (JalonFieldBinding *self);
const char       *jalon_field_binding_get_label    (JalonFieldBinding *self);
const char       *jalon_field_binding_get_several  (JalonFieldBinding *self);
char             *jalon_field_binding_make_caption (JalonFieldBinding *self);
const char       *jalon_field_binding_get_hint     (JalonFieldBinding *self);
JalonElement     *jalon_field_binding_get_element  (JalonFieldBinding *self);
GPtrArray        *jalon_field_binding_get_elements (JalonFieldBinding *self);
JalonDocument    *jalon_field_binding_get_document (JalonFieldBinding *self);
void              jalon_field_binding_set_elements (JalonFieldBinding *self,
                                                   GPtrArray        *elements);
const char       *jalon_field_binding_get_text     (JalonFieldBinding *self);
gboolean          jalon_field_binding_set_text     (JalonFieldBinding *self,
                                                   const char       *text,
                                                   GError          **error);
void              jalon_field_binding_refresh      (JalonFieldBinding *self);
void              jalon_field_binding_finish       (JalonFieldBinding *self);

G_END_DECLS
