/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "measure.h"

/* What bench-frames does with the editor, done with a canvas of notes as large as the editor's. */
Measured notes_measure        (guint       n,
                               MeasureFunc work);
void     notes_bench_write    (gpointer    data);
void     notes_bench_pan      (gpointer    data);
void     notes_bench_zoom     (gpointer    data);
void     notes_bench_zoom_all (gpointer    data);
