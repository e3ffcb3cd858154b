/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-slot.h"

G_BEGIN_DECLS

/* What people do to maps, each as one transaction. All of it goes by slots and by the table, so
 * that it is the same for every map, and none of it knows a widget. */

gboolean      jalon_commands_can_add     (JalonDocument    *document,
                                          const JalonSlot  *slot);
JalonElement *jalon_commands_add         (JalonDocument    *document,
                                          const JalonSlot  *slot,
                                          JalonElement     *after,
                                          const JalonPoint *point,
                                          const char       *key);
JalonElement *jalon_commands_add_beside  (JalonDocument    *document,
                                          JalonElement     *sibling,
                                          const JalonSlot  *slot,
                                          gboolean          is_before,
                                          const char       *key);
gboolean      jalon_commands_add_map     (JalonDocument    *document,
                                          JalonElement     *map);
void          jalon_commands_remove      (JalonDocument    *document,
                                          GPtrArray        *elements);
void          jalon_commands_cut         (JalonDocument    *document,
                                          GPtrArray        *elements);
void          jalon_commands_discard     (JalonDocument    *document,
                                          JalonElement     *element,
                                          const char       *key);
GPtrArray    *jalon_commands_duplicate   (JalonDocument    *document,
                                          GPtrArray        *elements);
void          jalon_commands_place       (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          const JalonSlot  *slot,
                                          JalonElement     *before,
                                          const JalonPoint *point);
void          jalon_commands_place_copies (JalonDocument   *document,
                                          GPtrArray        *elements,
                                          const JalonSlot  *slot,
                                          JalonElement     *before,
                                          const JalonPoint *point);
void          jalon_commands_place_each  (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          GPtrArray        *slots);
gboolean      jalon_commands_shift       (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          int               by);
gboolean      jalon_commands_nudge       (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          const JalonSlot  *slot,
                                          int               right,
                                          int               up);
JalonElement *jalon_commands_score       (JalonDocument    *document,
                                          const JalonSlot  *slot,
                                          GPtrArray        *elements,
                                          int               digit);
void          jalon_commands_put_beside  (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          JalonElement     *other,
                                          gboolean          is_after);
void          jalon_commands_want        (JalonDocument    *document,
                                          JalonElement     *element,
                                          const JalonSlot  *slot,
                                          const JalonPoint *point);
gboolean      jalon_commands_wants       (JalonElement     *element,
                                          const JalonSlot  *slot);
void          jalon_commands_want_nothing (JalonDocument   *document,
                                          GPtrArray        *elements,
                                          const JalonSlot  *slot);
gboolean      jalon_commands_want_more   (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          const JalonSlot  *slot,
                                          int               right,
                                          int               up);
gboolean      jalon_commands_widen       (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          int               by);
JalonKind     jalon_commands_get_link_kind (JalonElement   *element);
JalonElement *jalon_commands_link        (JalonDocument    *document,
                                          JalonElement     *from,
                                          JalonElement     *to);
gboolean      jalon_commands_set         (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          JalonFieldId      field,
                                          const char       *text,
                                          const char       *key,
                                          GError          **error);
char         *jalon_commands_find_value  (JalonDocument    *document,
                                          JalonElement     *element,
                                          const JalonField *field,
                                          const char       *text);
void          jalon_commands_recognise   (JalonDocument    *document,
                                          JalonElement     *element,
                                          const char       *key);
void          jalon_commands_refer       (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          JalonFieldId      field,
                                          const char       *id,
                                          gboolean          refers);
JalonElement *jalon_commands_find_referrer (JalonElement   *element,
                                          JalonElement     *target,
                                          const JalonField **field);
JalonElement *jalon_commands_refer_from  (JalonElement     *element,
                                          JalonElement     *target);
gboolean      jalon_commands_can_add_for (JalonDocument    *document,
                                          const JalonSlot  *slot,
                                          JalonElement     *target);
JalonElement *jalon_commands_add_for     (JalonDocument    *document,
                                          const JalonSlot  *slot,
                                          JalonElement     *target,
                                          const JalonPoint *point);
gboolean      jalon_commands_can_split   (JalonElement     *element,
                                          const JalonSlot  *slot);
JalonElement *jalon_commands_split       (JalonDocument    *document,
                                          JalonElement     *element,
                                          const JalonSlot  *slot,
                                          const char       *key);
gboolean      jalon_commands_can_merge   (JalonDocument    *document,
                                          GPtrArray        *elements);
char         *jalon_commands_merge       (JalonDocument    *document,
                                          GPtrArray        *elements);
gboolean      jalon_commands_can_make_to_be (JalonElement  *map);
JalonElement *jalon_commands_make_to_be  (JalonDocument    *document,
                                          JalonElement     *map);
void          jalon_commands_set_picture (JalonDocument    *document,
                                          GPtrArray        *elements,
                                          JalonFieldId      field,
                                          JalonElement     *image);
gboolean      jalon_commands_add_pictures (JalonDocument   *document,
                                          const JalonSlot  *slot,
                                          JalonFieldId      field,
                                          GPtrArray        *images);
const JalonField *jalon_commands_get_picture_field (JalonDocument *document,
                                          JalonElement     *element,
                                          const JalonSlot  *slot);

GPtrArray    *jalon_commands_get_selected (JalonDocument   *document);
GPtrArray    *jalon_commands_get_run     (JalonElement     *element,
                                          JalonFieldId      field);
GPtrArray    *jalon_commands_get_alike   (JalonDocument    *document,
                                          JalonElement     *element);
GPtrArray    *jalon_commands_in_order    (JalonDocument    *document,
                                          GPtrArray        *elements);
void          jalon_commands_select      (JalonDocument    *document,
                                          GPtrArray        *elements);

G_END_DECLS
