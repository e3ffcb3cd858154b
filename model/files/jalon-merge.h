/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

/**
 * JalonConflictType:
 * @JALON_CONFLICT_FIELD: both sides changed a field, and not to the same
 * @JALON_CONFLICT_PLACE: both sides moved an element, and not to the same parent
 * @JALON_CONFLICT_REMOVED: one side deleted an element that the other changed or needs; it stays
 *
 * What people have to look at after a merge.
 */
typedef enum
{
  JALON_CONFLICT_FIELD,
  JALON_CONFLICT_PLACE,
  JALON_CONFLICT_REMOVED,
} JalonConflictType;

/**
 * JalonMergeChoice:
 * @JALON_MERGE_OURS: what this side did
 * @JALON_MERGE_THEIRS: what the other side did
 * @JALON_MERGE_BOTH: the texts of both
 *
 * What can be chosen in a conflict.
 */
typedef enum
{
  JALON_MERGE_OURS,
  JALON_MERGE_THEIRS,
  JALON_MERGE_BOTH,
} JalonMergeChoice;

#define JALON_N_MERGE_CHOICES (JALON_MERGE_BOTH + 1)

/**
 * JalonConflictOption:
 * @text: (nullable): the canonical text of the field, or the id of the parent; %NULL for an element
 *   that is deleted
 * @words: (nullable): the same for people, translated, on one line; %NULL if this cannot be chosen
 *
 * What would be if one side were chosen.
 */
typedef struct
{
  char *text;
  char *words;
} JalonConflictOption;

/**
 * JalonConflict:
 * @type: what kind of conflict
 * @kind: the kind of the element
 * @id: its id
 * @field: (nullable): the field, if it is about one
 * @options: by #JalonMergeChoice
 * @taken: what stands in the merged project
 * @sentence: translated: what happened and what became of it
 *
 * A place where both sides wanted something else. The merge has decided so that no text is lost.
 */
typedef struct
{
  JalonConflictType   type;
  JalonKind           kind;
  char               *id;
  const JalonField   *field;
  JalonConflictOption options[JALON_N_MERGE_CHOICES];
  JalonMergeChoice    taken;
  char               *sentence;
} JalonConflict;

/**
 * JalonMerge:
 * @project: what both sides made together, in no document
 * @conflicts: (element-type JalonConflict): what to look at, in the order of @project
 *
 * The result of a merge. What came from the other side is what jalon_difference_list() finds
 * between ours and @project.
 */
typedef struct
{
  JalonElement *project;
  GPtrArray    *conflicts;
} JalonMerge;

JalonMerge *jalon_merge_new            (JalonElement        *base,
                                        JalonElement        *ours,
                                        JalonElement        *theirs);
void        jalon_merge_free           (JalonMerge          *self);

gboolean    jalon_conflict_find_choice (const JalonConflict *self,
                                        JalonDocument       *document,
                                        JalonMergeChoice    *choice);
gboolean    jalon_conflict_can_resolve (const JalonConflict *self,
                                        JalonDocument       *document,
                                        JalonMergeChoice     choice);
void        jalon_conflict_resolve     (const JalonConflict *self,
                                        JalonDocument       *document,
                                        JalonMergeChoice     choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMerge, jalon_merge_free)

G_END_DECLS
