/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-sidebar.h"

G_BEGIN_DECLS

typedef struct _JalonSidebarPictures JalonSidebarPictures;

JalonSidebarPictures *jalon_sidebar_pictures_new     (JalonSidebar         *sidebar,
                                                      GtkScrolledWindow    *scroller);
void                  jalon_sidebar_pictures_free    (JalonSidebarPictures *self);
void                  jalon_sidebar_pictures_clear   (JalonSidebarPictures *self);
void                  jalon_sidebar_pictures_refresh (JalonSidebarPictures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonSidebarPictures, jalon_sidebar_pictures_free)

G_END_DECLS
