/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"
#include "drawing/jalon-layout-private.h"

/* A journey in a document, laid out. */
typedef struct
{
  JalonDocument *document;
  JalonLayout *layout;
  JalonScene *scene;
} Drawing;

/* Trees: a project with the persona "awa" and the journey "journey", of the stages "stage0" and
 * "stage1" and the steps "step0" to "step3", all called "Pays the deposit". */
JalonElement    *journey_new_project  (void);
JalonElement    *journey_add          (JalonElement  *parent,
                                       JalonKind      kind,
                                       const char    *id);
void             journey_set          (JalonElement  *element,
                                       JalonFieldId   field,
                                       const char    *text);
JalonElement    *journey_add_lane     (JalonElement  *journey,
                                       const char    *id,
                                       const char    *type);
JalonElement    *journey_add_card     (JalonElement  *step,
                                       const char    *id,
                                       const char    *lane,
                                       const char    *text);
JalonElement    *journey_add_score    (JalonElement  *step,
                                       const char    *id,
                                       const char    *lane,
                                       const char    *value);
JalonElement    *journey_find         (JalonElement  *project,
                                       const char    *id);

/* Drawings: takes the project, lays its journey out and checks what holds for all scenes. */
JalonScene      *journey_draw         (JalonLayout   *layout,
                                       JalonElement  *map);
Drawing          drawing_new          (JalonElement  *project);
void             drawing_clear        (Drawing       *drawing);
const JalonItem *drawing_find_item    (JalonScene    *scene,
                                       const char    *id);
const JalonSlot *drawing_find_slot_of (JalonScene    *scene,
                                       const char    *id);
const JalonItem *drawing_find_slot    (JalonScene    *scene,
                                       const char    *parent,
                                       JalonKind      kind,
                                       const char    *value);
gboolean         node_has_text        (JalonNode     *node,
                                       const char    *text);
gboolean         scene_has_text       (JalonScene    *scene,
                                       const char    *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)
