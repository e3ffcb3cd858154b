/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-error.h"

G_DEFINE_QUARK (jalon - error, jalon_error)
