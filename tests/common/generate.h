/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

JalonElement *generate_project (guint n_cards);

G_END_DECLS
