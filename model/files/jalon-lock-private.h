/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-lock.h"

G_BEGIN_DECLS

/* Longer notes are none; LibreOffice has the same limit. */
#define LOCK_NOTE_MAX 32000

/* So many notes there are at most. */
#define LOCK_N_PLACES 4

/* So long, in s, a note that nobody has touched is believed. */
#define LOCK_STALE    (15 * 60)

/**
 * LockNote:
 * @holder: what it says to people
 * @pid: the number of the process; 0 if it does not say
 * @boot: since which start of which machine the number counts, or ""
 */
typedef struct
{
  JalonLockHolder *holder;
  gint64           pid;
  char            *boot;
} LockNote;

/**
 * LockFound:
 * @LOCK_FOUND_NONE: there is no note
 * @LOCK_FOUND_NOTE: there is one
 * @LOCK_FOUND_ODD: there is something that cannot be one; it is left alone
 * @LOCK_FOUND_ERROR: nobody can tell
 */
typedef enum
{
  LOCK_FOUND_NONE,
  LOCK_FOUND_NOTE,
  LOCK_FOUND_ODD,
  LOCK_FOUND_ERROR,
} LockFound;

void             lock_holder_free (JalonLockHolder       *self);

/* jalon-lock.c */
gboolean         lock_look        (JalonLock             *self);

/* jalon-lock-note.c */
char            *lock_note_write  (void);
LockNote        *lock_note_parse  (const char            *text);
void             lock_note_free   (LockNote              *self);
gboolean         lock_note_is_dead (const LockNote       *self);

/* jalon-lock-file.c */
GFile           *lock_file_find   (GFile                 *file,
                                   guint                  place);
LockFound        lock_file_read   (GFile                 *file,
                                   char                 **text,
                                   gint64                *time);
gboolean         lock_file_create (GFile                 *file,
                                   const char            *text);
void             lock_file_touch  (GFile                 *file,
                                   const char            *text);
void             lock_file_remove (GFile                 *file);
gint64           lock_file_now    (GFile                 *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockNote, lock_note_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonLockHolder, lock_holder_free)

G_END_DECLS
