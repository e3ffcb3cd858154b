/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "widgets/jalon-sidebar.h"

G_BEGIN_DECLS

/* A sidebar that shows the maps of the fixture in a window. */
typedef struct
{
  JalonDocument *document;
  GtkWidget     *window;
  GtkWidget     *sidebar;
  guint          n_maps; /* how often another map was shown */
} SidebarFixture;

void       sidebar_fixture_init      (SidebarFixture *self);
void       sidebar_fixture_clear     (SidebarFixture *self);
GtkWidget *sidebar_fixture_find_row  (SidebarFixture *self,
                                      const char     *id);
void       sidebar_fixture_check_map (SidebarFixture *self,
                                      const char     *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SidebarFixture, sidebar_fixture_clear)

G_END_DECLS
