/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void jalon_combo_init (AdwComboRow *row);

G_END_DECLS
