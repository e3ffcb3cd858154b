/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-change.h"

G_BEGIN_DECLS

/**
 * JalonDifference:
 * @type: what happened
 * @kind: the kind of the element
 * @id: its id
 * @map: (nullable): the id of the map it is on, or was if it is gone
 * @map_name: (nullable): the name of that map for people, as in “Journey “Trip””
 * @field: (nullable): which field was set
 * @before: (nullable): its canonical text before; the id of the parent of what moved or went
 * @after: (nullable): its canonical text after; the id of the parent of what moved or came
 * @n_more: how many elements came or went with it
 * @sentence: translated: all of it, as in “Card “Pay” in “Book” moved to “Leave””
 *
 * One thing in which two projects differ.
 */
typedef struct
{
  JalonChangeType   type;
  JalonKind         kind;
  char             *id;
  char             *map;
  char             *map_name;
  const JalonField *field;
  char             *before;
  char             *after;
  guint             n_more;
  char             *sentence;
} JalonDifference;

GPtrArray *jalon_difference_list (JalonElement *before,
                                  JalonElement *after);

G_END_DECLS
