/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JalonLockHolder:
 * @name: what the person is called, or ""
 * @login: the name of the account, or ""
 * @host: the name of the computer, or ""
 * @since: (nullable): since when
 *
 * Who has a file open, as the note beside it says. Anybody can have written that.
 */
typedef struct
{
  char      *name;
  char      *login;
  char      *host;
  GDateTime *since;
} JalonLockHolder;

#define JALON_TYPE_LOCK (jalon_lock_get_type ())

G_DECLARE_FINAL_TYPE (JalonLock, jalon_lock, JALON, LOCK, GObject)

JalonLock *jalon_lock_new        (GFile     *file);
void       jalon_lock_keep       (JalonLock *self);
void       jalon_lock_release    (JalonLock *self);
void       jalon_lock_check      (JalonLock *self);
GPtrArray *jalon_lock_get_others (JalonLock *self);

G_END_DECLS
