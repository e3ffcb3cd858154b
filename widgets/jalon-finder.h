/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-search.h"

G_BEGIN_DECLS

#define JALON_TYPE_FINDER (jalon_finder_get_type ())

G_DECLARE_FINAL_TYPE (JalonFinder, jalon_finder, JALON, FINDER, GObject)

JalonFinder    *jalon_finder_new          (void);
void            jalon_finder_set_document (JalonFinder    *self,
                                           JalonDocument  *document);
const char     *jalon_finder_get_query    (JalonFinder    *self);
gboolean        jalon_finder_set_query    (JalonFinder    *self,
                                           const char     *query);
GArray         *jalon_finder_get_hits     (JalonFinder    *self);
int             jalon_finder_get_position (JalonFinder    *self);
const JalonHit *jalon_finder_get_hit      (JalonFinder    *self);
guint           jalon_finder_count_on     (JalonFinder    *self,
                                           JalonElement   *map);
const JalonHit *jalon_finder_start        (JalonFinder    *self,
                                           JalonElement   *map,
                                           JalonElement   *from);
const JalonHit *jalon_finder_step         (JalonFinder    *self,
                                           JalonElement   *from,
                                           gboolean        forward);

G_END_DECLS
