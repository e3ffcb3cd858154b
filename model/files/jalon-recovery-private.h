/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-recovery.h"

G_BEGIN_DECLS

#define RECOVERY_PROJECT ".jalon"
#define RECOVERY_NOTE    ".note"
#define RECOVERY_BASE    ".base"

/* The group of the note, a key file. */
#define RECOVERY_GROUP   "Recovery"

/**
 * RecoveryPlace:
 *
 * The files of one project in the folder: ID.jalon with all of it, ID.note that says what it is of,
 * ID.SUM.base with the bytes of the file that it comes from, and ID.lock, which is locked as long
 * as its program lives. Counted; several threads may use it.
 */
typedef struct _RecoveryPlace RecoveryPlace;

/**
 * RecoveryState:
 * @project: all of it
 * @note: what it is of
 * @base: (nullable): what it comes from
 * @base_ending: (nullable): of the name of the file with @base
 * @turn: when its writing began, see recovery_place_begin()
 */
typedef struct
{
  GBytes *project;
  GBytes *note;
  GBytes *base;
  char   *base_ending;
  guint   turn;
} RecoveryState;

struct _JalonRecovery
{
  GObject        parent_instance;

  /* Owned */
  RecoveryPlace *place;
  JalonDocument *document;
  JalonStore    *store;
  GSignalGroup  *signals;
  GBytes        *summed;     /* what @sum was reckoned of */
  char          *sum;

  guint          source;     /* to write; 0 if nothing has changed */
  gboolean       is_writing;
  gboolean       is_late;    /* something has changed meanwhile */
  gboolean       has_failed;
};

char          *recovery_base_ending     (const char     *sum);

RecoveryPlace *recovery_place_new       (const char     *folder,
                                         const char     *id);
RecoveryPlace *recovery_place_ref       (RecoveryPlace  *self);
void           recovery_place_unref     (RecoveryPlace  *self);
gboolean       recovery_place_lock      (RecoveryPlace  *self);
guint          recovery_place_begin     (RecoveryPlace  *self);
gboolean       recovery_place_write     (RecoveryPlace  *self,
                                         const RecoveryState *state,
                                         GError        **error);
gboolean       recovery_place_is_filled (RecoveryPlace  *self);
void           recovery_place_clear     (RecoveryPlace  *self);
char          *recovery_place_set_aside (RecoveryPlace  *self);
char          *recovery_place_get_path  (RecoveryPlace  *self,
                                         const char     *ending);
GPtrArray     *recovery_place_find      (const char     *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecoveryPlace, recovery_place_unref)

G_END_DECLS
