/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     jalon_thread_run         (const char      *name,
                                   GThreadFunc      func,
                                   gpointer         data);
void     jalon_thread_run_task    (GTask           *task,
                                   GTaskThreadFunc  func);
gboolean jalon_thread_settle      (gint64           patience);
void     jalon_thread_end_program (int              status) G_GNUC_NORETURN;

G_END_DECLS
