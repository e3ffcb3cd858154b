/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-change.h"

G_BEGIN_DECLS

struct _JalonStep
{
  char      *label;
  char      *key;
  GPtrArray *changes;
  char     **selection_before;
  char     **selection_after;
  guint64    revision_before;
  guint64    revision_after;
  gsize      size;
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

JalonStep   *jalon_step_new         (const char       *label,
                                     const char       *key);
void         jalon_step_free        (JalonStep        *self);
void         jalon_step_add         (JalonStep        *self,
                                     JalonChange      *change);
void         jalon_step_absorb      (JalonStep        *self,
                                     JalonStep        *later);
void         jalon_step_invert      (JalonStep        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonStep, jalon_step_free)

G_END_DECLS
