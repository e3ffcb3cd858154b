/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What comes between may take 20 s of the processor's time, 80 with sanitizers, or it ends the
 * test: it would run for ever. How busy the machine is does not count. */

void patience_begin (void);
void patience_end   (void);

G_END_DECLS
