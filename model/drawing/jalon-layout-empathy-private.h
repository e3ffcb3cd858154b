/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-sections.h"

G_BEGIN_DECLS

#define JALON_N_NOTE_SECTIONS (JALON_NOTE_HEARS + 1)

/* Between the edge of a band and what it holds */
#define JALON_BAND_PADDING 20.0

void   jalon_empathy_init_section (JalonLayout      *self,
                                   JalonSection     *section,
                                   JalonElement     *map,
                                   JalonNoteSection  which);
void   jalon_empathy_place        (JalonSection     *section,
                                   double            x,
                                   double            y,
                                   double            width,
                                   guint             n_columns);
void   jalon_empathy_set_padding  (JalonSection     *section,
                                   double            left,
                                   double            top,
                                   double            right,
                                   double            bottom);
void   jalon_empathy_put_persona  (JalonLayout      *self,
                                   JalonNode        *node,
                                   JalonElement     *map,
                                   double            inset,
                                   double            size);
double jalon_empathy_add_row      (JalonLayout      *self,
                                   JalonSection     *sections,
                                   guint             n_sections,
                                   double            least);
double jalon_empathy_add_canvas   (JalonLayout      *self,
                                   JalonElement     *map,
                                   double            y);

G_END_DECLS
