/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "widgets/jalon-slot.h"

G_BEGIN_DECLS

#define JALON_TYPE_OUTLINE_GROUP (jalon_outline_group_get_type ())

G_DECLARE_FINAL_TYPE (JalonOutlineGroup, jalon_outline_group, JALON, OUTLINE_GROUP, GObject)

gboolean           jalon_outline_group_holds_others (JalonKind        kind);
GListStore        *jalon_outline_group_list        (JalonElement      *parent);
JalonOutlineGroup *jalon_outline_group_find        (GListModel        *groups,
                                                    JalonElement      *element);
gboolean           jalon_outline_group_equal       (JalonOutlineGroup *self,
                                                    JalonOutlineGroup *other);
const JalonSlot   *jalon_outline_group_get_slot    (JalonOutlineGroup *self);
const char        *jalon_outline_group_get_label   (JalonOutlineGroup *self);
GListModel        *jalon_outline_group_get_members (JalonOutlineGroup *self);
guint              jalon_outline_group_get_index   (JalonOutlineGroup *self,
                                                    JalonElement      *element);
void               jalon_outline_group_refresh     (JalonOutlineGroup *self);

G_END_DECLS
