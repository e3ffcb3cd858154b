/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-recovery.h"

G_BEGIN_DECLS

#define RECOVERY_PROJECT ".jalon"
#define RECOVERY_NOTE    ".note"
#define RECOVERY_BASE    ".base"
#define RECOVERY_JOURNAL ".journal"

/* So many changes a journal tells of, at most. */
#define RECOVERY_JOURNAL_MAX 256

/* The group of the note, a key file. */
#define RECOVERY_GROUP   "Recovery"

/**
 * RecoveryPlace:
 *
 * The files of one project in the folder: ID.jalon with all of it, ID.journal with what has
 * changed since, ID.note that says what it is of, ID.SUM.base with the bytes of the file that it
 * comes from, and ID.lock, which is locked as long as its program lives. Counted; several threads
 * may use it.
 */
typedef struct
{
  char   *folder;
  char   *id;
  int     lock;          /* −1 while it is not held */

  /* What was begun before the last clearing must not be put there after it. */
  GMutex  mutex;
  guint   turn;
  guint   n_clearings;

  /* What is on the disk, for whoever writes next; held while it is written */
  GMutex  disk;
  GBytes *last;          /* NULL if nobody knows */
  guint   last_clearing;
  char   *whole_begin;   /* of a journal of what is there whole */
  gsize   whole_size;    /* in bytes */
  gsize   journal_size;  /* the same */
  guint   n_records;
} RecoveryPlace;

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

typedef void (*RecoveryFunc) (const char *name, const char *path, gpointer data);

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
  gint64         since;      /* the first change that is to be written, in µs */
  gboolean       is_writing;
  gboolean       is_late;    /* something has changed meanwhile */
  gboolean       has_failed;
};

/* jalon-recovery-read.c */
char          *recovery_note_get        (GBytes         *bytes,
                                         const char     *key);
char          *recovery_note_get_state  (GBytes         *bytes);
char          *recovery_base_ending     (const char     *sum);

/* jalon-recovery-place.c */
RecoveryPlace *recovery_place_new       (const char     *folder,
                                         const char     *id);
RecoveryPlace *recovery_place_ref       (RecoveryPlace  *self);
void           recovery_place_unref     (RecoveryPlace  *self);
gboolean       recovery_place_lock      (RecoveryPlace  *self);
guint          recovery_place_begin     (RecoveryPlace  *self);
gboolean       recovery_place_has       (RecoveryPlace  *self,
                                         const char     *ending);
void           recovery_place_foreach   (RecoveryPlace  *self,
                                         RecoveryFunc    func,
                                         gpointer        data);
void           recovery_place_clear     (RecoveryPlace  *self);
char          *recovery_place_set_aside (RecoveryPlace  *self);
char          *recovery_place_get_path  (RecoveryPlace  *self,
                                         const char     *ending);
GPtrArray     *recovery_place_find      (const char     *folder);

/* jalon-recovery-write.c */
gboolean       recovery_place_write     (RecoveryPlace  *self,
                                         const RecoveryState *state,
                                         GError        **error);

/* jalon-recovery-journal.c */
char          *recovery_journal_begin   (GBytes         *whole);
GBytes        *recovery_journal_add     (GBytes         *before,
                                         GBytes         *after);
GBytes        *recovery_journal_apply   (GBytes         *whole,
                                         GBytes         *journal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecoveryPlace, recovery_place_unref)

G_END_DECLS
