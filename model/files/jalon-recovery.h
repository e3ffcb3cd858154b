/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"
#include "files/jalon-store.h"

G_BEGIN_DECLS

/* So long after a change, in ms, it begins to be written; if something else is being written then,
 * as soon as that is done. */
#define JALON_RECOVERY_DELAY 1000

#define JALON_TYPE_RECOVERY (jalon_recovery_get_type ())

G_DECLARE_FINAL_TYPE (JalonRecovery, jalon_recovery, JALON, RECOVERY, GObject)

char          *jalon_recovery_get_folder (void);
JalonRecovery *jalon_recovery_new       (const char     *folder);
GPtrArray     *jalon_recovery_claim     (const char     *folder);

GFile         *jalon_recovery_get_file  (JalonRecovery  *self);
char          *jalon_recovery_get_title (JalonRecovery  *self);
JalonElement  *jalon_recovery_read      (JalonRecovery  *self,
                                         JalonStore    **store,
                                         GError        **error);
GPtrArray     *jalon_recovery_compare   (JalonRecovery  *self,
                                         GError        **error);

void           jalon_recovery_follow    (JalonRecovery  *self,
                                         JalonDocument  *document,
                                         JalonStore     *store);
gboolean       jalon_recovery_flush     (JalonRecovery  *self,
                                         GError        **error);
void           jalon_recovery_discard   (JalonRecovery  *self);

G_END_DECLS
