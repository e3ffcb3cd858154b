/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-remote.h"

G_BEGIN_DECLS

/**
 * RemoteTarget:
 * @file: where the new content goes: what a link leads to
 * @temp: beside it
 * @mode: that of the file; 0 if nobody knows
 */
typedef struct
{
  GFile  *file;
  GFile  *temp;
  guint32 mode;
} RemoteTarget;

GBytes  *remote_read_stream   (GInputStream        *stream,
                               gsize                most,
                               GCancellable        *cancellable,
                               GError             **error);
void     remote_sweep         (GFile               *file,
                               GCancellable        *cancellable);

void     remote_target_init   (RemoteTarget        *self,
                               GFile               *file,
                               GCancellable        *cancellable);
void     remote_target_clear  (RemoteTarget        *self);
gboolean remote_target_fill   (RemoteTarget        *self,
                               GBytes              *bytes,
                               GCancellable        *cancellable,
                               GError             **error);
gboolean remote_target_move   (const RemoteTarget  *self,
                               GFileCopyFlags       flags,
                               GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemoteTarget, remote_target_clear)

G_END_DECLS
