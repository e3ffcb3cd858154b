/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_JUMP_MODEL (jalon_jump_model_get_type ())

G_DECLARE_FINAL_TYPE (JalonJumpModel, jalon_jump_model, JALON, JUMP_MODEL, GObject)

JalonJumpModel *jalon_jump_model_new       (JalonDocument  *document);
void            jalon_jump_model_set_query (JalonJumpModel *self,
                                            const char     *query);
char           *jalon_jump_model_make_where (JalonElement  *element);

G_END_DECLS
