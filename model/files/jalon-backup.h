/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _JalonBackup JalonBackup;

char        *jalon_backup_get_folder (void);
gboolean     jalon_backup_add        (const char         *folder,
                                      GFile              *file,
                                      GBytes             *bytes,
                                      gint64              time,
                                      guint               n_most,
                                      GError            **error);
GPtrArray   *jalon_backup_list       (const char         *folder,
                                      GFile              *file);
GFile       *jalon_backup_get_file   (const JalonBackup  *self);
GDateTime   *jalon_backup_get_time   (const JalonBackup  *self);

G_END_DECLS
