/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "files/jalon-merge.h"

G_BEGIN_DECLS

#define JALON_TYPE_CONFLICT_GROUP (jalon_conflict_group_get_type ())

G_DECLARE_FINAL_TYPE (JalonConflictGroup,
                      jalon_conflict_group,
                      JALON,
                      CONFLICT_GROUP,
                      AdwPreferencesGroup)

GtkWidget *jalon_conflict_group_new (JalonDocument *document,
                                     GPtrArray     *conflicts,
                                     guint          index,
                                     const char    *from,
                                     const char    *origin);

G_END_DECLS
