/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-change-private.h"
#include "document/jalon-document.h"
#include "document/jalon-extent.h"

G_BEGIN_DECLS

struct _JalonDocument
{
  GObject       parent_instance;

  JalonElement *project;
  GHashTable   *elements;     /* id → element (borrowed) */
  guint64       last_stamp;
  JalonExtent   extent;

  /* The open transaction, how large everything was before it, and how many changes it had when each
   * of those in it began */
  JalonStep    *step;
  JalonExtent   extent_before;
  GArray       *begun;

  /* What can be undone and redone, newest last */
  GQueue        undo;
  GQueue        redo;
  gsize         history_size;
  gsize         history_limit;
  gboolean      is_sealed;    /* nothing joins the last step any more */

  guint64       revision;
  guint64       last_revision;
  guint64       saved_revision;

  /* What listeners know, and whether they are being told */
  gboolean      could_undo;
  gboolean      could_redo;
  gboolean      was_modified;
  gboolean      is_telling;

  char        **selection;
  GHashTable   *selected;     /* the same, to be asked; NULL until somebody does */
};

void jalon_document_index         (JalonDocument     *self,
                                   JalonElement      *subtree);
void jalon_document_apply         (JalonDocument     *self,
                                   const JalonChange *change);
void jalon_document_do            (JalonDocument     *self,
                                   JalonChange       *change);
void jalon_document_take_out      (JalonDocument     *self,
                                   JalonElement      *element);
void jalon_document_tell          (JalonDocument     *self,
                                   JalonStep         *step,
                                   char             **selection);
void jalon_document_tell_state    (JalonDocument     *self);
void jalon_document_tell_refusal  (JalonDocument     *self,
                                   const GError      *error);
void jalon_document_file_step     (JalonDocument     *self,
                                   JalonStep         *step);
void jalon_document_history_clear (JalonDocument     *self);
void jalon_document_history_limit (JalonDocument     *self,
                                   gsize              bytes);

G_END_DECLS
