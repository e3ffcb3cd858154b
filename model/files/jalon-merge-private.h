/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "files/jalon-merge.h"

G_BEGIN_DECLS

/* The versions of the project. The first two are numbered as their choice is. */
typedef enum
{
  MERGE_OURS = JALON_MERGE_OURS,
  MERGE_THEIRS = JALON_MERGE_THEIRS,
  MERGE_BASE,
  MERGE_N_VERSIONS
} MergeVersion;

/* No place in a text */
#define MERGE_NONE G_MAXUINT

typedef struct _MergeNode MergeNode;

/**
 * MergeNode:
 *
 * An element, in whatever versions it is.
 */
struct _MergeNode
{
  JalonKind     kind;
  const char   *key;                  /* by which it is the same in all versions */
  const char   *id;                   /* its id in the merged project, if it is alive */
  JalonElement *in[MERGE_N_VERSIONS]; /* borrowed; NULL where it is not */
  MergeNode    *parent;               /* merged; NULL for the project and for what is dead */
  MergeNode    *twin;                 /* the one that stands for both, if they are the same thing */
  gboolean      is_alive;
  gboolean      is_called;            /* by those who work on it, or by what needs it */
};

/**
 * Merge:
 *
 * The state of a merge. Nodes are in the order in which ours, then theirs, then base have them.
 */
typedef struct
{
  GHashTable   *nodes;   /* key → node */
  GHashTable   *of;      /* element → node */
  GPtrArray    *list;    /* of nodes */
  GStringChunk *strings; /* keys and ids that no element has */
  GHashTable   *ambiguous; /* ids of what the table does not know that are not its own */
  MergeNode    *root;
  GPtrArray    *conflicts;
} Merge;

/* jalon-merge.c */
MergeNode    *merge_find            (Merge            *self,
                                     const char       *id);
MergeNode    *merge_get_node        (Merge            *self,
                                     JalonElement     *element);
MergeNode    *merge_find_parent     (Merge            *self,
                                     JalonElement     *element);
JalonElement *merge_node_see        (MergeNode        *node,
                                     MergeVersion      version);

/* jalon-merge-alive.c */
void          merge_find_alive      (Merge            *self);
gboolean      merge_node_was_missed (MergeNode        *node,
                                     MergeVersion     *missing);

/* jalon-merge-place.c */
void          merge_find_place      (Merge            *self,
                                     MergeNode        *node);
gboolean      merge_is_torn         (Merge            *self,
                                     MergeNode        *node);
GPtrArray    *merge_list_children   (Merge            *self,
                                     MergeNode        *node);

/* jalon-merge-order.c */
GPtrArray    *merge_order           (GPtrArray        *base,
                                     GPtrArray        *ours,
                                     GPtrArray        *theirs);

/* jalon-merge-twins.c */
void          merge_find_twins      (Merge            *self);

/* jalon-merge-values.c */
void          merge_fill            (Merge            *self,
                                     MergeNode        *node,
                                     JalonElement     *element);

/* jalon-merge-match.c */
guint        *merge_match           (guint             n,
                                     GArray           *before,
                                     GArray           *after);

/* jalon-merge-raw.c */
char         *merge_raw_get_id      (const char       *raw);
char         *merge_raw             (const char *const texts[],
                                     gboolean         *is_conflict);

/* jalon-merge-text.c */
char         *merge_paragraphs      (const char       *base,
                                     const char       *ours,
                                     const char       *theirs,
                                     gboolean         *is_conflict);
char         *merge_line            (const char       *ours,
                                     const char       *theirs);

/* jalon-merge-conflict.c */
JalonConflict *merge_add_conflict   (Merge            *self,
                                     MergeNode        *node,
                                     JalonConflictType type,
                                     const JalonField *field);
void          merge_note_node       (Merge            *self,
                                     MergeNode        *node);
void          merge_describe        (Merge            *self,
                                     JalonElement     *project);
void          merge_conflict_free   (gpointer          conflict);

G_END_DECLS
