/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/choices.h"

G_BEGIN_DECLS

GBytes *jalon_image_strip (GBytes          *bytes,
                           JalonImageType   type);

G_END_DECLS
