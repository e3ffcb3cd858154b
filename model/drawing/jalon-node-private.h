/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-node.h"

G_BEGIN_DECLS

/* How near to a line counts as on it, in canvas units */
#define JALON_NODE_REACH 6.0

/* What a node is from afar: jalon-painter-far.c */
typedef struct _JalonFarNode JalonFarNode;

struct _JalonNode
{
  gatomicrefcount ref_count;
  JalonRole role;
  JalonFieldId field;
  double width;
  double height;

  gboolean is_for_screen;
  double text_size; /* the largest */
  gboolean has_ink;
  JalonRect ink;
  gboolean has_editor;
  JalonRect editor;
  JalonTextStyle editor_style;
  JalonTarget target;
  JalonRect target_rect;

  /* Owned */
  char *element;
  char *label;
  JalonSlot *slot;
  GArray *primitives;
  JalonFarNode *far; /* NULL until somebody asks */
};

G_END_DECLS
