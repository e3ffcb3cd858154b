/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/choices.h"

G_BEGIN_DECLS

GSettings     *jalon_settings_new          (void);
JalonLanguage  jalon_settings_get_language (void);

G_END_DECLS
