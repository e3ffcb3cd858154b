/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/* What libFuzzer calls with bytes of its own making, and replay.c with those of the corpus. */
int     LLVMFuzzerTestOneInput (const guint8 *data,
                                gsize         size);

/* Ends the run where @condition, which a target promises for all input, does not hold. */
#define fuzz_require(condition)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      g_error ("%s:%d: not so: %s", __FILE__, __LINE__, #condition);                               \
  }                                                                                                \
  G_STMT_END

void    fuzz_check_error       (const GError *error);
GBytes *fuzz_check_project     (JalonElement *project);

G_END_DECLS
