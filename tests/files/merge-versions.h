/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* A tree and its elements by id. */
typedef struct
{
  JalonElement *project;
  GHashTable   *elements;
} Version;

void          version_init  (Version          *self,
                             JalonElement     *project);
void          version_clear (Version          *self);

JalonElement *look_up       (const Version    *self,
                             const char       *id);
JalonElement *look_up_same  (const Version    *self,
                             JalonElement     *element);
JalonElement *look_up_twin  (const Version    *self,
                             JalonElement     *element);
const char   *look_at       (JalonElement     *element,
                             const JalonField *field);

void          assert_same   (JalonElement     *a,
                             JalonElement     *b);
void          assert_merge  (JalonElement     *base,
                             JalonElement     *ours,
                             JalonElement     *theirs,
                             JalonElement     *expected);

void          play_many     (gconstpointer     play);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Version, version_clear)

G_END_DECLS
