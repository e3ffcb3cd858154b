/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-report.h"

G_BEGIN_DECLS

typedef enum
{
  MERMAID_TITLE,
  MERMAID_ACC_TITLE,
  MERMAID_ACC_DESCR,
  MERMAID_SECTION,
  MERMAID_TASK,
  MERMAID_FAULT,
} MermaidStatementType;

/* One statement of a journey diagram. @text is decoded: a title, a name, or what is wrong;
 * @score and @actors are of a task as they stand; @rest and @comment are what mermaid drops: a
 * third part of a task, and what stands behind a “#”. */
typedef struct
{
  MermaidStatementType type;
  guint                line;
  char                *text;
  char                *score;
  char               **actors;
  char                *rest;
  char                *comment;
} MermaidStatement;

/* One journey diagram of a file. @title is that of its front matter; @fault says why it is none. */
typedef struct
{
  guint      line;
  char      *title;
  char      *fault;
  GPtrArray *statements;
} MermaidDiagram;

GPtrArray *mermaid_split (const char *text);

G_END_DECLS
