/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

/* What a menu calls the actions that jalon_field_menu_new_item() makes. */
#define JALON_FIELD_MENU_PREFIX "set"

void       jalon_field_menu_append   (GMenu               *menu,
                                      const char          *label,
                                      const char          *action,
                                      GVariant            *target);
gboolean   jalon_field_menu_can_show (const JalonField    *field);
GMenuItem *jalon_field_menu_new_item (JalonDocument       *document,
                                      GPtrArray           *elements,
                                      const JalonField    *field,
                                      GSimpleActionGroup  *actions);

G_END_DECLS
