/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-paste.h"

G_BEGIN_DECLS

typedef gboolean (*PasteFunc) (const JalonPastePlace  *place,
                               gconstpointer           data,
                               JalonPasted            *pasted,
                               GError                **error);

void paste_and_take_back (PasteFunc     paste,
                          gconstpointer data);

G_END_DECLS
