/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-change.h"

G_BEGIN_DECLS

struct _JalonStep
{
  char       *label;
  char       *key;
  GPtrArray  *changes;
  GHashTable *settings;         /* those changes, as a set, that a later setting is merged with */
  guint       n_sealed;         /* how many changes nothing is merged with */
  char      **selection_before;
  char      **selection_after;
  guint64     revision_before;
  guint64     revision_after;
  gsize       size;             /* bytes, about, once it is finished */
};

JalonChange *jalon_change_new_set   (JalonElement     *element,
                                     const JalonField *field,
                                     char             *before,
                                     const char       *after);
JalonChange *jalon_change_new_place (JalonChangeType   type,
                                     JalonElement     *element,
                                     JalonElement     *parent_before,
                                     guint             index_before,
                                     JalonElement     *parent_after,
                                     guint             index_after);
void         jalon_change_invert    (JalonChange      *self);

JalonStep   *jalon_step_new         (const char       *label,
                                     const char       *key);
void         jalon_step_free        (JalonStep        *self);
void         jalon_step_add         (JalonStep        *self,
                                     JalonChange      *change);
void         jalon_step_seal        (JalonStep        *self);
void         jalon_step_truncate    (JalonStep        *self,
                                     guint             n_changes);
gboolean     jalon_step_finish      (JalonStep        *self);
gboolean     jalon_step_absorb      (JalonStep        *self,
                                     JalonStep        *later);
void         jalon_step_invert      (JalonStep        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonStep, jalon_step_free)

G_END_DECLS
