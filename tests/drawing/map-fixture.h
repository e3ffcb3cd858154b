/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"
#include "drawing/jalon-layout.h"

/* A project with one map, drawn. The ids of a fixture say what its elements are. */
typedef struct
{
  JalonDocument *document;
  JalonElement  *project;
  JalonElement  *map;
  JalonLayout   *layout;
  JalonScene    *scene;
} Fixture;

/* Trees: @kind and @values is pairs of a field and its text, ended by %JALON_FIELD_NONE. */
JalonElement    *fixture_add         (JalonElement     *parent,
                                      JalonKind         kind,
                                      const char       *id,
                                      ...);
Fixture         *fixture_new         (JalonKind         kind);
void             fixture_draw        (Fixture          *self);
void             fixture_set         (Fixture          *self,
                                      const char       *id,
                                      JalonFieldId      field,
                                      const char       *text);
void             fixture_free        (Fixture          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* Scenes */
gboolean         fixture_shows       (Fixture          *self,
                                      const char       *text);
gboolean         node_shows          (JalonNode        *node,
                                      const char       *text);
const JalonItem *fixture_find        (Fixture          *self,
                                      const char       *id,
                                      JalonFieldId      field);
const JalonItem *fixture_find_slot   (Fixture          *self,
                                      JalonKind         kind,
                                      const char       *value,
                                      const char       *other);
JalonRect        item_get_rect       (const JalonItem  *item);

/* Draws maps of @kind in random trees while these are edited: a layout that remembers draws what
 * one that does not draws, and all that holds for scenes holds. */
void             check_random_maps   (JalonKind         kind);
